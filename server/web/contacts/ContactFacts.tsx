import { companies } from "@sidenote/contract/companies";
import type { Contact } from "@sidenote/contract/contacts";
import { useClient } from "@sidenote/panel/client";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { Link } from "wouter";
import { useCompanyChoices } from "../companies/choices.ts";
import { EditText } from "../parts/EditText.tsx";

type Source = Contact["addresses"][number]["source"];
type Change = Record<string, unknown>;

const listed = (value: unknown): string => (value as string[]).join(", ");
const split = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean),
  ),
];

/** How each field is called, for the comparison of a change that came too late. */
export const fields = {
  name: { label: "Name", of: ({ name }: Contact) => name },
  title: { label: "What they do", of: ({ title }: Contact) => title ?? "" },
  companyId: { label: "Company", of: ({ company }: Contact) => company?.name ?? "", ofChange: () => "another company" },
  addresses: {
    label: "Addresses",
    of: ({ addresses }: Contact) => addresses.map(({ address }) => address).join(", "),
    ofChange: listed,
  },
  phones: { label: "Phones", of: ({ phones }: Contact) => phones.join(", "), ofChange: listed },
  tags: { label: "Tags", of: ({ tags }: Contact) => tags.join(", "), ofChange: listed },
  notes: { label: "About", of: ({ notes }: Contact) => notes ?? "" },
};

const WHERE = { mail: "from mail", person: "written by hand", page: "from a page", import: "from an import" };

/** Where a fact comes from and when; a mail that it comes from can be opened. */
export function From({ source }: { source: Source }) {
  const words = (
    <time dateTime={source.at} title={exactTime(source.at)}>
      {WHERE[source.kind]}, {shortDate(source.at)}
    </time>
  );
  return source.kind === "mail" && source.id?.startsWith("eml_") ? (
    <Link href={`/emails/${source.id}`}>{words}</Link>
  ) : (
    words
  );
}

export function ContactFacts({ contact, apply }: { contact: Contact; apply: (change: Change) => Promise<boolean> }) {
  const { api } = useClient();
  const choices = useCompanyChoices();
  const about = (field: string) => {
    const fact = contact.facts?.find((one) => one.field === field);
    return fact && <From source={fact.source} />;
  };
  const changeCompany = async (name: string) => {
    if (!name) return apply({ companyId: null });
    const { id } = (await choices.named(name)) ?? (await api(companies.create, { name }));
    return apply({ companyId: id });
  };
  const { name, title, company, addresses, phones, tags, notes } = contact;
  return (
    <Section label="Facts" first>
      <div className="facts">
        <EditText
          label="Name"
          value={name}
          about={about("name")}
          save={(text) => (text ? apply({ name: text }) : Promise.resolve(false))}
        />
        <EditText
          label="What they do"
          value={title ?? ""}
          about={about("title")}
          save={(text) => apply({ title: text || null })}
        />
        <EditText
          label="Company"
          value={company?.name ?? ""}
          about={about("companyId")}
          choices={choices.items.map((one) => one.name)}
          onType={choices.onType}
          save={changeCompany}
        />
        <EditText
          label="Addresses"
          value={addresses.map(({ address }) => address).join(", ")}
          placeholder="one@nordfrakt.example, two@nordfrakt.example"
          {...(addresses.length === 1
            ? { about: <From source={addresses[0]!.source} /> }
            : { shown: <Addresses addresses={addresses} /> })}
          save={(text) => apply({ addresses: split(text) })}
        />
        <EditText
          label="Phones"
          value={phones.join(", ")}
          about={about("phones")}
          save={(text) => apply({ phones: split(text) })}
        />
        <EditText
          label="Tags"
          value={tags.join(", ")}
          about={about("tags")}
          shown={
            <span className="row wrap">
              {tags.map((tag) => (
                <span key={tag} className="tag">
                  {tag}
                </span>
              ))}
            </span>
          }
          save={(text) => apply({ tags: split(text) })}
        />
        <EditText
          long
          label="About"
          value={notes ?? ""}
          about={about("notes")}
          save={(text) => apply({ notes: text || null })}
        />
      </div>
    </Section>
  );
}

/** Several, each with where it comes from below it. */
const Addresses = ({ addresses }: Pick<Contact, "addresses">) => (
  <span className="stack tight">
    {addresses.map(({ address, source }) => (
      <span key={address} className="stack tight">
        <span className="clip" title={address}>
          {address}
        </span>
        <span className="t-meta">
          {WHERE[source.kind]}, {shortDate(source.at)}
        </span>
      </span>
    ))}
  </span>
);
