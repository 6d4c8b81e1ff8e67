import { ApiError } from "@sidenote/contract/errors";
import { type Me, organizations } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";
import { useWrite } from "../queries.ts";

const zones: readonly string[] = Intl.supportedValuesOf?.("timeZone") ?? [];

/** How the member is called in drafts, and whose Friday "by Friday" is. */
export function YouSection({ me }: { me: Me }) {
  const say = useToast();
  const [error, setError] = useState<string | null>(null);
  const update = useWrite(organizations.updateMe, {
    changes: ["/v1/me"],
    onDone: () => say({ text: "Saved" }),
    onError: (failure) =>
      setError(
        failure instanceof ApiError && failure.body.code === "conflict"
          ? "This was changed elsewhere in the meantime. Reload the page to see how it is now."
          : sentence(failure),
      ),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setError(null);
    update.mutate({
      version: me.member.version,
      name: String(form.get("name")).trim(),
      timeZone: String(form.get("timeZone")).trim(),
    });
  };
  return (
    <Section title="You" first>
      <form className="form-narrow" onSubmit={submit}>
        <label className="labelled">
          Your name, as drafts sign it
          <input
            className="field"
            name="name"
            required
            maxLength={200}
            defaultValue={me.member.name}
            autoComplete="name"
          />
        </label>
        <label className="labelled">
          Time zone
          <input
            className="field"
            name="timeZone"
            required
            list="time-zones"
            defaultValue={me.member.timeZone}
            autoComplete="off"
          />
          <datalist id="time-zones">
            {zones.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </label>
        {error && (
          <p role="alert" className="t-bad">
            {error}
          </p>
        )}
        <div>
          <Button type="submit" disabled={update.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Section>
  );
}
