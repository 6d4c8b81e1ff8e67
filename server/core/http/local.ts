import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { eq } from "drizzle-orm";
import type { Context } from "hono";
import { bearerIn, isLocalSecret } from "../auth/authenticate.ts";
import { createSignInToken } from "../auth/one-time-link.ts";
import { memberTable } from "../auth/organization.table.ts";
import { backupTo } from "../db/backup/backup.ts";
import { system } from "../db/transaction.ts";
import { examineData } from "../doctor.ts";
import { AppError } from "../errors.ts";
import { BACKUP_FOLDER } from "../maintenance.ts";
import { actorFor, type HttpEnv, type Server } from "./serve.ts";

/** For the command line on this machine, which holds the one-run secret of this process; nobody else gets in. */
export function mountLocal(server: Server): void {
  const { app, auth, hono } = server;
  const guard = (c: Context<HttpEnv>) => {
    if (!isLocalSecret(bearerIn(c.req.raw.headers), server.localSecret))
      throw new AppError("forbidden", "Only this machine's command line may ask for this");
  };

  hono.post("/local/link", async (c) => {
    guard(c);
    const actor = await actorFor(server, c, { access: "session" });
    const [member] = await system(app, "sign-in", (tx) =>
      tx.select({ userId: memberTable.userId }).from(memberTable).where(eq(memberTable.id, actor.memberId)),
    );
    return c.json({ token: await createSignInToken(auth, app.seal, member!.userId, app.now()) });
  });

  hono.get("/local/doctor", async (c) => {
    guard(c);
    return c.json({ findings: await examineData(app) });
  });

  hono.get("/local/backup", async (c) => {
    guard(c);
    const folder = await mkdtemp(path.join(app.config.dataDir, BACKUP_FOLDER));
    const file = path.join(folder, "backup.gz");
    try {
      await backupTo(app, file);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    }
    const content = createReadStream(file).once("close", () => void rm(folder, { recursive: true, force: true }));
    return c.body(Readable.toWeb(content) as ReadableStream, 200, { "content-type": "application/gzip" });
  });
}
