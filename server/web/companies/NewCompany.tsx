import { companies } from "@sidenote/contract/companies";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { type FormEvent, useState } from "react";
import { useLocation } from "wouter";
import { useWrite } from "../queries.ts";
import { useKeys } from "../shell/keys.tsx";

export function NewCompany() {
  const [open, setOpen] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const create = useWrite(companies.create, {
    changes: ["/v1/companies", "/v1/search"],
    onDone: ({ id }) => navigate(`/companies/${id}`),
    onError: (failure) => setError(sentence(failure)),
  });
  useKeys([{ key: "c", label: "Add a company", run: () => setOpen(true) }]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const domain = String(form.get("domain") ?? "")
      .trim()
      .toLowerCase();
    setError(null);
    create.mutate({ name: String(form.get("name")).trim(), ...(domain ? { domains: [domain] } : {}) });
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} title="Add a company (c)">
        Add
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Add a company">
        <form className="form" onSubmit={submit}>
          <label className="labelled">
            Name
            <input className="field" name="name" required maxLength={200} autoComplete="off" />
          </label>
          <label className="labelled">
            Domain of its mail
            <input className="field" name="domain" autoComplete="off" placeholder="nordfrakt.example" />
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
