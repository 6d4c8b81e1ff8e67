import type { Saving } from "../saving.ts";
import type { OnScreen } from "../stored.ts";
import { exactTime, shortDate } from "../ui/when.ts";
import { calledBy, count } from "../words.ts";

/** Of the mails on screen: saved, or not and why. One sentence where one is true of all, else a line for each. */
export function SavedLines({ saving: { onScreen, capturing, isKept } }: { saving: Saving }) {
  if (capturing) return <p className="t-meta grow">Saving …</p>;
  const lines = onScreen.map((one) => ({ ...one, words: wordsOf(one, isKept(one.message.sourceId)) }));
  const [first] = lines;
  if (!first) return null;
  const isOne = lines.every(({ words }) => words === first.words);
  if (isOne)
    return (
      <p className="t-meta grow" role="status">
        {lines.length === 1 ? `This mail is ${first.words}` : `These ${count(lines.length, "mail")} are ${first.words}`}
      </p>
    );
  const saved = lines.filter(({ state }) => state.emailId).length;
  return (
    <details className="t-meta grow why">
      <summary>
        {saved} of {count(lines.length, "mail")} saved
      </summary>
      <ul>
        {lines.map(({ message, words }) => (
          <li key={message.sourceId}>
            <time dateTime={message.at} title={exactTime(message.at)}>
              {shortDate(message.at)}
            </time>
            , {calledBy(message.from)}: {words}
          </li>
        ))}
      </ul>
    </details>
  );
}

function wordsOf({ state: { emailId, storedBy, decision } }: OnScreen, kept: boolean): string {
  const { because, reason, store } = decision;
  if (emailId === null && kept) return "kept here until the server is back";
  // It would be saved, and is not: the member took it back.
  if (emailId === null) return store ? "not saved, because you took it back" : `not saved, because ${because}`;
  if (reason === "never_store") return `saved, though ${because}`;
  if (storedBy === "import") return "saved from an import";
  return storedBy === "policy" && store ? `saved, because ${because}` : "saved";
}
