import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import type net from "node:net";
import path from "node:path";
import tls from "node:tls";
import { selfSigned } from "./certificate.ts";

const saved = path.join(import.meta.dirname, "../pages/gmail");
const NONCE = "c2lkZW5vdGU";

/** Stricter than Gmail's own: nothing is allowed that is not named, scripts by nonce, connections to itself, Trusted Types. */
const POLICY = [
  "default-src 'none'",
  `script-src 'nonce-${NONCE}'`,
  "style-src 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types gmail",
].join("; ");

/** As Gmail's own, without which a browser would set the page in. */
const STYLE = "<style>body { margin: 0 }</style>";

/** What Gmail's own script would notice: what is typed, and the keys that are its shortcuts. */
const WATCHER = `
  window.heard = { inputs: 0, keys: [], resizes: 0, messages: [] };
  addEventListener("input", () => heard.inputs++, true);
  addEventListener("keydown", (e) => heard.keys.push(e.key), true);
  addEventListener("resize", () => heard.resizes++);
  addEventListener("message", (e) => heard.messages.push(e.data));
`;

export type MailGoogle = {
  /** For the browser's proxy setting. */
  port: number;
  /** Every host that was asked for, in order, with those that were refused. */
  asked: string[];
  close(): Promise<void>;
};

/**
 * A proxy that answers for mail.google.com with the saved pages (/mail/u/0/thread → thread.html) and refuses and remembers
 * everything else: so no test reaches the real one, and nothing phones home unseen.
 */
export async function mailGoogle(): Promise<MailGoogle> {
  const asked: string[] = [];
  const { key, cert } = selfSigned("mail.google.com");
  const pages = http.createServer((request, response) => {
    const name = path.basename(new URL(request.url ?? "/", "https://mail.google.com").pathname);
    const file = path.join(saved, `${name}.html`);
    if (!/^[\w-]+$/.test(name) || !existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": POLICY });
    response.end(
      readFileSync(file, "utf8").replace("</head>", `${STYLE}<script nonce="${NONCE}">${WATCHER}</script></head>`),
    );
  });
  const secure = tls.createServer({ key, cert, ALPNProtocols: ["http/1.1"] }, (socket) =>
    pages.emit("connection", socket),
  );
  const open = new Set<net.Socket>();
  const proxy = http.createServer((request, response) => {
    asked.push(new URL(request.url ?? "http://unknown").host);
    response.writeHead(502).end();
  });
  proxy.on("connect", (request, socket: net.Socket) => {
    asked.push(request.url ?? "");
    open.add(socket);
    socket.on("close", () => open.delete(socket)).on("error", () => {});
    if (request.url !== "mail.google.com:443") return void socket.end("HTTP/1.1 502 Refused\r\n\r\n");
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    secure.emit("connection", socket);
  });
  secure.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    port: (proxy.address() as net.AddressInfo).port,
    asked,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}
