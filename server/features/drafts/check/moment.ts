import { MONTHS, WEEKDAYS } from "../../../core/text/calendar-words.ts";
import { dayIn } from "../../../core/text/dates.ts";
import type { FactSource, Facts } from "../../context/index.ts";
import type { Token } from "./tokens.ts";

/** "Tomorrow" in a mail of last month is long past, and what was attached to it is not attached to this one. */

const OF_ITS_DAY =
  /\b(today|tomorrow|tonight|yesterday|right now|this (morning|afternoon|evening|week|month)|(next|last) (week|month|year)|heute|morgen|gestern|demain|hier)\b|(?<!\p{L})(сьогодні|завтра|вчора|післязавтра|(цього|наступного|минулого) (тижня|місяця|року))(?!\p{L})/iu;
const OF_ITS_MAIL =
  /\b(attached|enclosed|herewith|anbei|ci-joint|adjunto|attachment)\b|(?<!\p{L})(додаю|додаємо|у вкладенні|в додатку|у додатку)(?!\p{L})/iu;
const DAYS = new Set(WEEKDAYS.flat());
const OF_YEAR = new Set(MONTHS.flat());
const MS_PER_DAY = 86_400_000;
/** A weekday alone is the next one. */
const WEEKDAY_HOLDS = 6;

/** Whether a sentence of a mail says the same when it is said today, in another mail. */
export function holdsToday(sentence: string, said: readonly Token[], { kind, at }: FactSource, facts: Facts): boolean {
  if (kind !== "mail") return true;
  if (OF_ITS_MAIL.test(sentence)) return false;
  if (at === null) return true;
  const { timeZone } = facts.member;
  if (OF_ITS_DAY.test(sentence)) return dayIn(at, timeZone) === dayIn(facts.now, timeZone);
  const isAlone = (one: Token, i: number) =>
    one.kind === "when" &&
    DAYS.has(one.key) &&
    !said.slice(Math.max(0, i - 2), i + 3).some((it) => it.kind === "when" && OF_YEAR.has(it.key));
  return !said.some(isAlone) || Date.parse(facts.now) - Date.parse(at) <= WEEKDAY_HOLDS * MS_PER_DAY;
}
