import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Dialog } from "@sidenote/panel/ui/Dialog.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { makeOld } from "../queries.ts";
import { useKeys } from "../shell/keys.tsx";

/** The button and the form by which a record is added; its page follows. */
export function AddByHand({
  title,
  changes,
  add,
  children,
}: {
  title: string;
  /** Beginnings of the paths whose answers are old then. */
  changes: readonly string[];
  /** Adds what stands in the fields, by their names; resolves to the record's page. */
  add: (text: (field: string) => string) => Promise<string>;
  children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const queries = useQueryClient();
  useKeys([{ key: "c", label: title, run: () => setOpen(true) }]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(null);
    try {
      navigate(await add((field) => String(form.get(field) ?? "").trim()));
      await makeOld(queries, changes);
    } catch (failure) {
      setError(sentence(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)} title={`${title} (c)`}>
        Add
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={title}>
        <form className="form" onSubmit={(event) => void submit(event)}>
          {children}
          {error && (
            <p role="alert" className="t-bad">
              {error}
            </p>
          )}
          <div className="row">
            <Button type="submit" look="primary" disabled={busy}>
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
