import { access } from "@sidenote/contract/access";
import { Scope } from "@sidenote/contract/endpoint";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";
import { useWrite } from "../queries.ts";
import { scopeWords } from "./scopes.ts";

/** Makes a key with what it may do. Its value is shown this once. */
export function NewKey() {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ name: string; value: string } | null>(null);
  const create = useWrite(access.createKey, {
    changes: ["/v1/tokens"],
    onDone: ({ name, value }) => {
      setMade({ name, value });
      setOpen(false);
    },
  });
  if (made) return <Made {...made} gone={() => setMade(null)} />;
  if (!open)
    return (
      <div>
        <Button onClick={() => setOpen(true)}>New key</Button>
      </div>
    );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const scopes = Scope.options.filter((scope) => form.get(scope) !== null);
    create.mutate({ name: String(form.get("name")).trim(), scopes });
  };
  return (
    <form className="stack" onSubmit={submit} onKeyDown={({ key }) => key === "Escape" && setOpen(false)}>
      <label className="labelled">
        What it is for
        {/* biome-ignore lint/a11y/noAutofocus: it was asked for with the button that stood here */}
        <input className="field setting-field" name="name" required maxLength={200} autoComplete="off" autoFocus />
      </label>
      <fieldset className="scopes">
        <legend className="t-2">It may</legend>
        {Scope.options.map((scope) => (
          <label key={scope} className="row">
            <input type="checkbox" name={scope} defaultChecked={scope.endsWith(":read")} />
            <span>{scopeWords([scope])[0]}</span>
            <span className="t-meta">{scope}</span>
          </label>
        ))}
      </fieldset>
      <div className="row">
        <Button type="submit" look="primary" disabled={create.isPending}>
          Make the key
        </Button>
        <Button look="quiet" onClick={() => setOpen(false)}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Made({ name, value, gone }: { name: string; value: string; gone: () => void }) {
  const say = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      say({ text: "Copied" });
    } catch {
      say({ text: "The browser did not allow copying. Select the key and copy it by hand" });
    }
  };
  return (
    <div className="stack" role="status">
      <p>
        <span className="strong">{name}</span> is made. Copy it now: it is shown this once and kept nowhere.
      </p>
      <code className="key-value">{value}</code>
      <div className="row">
        <Button look="primary" onClick={() => void copy()}>
          Copy
        </Button>
        <Button look="quiet" onClick={gone}>
          I have it
        </Button>
      </div>
    </div>
  );
}
