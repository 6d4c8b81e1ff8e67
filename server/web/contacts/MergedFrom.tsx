import type { Contact } from "@sidenote/contract/contacts";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { MadeOneWith } from "../records/MadeOneWith.tsx";
import { useOneContact } from "./one-contact.ts";

/** Who was made part of this contact. */
export function MergedFrom({ merged }: { merged: NonNullable<Contact["merged"]> }) {
  const deciding = useOneContact();
  if (merged.length === 0) return null;
  const shown = merged.map(({ name, addresses, ...one }) => ({
    ...one,
    name: name || (addresses[0] ?? ""),
    about: name && addresses.join(", "),
  }));
  return (
    <Section title="Made one with">
      <MadeOneWith merged={shown} deciding={deciding} />
    </Section>
  );
}
