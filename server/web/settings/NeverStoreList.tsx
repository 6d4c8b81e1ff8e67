import { NeverStore } from "@sidenote/contract/capture";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";

/** Whom nothing is stored of: addresses, and domains with everything below them. */
export function NeverStoreList({
  entries,
  save,
}: {
  entries: readonly string[];
  save: (entries: string[]) => Promise<boolean>;
}) {
  const say = useToast();
  const [error, setError] = useState<string | null>(null);
  const remove = (entry: string) =>
    void save(entries.filter((one) => one !== entry)).then(
      (isDone) => isDone && say({ text: `${entry} is off the list. Its mail is not saved by that` }),
    );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const entry = entryOf(String(new FormData(form).get("entry")));
    if (!NeverStore.safeParse(entry).success)
      return setError("Write an address, such as pia@nordfrakt.example, or a domain, such as nordfrakt.example");
    setError(null);
    if (entries.includes(entry)) return setError(`${entry} is on the list`);
    if (await save([...entries, entry])) form.reset();
  };
  return (
    <div className="after">
      <h3 className="strong">Never store</h3>
      <p className="t-2">
        Mail with these people is stored by nothing: no panel, no import, no Save. What is stored already stays until
        you forget it.
      </p>
      <ul className="rows setting-rows">
        {entries.map((entry) => (
          <li key={entry} className="row between">
            <span className="clip">
              {entry}
              {!entry.includes("@") && <span className="t-meta"> and everything below it</span>}
            </span>
            <Button small look="quiet" aria-label={`Remove ${entry}`} onClick={() => remove(entry)}>
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={(event) => void submit(event)} noValidate>
        <input
          className="field setting-field"
          name="entry"
          required
          autoComplete="off"
          spellCheck={false}
          aria-label="An address or a domain"
          aria-invalid={error !== null}
          placeholder="nordfrakt.example"
        />
        <Button type="submit">Add</Button>
      </form>
      {error && (
        <p role="alert" className="t-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** `@nordfrakt.example` and `*.nordfrakt.example` are ways to write the domain. */
const entryOf = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^(\*?@|\*\.)/, "");
