import type { VoiceFrame } from "@sidenote/contract/voice";
import type { Ctx } from "../../core/context.ts";
import { fillForm, frameIn } from "../../core/mail/frame.ts";
import { allSources, type Facts } from "../context/index.ts";
import { voiceFrame } from "../voice/index.ts";

/** How the member begins and ends mails to this person: as they did last time, else as they do with people of that kind. */
export async function draftVoice(ctx: Ctx, facts: Facts): Promise<VoiceFrame> {
  const mails = allSources(facts)
    .filter((source) => source.kind === "mail" && source.by !== "other")
    .sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
  const habit = await voiceFrame(ctx, facts.person, mails.length > 0);
  const before = mails
    .filter((source) => source.by === "you")
    .map((source) => frameIn(source.text, source.said, { name: facts.member.name, address: "" }, [facts.person]));
  // Not "All:", which a mail to this person and others began with.
  const greeting = before.find((frame) => frame.greeting?.includes("{"))?.greeting;
  return {
    greeting: greeting ?? habit.greeting,
    closing: before.find((frame) => frame.closing !== null)?.closing ?? habit.closing,
    signOff: before.find((frame) => frame.signOff !== null)?.signOff ?? habit.signOff,
  };
}

const ENGLISH =
  /\b(hi|hello|hey|dear|good (morning|afternoon|evening|day)|greetings|all|team|folks|everyone|regards|rgds|wishes|best|thanks|thank you|cheers|cordially|sincerely|yours|respectfully|take care|talk|see you|have a)\b/i;

/** Forms of the member's own that fit the draft's language and for which the name is known. */
export function inVoice(
  voice: VoiceFrame | undefined,
  locale: string,
  name: string,
): { greeting?: string | null; closing?: string | null } {
  const fits = (form: string | null): form is string => {
    if (form === null) return false;
    const words = form.replace(/\{\w+\}/g, "");
    if (!/\p{L}/u.test(words)) return true;
    return locale.startsWith("uk")
      ? /\p{Script=Cyrillic}/u.test(words)
      : locale.startsWith("en") && ENGLISH.test(words);
  };
  if (!voice) return {};
  return {
    greeting: fits(voice.greeting) ? fillForm(voice.greeting, name) : null,
    closing: fits(voice.closing) ? voice.closing : null,
  };
}
