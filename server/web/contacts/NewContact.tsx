import { contacts } from "@sidenote/contract/contacts";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { useWrite } from "../queries.ts";
import { useKeys } from "../shell/keys.tsx";
import { PEOPLE_CHANGED } from "./saving.ts";

/** Adds somebody by hand: a name is enough. */
export function NewContact() {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const create = useWrite(contacts.create, {
    changes: PEOPLE_CHANGED,
    onDone: ({ id }) => navigate(`/contacts/${id}`),
    onError: (failure) => setError(sentence(failure)),
  });
  useKeys([{ key: "c", label: "Add a contact", run: () => setOpen(true) }]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setError(null);
    create.mutate({
      name: text("name"),
      ...(text("title") ? { title: text("title") } : {}),
      ...(text("address") ? { addresses: [text("address")] } : {}),
    });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} title="Add a contact (c)">
        Add
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a contact">
        <form className="form" onSubmit={submit}>
          <label className="labelled">
            Name
            <input className="field" name="name" required maxLength={200} autoComplete="off" />
          </label>
          <label className="labelled">
            Address
            <input
              className="field"
              name="address"
              type="email"
              autoComplete="off"
              placeholder="marta@nordfrakt.example"
            />
          </label>
          <label className="labelled">
            What they do
            <input className="field" name="title" maxLength={200} autoComplete="off" />
          </label>
          {error && (
            <p role="alert" className="t-bad">
              {error}
            </p>
          )}
          <div className="row">
            <Button type="submit" look="primary" disabled={create.isPending}>
              Add
            </Button>
            <Button look="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
