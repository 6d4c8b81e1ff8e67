import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { adminUser } from "../../server/cli/link.ts";
import { membershipOfUser } from "../../server/core/auth/members.ts";
import { readConfig } from "../../server/core/config.ts";
import type { Ctx } from "../../server/core/context.ts";
import { contextFor } from "../../server/core/context.ts";
import { drain } from "../../server/core/jobs/drain.ts";
import { createImport, receiveBytes, startImport } from "../../server/features/imports/index.ts";
import { type Opened, openData } from "../../server/main.ts";
import { jobs } from "../../server/slices.ts";

export type House = Opened & { ctx: Ctx; work(): Promise<void> };

/** The product as it is started for the first time, on PGlite in a folder of its own that is gone afterwards. */
export async function openHouse(env: Record<string, string> = {}): Promise<House> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-evals-"));
  const opened = await openData(readConfig({ SIDENOTE_DATA: folder, ...env }, "/"));
  const member = await membershipOfUser(opened.app, await adminUser(opened.app), null);
  return {
    ...opened,
    ctx: contextFor(opened.app, { kind: "member", ...member! }),
    work: () => drain(opened.app, jobs),
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Brings mail in as the member whose address this is, and does all that follows. */
export async function importInto(house: House, bytes: AsyncIterable<Uint8Array> | string, as?: string): Promise<void> {
  const { id } = await createImport(house.ctx, { name: "mail.mbox", ...(as ? { as } : {}) });
  const body =
    typeof bytes === "string"
      ? (async function* () {
          yield Buffer.from(bytes);
        })()
      : bytes;
  await receiveBytes(house.ctx, { id, offset: 0 }, body);
  await startImport(house.ctx, { id });
  await house.work();
}
