import type { ContactSummary } from "@sidenote/contract/contacts";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Face } from "@sidenote/panel/ui/Face.tsx";
import { Link } from "wouter";
import { LastContact } from "../records/LastContact.tsx";

export function ContactRow({ contact, save }: { contact: ContactSummary; save?: () => void }) {
  const { id, name, title, address, company, lastContactAt, state, archived } = contact;
  return (
    <li className="record-row">
      <Link href={`/contacts/${id}`} className="record-link" data-row={id}>
        <Face name={name || address || "?"} size="s" />
        <span className="clip">
          <span className="strong">{name || address}</span>
          {title && <span className="t-meta"> {title}</span>}
        </span>
        <span className="clip t-2 wide">{company?.name}</span>
        <span className="clip t-meta wide">{name ? address : ""}</span>
        <LastContact at={lastContactAt} />
      </Link>
      {save && state === "seen" && !archived && (
        <Button small onClick={save} data-with-row aria-label={`Save ${name || address}`}>
          Save
        </Button>
      )}
    </li>
  );
}
