import http from "node:http";
import type { AddressInfo } from "node:net";

export type SlowModel = { baseUrl: string; close(): Promise<void> };

const LINES = 24;
const PAUSE_MS = 2000;

/** Each another one: who says the same again and again is not heard to the end. */
const sentence = (line: number): string =>
  line === 1 ? "Thank you for your mail. " : `It was good to hear from you, ${"and ".repeat(line)}so on. `;

/** A model on this machine that thinks two seconds before each sentence. */
export async function slowModel(): Promise<SlowModel> {
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const server = http.createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "text/event-stream" });
    const say = (delta: object, finish: string | null = null) =>
      response.write(
        `data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", created: 1, model: "slow-1", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`,
      );
    let line = 0;
    const next = () => {
      if (response.destroyed) return;
      if (line === 0) say({ content: "Hi Marta,\n\n" });
      else if (line < LINES) say({ content: sentence(line) });
      else {
        say({ content: "\n\nBest regards,\nAda" });
        say({}, "stop");
        response.end("data: [DONE]\n\n");
        return;
      }
      line++;
      timers.add(setTimeout(next, PAUSE_MS));
    };
    next();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    async close() {
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
