import type { CaptureDecision } from "@sidenote/contract/capture";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { knownAddresses } from "../contacts/index.ts";
import { ownAddresses } from "../organizations/index.ts";
import { type Candidate, decide, type HandedInBy } from "./decide.ts";
import { forgottenAmong } from "./forgotten.ts";
import { policyIn } from "./service.ts";

/** A message that is about to be stored, or might be: who is on it and in its thread, and the names that both go by. */
export type Handed = Omit<Candidate, "forgotten"> & { names: readonly string[] };

/** Asks the member's policy about each of these messages. Everything that stores mail asks here first. */
export async function judge(tx: Tx, ctx: Ctx, messages: readonly Handed[], by: HandedInBy): Promise<CaptureDecision[]> {
  const policy = await policyIn(tx);
  const forgotten =
    policy.forgotten > 0
      ? await forgottenAmong(
          tx,
          ctx,
          messages.flatMap((message) => message.names),
        )
      : new Set<string>();
  const own = new Set(await ownAddresses(tx, ctx));
  const looksAtContacts = by === "policy" && policy.mode === "known_contacts";
  const people = looksAtContacts ? messages.flatMap((message) => [...message.people, ...message.inThread]) : [];
  const known = { own, contacts: await knownAddresses(tx, [...new Set(people)]) };
  return messages.map((message) =>
    decide({ ...message, forgotten: message.names.some((name) => forgotten.has(name)) }, policy, known, by),
  );
}
