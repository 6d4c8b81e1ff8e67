import { ApiError } from "@sidenote/contract/errors";
import { type ModelSettings, model } from "@sidenote/contract/model";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Load, sentence } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";
import { useCall, useWrite } from "../queries.ts";
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
              admin && <Connection key={`${data.baseUrl} ${data.model} ${data.hasKey}`} settings={data} />
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
    </p>
  );
}

function Connection({ settings }: { settings: ModelSettings }) {
  const say = useToast();
  const [error, setError] = useState<string | null>(null);
  const update = useWrite(model.update, {
    changes: ["/v1/model"],
    onDone: ({ baseUrl }) => say({ text: baseUrl ? "Saved. Test it below" : "The model is disconnected" }),
    onError: (failure) => setError(explain(failure)),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "").trim();
    setError(null);
    update.mutate({
      version: settings.version,
      baseUrl: text("baseUrl") || null,
      model: text("model") || null,
      ...(text("apiKey") ? { apiKey: text("apiKey") } : {}),
    });
  };
  return (
    <form className="form-narrow" onSubmit={submit}>
      <label className="labelled">
        Base URL of a server that speaks OpenAI’s API
        <input
          className="field"
          name="baseUrl"
          type="url"
          placeholder="http://localhost:11434/v1"
          defaultValue={settings.baseUrl ?? ""}
          autoComplete="off"
        />
      </label>
      <label className="labelled">
        Model
        <input
          className="field"
          name="model"
          placeholder="llama3.1"
          defaultValue={settings.model ?? ""}
          autoComplete="off"
        />
      </label>
      <label className="labelled">
        Key
        <input
          className="field"
          name="apiKey"
          type="password"
          placeholder={settings.hasKey ? "A key is kept. Type to replace it" : "None needed for most local servers"}
          autoComplete="off"
        />
      </label>
      {error && (
        <p role="alert" className="t-bad">
          {error}
        </p>
      )}
      <div className="row wrap">
        <Button type="submit" disabled={update.isPending}>
          Save
        </Button>
        {settings.hasKey && (
          <Button look="quiet" onClick={() => update.mutate({ version: settings.version, apiKey: null })}>
            Forget the key
          </Button>
        )}
        {settings.baseUrl && (
          <Button
            look="quiet"
            onClick={() => update.mutate({ version: settings.version, baseUrl: null, model: null, apiKey: null })}
          >
            Disconnect
          </Button>
        )}
      </div>
    </form>
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

const explain = (error: Error): string =>
  error instanceof ApiError && error.body.code === "conflict"
    ? "Somebody else changed this in the meantime. Reload the page to see how it is now."
    : sentence(error);
