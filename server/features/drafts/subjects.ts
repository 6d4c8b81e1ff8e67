import type { drafts } from "@sidenote/contract/drafts";
import type { InputOf, OutputOf } from "@sidenote/contract/endpoint";
import type { Ctx } from "../../core/context.ts";
import { isFrameLine } from "../../core/mail/said/frame.ts";
import { sentencesIn } from "../../core/mail/said/sentences.ts";
import { type Facts, gatherFacts } from "../context/index.ts";
import { theirAsks } from "./builtin/asked.ts";
import { kindOf } from "./builtin/kinds.ts";
import { theirLast } from "./builtin/thread.ts";
import { claimsIn, stands } from "./check/claims.ts";
import { askLines } from "./lines.ts";
import { subjectsPrompt } from "./prompt.ts";
import { madeOf } from "./service.ts";

const MOST = 3;
const LONGEST = 70;

/** Subject lines for a draft, made of its own words and its thread's; a model's must say nothing else either. */
export async function suggestSubjects(
  ctx: Ctx,
  input: InputOf<typeof drafts.subjects>,
): Promise<OutputOf<typeof drafts.subjects>> {
  const facts = await gatherFacts(ctx, input);
  const own = ownSubjects(facts, input.draft, input.purpose ?? "");
  const known = [input.draft, ...facts.thread.map((one) => one.subject), facts.person.name].join("\n").toLowerCase();
  const { held, answer } = await askLines(ctx, {
    task: "subjects",
    prompt: subjectsPrompt(input.draft, facts.thread.at(-1)?.subject ?? ""),
    preferBuiltin: input.builtin === true,
    read: (text) => text.split("\n").flatMap((line) => subjectIn(line, known) ?? []),
    builtin: own,
  });
  return { subjects: [...new Set([...held, ...own])].slice(0, MOST), ...madeOf(answer) };
}

function subjectIn(line: string, known: string): string | null {
  const text = line
    .replace(/^\s*([-*•]|\d[.)])\s*/, "")
    .replace(/^["“«]|["”»]$/g, "")
    .replace(/^subject:\s*/i, "")
    .trim();
  if (text === "" || text.length > LONGEST || /[[\]<>]/.test(text)) return null;
  return claimsIn(text).every((claim) => stands(claim.text, known)) ? text : null;
}

const bare = (subject: string): string => subject.replace(/^((re|fwd?|aw|sv|wg)\s*:\s*)+/i, "").trim();

const NAMED = {
  en: {
    "follow-up": "Following up",
    chase: "Reminder",
    thank: "Thank you",
    schedule: "A time to meet",
    introduce: "Introduction",
    question: "Your question",
    questions: "Your questions",
  },
  uk: {
    "follow-up": "Повертаючись до теми",
    chase: "Нагадування",
    thank: "Подяка",
    schedule: "Час зустрічі",
    introduce: "Знайомство",
    question: "Ваше запитання",
    questions: "Ваші запитання",
  },
} as const;
/** What any mail may say stands above none: courtesies, refusals, that something was said before, what somebody else wrote. */
const COURTEOUS =
  /^(thank|дякую|щиро|сподіваюся|скажіть|якщо виникнуть|перепрошую|на жаль|чекаю|буду чекати|чи є щось нове|чи вже була|чи (?:вам )?це зручно|хочу повернутися|пропоную домовитися|пропоную такий|який день і час|мій лист|у (?:моєму|вашому) листі|vielen dank|merci|gracias|grazie|dziękuję|tack|i hope|if you have|please tell|sincerely|unfortunately|i am (?:sorry|happy|glad|writing)|i agree|is there any news|have you had|would that suit|which day and time|how about \[|come back to|find a time|i look forward|on \d)/i;

function ownSubjects(facts: Facts, draft: string, purpose: string): string[] {
  const last = bare(facts.thread.at(-1)?.subject ?? "");
  const { kind, more } = kindOf(purpose, facts.thread.length > 0);
  const topic = capital(
    more
      .replace(
        /^(follow[- ]?up|write|ask|remind|chase|schedule|arrange|send|thank|introduce|confirm|answer|reply)\b(\s+(on|about|for|to|a|an|the|him|her|them|you)\b)*\s*/iu,
        "",
      )
      .trim(),
  );
  const named = /\p{Script=Cyrillic}/u.test(draft) ? NAMED.uk : NAMED.en;
  const prefix = kind in named ? named[kind as keyof typeof named] : null;
  const asks = kind === "answer" ? theirAsks(theirLast(facts)).filter(({ text }) => text.endsWith("?")).length : 0;
  const found = [
    last && `Re: ${last}`,
    prefix && (last || topic) ? `${prefix}: ${topic || last}` : (prefix ?? ""),
    topic,
    ...sayingsOf(draft),
    last && asks > 0 && `${asks === 1 ? named.question : named.questions}: ${last}`,
  ];
  return distinct(found.filter((one): one is string => Boolean(one)).map(short)).slice(0, MOST);
}

/** "The deposit is SEK 9,000" and "Re: the deposit is SEK 9,000" are one to whoever chooses. */
function distinct(subjects: readonly string[]): string[] {
  const seen = new Set<string>();
  return subjects.filter((one) => {
    const key = bare(one).toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** The draft's own sentences that are short enough to stand above it. */
function sayingsOf(draft: string): string[] {
  const paragraphs = draft
    .split(/\n{2,}/)
    .filter((one) => !isFrameLine(one.split("\n")[0]!) && !/\[[^\]]*\?\]/.test(one))
    .filter((one, i, all) => i < all.length - 1 || !NAME_ALONE.test(one.trim()));
  return paragraphs
    .flatMap((one) => sentencesIn(one, 0, one.length).map(({ text }) => text))
    .filter((text) => !COURTEOUS.test(text))
    .map((text) =>
      capital(
        text
          .replace(/[.!]$/, "")
          .replace(/^(?:as you asked, )?please find (.+) attached$/i, "$1")
          .replace(/^i would like to introduce you to /i, "Introduction: ")
          .replace(/^хочу представити вам /i, "Знайомство: ")
          .replace(/^хочу вас познайомити /i, "Знайомство ")
          .replace(/^хочу нагадати /i, "Нагадування ")
          .replace(/^when can i expect (.+)\?$/i, "$1")
          .replace(LEADS, "")
          .replace(/, як і просили$/i, ""),
      ),
    )
    .filter((text) => !COURTEOUS.test(text) && !/^follow up$/i.test(text) && text.split(/\s+/).length <= 10);
}

/** Who signs without a closing. */
const NAME_ALONE = /^\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*){0,2}$/u;
const LEADS =
  /^(as i (wrote|told you)( on [^,]+)?, |i would like to ask for |i would like to |i would be happy to (?:offer you )?|i will send you |i am writing to |could you tell me (?:more about )?|надсилаю |хочу |як зазначено в моєму листі від [^:]+: )/i;

const short = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/\s+\S*$/, "")} …`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
