import type { Person } from "@sidenote/contract/emails";
import type { VoiceFrame } from "@sidenote/contract/voice";
import type { Ctx } from "../../core/context.ts";
import { frameIn } from "../../core/mail/said/frame.ts";
import { fillForm, formFor } from "../../core/mail/said/greeting-form.ts";
import { allSources, type Facts } from "../context/index.ts";
import { isGroup, voiceExamples, voiceFrame } from "../voice/index.ts";

/**
 * How the member begins and ends mails to this person: as they did last time, else as they do with people of that kind. A mail to
 * a group begins as those do.
 */
export async function draftVoice(ctx: Ctx, facts: Facts, recipients?: readonly Person[]): Promise<VoiceFrame> {
  const mails = allSources(facts)
    .filter((source) => source.kind === "mail" && source.by !== "other")
    .sort((a, b) => (b.at ?? "").localeCompare(a.at ?? ""));
  const to = recipients ?? [facts.person];
  const habit = await voiceFrame(ctx, to, mails.length > 0);
  const before = mails
    .filter((source) => source.by === "you")
    .map((source) => frameIn(source.text, source.spans, { name: facts.member.name, address: "" }, [facts.person]));
  // Not "All:", which a mail to this person and others began with.
  const greeting = before.find((frame) => frame.greeting?.includes("{"))?.greeting;
  return {
    greeting:
      (isGroup(to) ? habit.greeting : null) ??
      greeting ??
      (habit.greeting && formFor(habit.greeting, facts.person.name)),
    closing: before.find((frame) => frame.closing !== null)?.closing ?? habit.closing,
    signOff: before.find((frame) => frame.signOff !== null)?.signOff ?? habit.signOff,
  };
}

/** Mails of the member's to others of that kind; none where they have not allowed it. Those of the exchange are there anyway. */
export function draftExamples(ctx: Ctx, facts: Facts, recipients?: readonly Person[]): Promise<string[]> {
  const mails = allSources(facts).filter((source) => source.kind === "mail");
  return voiceExamples(ctx, recipients ?? [facts.person], mails.length > 0, new Set(mails.map((one) => one.id)));
}

/** By what words a greeting or a closing is of a language. */
const OF: Readonly<Record<string, RegExp>> = {
  en: /\b(hi|hello|hey|dear|good (morning|afternoon|evening|day)|greetings|all|team|folks|everyone|regards|rgds|wishes|best|thanks|thank you|cheers|cordially|sincerely|yours|respectfully|take care|talk|see you|have a)\b/i,
  uk: /\p{Script=Cyrillic}/u,
  de: /\b(hallo|liebe[rs]?|guten|sehr geehrte\w*|moin|servus|gruß|mfg|lg|vg|dank)\b|grüße/i,
  fr: /\b(bonjour|bonsoir|salut|ch[eè]re?|cordialement|salutations|merci|amicalement|bient[oô]t)\b/i,
  es: /\b(hola|buen[oa]s|estimad[oa]s?|saludos?|atentamente|gracias|abrazo)\b/i,
  it: /\b(ciao|buongiorno|buonasera|gentile|saluti|grazie)\b/i,
  pl: /\b(dzień dobry|cześć|pozdrawiam|poważaniem|witam)\b/i,
  sv: /\b(hej|hejsan|hälsningar|hälsning|mvh|tack)\b/i,
};

/** Forms of the member's own that fit the draft's language and for which the name is known. */
export function inVoice(
  voice: VoiceFrame | undefined,
  language: string,
  name: string,
): { greeting?: string | null; closing?: string | null } {
  const fits = (form: string | null): form is string => {
    if (form === null) return false;
    const words = form.replace(/\{\w+\}/g, "");
    return !/\p{L}/u.test(words) || (OF[language]?.test(words) ?? false);
  };
  if (!voice) return {};
  return {
    greeting: fits(voice.greeting) ? fillForm(voice.greeting, name) : null,
    closing: fits(voice.closing) ? voice.closing : null,
  };
}
