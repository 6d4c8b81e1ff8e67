import type { TimelineEntry } from "@sidenote/contract/contacts";
import type { Context } from "@sidenote/contract/context";
import type { Host } from "../host.ts";
import { Section } from "../ui/Section.tsx";
import { exactTime, format, roughHours, shortDate } from "../ui/when.ts";
import { calledBy, count, grouped } from "../words.ts";
import { Months } from "./Months.tsx";

const SHOWN = 5;

/** What the two have had to do with each other. */
export function TogetherCard({ context, host }: { context: Context; host: Host }) {
  const { months, answersInHours, timeline, contact, firstContactAt } = context;
  const name = calledBy(context.person);
  if (timeline.length === 0 && !firstContactAt)
    return (
      <Section title="Together">
        <p className="t-2">No saved mail with {name} yet.</p>
      </Section>
    );
  return (
    <Section
      label="Together"
      title={firstContactAt ? `Since ${monthOf(firstContactAt)}` : "Together"}
      aside={
        <span className="t-meta num clip" title={inWords(context, name)}>
          {figures(context)}
        </span>
      }
    >
      <Months months={months} name={name} />
      {(answersInHours.they !== null || answersInHours.you !== null) && (
        <div className="row wrap between t-meta num pace">
          <span>{answersInHours.they !== null && `${name} answers in about ${roughHours(answersInHours.they)}`}</span>
          <span>
            {answersInHours.you !== null &&
              `you in ${answersInHours.they === null ? "about " : ""}${roughHours(answersInHours.you)}`}
          </span>
        </div>
      )}
      <ul className="list entries">
        {timeline.slice(0, SHOWN).map((entry, i) => (
          // By its place: the next person's mails stand in the same lines.
          <Entry key={i} entry={entry} open={() => host.openWorkspace(pathOf(entry, contact?.id))} />
        ))}
      </ul>
    </Section>
  );
}

/** What the two wrote to each other; what the member only saw of them apart, or the sums below would not fit. */
const figures = ({ mails, meetings = 0 }: Context): string =>
  [
    mails.in + mails.out > 0 && count(mails.in + mails.out, "mail"),
    mails.observed > 0 && `${grouped(mails.observed)} seen`,
    meetings > 0 && count(meetings, "meeting"),
  ]
    .filter(Boolean)
    .join(" · ");

const inWords = ({ mails }: Context, name: string): string =>
  [
    `${count(mails.in, "mail")} from ${name}, ${grouped(mails.out)} from you`,
    mails.observed > 0 && `${grouped(mails.observed)} of others that ${name} is on as well`,
  ]
    .filter(Boolean)
    .join("; ");

function Entry({ entry: { at, title, kind, direction }, open }: { entry: TimelineEntry; open: () => void }) {
  return (
    <li>
      <button type="button" className="entry" onClick={open} title={title}>
        <time className="t-meta num" dateTime={at} title={exactTime(at)}>
          {shortDate(at)}
        </time>
        <span className="clip grow" dir="auto">
          {title || "No subject"}
        </span>
        <span className="t-meta">{kind === "email" ? (direction === "observed" ? "seen" : direction) : kind}</span>
      </button>
    </li>
  );
}

const pathOf = ({ id, threadId }: TimelineEntry, contactId: string | undefined): string =>
  threadId ? `/threads/${threadId}?mail=${id}` : contactId ? `/contacts/${contactId}?entry=${id}` : `/activities/${id}`;

const monthOf = (at: string): string => format({ month: "long", year: "numeric" }).format(new Date(at));
