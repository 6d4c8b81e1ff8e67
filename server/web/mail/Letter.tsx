import type { Email, Owed, Person } from "@sidenote/contract/emails";
import type { Me } from "@sidenote/contract/organizations";
import { Face } from "@sidenote/panel/ui/Face.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { useState } from "react";
import { Attachments } from "./Attachments.tsx";
import { HtmlFrame } from "./HtmlFrame.tsx";
import { Prose } from "./Prose.tsx";
import { isHidden, type Part, partsOf, saidOf } from "./parts.ts";

const nameOf = ({ direction, from }: Email): string => (direction === "out" ? "You" : from.name || from.address);

/** An earlier mail in one line. */
export function Folded({ email, open }: { email: Email; open: () => void }) {
  return (
    <article
      id={email.id}
      className="letter folded"
      aria-label={`Mail of ${shortDate(email.at)} from ${nameOf(email)}`}
    >
      <button type="button" className="row" onClick={open} aria-expanded={false}>
        <Face name={email.from.name || email.from.address} size="s" />
        <span className="strong clip">{nameOf(email)}</span>
        <span className="t-2 clip grow" dir="auto">
          {saidOf(email).replace(/\s+/g, " ").slice(0, 200)}
        </span>
        <When at={email.at} />
      </button>
    </article>
  );
}

/** One mail as it reads: what was newly said; quotes, signature and HTML when they are asked for. */
export function Letter({
  me,
  email,
  asks,
  marked,
  fold,
}: {
  me: Me;
  email: Email;
  /** The sentence that waits, if it stands in this mail. */
  asks: Owed | null;
  marked: boolean;
  fold?: (() => void) | undefined;
}) {
  const [whole, setWhole] = useState(false);
  const [html, setHtml] = useState(false);
  const parts = partsOf(email);
  const hidden = parts.filter(isHidden);
  const shown = whole ? parts : parts.filter((part) => !isHidden(part));
  const askedAt = asks ? email.text.indexOf(asks.asks) : -1;
  const mark = asks && askedAt >= 0 ? { start: askedAt, length: asks.asks.length } : null;
  return (
    <article
      id={email.id}
      tabIndex={-1}
      className={marked ? "letter marked" : "letter"}
      aria-label={`Mail of ${shortDate(email.at)} from ${nameOf(email)}`}
    >
      <LetterHead me={me} email={email} fold={fold} />
      {html ? (
        <HtmlFrame id={email.id} />
      ) : (
        <div className="t-read prose">
          {shown.map((part) => (
            <Prose key={part.start} part={part} mark={mark} />
          ))}
          {email.text.trim() === "" && <p className="t-meta">This mail has no text.</p>}
        </div>
      )}
      <Attachments attachments={email.attachments} />
      {(email.hasHtml || hidden.length > 0) && (
        <p className="t-meta hidden-parts row wrap">
          {!html && hidden.length > 0 && (
            <>
              <span>{whole ? "Everything is shown" : hiddenWords(hidden)}</span>
              <button type="button" className="link accent" aria-expanded={whole} onClick={() => setWhole(!whole)}>
                {whole ? "hide" : "show"}
              </button>
            </>
          )}
          {email.hasHtml && (
            <>
              <span className="grow" />
              <button type="button" className="link accent" aria-pressed={html} onClick={() => setHtml(!html)}>
                {html ? "show as text" : "show as it was sent"}
              </button>
            </>
          )}
        </p>
      )}
    </article>
  );
}

/** Who wrote to whom, and when; the time folds the mail where it can be folded. */
function LetterHead({ me, email, fold }: { me: Me; email: Email; fold: (() => void) | undefined }) {
  const { from, to, cc, at } = email;
  return (
    <header className="row">
      <Face name={from.name || from.address} size="s" />
      <span className="strong clip" title={from.address}>
        {nameOf(email)}
      </span>
      <span className="t-meta clip grow" title={[...to, ...cc].map(({ address }) => address).join(", ")}>
        to {listOf(email, me)}
      </span>
      {fold ? (
        <button type="button" className="fold" onClick={fold} aria-expanded title="Fold this mail">
          <When at={at} long />
        </button>
      ) : (
        <When at={at} long />
      )}
    </header>
  );
}

const When = ({ at, long }: { at: string; long?: boolean }) => (
  <time className="t-meta num" dateTime={at} title={exactTime(at)}>
    {shortDate(at)}
    {long && !/^\d\d:\d\d$/.test(shortDate(at)) && `, ${timeOf(at)}`}
  </time>
);

const timeOf = (at: string): string => new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

function listOf({ to, cc }: Email, me: Me): string {
  const own = new Set(me.ownAddresses);
  const names = (people: Person[]) =>
    people.map(({ name, address }) => (own.has(address.toLowerCase()) ? "you" : name || address));
  const all = [...names(to), ...(cc.length > 0 ? [`cc ${names(cc).join(", ")}`] : [])];
  return all.length > 0 ? all.join(", ") : "nobody who is named";
}

function hiddenWords(hidden: readonly Part[]): string {
  const lines = hidden
    .filter(({ kind }) => kind === "quote")
    .reduce((sum, { text }) => sum + text.trim().split("\n").length, 0);
  const signature = hidden.some(({ kind }) => kind === "signature");
  const quoted = lines > 0 ? `${lines} quoted ${lines === 1 ? "line" : "lines"}` : "";
  const notice = hidden.some(({ kind }) => kind === "disclaimer") ? "legal notice" : "";
  const words = [signature ? "signature" : "", notice, quoted].filter(Boolean).join(" and ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} hidden`;
}
