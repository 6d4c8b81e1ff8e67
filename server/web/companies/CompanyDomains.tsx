import type { Company } from "@sidenote/contract/companies";
import { Button, IconButton } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";

type Apply = (change: Record<string, unknown>) => Promise<boolean>;

/** Whoever writes from one of these, or from below it, works here. */
export function CompanyDomains({ company: { domains }, apply }: { company: Company; apply: Apply }) {
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const say = useToast();
  const set = (wanted: string[]) => {
    setBusy(true);
    return apply({ domains: wanted }).finally(() => setBusy(false));
  };
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const domain = domainIn(text);
    if (!domain) return say({ text: `“${text.trim()}” is no domain. One reads like nordfrakt.example` });
    if (domains.includes(domain)) {
      setText("");
      return say({ text: `${domain} is theirs already` });
    }
    if (await set([...domains, domain])) setText("");
  };
  const remove = async (domain: string) => {
    if (await set(domains.filter((one) => one !== domain)))
      say({ text: `${domain} is no longer theirs. To take it back, add it again` });
  };
  return (
    <Section title="Domains of their mail">
      <ul className="rows">
        {domains.map((domain) => (
          <li key={domain} className="item row between">
            <span className="clip">{domain}</span>
            <IconButton icon={X} small label={`Remove ${domain}`} disabled={busy} onClick={() => void remove(domain)} />
          </li>
        ))}
      </ul>
      <form className="row domain-add" onSubmit={(event) => void add(event)}>
        <input
          className="field grow"
          aria-label="Another domain"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={domains.length === 0 ? "nordfrakt.example" : "Another domain"}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" disabled={busy || !text.trim()}>
          Add
        </Button>
      </form>
    </Section>
  );
}

/** What people paste: an address, a link, a name in capitals, letters that are no ASCII. */
export function domainIn(text: string): string | null {
  const host = text
    .trim()
    .replace(/^.*@/, "")
    .replace(/^https?:\/\//i, "")
    .replace(/[/?#].*$/, "");
  const url = host && URL.canParse(`https://${host}`) ? new URL(`https://${host}`) : null;
  return url ? url.hostname.replace(/^www\./, "") : null;
}
