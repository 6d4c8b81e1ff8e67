import { parentPort } from "node:worker_threads";
import { MemoryBlob } from "./archive/memory-blob.ts";
import { incomingFromFile } from "./incoming.ts";
import { parseMail, UnreadableMail } from "./parse.ts";
import type { FromReader, ReadMessage, ToReader } from "./reader.ts";

/** The other end of `reader.ts`: reads messages one after the other. */
const port = parentPort!;
Object.assign(globalThis, { Blob: MemoryBlob });

port.on("message", async ({ id, bytes, lengths, fallbackAt }: ToReader) => {
  const messages: ReadMessage[] = [];
  let start = 0;
  for (const length of lengths) {
    messages.push(await readMessage(bytes.subarray(start, start + length), fallbackAt));
    start += length;
  }
  port.postMessage({ id, messages } satisfies FromReader, messages.flatMap(contents));
});

port.postMessage("ready" satisfies FromReader);

async function readMessage(bytes: Uint8Array, fallbackAt: string): Promise<ReadMessage> {
  if (bytes.length === 0) return { unreadable: "it is empty" };
  try {
    return { mail: incomingFromFile(await parseMail(bytes), fallbackAt) };
  } catch (error) {
    // Whatever a message does to the parser, it is that message's own affair: it is set aside, the others are read.
    const told = error instanceof UnreadableMail ? "" : "the reader fails on it: ";
    return { unreadable: `${told}${(error as Error).message}` };
  }
}

/** Attachments travel without being copied, unless they share their memory with others. */
const contents = (message: ReadMessage): ArrayBuffer[] =>
  "mail" in message
    ? message.mail.attachments.flatMap(({ content }) =>
        content.buffer instanceof ArrayBuffer && content.buffer.byteLength === content.byteLength
          ? [content.buffer]
          : [],
      )
    : [];
