import type { Ctx } from "../context.ts";
import { read } from "../db/transaction.ts";
import { modelSettingsTable } from "./settings.table.ts";

/** The model that an organization has connected. */
export type Provider = {
  /** How it is called before people: its host. */
  name: string;
  baseUrl: string;
  apiKey: string | null;
  /** Null: whatever the server has. */
  model: string | null;
  /** An admin allowed that mail goes to a provider elsewhere as it is. */
  sendUnmasked: boolean;
};

export const KEY_PURPOSE = "model key";

export type SettingsRow = typeof modelSettingsTable.$inferSelect;

export const settingsRow = (ctx: Ctx): Promise<SettingsRow | undefined> =>
  read(ctx, async (tx) => (await tx.select().from(modelSettingsTable))[0]);

/** From the environment, else from the organization's settings; null when none is connected. */
export async function providerFor(ctx: Ctx): Promise<Provider | null> {
  const row = await settingsRow(ctx);
  const { llm } = ctx.app.config;
  if (llm)
    return {
      name: hostOf(llm.baseUrl),
      baseUrl: llm.baseUrl,
      apiKey: llm.apiKey ?? null,
      model: llm.model ?? null,
      sendUnmasked: maySendUnmasked(row, llm.baseUrl),
    };
  if (!row?.baseUrl) return null;
  const { baseUrl, model } = row;
  const apiKey = row.apiKey && Buffer.from(ctx.app.seal.open(KEY_PURPOSE, row.apiKey)).toString("utf8");
  return { name: hostOf(baseUrl), baseUrl, apiKey, model, sendUnmasked: maySendUnmasked(row, baseUrl) };
}

/** Whether an admin allowed it for this very server, and not for one that was connected before it. */
export const maySendUnmasked = (row: SettingsRow | undefined, baseUrl: string | null): boolean =>
  row?.unmaskedFor != null && row.unmaskedFor === originOf(baseUrl);

/** Which server an address is of. */
export const originOf = (url: string | null): string | null => url && new URL(url).origin;

const hostOf = (url: string): string => new URL(url).host;
