import type { OutputOf } from "@sidenote/contract/endpoint";
import { imports } from "@sidenote/contract/imports";
import { receiveBytes } from "../features/imports/index.ts";
import type { Person, World } from "./world.ts";

export type MailInput = {
  from?: string;
  to?: string;
  cc?: string;
  subject?: string;
  /** RFC 5322 date. */
  date?: string;
  id?: string | null;
  inReplyTo?: string;
  headers?: Record<string, string>;
  text?: string;
};

let made = 0;

/** A message as it stands in a file. By default Marta writes to Ada. */
export function mail(input: MailInput = {}): string {
  const id = input.id === undefined ? `<${++made}@nordfrakt.example>` : input.id;
  const headers: Record<string, string | null | undefined> = {
    From: input.from ?? "Marta Lindqvist <marta@nordfrakt.example>",
    To: input.to ?? "Ada Berg <ada@fjordkyl.example>",
    Cc: input.cc,
    Subject: input.subject ?? "Cold storage",
    Date: input.date ?? "Mon, 2 Feb 2026 10:00:00 +0100",
    "Message-ID": id,
    "In-Reply-To": input.inReplyTo,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    ...input.headers,
  };
  const lines = Object.entries(headers).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []));
  return `${lines.join("\n")}\n\n${input.text ?? "Hi Ada,\n\nthe two zones are what we need.\n\nBest regards\nMarta"}\n`;
}

export const mbox = (...mails: string[]): string =>
  mails.map((one) => `From MAILER Mon Feb  2 10:00:00 2026\n${one.replace(/^(>*From )/gm, ">$1")}\n`).join("");

/** Imports bytes the way the workspace and the command line do, and waits until all that follows is done. */
export async function importMail(
  world: World,
  person: Person,
  bytes: string | Uint8Array,
  options: { as?: string | null; name?: string } = {},
): Promise<OutputOf<typeof imports.get>> {
  const { as = "ada@fjordkyl.example", name = "mail.mbox" } = options;
  const made = await person.api(imports.create, { name, ...(as ? { as } : {}) });
  const body = typeof bytes === "string" ? Buffer.from(bytes) : bytes;
  await receiveBytes(
    person.ctx,
    { id: made.id, offset: 0 },
    (async function* () {
      yield body;
    })(),
  );
  await person.api(imports.start, { id: made.id });
  await world.work();
  return person.api(imports.get, { id: made.id });
}

/** An upload as it arrives. */
export async function* bytesOf(...chunks: string[]): AsyncGenerator<Buffer> {
  for (const chunk of chunks) yield Buffer.from(chunk);
}
