import type { Person } from "@sidenote/contract/emails";
import type { InputOf } from "@sidenote/contract/endpoint";
import type { RecipientKind, Voice, VoiceFrame, voice } from "@sidenote/contract/voice";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../core/context.ts";
import type { Tx } from "../../core/db/database.ts";
import { change, read } from "../../core/db/transaction.ts";
import { stale } from "../../core/errors.ts";
import { editsOf, SMALL_TALK } from "./edits.ts";
import { NOTHING } from "./learn.ts";
import { kindOf, ownDomains } from "./read.ts";
import { voiceTable } from "./table.ts";

const UNKNOWN: Voice = {
  mails: 0,
  learntAt: null,
  learnt: NOTHING,
  edited: { frames: {}, phrases: null },
  allowExamples: false,
  version: 1,
};

export const getVoice = (ctx: Ctx): Promise<Voice> => read(ctx, voiceIn);

async function voiceIn(tx: Tx): Promise<Voice> {
  const [row] = await tx.select().from(voiceTable);
  if (!row) return UNKNOWN;
  const { inserted, ...known } = row;
  return { ...known, edits: editsOf(inserted) };
}

/** Whose mails are one sentence long has no room for small talk. */
const SHORT = 1;

/** Courtesies that the member takes out of drafts, and those for which their mails are too short. */
export const droppedCourtesies = (ctx: Ctx): Promise<string[]> =>
  read(ctx, async (tx) => {
    const { learnt, edited, edits } = await voiceIn(tx);
    const sentences = edited.manner?.sentences ?? learnt.length?.sentences ?? null;
    return [...(edits?.dropped ?? []), ...(sentences !== null && sentences <= SHORT ? SMALL_TALK : [])];
  });

export const updateVoice = (ctx: Ctx, input: InputOf<typeof voice.update>): Promise<Voice> =>
  change(ctx, "voice.update", async (tx) => {
    const before = await voiceIn(tx);
    const { version, frames = {}, phrases, manner = {}, allowExamples } = input;
    const edited = {
      frames: Object.fromEntries(
        Object.entries({ ...before.edited.frames, ...frames }).filter(([, frame]) => frame !== null),
      ) as Voice["edited"]["frames"],
      phrases: phrases === undefined ? before.edited.phrases : phrases,
      manner: { ...before.edited.manner, ...manner },
    };
    const row = { edited, allowExamples: allowExamples ?? before.allowExamples, version: version + 1 };
    const written =
      before.version === version
        ? await tx
            .insert(voiceTable)
            .values({ ...row, learnt: before.learnt })
            .onConflictDoUpdate({
              target: [voiceTable.orgId, voiceTable.ownerId],
              set: row,
              setWhere: eq(voiceTable.version, version),
            })
            .returning({ version: voiceTable.version })
        : [];
    if (written.length === 0) throw stale(before, input);
    const after = await voiceIn(tx);
    return { after, before, recordId: ctx.actor.memberId, private: true };
  });

/** How the member writes between greeting and closing: what they said themselves, else what was learnt. */
type Manner = { words: number | null; sentences: number | null; formality: number | null; phrases: string[] };

/** For a model to write like that; null unless the member lets one see how they write. */
export const voiceManner = (ctx: Ctx): Promise<Manner | null> =>
  read(ctx, async (tx) => {
    const { learnt, edited, allowExamples } = await voiceIn(tx);
    if (!allowExamples) return null;
    return {
      words: edited.manner?.words ?? learnt.length?.words ?? null,
      sentences: edited.manner?.sentences ?? learnt.length?.sentences ?? null,
      formality: edited.manner?.formality ?? learnt.formality,
      phrases: edited.phrases ?? learnt.phrases,
    };
  });

/** Fewer mails of a kind are no habit. */
const LEAST_USES = 3;

/**
 * How the member begins and ends a mail to these people: what they said themselves, else what was learnt with confidence. Null
 * where neither tells.
 */
export const voiceFrame = (ctx: Ctx, to: readonly Person[], isKnown: boolean): Promise<VoiceFrame> =>
  read(ctx, async (tx) => {
    const known = await voiceIn(tx);
    return frameOfKind(
      known,
      kindOf(to, await ownDomains(tx, ctx), () => isKnown),
    );
  });

/** How mails to people of this kind begin and end: as the member said, else as was learnt from enough of them. */
function frameOfKind({ learnt, edited }: Voice, kind: RecipientKind): VoiceFrame {
  const habit = learnt.frames[kind];
  const said = edited.frames[kind] ?? {};
  return {
    greeting: said.greeting ?? (habit.greeted >= LEAST_USES ? habit.greeting : null),
    closing: said.closing ?? (habit.closed >= LEAST_USES ? habit.closing : null),
    signOff: said.signOff ?? habit.signOff,
  };
}
