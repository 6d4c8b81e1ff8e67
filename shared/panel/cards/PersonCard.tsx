import type { Context } from "@sidenote/contract/context";
import type { ReactNode } from "react";
import type { Host } from "../host.ts";
import type { Situation } from "../subject.ts";
import { Face } from "../ui/Face.tsx";
import { Section } from "../ui/Section.tsx";

/** Who this is. What the page itself says is there at once; the rest comes into places that are kept for it. */
export function PersonCard({
  situation: { person },
  context,
  isPending,
  host,
  children,
}: {
  situation: Situation;
  context: Context | undefined;
  isPending: boolean;
  host: Host;
  /** What can be saved. */
  children?: ReactNode;
}) {
  const contact = context?.contact ?? null;
  const company = context?.company ?? null;
  const isBare = !isPending && !contact?.title && !company;
  const name = contact?.name || context?.person.name || person.name || person.address;
  /** The address stands where the name would. */
  const isNameless = name === person.address;
  return (
    <Section label="Person" first>
      <div className={isBare && context ? "row top person bare" : "row top person"}>
        <Face name={name} />
        <div className="grow">
          <div className="row top between">
            <h2 className="t-name clip" title={name}>
              {contact ? (
                <button type="button" className="link" onClick={() => host.openWorkspace(`/contacts/${contact.id}`)}>
                  {name}
                </button>
              ) : (
                name
              )}
            </h2>
            {context && <State context={context} />}
          </div>
          {!(isBare && isNameless) && (
            <div className="t-2 line">
              {contact?.title}
              {contact?.title && company && ", "}
              {company && (
                <button
                  type="button"
                  className="link strong"
                  onClick={() => host.openWorkspace(`/companies/${company.id}`)}
                >
                  {company.name}
                </button>
              )}
              {isPending && <span className="skeleton" style={{ width: "60%" }} />}
              {isBare && <span className="t-meta">{person.address}</span>}
            </div>
          )}
          {!isBare && !isNameless && (
            <div className="t-meta clip" title={person.address}>
              {person.address}
            </div>
          )}
        </div>
      </div>
      {children}
    </Section>
  );
}

function State({ context: { contact } }: { context: Context }) {
  if (!contact) return <span className="tag">New</span>;
  if (contact.archived) return <span className="tag">Archived</span>;
  return contact.state === "saved" ? (
    <span className="tag good">Saved</span>
  ) : (
    <span className="tag" title="Seen in your mail; nobody but you knows of it">
      Seen in mail
    </span>
  );
}
