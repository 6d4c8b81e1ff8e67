import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { adminUser } from "../../server/cli/link.ts";
import { membershipOfUser } from "../../server/core/auth/members.ts";
import { readConfig } from "../../server/core/config.ts";
import type { Ctx } from "../../server/core/context.ts";
import { contextFor } from "../../server/core/http/serve.ts";
import { drain } from "../../server/core/jobs/drain.ts";
import { openData } from "../../server/main.ts";
import { jobs } from "../../server/slices.ts";

export type House = { ctx: Ctx; work(): Promise<void>; close(): Promise<void> };

/** The product as it is started for the first time, on PGlite in a folder of its own that is gone afterwards. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-evals-"));
  const opened = await openData(readConfig({ SIDENOTE_DATA: folder }, "/"));
  const member = await membershipOfUser(opened.app, await adminUser(opened.app), null);
  return {
    ctx: contextFor(opened.app, { kind: "member", ...member! }),
    work: () => drain(opened.app, jobs),
    async close() {
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
