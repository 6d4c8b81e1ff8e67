import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { type Built, buildApp } from "./app.ts";
import { createUser } from "./core/auth/users.ts";
import type { Config } from "./core/config.ts";
import { openDatabase } from "./core/db/open.ts";
import { AppError } from "./core/errors.ts";
import { openSeal } from "./core/files/seal.ts";
import { startWorker, type Worker } from "./core/jobs/queue.ts";
import { createLog } from "./core/log.ts";
import { within } from "./core/within.ts";
import { firstOrganization } from "./features/organizations/index.ts";
import { jobs, tasks } from "./slices.ts";

export type Opened = Built & { close(): Promise<void> };
export type Running = Opened & { url: string };

/** What the command line needs to find a running server; readable by its user alone. */
export type ServerFile = { pid: number; url: string; secret: string };
export const serverFile = (config: Pick<Config, "dataDir">): string => path.join(config.dataDir, "server.json");

const clock = (): Date => new Date();

/** Opens the data and puts the app together, without listening or working. Makes the first organization on the first start. */
export async function openData(
  config: Config,
  localSecret: string | null = null,
  acceptSecret = false,
): Promise<Opened> {
  const seal = openSeal(config, acceptSecret);
  const db = await openDatabase(config, seal, clock(), acceptSecret);
  const webDir = path.join(import.meta.dirname, "web/dist");
  const built = buildApp({
    config,
    db,
    seal,
    log: createLog(config.logLevel),
    now: clock,
    localSecret,
    webDir: existsSync(webDir) ? webDir : null,
  });
  try {
    await built.app.live.start(db);
    await firstOrganization(
      built.app,
      () => createUser(built.auth, os.userInfo().username),
      os.userInfo().username,
      systemTimeZone(),
    );
  } catch (error) {
    await db.close();
    throw error;
  }
  const close = async () => {
    built.app.mailReader.close();
    await db.close();
  };
  return { ...built, close };
}

const systemTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** How long a request that is being answered when the server stops has to end. A panel asks again what was cut. */
const ANSWER_MS = 1500;

/** Starts what this process is for: the API and the pages, the background work, or both. */
export async function startServer(config: Config): Promise<Running> {
  const secret = randomBytes(32).toString("base64url");
  const opened = await openData(config, secret);
  let worker: Worker | null = null;
  let listening: Awaited<ReturnType<typeof listen>> | null = null;
  let closing: Promise<void> | undefined;
  const closed = async () => {
    rmSync(serverFile(config), { force: true });
    await Promise.all([listening?.close(), worker?.stop()]);
    await opened.close();
  };
  const close = () => (closing ??= closed());
  try {
    if (config.role !== "worker") listening = await listen(opened, config);
    if (config.role !== "api") worker = await startWorker(opened.app, jobs, tasks);
  } catch (error) {
    await close();
    throw error;
  }
  const url = listening ? `http://localhost:${listening.port}` : "";
  if (listening)
    writeFileSync(serverFile(config), JSON.stringify({ pid: process.pid, url, secret } satisfies ServerFile), {
      mode: 0o600,
    });
  return { ...opened, url, close };
}

async function listen({ server }: Built, config: Config): Promise<{ port: number; close(): Promise<void> }> {
  const http = createAdaptorServer({ fetch: server.hono.fetch });
  const answering = new Set<ServerResponse>();
  http.on("request", (_, response: ServerResponse) => {
    answering.add(response);
    response.once("close", () => answering.delete(response));
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new AppError(
              "conflict",
              `Port ${config.port} is taken by another program. Start with PORT=… for another one`,
            )
          : error,
      );
    });
    http.listen(config.port, config.host, () => resolve());
  });
  return {
    port: (http.address() as AddressInfo).port,
    async close() {
      http.close();
      const ending = [...answering]
        .filter((response) => !isStream(response))
        .map((response) => once(response, "close"));
      await within(ANSWER_MS, Promise.all(ending));
      if ("closeAllConnections" in http) http.closeAllConnections();
    },
  };
}

/** Live streams never end by themselves; a draft on its way goes on when it is asked to. */
const isStream = (response: ServerResponse): boolean =>
  String(response.getHeader("content-type")).startsWith("text/event-stream");
