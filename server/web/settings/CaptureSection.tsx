import { type CaptureMode, CapturePolicy, capture } from "@sidenote/contract/capture";
import { useClient } from "@sidenote/panel/client";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { useQueryClient } from "@tanstack/react-query";
import { keyOf, makeOld, useCall, useWrite } from "../queries.ts";
import { Conflict, useVersioned } from "../records/conflict.tsx";
import { ForgetStored } from "./ForgetStored.tsx";
import { NeverStoreList } from "./NeverStoreList.tsx";

const MODES: readonly { mode: CaptureMode; label: string; about: string }[] = [
  { mode: "saved_only", label: "Only what I save", about: "A mail is stored when you press Save, and not before." },
  {
    mode: "known_contacts",
    label: "Threads with people I know",
    about: "A mail that you open beside the panel is stored by itself when one of your contacts is in its thread.",
  },
  {
    mode: "everything_opened",
    label: "Everything I open",
    about: "Every mail that you open beside the panel is stored by itself.",
  },
];

const fields = {
  mode: {
    label: "What is stored",
    of: ({ mode }: CapturePolicy) => labelOf(mode),
    ofChange: (mode: unknown) => labelOf(mode as CaptureMode),
  },
  neverStore: {
    label: "Never",
    of: ({ neverStore }: CapturePolicy) => neverStore.join(", "),
    ofChange: (entries: unknown) => (entries as string[]).join(", ") || "nobody",
  },
};
const labelOf = (mode: CaptureMode): string => MODES.find((one) => one.mode === mode)?.label ?? mode;

/** Which mail is stored from now on: the member's own choice, which nobody else sees. */
export function CaptureSection() {
  const policy = useCall(capture.policy, {});
  return (
    <Section title="What is stored">
      <p className="t-2">
        It holds for mail that the panel sees, from now on. Only you see this choice; the panel says of each mail
        whether it is saved, and why.
      </p>
      <Load query={policy}>{(data) => <Policy policy={data} />}</Load>
    </Section>
  );
}

function Policy({ policy }: { policy: CapturePolicy }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const say = useToast();
  const versioned = useVersioned<CapturePolicy>({
    parse: (current) => CapturePolicy.safeParse(current).data,
    send: async (change) => {
      const after = await api(capture.update, change);
      queries.setQueryData(keyOf(capture.policy, {}), after);
      await makeOld(queries, ["/v1/capture"]);
      return after;
    },
  });
  const remember = useWrite(capture.remember, {
    changes: ["/v1/capture"],
    onDone: () => say({ text: "Forgotten threads may come in again" }),
  });
  const apply = (change: Record<string, unknown>) => versioned.apply(policy, change);
  return (
    <>
      {versioned.conflict && <Conflict open={versioned.conflict} fields={fields} {...versioned} />}
      <fieldset className="modes plain">
        <legend className="hidden">What is stored by itself</legend>
        {MODES.map(({ mode, label, about }) => (
          <label key={mode} className="row top tick">
            <input
              type="radio"
              name="capture-mode"
              checked={policy.mode === mode}
              onChange={() => void apply({ mode })}
            />
            <span>
              {label}
              <span className="t-meta tick-about">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <NeverStoreList entries={policy.neverStore} save={(neverStore) => apply({ neverStore })} />
      {policy.neverStore.length > 0 && <ForgetStored />}
      {policy.forgotten > 0 && (
        <div className="row between after">
          <p className="t-2">What you had forgotten is stored again only when you press Save yourself.</p>
          <Button small look="quiet" disabled={remember.isPending} onClick={() => remember.mutate({})}>
            Let them come in again
          </Button>
        </div>
      )}
    </>
  );
}
