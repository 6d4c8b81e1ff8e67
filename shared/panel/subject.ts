import type { Screen } from "@sidenote/contract/context";
import type { Person, ScreenMessage } from "@sidenote/contract/emails";
import { organizations } from "@sidenote/contract/organizations";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useClient } from "./client.ts";
import type { Compose, Host, Subject } from "./host.ts";

/** One person of what is on screen, and the mails that it is about. */
export type Situation = {
  person: Person;
  /** `thr_…`, `gmail:…`; null for a mail of its own. */
  threadKey: string | null;
  subject: string;
  messages: ScreenMessage[];
  compose: Pick<Compose, "id" | "isReply" | "recipients"> | null;
  /** What is asked about where nothing of it is stored. */
  screen: Screen;
  /** The same for the same person in the same thread or compose, whatever is typed there. */
  key: string;
};

/** What the host shows: undefined until it said so, null where it is nobody. The member is nobody there by any of their addresses. */
export function useSubject(host: Host): Subject | null | undefined {
  const [subject, setSubject] = useState<Subject | null>();
  const own = useOwnAddresses();
  useEffect(() => {
    const end = new AbortController();
    host.watchSubject((next) => setSubject(next), end.signal);
    return () => end.abort();
  }, [host]);
  return useMemo(
    () => subject && { ...subject, people: subject.people.filter(({ address }) => !own.includes(address)) },
    [subject, own],
  );
}

const NONE: readonly string[] = [];

/** A page tells of the address that is signed in there; from which others the member writes, the server knows. */
function useOwnAddresses(): readonly string[] {
  const client = useClient();
  const me = useQuery({
    queryKey: ["me"],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => client.api(organizations.me, {}, { signal }),
  });
  return me.data?.ownAddresses ?? NONE;
}

/** Whom the panel is about: whom the member chose, as long as the same thing is on screen, else the most relevant. */
export function usePerson(subject: Subject | null | undefined): [Person | null, (person: Person) => void] {
  const [chosen, setChosen] = useState<{ address: string; thing: string } | null>(null);
  const thing = `${subject?.thread?.key ?? ""} ${subject?.compose?.id ?? ""}`;
  const people = subject?.people ?? [];
  const person = (chosen?.thing === thing && people.find((one) => one.address === chosen.address)) || people[0] || null;
  return [person, ({ address }) => setChosen({ address, thing })];
}

/** Stays the same object until person, thread or messages change: what is typed into a compose asks nothing anew. */
export function useSituation(subject: Subject | null | undefined, person: Person | null): Situation | null {
  const made = subject && person ? situationOf(subject, person) : null;
  const print = made && fingerprint(made);
  return useMemo(() => made, [print]);
}

function situationOf({ thread, compose }: Subject, person: Person): Situation {
  const messages = thread?.messages ?? [];
  const subject = thread?.subject ?? "";
  const ownMail = compose && !compose.isReply ? compose.id : undefined;
  return {
    person,
    threadKey: thread?.key ?? null,
    subject,
    messages,
    compose: compose && { id: compose.id, isReply: compose.isReply, recipients: compose.recipients },
    screen: {
      address: person.address,
      name: person.name,
      subject,
      messages: messages.map(({ sourceId, from, at, text }) => ({
        id: sourceId,
        from: from.name ? `${from.name} <${from.address}>` : from.address,
        at,
        text,
      })),
    },
    key: [person.address, ownMail ?? thread?.key ?? messages[0]?.sourceId ?? compose?.id ?? ""].join(" "),
  };
}

const fingerprint = ({ key, person, subject, messages, compose }: Situation): string =>
  JSON.stringify([
    key,
    person.name,
    subject,
    compose,
    messages.map(({ sourceId, at, text }) => [sourceId, at, text.length]),
  ]);
