import type { ChildProcess } from "node:child_process";
import net from "node:net";
import { access } from "@sidenote/contract/access";
import { type Api, createApi } from "@sidenote/contract/endpoint";
import type { BrowserContext } from "playwright-core";
import { dataFolder, start } from "../cli.ts";

/** The real server, `--demo` with the invented company in it, which can go away and come back on the same address and data. */
export class Server {
  readonly url: string;
  readonly #folder = dataFolder();
  readonly #port: number;
  #child: ChildProcess | null = null;
  #ended: Promise<unknown> = Promise.resolve();
  #cookie = "";

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://localhost:${port}`;
  }

  static async start(args: string[]): Promise<Server> {
    const server = new Server(await freePort());
    const link = await server.#run(args);
    const signedIn = await fetch(link, { redirect: "manual" });
    server.#cookie = signedIn.headers
      .getSetCookie()
      .map((cookie) => cookie.split(";")[0])
      .join("; ");
    return server;
  }

  /** What a member does who is signed in to the workspace. */
  get member(): Api {
    return createApi(async ({ method, path, body }) => {
      const response = await fetch(`${this.url}${path}`, {
        method,
        headers: { cookie: this.#cookie, origin: this.url, "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    });
  }

  /** The workspace in a browser where this member is signed in. */
  async signIn(browser: BrowserContext): Promise<void> {
    const cookies = this.#cookie.split("; ").map((cookie) => {
      const [name = "", ...value] = cookie.split("=");
      return { name, value: value.join("="), url: this.url };
    });
    await browser.addCookies(cookies);
  }

  confirm(userCode: string): Promise<unknown> {
    return this.member(access.decidePairing, { userCode, approve: true });
  }

  async goAway(): Promise<void> {
    this.#child?.kill("SIGTERM");
    await this.#ended;
  }

  async comeBack(): Promise<void> {
    await this.#run([]);
  }

  async close(): Promise<void> {
    await this.goAway();
    this.#folder.remove();
  }

  async #run(args: string[]): Promise<string> {
    const { child, link, ended } = await start(args, { SIDENOTE_DATA: this.#folder.path, PORT: String(this.#port) });
    this.#child = child;
    this.#ended = ended;
    return link;
  }
}

async function freePort(): Promise<number> {
  const probe = net.createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address() as net.AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
