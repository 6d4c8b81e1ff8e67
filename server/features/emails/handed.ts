import type { CaptureDecision } from "@sidenote/contract/capture";
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { read } from "../../core/db/transaction.ts";
import type { IncomingMail } from "../../core/mail/incoming.ts";
import { peopleInHeader } from "../../core/mail/mime/header.ts";
import { type Handed, judge } from "../capture/index.ts";
import { threadSourceTable, threadTable } from "./table.ts";

/** What the capture policy is asked about: everybody on each mail and in its thread, here and as far as it is stored. */
export async function handed(tx: Tx, ctx: Ctx, mails: readonly IncomingMail[]): Promise<Handed[]> {
  const inThreads = await storedPeople(tx, ctx, mails);
  for (const mail of mails) {
    for (const thread of mail.threadSourceIds)
      inThreads.set(thread, [...(inThreads.get(thread) ?? []), ...peopleOf(mail)]);
  }
  return mails.map((mail) => ({
    people: peopleOf(mail),
    inThread: mail.threadSourceIds.flatMap((thread) => inThreads.get(thread) ?? []),
    names: namesOf(mail),
  }));
}

/** The policy's word on a message of an import that is not read as mail: too large, or unreadable. Its header says whose it is. */
export async function judgeHeader(ctx: Ctx, bytes: Uint8Array): Promise<CaptureDecision> {
  const [decision] = await read(ctx, (tx) => judgeHeaders(tx, ctx, [bytes]));
  return decision!;
}

export const judgeHeaders = (tx: Tx, ctx: Ctx, messages: readonly Uint8Array[]): Promise<CaptureDecision[]> =>
  judge(
    tx,
    ctx,
    messages.map((bytes) => {
      const { people, messageId } = peopleInHeader(bytes);
      return { people, inThread: [], names: messageId ? [`rfc:${messageId}`] : [] };
    }),
    "import",
  );

const peopleOf = (mail: IncomingMail): string[] =>
  [...[mail.from, ...mail.to, ...mail.cc, ...mail.bcc].map((person) => person.address), ...mail.beside].filter(
    (address) => address !== "",
  );

/** Every name by which a mail is known again after it or its thread was forgotten, also when a panel's copy comes next. */
export const namesOf = (mail: IncomingMail): string[] => [
  ...mail.threadSourceIds,
  ...mail.sourceIds,
  ...mail.references.map((id) => `rfc:${id}`),
  joinName(mail.joinKey),
  ...[...mail.sourceIds, joinName(mail.joinKey)].map(aloneName),
];

export const joinName = (key: string): string => `key:${key}`;

/** The name of one mail without its thread: what answers it does not go by this. */
export const aloneName = (name: string): string => `mail:${name}`;

async function storedPeople(tx: Tx, ctx: Ctx, mails: readonly IncomingMail[]): Promise<Map<string, string[]>> {
  const names = [...new Set(mails.flatMap((mail) => mail.threadSourceIds))];
  if (names.length === 0) return new Map();
  const found = await tx
    .select({ name: threadSourceTable.sourceId, people: threadTable.people })
    .from(threadSourceTable)
    .innerJoin(threadTable, eq(threadTable.id, threadSourceTable.threadId))
    .where(and(eq(threadSourceTable.ownerId, ctx.actor.memberId), inArray(threadSourceTable.sourceId, names)));
  return new Map(found.map(({ name, people }) => [name, people.map((person) => person.address)]));
}
