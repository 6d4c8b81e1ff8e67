import { organizations } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";
import { useWrite } from "../queries.ts";

/** Nobody said whose mail it is, so an address was taken for the member's own: right or not, they say. */
export function GuessedAddress({ guessed, own }: { guessed: string; own: readonly string[] }) {
  const [editing, setEditing] = useState(false);
  const say = useToast();
  const changes = ["/v1/me", "/v1/imports", "/v1/threads", "/v1/contacts"];
  const remove = useWrite(organizations.removeAddress, { changes });
  const add = useWrite(organizations.addAddress, {
    changes,
    onDone: (_, { address }) => {
      setEditing(false);
      say({ text: `${address} is you. Mail is being sorted anew` });
    },
  });
  if (!own.includes(guessed)) return null;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const address = String(new FormData(event.currentTarget).get("address")).trim().toLowerCase();
    if (address === guessed) return setEditing(false);
    await add.mutateAsync({ address });
    await remove.mutateAsync({ address: guessed });
  };
  return (
    <Section title="Is this you?">
      {editing ? (
        <form className="row wrap" onSubmit={(event) => void submit(event)}>
          <input
            className="field setting-field"
            type="email"
            name="address"
            aria-label="Your own address"
            required
            defaultValue={guessed}
          />
          <Button type="submit" look="primary" disabled={add.isPending || remove.isPending}>
            This is me
          </Button>
          <Button look="quiet" onClick={() => setEditing(false)}>
            Cancel
          </Button>
        </form>
      ) : (
        <div className="row wrap">
          <p>
            <span className="strong">{guessed}</span> was taken to be you, because most of the mail is written to it.
          </p>
          <Button onClick={() => setEditing(true)}>It is another one</Button>
        </div>
      )}
    </Section>
  );
}
