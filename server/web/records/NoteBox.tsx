import { type ActivityKind, activities } from "@sidenote/contract/activities";
import type { ActivityId, CompanyId, ContactId } from "@sidenote/contract/ids";
import { useClient } from "@sidenote/panel/client";
import { Button, Chip } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { useBegun } from "../parts/begun.ts";
import { makeOld } from "../queries.ts";
import { useKeys } from "../shell/keys.tsx";

const KINDS: readonly { kind: ActivityKind; label: string; placeholder: string }[] = [
  { kind: "note", label: "Note", placeholder: "What is worth remembering" },
  { kind: "call", label: "Call", placeholder: "What was said on the phone" },
  { kind: "meeting", label: "Meeting", placeholder: "What was said, and what comes next" },
  { kind: "task", label: "Task", placeholder: "What you will do" },
];

const CHANGED = ["/v1/activities", "/v1/contacts", "/v1/companies"];

type About = { contactIds: ContactId[] } | { companyId: CompanyId };
type Written = { kind: ActivityKind; text: string; due: string };
const NOTHING: Written = { kind: "note", text: "", due: "" };

/** Writes something down about somebody. It is kept here when the server is away. */
export function NoteBox({ about }: { about: About }) {
  const client = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const field = useRef<HTMLTextAreaElement>(null);
  const [written, setWritten] = useBegun<Written>(noteAbout(about), NOTHING);
  const { kind, text, due } = written;
  const write = (change: Partial<Written>) => setWritten((now) => ({ ...now, ...change }));
  const [busy, setBusy] = useState(false);
  const { label, placeholder } = KINDS.find((one) => one.kind === kind)!;
  useKeys([{ key: "n", label: "Write a note", run: () => field.current?.focus() }]);

  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!text.trim() || busy) return;
    setBusy(true);
    try {
      const dueAt = kind === "task" && due ? { dueAt: new Date(`${due}T12:00`).toISOString() } : {};
      const saved = await client.save(activities.create, { kind, text: text.trim(), ...dueAt, ...about });
      // The button that was pressed has nothing to save now.
      field.current?.focus();
      // What was written on meanwhile stays.
      setWritten((now) => (now.text === text ? { ...NOTHING, kind: now.kind } : now));
      say(
        saved.sent
          ? { text: `${label} saved`, undo: () => takeBack(saved.output.id) }
          : { text: `${label} kept here; it goes to the server when it is back` },
      );
      await makeOld(queries, CHANGED);
    } catch (error) {
      say({ text: `Not saved. ${sentence(error)}` });
    } finally {
      setBusy(false);
    }
  };
  const takeBack = async (id: ActivityId) => {
    await client.api(activities.remove, { id });
    await makeOld(queries, CHANGED);
  };
  return (
    <form className="note-box stack" onSubmit={(event) => void save(event)}>
      <textarea
        ref={field}
        className="field"
        dir="auto"
        rows={2}
        aria-label={label}
        placeholder={`${placeholder} …`}
        value={text}
        onChange={(event) => write({ text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) void save();
        }}
      />
      <div className="row wrap">
        {KINDS.map((one) => (
          <Chip key={one.kind} on={one.kind === kind} onClick={() => write({ kind: one.kind })}>
            {one.label}
          </Chip>
        ))}
        {kind === "task" && (
          <label className="row t-meta">
            due
            <input
              type="date"
              className="field date"
              value={due}
              onChange={(event) => write({ due: event.target.value })}
            />
          </label>
        )}
        <span className="grow" />
        <Button type="submit" look="primary" disabled={!text.trim() || busy}>
          Save
        </Button>
      </div>
    </form>
  );
}

const noteAbout = (about: About): string =>
  `note ${"companyId" in about ? about.companyId : about.contactIds.join(" ")}`;
