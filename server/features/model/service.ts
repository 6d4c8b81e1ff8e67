import type { InputOf } from "@sidenote/contract/endpoint";
import { InteractionId } from "@sidenote/contract/ids";
import type { ModelSettings, model } from "@sidenote/contract/model";
import { desc, lt } from "drizzle-orm";
import { z } from "zod";
import {
  interactionTable,
  isLocalHost,
  KEY_PURPOSE,
  maySendUnmasked,
  modelSettingsTable,
  originOf,
  type SettingsRow,
  settingsRow,
} from "../../core/ai/index.ts";
import type { Ctx } from "../../core/context.ts";
import { change, read } from "../../core/db/transaction.ts";
import { stale } from "../../core/errors.ts";
import { DEFAULT_LIMIT, decodeCursor, pageOf } from "../../core/http/page.ts";
import { patch } from "../../core/patch.ts";

/** The connected model as the environment or an admin has set it. Its key is never part of it. */
export async function getModel(ctx: Ctx): Promise<ModelSettings> {
  return shown(ctx, await settingsRow(ctx));
}

async function shown(ctx: Ctx, row: SettingsRow | undefined): Promise<ModelSettings> {
  const { llm } = ctx.app.config;
  const baseUrl = llm?.baseUrl ?? row?.baseUrl ?? null;
  return {
    baseUrl,
    model: llm ? (llm.model ?? null) : (row?.model ?? null),
    hasKey: llm ? llm.apiKey !== undefined : row?.apiKey != null,
    local: baseUrl ? await isLocalHost(new URL(baseUrl).hostname) : null,
    sendUnmasked: maySendUnmasked(row, baseUrl),
    fromEnvironment: llm !== undefined,
    version: row?.version ?? 0,
  };
}

/**
 * Sets what is given. A key, and the word that mail may go out unmasked, are given for one server: with another one they go unless
 * they are given anew.
 */
export const updateModel = (ctx: Ctx, input: InputOf<typeof model.update>): Promise<ModelSettings> =>
  change(ctx, "model.update", async (tx) => {
    const [before] = await tx.select().from(modelSettingsTable).for("update");
    if ((before?.version ?? 0) !== input.version)
      throw stale(await shown(ctx, before), { ...input, apiKey: undefined });
    const { version, sendUnmasked, ...fields } = input;
    const baseUrl = input.baseUrl === undefined ? (before?.baseUrl ?? null) : input.baseUrl;
    const isElsewhere = originOf(baseUrl) !== originOf(before?.baseUrl ?? null);
    const apiKey = input.apiKey === undefined && isElsewhere ? null : input.apiKey;
    const sealed = apiKey == null ? apiKey : ctx.app.seal.seal(KEY_PURPOSE, Buffer.from(apiKey, "utf8"));
    const allowed = sendUnmasked ? originOf(ctx.app.config.llm?.baseUrl ?? baseUrl) : null;
    const unmaskedFor = sendUnmasked === undefined && !isElsewhere ? undefined : allowed;
    const values = { ...patch({ ...fields, unmaskedFor, apiKey: sealed }), version: version + 1 };
    const [row] = before
      ? await tx.update(modelSettingsTable).set(values).returning()
      : await tx.insert(modelSettingsTable).values(values).returning();
    const after = await shown(ctx, row);
    return {
      after,
      before: await shown(ctx, before),
      recordId: ctx.actor.organizationId,
      events: [{ type: "model.changed", payload: {} }],
    };
  });

/** One harmless question, so that a person sees whether address, key and model fit. Says nothing of anybody's mail. */
export async function testModel(ctx: Ctx): Promise<{ ok: boolean; message: string; durationMs: number }> {
  const began = performance.now();
  const settings = await getModel(ctx);
  if (!settings.baseUrl) return { ok: false, message: "No model is connected", durationMs: 0 };
  let said = "";
  const answer = await ctx.app.ai.ask(ctx, {
    task: "test",
    prompt: {
      version: 1,
      system: "You are being tested.",
      user: "Answer with the one word: ready",
      maxTokens: 16,
      temperature: 0,
    },
    preferBuiltin: false,
    onText: (text) => {
      said += text;
    },
    accept: () => said.trim() !== "",
    builtin: async () => "",
    onRestart: () => {},
  });
  const durationMs = Math.round(performance.now() - began);
  if (answer.fallbackReason !== null) return { ok: false, message: answer.fallbackReason, durationMs };
  return { ok: true, message: `${answer.model} answered: ${said.trim().slice(0, 100)}`, durationMs };
}

/** The member's own calls to a model or to the built-in writer, the newest first. Row security shows no others. */
export async function listInteractions(ctx: Ctx, input: InputOf<typeof model.interactions>) {
  const limit = input.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor(input.cursor, z.tuple([InteractionId]));
  return read(ctx, async (tx) => {
    const found = await tx
      .select()
      .from(interactionTable)
      .where(after ? lt(interactionTable.id, after[0]) : undefined)
      .orderBy(desc(interactionTable.id))
      .limit(limit + 1);
    const page = pageOf(found, limit, (row) => [row.id]);
    return {
      items: page.items.map((row) => ({ ...row, tokens: { input: row.inputTokens, output: row.outputTokens } })),
      nextCursor: page.nextCursor,
    };
  });
}
