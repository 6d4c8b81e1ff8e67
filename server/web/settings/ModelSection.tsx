import { type ModelSettings, model } from "@sidenote/contract/model";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useCall, useWrite } from "../queries.ts";
import { ModelConnection } from "./ModelConnection.tsx";
import { ModelTest } from "./ModelTest.tsx";

/** The language model, if one is connected. Without it the built-in writer drafts, and nothing leaves the machine. */
export function ModelSection({ admin }: { admin: boolean }) {
  const settings = useCall(model.get, {});
  return (
    <Section title="Language model">
      <Load query={settings}>
        {(data) => (
          <div className="stack">
            <Status settings={data} />
            {data.fromEnvironment ? (
              <p className="t-2">
                It is set where the server was started (<code>LLM_BASE_URL</code>, <code>LLM_MODEL</code>,{" "}
                <code>LLM_API_KEY</code>), so it can only be changed there.
              </p>
            ) : (
              admin && <ModelConnection key={`${data.baseUrl} ${data.model} ${data.hasKey}`} settings={data} />
            )}
            {admin && data.baseUrl && <Unmasked settings={data} />}
            {admin && data.baseUrl && <ModelTest />}
            {!admin && <p className="t-meta">An admin can change this.</p>}
          </div>
        )}
      </Load>
    </Section>
  );
}

function Status({ settings: { baseUrl, model: name, local } }: { settings: ModelSettings }) {
  if (!baseUrl)
    return (
      <p className="t-2">None is connected. Drafts come from the built-in writer, and nothing leaves this machine.</p>
    );
  const where =
    local === null
      ? "its address cannot be found right now"
      : local
        ? "on this machine or network: nothing leaves it"
        : "elsewhere: what is sent to it leaves this machine";
  return (
    <p>
      <span className="strong">{name ?? "a model"}</span> at {baseUrl},{" "}
      <span className={local === false ? "t-bad" : "t-2"}>{where}</span>.
      {local && (
        <span className="t-meta tick-about">
          Beside drafting it reads the stored threads that you open, and proposes promises and questions that are easy
          to miss. They count once you say yes.
        </span>
      )}
    </p>
  );
}

function Unmasked({ settings }: { settings: ModelSettings }) {
  const update = useWrite(model.update, { changes: ["/v1/model"] });
  return (
    <label className="row top tick">
      <input
        type="checkbox"
        checked={settings.sendUnmasked}
        disabled={update.isPending}
        onChange={(event) => update.mutate({ version: settings.version, sendUnmasked: event.target.checked })}
      />
      <span>
        Send mail unmasked
        <span className="t-meta tick-about">
          For a draft, what the mails say, with names, addresses and numbers, then goes to a model elsewhere as it
          stands, and its provider can read it. Without this tick only a model on this machine or network is asked. Each
          draft says whether anything left.
        </span>
      </span>
    </label>
  );
}
