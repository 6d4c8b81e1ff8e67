import { ApiError } from "@sidenote/contract/errors";
import { type ModelSettings, model } from "@sidenote/contract/model";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Labelled } from "@sidenote/panel/ui/Labelled.tsx";
import { sentence } from "@sidenote/panel/ui/Load.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { type FormEvent, useState } from "react";
import { useWrite } from "../queries.ts";

/** Which server is asked, for which model, and with which key. */
export function ModelConnection({ settings }: { settings: ModelSettings }) {
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
      <Labelled
        label="Base URL of a server that speaks OpenAI’s API"
        name="baseUrl"
        type="url"
        placeholder="http://localhost:11434/v1"
        defaultValue={settings.baseUrl ?? ""}
      />
      <Labelled label="Model" name="model" placeholder="llama3.1" defaultValue={settings.model ?? ""} />
      <Labelled
        label="Key"
        name="apiKey"
        type="password"
        placeholder={settings.hasKey ? "A key is kept. Type to replace it" : "None needed for most local servers"}
      />
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

const explain = (error: Error): string =>
  error instanceof ApiError && error.body.code === "conflict"
    ? "Somebody else changed this in the meantime. Reload the page to see how it is now."
    : sentence(error);
