import { readFileSync } from "node:fs";
import path from "node:path";
import type { Api } from "@sidenote/contract/endpoint";
import type { ImportId } from "@sidenote/contract/ids";
import { imports } from "@sidenote/contract/imports";
import { expect } from "vitest";
import { dataFolder, sidenote, start } from "../cli.ts";
import { clientOf } from "./client.ts";

/** A mail as a panel saves it, each another one, and how it is found. */
export const onScreen = (i: number) => ({
  sourceId: `gmail:screen${i}`,
  subject: `On screen ${i}`,
  from: { name: "", address: "eva@nordfrakt.example" },
  to: [{ name: "", address: "ada@fjordkyl.example" }],
  at: new Date(Date.UTC(2026, 1, 3, 9, i)).toISOString(),
  text: `Seen on screen, ${wordOf(i)}. Could you send me the offer by Friday?`,
});
export const wordOf = (i: number): string => `screen${i}x`;

/** A server in a process of its own, on data of its own, which ends in one way or another and is started again. */
export class OwnServer {
  readonly #folder = dataFolder();
  readonly #env: Record<string, string>;
  #key = "";
  running!: Awaited<ReturnType<typeof start>>;

  private constructor(databaseUrl: string | null | undefined) {
    this.#env = {
      SIDENOTE_DATA: this.#folder.path,
      SIDENOTE_SECRET: "a secret for this test only",
      LOG_LEVEL: "error",
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
    };
  }

  /** On the built-in database where no other is given. */
  static async start(databaseUrl: string | null | undefined): Promise<OwnServer> {
    const server = new OwnServer(databaseUrl);
    await server.again();
    server.#key = (await sidenote(["key", "create", "--name", "Test"], server.#env)).stdout.trim();
    return server;
  }

  async again(): Promise<void> {
    this.running = await start([], this.#env);
  }

  get api(): Api {
    return clientOf(this.running.url, this.#key);
  }

  /** For requests that no client makes. */
  fetch(at: string, init: { method?: string; body?: string | Uint8Array<ArrayBuffer> } = {}): Promise<Response> {
    return fetch(this.running.url + at, { ...init, headers: { authorization: `Bearer ${this.#key}` } });
  }

  async upload(file: string | Uint8Array<ArrayBuffer>, name = "mail.mbox"): Promise<ImportId> {
    const { id } = await this.api(imports.create, { name, as: "ada@fjordkyl.example" });
    const put = await this.fetch(`/v1/imports/${id}/bytes?offset=0`, { method: "PUT", body: file });
    expect(put.status).toBe(200);
    return id;
  }

  /** In its data folder. */
  path(name: string): string {
    return path.join(this.#folder.path, name);
  }

  /** Of the server itself; `running.child` is what started it. */
  get pid(): number {
    return (JSON.parse(readFileSync(this.path("server.json"), "utf8")) as { pid: number }).pid;
  }

  async kill(): Promise<void> {
    process.kill(this.pid, "SIGKILL");
    await this.running.ended;
  }

  /** Held up, as a machine that sleeps: it does nothing and knows nothing of it. */
  pause(): void {
    process.kill(this.pid, "SIGSTOP");
  }

  goOn(): void {
    process.kill(this.pid, "SIGCONT");
  }

  async stop(): Promise<void> {
    this.running.child.kill("SIGTERM");
    expect(await this.running.ended).toMatchObject({ code: 0 });
  }

  /** Ended, and its data gone. */
  remove(): void {
    this.#folder.remove();
  }
}
