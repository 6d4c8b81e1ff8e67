import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Api, createApi, type Send } from "@sidenote/contract/endpoint";
import { Problem } from "@sidenote/contract/errors";
import type { Config } from "../core/config.ts";
import { isAlive } from "../core/db/pglite/lock.ts";
import { AppError } from "../core/errors.ts";
import { drain } from "../core/jobs/drain.ts";
import { type Opened, openData, type ServerFile, serverFile } from "../main.ts";
import { jobs } from "../slices.ts";

/** The product as a command reaches it: through the server that runs on this data, or by opening the data itself. */
export type Connection = {
  api: Api;
  fetch(path: string, init: RequestInit & { duplex?: "half" }): Promise<Response>;
  /** Does the background work that was caused, when no server is there to do it. */
  work(): Promise<void>;
  /** The data itself; null when a server has it. */
  opened: Opened | null;
  url: string | null;
  close(): Promise<void>;
};

export async function connect(config: Config, organization: string | undefined): Promise<Connection> {
  const running = runningServer(config);
  const secret = running?.secret ?? randomBytes(32).toString("base64url");
  const headers = {
    authorization: `Bearer ${secret}`,
    ...(organization ? { "x-sidenote-organization": organization } : {}),
  };
  if (running) {
    const fetchThere: Connection["fetch"] = (path, init) =>
      fetch(`${running.url}${path}`, {
        ...init,
        headers: { ...headers, ...(init.headers as Record<string, string>) },
      } as RequestInit).catch((cause: unknown) => {
        throw new AppError(
          "unavailable",
          "The server answers no more. What it has begun goes on when it is started again; then give this command again",
          { cause },
        );
      });
    return {
      api: createApi(sendBy(fetchThere)),
      fetch: fetchThere,
      work: async () => {},
      opened: null,
      url: running.url,
      close: async () => {},
    };
  }
  const opened = await openData(config, secret);
  const fetchHere: Connection["fetch"] = async (path, init) =>
    opened.server.hono.request(`http://localhost${path}`, {
      ...init,
      headers: { host: "localhost", ...headers, ...(init.headers as Record<string, string>) },
    });
  return {
    api: createApi(sendBy(fetchHere)),
    fetch: fetchHere,
    work: () => drain(opened.app, jobs, true),
    opened,
    url: null,
    close: () => opened.close(),
  };
}

/** What a door for this machine answered. Throws its reason where it refused, and where something else listens there. */
export async function answered<T>(response: Response): Promise<T> {
  const said: unknown = await response.json().catch(() => null);
  if (response.ok && said !== null) return said as T;
  const problem = Problem.safeParse(said);
  throw new AppError("upstream", problem.success ? problem.data.title : "What listens there is no Sidenote server");
}

/** The server on this data folder, if one is alive. */
export function runningServer(config: Config): ServerFile | null {
  try {
    const found = JSON.parse(readFileSync(serverFile(config), "utf8")) as ServerFile;
    return isAlive(found.pid) ? found : null;
  } catch {
    return null;
  }
}

const sendBy =
  (send: Connection["fetch"]): Send =>
  async ({ method, path, body, idempotencyKey }) => {
    const response = await send(path, {
      method,
      headers: { "content-type": "application/json", ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  };
