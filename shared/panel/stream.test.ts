import { emailDraft } from "@sidenote/contract/context";
import { expect, test } from "vitest";
import { Away } from "./client.ts";
import { readStream } from "./stream.ts";

const result = {
  draft: "Вітаю, Märta — 🧊",
  subject: null,
  statements: [],
  blanks: [],
  model_used: "builtin",
  fallback_reason: null,
  left_machine: false,
  tokens: { input: 0, output: 0 },
  interaction_id: null,
};
const said = [
  "event: text\r\n",
  `data: ${JSON.stringify({ type: "text", text: "Вітаю, Märta — 🧊" })}\r\n\r\n`,
  ": still there\n\n",
  `data: ${JSON.stringify({ type: "done", result })}\n\n`,
].join("");
const bytes = new TextEncoder().encode(said);

const streamOf = (...pieces: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

async function read(body: ReadableStream<Uint8Array>): Promise<{ heard: string[]; draft: string }> {
  const heard: string[] = [];
  const { signal } = new AbortController();
  const { draft } = await readStream(body, emailDraft, {
    signal,
    onEvent: (event) => heard.push((event as { type: string }).type),
  });
  return { heard, draft };
}

const whole = { heard: ["text", "done"], draft: result.draft };

test("a stream in two pieces says the same wherever it is parted: in a letter, between CR and LF, in a field, between events", async () => {
  for (let at = 0; at <= bytes.length; at++)
    expect(await read(streamOf(bytes.slice(0, at), bytes.slice(at))), `parted at ${at}`).toEqual(whole);
});

test("a stream that comes byte by byte says the same", async () => {
  expect(await read(streamOf(...Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(whole);
});

test("a stream that is cut at any byte before its end is no answer", async () => {
  for (let at = 0; at < bytes.length; at++)
    await expect(read(streamOf(bytes.slice(0, at))), `cut at ${at}`).rejects.toBeInstanceOf(Away);
});

test("a stream that breaks at any byte before its end is no answer", async () => {
  for (let at = 0; at < bytes.length; at++) {
    let sent = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (sent) return controller.error(new Error("the connection is gone"));
        sent = true;
        controller.enqueue(bytes.slice(0, Math.max(1, at)));
      },
    });
    await expect(read(body), `broken at ${at}`).rejects.toBeInstanceOf(Away);
  }
});
