import type { ContactId } from "@sidenote/contract/ids";
import { type Relationship, relationship } from "@sidenote/contract/relationship";
import { useQuery } from "@tanstack/react-query";
import { useClient } from "../client.ts";
import { useOpenRecord } from "../queries.ts";
import { Section } from "../ui/Section.tsx";
import { shortDate } from "../ui/when.ts";
import { calledBy, count, type Named } from "../words.ts";
import { days, Pace } from "./Pace.tsx";
import { ToneLine } from "./ToneLine.tsx";
import "./relationship.css";

type Open = (path: string) => void;

/**
 * How two people write to each other. It is asked for after everything else is there, and where a server does not know it, or
 * there is nothing to tell, there is no card.
 */
export function RelationshipCard({
  id,
  person,
  asks = true,
  open,
}: {
  id: ContactId;
  person: Named;
  /** Everything else is there. */
  asks?: boolean;
  open: Open;
}) {
  const client = useClient();
  const { data } = useQuery({
    queryKey: ["context", "relationship", id],
    enabled: asks,
    queryFn: ({ signal }) => client.api(relationship.get, { id }, { signal }),
    retry: false,
  });
  if (!data || data.theirs.mails + data.yours.mails === 0) return null;
  return <Together data={data} name={calledBy(person)} open={open} />;
}

function Together({ data, name, open }: { data: Relationship; name: string; open: Open }) {
  const { rhythm, theirs, yours } = data;
  const quiet = rhythm.state === "quiet" && rhythm.silence !== null;
  const isTold = data.answers.they !== null || data.answers.you !== null || rhythm.usual !== null;
  return (
    <Section
      title="How you write to each other"
      aside={quiet && <span className="tag owed num">quiet for {days(rhythm.silence!)}</span>}
    >
      <div className="relationship">
        <div>
          {isTold && <Pace answers={data.answers} rhythm={rhythm} name={name} />}
          <p className="t-meta">
            {!isTold && "Too few answers to tell how fast they come. "}
            {rhythmWords(rhythm)}
          </p>
        </div>
        <Topics topics={data.topics} open={open} />
        <ToneLine tone={data.tone} name={name} />
        <Examples examples={data.tone.examples} open={open} />
        <People people={data.inCommon} open={open} />
        <Files files={data.files} name={name} open={open} />
        <dl className="ways t-meta num">
          <Way who={`${name} to you`} way={theirs} />
          <Way who={`You to ${name}`} way={yours} />
        </dl>
      </div>
    </Section>
  );
}

/** The rule and what it is of, in words. */
function rhythmWords({ state, pauses, needed, usual, silence }: Relationship["rhythm"]): string {
  if (state === "unknown" || usual === null)
    return `${count(pauses, "pause")} between days with mail; ${needed} are needed to tell a rhythm.`;
  const base = `usual pause ${days(usual)}, the middle one of ${pauses} in two years`;
  if (state === "quiet") return `Off rhythm: three times the ${base}, and longer than nine in ten of them.`;
  return `The ${base}; now ${silence === 0 ? "none" : days(silence ?? 0)}.`;
}

function Topics({ topics, open }: { topics: Relationship["topics"]; open: Open }) {
  const show = useOpenRecord(open);
  if (topics.length === 0) return null;
  return (
    <div>
      <h3 className="t-meta">What about</h3>
      <ul className="row wrap topics">
        {topics.map(({ phrase, mails, source }) => (
          <li key={phrase}>
            <button
              type="button"
              className="chip"
              title={`${phrase}: “${source.quote}”`}
              onClick={() => show(source.id)}
            >
              <bdi>{phrase}</bdi> <span className="t-meta num">{mails}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Examples({ examples, open }: { examples: Relationship["tone"]["examples"]; open: Open }) {
  const show = useOpenRecord(open);
  if (examples.length === 0) return null;
  return (
    <ul className="list examples">
      {examples.map((one) => (
        <li key={`${one.id} ${one.start}`}>
          <button type="button" className="link" onClick={() => show(one.id)} title={one.quote}>
            “<bdi>{one.quote}</bdi>”
          </button>
        </li>
      ))}
    </ul>
  );
}

function People({ people, open }: { people: Relationship["inCommon"]; open: Open }) {
  if (people.length === 0) return null;
  return (
    <div>
      <h3 className="t-meta">Also on these mails</h3>
      <ul className="row wrap topics">
        {people.map(({ name, address, contactId, mails }) => (
          <li key={address}>
            <button
              type="button"
              className="chip"
              title={address}
              disabled={!contactId}
              onClick={() => contactId && open(`/contacts/${contactId}`)}
            >
              <bdi>{name || address}</bdi> <span className="t-meta num">{mails}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Files({ files, name, open }: { files: Relationship["files"]; name: string; open: Open }) {
  if (files.newest.length === 0) return null;
  return (
    <div>
      <h3 className="t-meta num">
        Files: {files.in} from {name}, {files.out} from you
      </h3>
      <ul className="list entries">
        {files.newest.slice(0, 3).map((file) => (
          <li key={`${file.emailId} ${file.name}`}>
            <button
              type="button"
              className="entry"
              title={file.name}
              onClick={() => open(`/threads/${file.threadId}?mail=${file.emailId}`)}
            >
              <time className="t-meta num" dateTime={file.at}>
                {shortDate(file.at)}
              </time>
              <span className="clip grow" dir="auto">
                {file.name}
              </span>
              <span className="t-meta">{file.direction}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Way({ who, way: { mails, firstAt, lastAt } }: { who: string; way: Relationship["theirs"] }) {
  return (
    <div className="row between">
      <dt className="clip">{who}</dt>
      <dd className="clip">
        {mails === 0 || !firstAt || !lastAt
          ? "nothing yet"
          : `${count(mails, "mail")}, ${shortDate(firstAt)} to ${shortDate(lastAt)}`}
      </dd>
    </div>
  );
}
