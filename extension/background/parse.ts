import { Address } from "@sidenote/contract/address";
import { ScreenMessage } from "@sidenote/contract/emails";
import type { Subject } from "@sidenote/panel/host";
import { z } from "zod";

/**
 * What comes from a page is what a stranger may have written: only what has the right shape goes on, the rest is left out, and what
 * is too long is cut.
 */
const listOf = <T extends z.ZodType>(item: T, most: number) =>
  z.array(z.unknown()).transform((all) =>
    all.slice(0, most).flatMap((one) => {
      const read = item.safeParse(one);
      return read.success ? [read.data as z.output<T>] : [];
    }),
  );

const cut = (most: number) => z.string().transform((text) => text.slice(0, most).toWellFormed());

const Person = z.object({ name: cut(300), address: Address });
const Message = ScreenMessage.extend({
  subject: cut(2000),
  from: Person,
  to: listOf(Person, 500),
  text: cut(1_000_000),
});

const SubjectShape = z.object({
  people: listOf(Person, 200),
  thread: z
    .object({
      key: z
        .string()
        .regex(/^gmail:[\w.:-]{1,200}$/)
        .nullable(),
      subject: cut(2000),
      messages: listOf(Message, 200),
    })
    .nullable(),
  compose: z
    .object({
      id: z.string().max(100),
      isReply: z.boolean(),
      recipients: listOf(Person, 200),
      subject: cut(2000),
      text: cut(1_000_000),
    })
    .nullable(),
});

export function parseSubject(said: unknown): Subject | null {
  const read = SubjectShape.nullable().safeParse(said);
  return read.success ? (read.data as Subject | null) : null;
}

export const Placed = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), id: z.string().max(100) }),
  z.object({ ok: z.literal(false), reason: z.string().max(300) }),
]);
export const Insert = z.object({
  text: z.string().max(100_000),
  part: z.enum(["text", "subject"]),
  once: z.string().max(100),
});
export const Dock = z.object({ width: z.number().min(280).max(800), open: z.boolean() });
export const Fallback = z.object({ site: z.string().max(30), css: z.string().max(300), way: z.int().min(1).max(20) });
export const Request = z.object({
  method: z.enum(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: z
    .string()
    .regex(/^\/v1\/[^\\]*$/)
    .max(20_000),
  body: z.unknown().optional(),
  idempotencyKey: z.string().max(100).optional(),
});
export const GivenUp = z.string().max(100);
