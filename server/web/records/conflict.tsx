import { ApiError } from "@sidenote/contract/errors";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useState } from "react";

type Change = Record<string, unknown>;
type Versioned = { version: number };
type Open<T> = { current: T; change: Change };

/**
 * Changes to a record that carry the version they were made on. When somebody was quicker the change waits beside what is there
 * now, and the member decides.
 */
export function useVersioned<T extends Versioned>({
  parse,
  send,
}: {
  parse: (current: unknown) => T | undefined;
  send: (change: Change & Versioned) => Promise<T>;
}) {
  const [conflict, setConflict] = useState<Open<T> | null>(null);
  const say = useToast();
  const apply = async (record: T, change: Change): Promise<boolean> => {
    try {
      await send({ ...change, version: record.version });
      // Another change that still waits for a word is not settled by this one.
      setConflict((open) => without(open, change));
      return true;
    } catch (error) {
      const current =
        error instanceof ApiError && error.body.code === "conflict" ? parse(error.body.current) : undefined;
      if (current) setConflict((open) => ({ current, change: { ...open?.change, ...change } }));
      else say({ text: `Not saved. ${sentence(error)}` });
      // The field closes: what was typed stands in the comparison.
      return current !== undefined;
    }
  };
  return { conflict, apply, keepTheirs: () => setConflict(null) };
}

function without<T>(open: Open<T> | null, change: Change): Open<T> | null {
  if (!open) return null;
  const left = Object.entries(open.change).filter(([name]) => !(name in change));
  return left.length > 0 ? { ...open, change: Object.fromEntries(left) } : null;
}

/** What stands there now and what the member wanted, field by field. */
export function Conflict<T extends Versioned>({
  open,
  fields,
  apply,
  keepTheirs,
}: {
  open: Open<T>;
  /** How each field is called and shown. */
  fields: Record<string, { label: string; of: (record: T) => string; ofChange?: (value: unknown) => string }>;
  apply: (record: T, change: Change) => Promise<boolean>;
  keepTheirs: () => void;
}) {
  const changed = Object.entries(open.change).filter(([name]) => fields[name]);
  return (
    <div role="alert">
      <Section title="Somebody changed this in the meantime">
        <p className="t-2">Your change is not saved yet. Choose what stands:</p>
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">Field</span>
              </th>
              <th scope="col">There now</th>
              <th scope="col">Yours</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(([name, value]) => {
              const { label, of, ofChange = String } = fields[name]!;
              return (
                <tr key={name}>
                  <th scope="row">{label}</th>
                  <td>{of(open.current) || "nothing"}</td>
                  <td>{value === null || value === "" ? "nothing" : ofChange(value)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
        <div className="row">
          <Button look="primary" onClick={() => void apply(open.current, open.change)}>
            Use mine
          </Button>
          <Button onClick={keepTheirs}>Keep what is there now</Button>
        </div>
      </Section>
    </div>
  );
}
