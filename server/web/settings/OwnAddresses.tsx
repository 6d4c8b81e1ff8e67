import { type Me, organizations } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import type { FormEvent } from "react";
import { useWrite } from "../queries.ts";

const CHANGES = ["/v1/me", "/v1/threads", "/v1/contacts", "/v1/imports"];

/** Which addresses are the member's: they tell what was written from what was got, and who owes whom an answer. */
export function OwnAddresses({ me }: { me: Me }) {
  const say = useToast();
  const add = useWrite(organizations.addAddress, { changes: CHANGES });
  const remove = useWrite(organizations.removeAddress, {
    changes: CHANGES,
    onDone: (_, { address }) => say({ text: `${address} is not yours any more`, undo: () => add.mutate({ address }) }),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    add.mutate({ address: String(new FormData(form).get("address")).trim() }, { onSuccess: () => form.reset() });
  };
  return (
    <Section title="Your own addresses">
      <p className="t-2">
        They tell what you wrote from what you got, and who waits for whom. Mail that is here already is sorted anew.
      </p>
      <ul className="rows setting-rows">
        {me.ownAddresses.map((address) => (
          <li key={address} className="row between">
            <span className="clip">{address}</span>
            <Button small look="quiet" aria-label={`Remove ${address}`} onClick={() => remove.mutate({ address })}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={submit}>
        <input
          className="field setting-field"
          type="email"
          name="address"
          required
          aria-label="Another address of yours"
          placeholder="you@yourcompany.example"
        />
        <Button type="submit" disabled={add.isPending}>
          Add
        </Button>
      </form>
    </Section>
  );
}
