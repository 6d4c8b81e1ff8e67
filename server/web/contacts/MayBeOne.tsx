import type { ContactSummary } from "@sidenote/contract/contacts";
import type { ContactId } from "@sidenote/contract/ids";
import { Link, useLocation } from "wouter";
import { PairsOf, PairsStrip } from "../records/PairsThatMayBeOne.tsx";
import { useContactPairs, useOneContact } from "./one-contact.ts";

const ABOUT = {
  label: "May be one person",
  show: (person: ContactSummary) => <Who person={person} />,
  called: ({ address }: ContactSummary) => address ?? "One of them",
};

/** Above the contacts: how many pairs may be one person. */
export function MayBeOneStrip() {
  const pairs = useContactPairs();
  const title =
    pairs.length === 1 ? "Two contacts may be one person" : `${pairs.length} pairs of contacts may be one person`;
  return <PairsStrip {...ABOUT} title={title} pairs={pairs} deciding={useOneContact()} />;
}

/** On a contact's page: who else may be this person. */
export function MayBeThis({ id }: { id: ContactId }) {
  const [, navigate] = useLocation();
  const deciding = useOneContact(({ keep }) => keep.id !== id && navigate(`/contacts/${keep.id}`, { replace: true }));
  return <PairsOf {...ABOUT} id={id} lead="May be the same person as" pairs={useContactPairs()} deciding={deciding} />;
}

function Who({ person: { id, name, address, company } }: { person: ContactSummary }) {
  return (
    <span className="clip">
      <Link href={`/contacts/${id}`} className="strong">
        {name || address}
      </Link>
      <span className="t-meta"> {[name && address, company?.name].filter(Boolean).join(", ")}</span>
    </span>
  );
}
