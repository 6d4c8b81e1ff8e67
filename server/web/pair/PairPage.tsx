import { access, type PairingRequest, UserCode } from "@sidenote/contract/access";
import { ApiError } from "@sidenote/contract/errors";
import type { Me } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Empty, Load, sentence } from "@sidenote/panel/ui/Load.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { type FormEvent, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { Page } from "../parts/Page.tsx";
import { useCall, useWrite } from "../queries.ts";
import { scopeWords } from "../settings/scopes.ts";

/** A panel asks to be let in: which device, what it may do, and the member's yes or no. */
export function PairPage({ me }: { me: Me }) {
  const [query, setQuery] = useSearchParams();
  const code = query.get("code") ?? "";
  const valid = UserCode.safeParse(code).success;
  const use = (next: string) => setQuery({ code: next });
  return (
    <Page title="Pair a device" name={<span />}>
      <div className="narrow stack">
        {valid ? (
          <Asked key={code} code={code} me={me} use={use} />
        ) : (
          <>
            <h1 className="t-page">Pair a device</h1>
            <AskCode code={code} use={use} />
          </>
        )}
      </div>
    </Page>
  );
}

function AskCode({ code, use }: { code: string; use: (code: string) => void }) {
  const [wrong, setWrong] = useState(code !== "");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Copied from the panel it has a longer dash, read aloud it has a space.
    const typed = String(new FormData(event.currentTarget).get("code")).replace(/[\s\p{Pd}]+/gu, "");
    if (UserCode.safeParse(typed).success) use(typed);
    else setWrong(true);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <label className="labelled">
        The code that the panel shows
        <input
          className="field code"
          name="code"
          defaultValue={code}
          placeholder="RTHK-9D4M"
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      {wrong && (
        <p role="alert" className="t-bad">
          That is not a code. It has two groups of four, such as RTHK-9D4M.
        </p>
      )}
      <div>
        <Button type="submit" look="primary">
          Go on
        </Button>
      </div>
    </form>
  );
}

function Asked({ code, me, use }: { code: string; me: Me; use: (code: string) => void }) {
  const request = useCall(access.pairing, { userCode: code });
  const [decided, setDecided] = useState<"paired" | "refused" | null>(null);
  const decide = useWrite(access.decidePairing, {
    changes: ["/v1/tokens"],
    onDone: (_, { approve }) => setDecided(approve ? "paired" : "refused"),
  });
  if (decided)
    return (
      <Empty title={decided === "paired" ? "Paired" : "Refused"}>
        <p>
          {decided === "paired"
            ? "The panel knows within seconds. You can close this page."
            : "The device got nothing. Its code is of no use any more."}
        </p>
        <Link href="/settings#devices">Paired devices</Link>
      </Empty>
    );
  if (request.error instanceof ApiError && request.error.body.code === "not_found")
    return (
      <>
        <h1 className="t-page">That code does not wait</h1>
        <p role="alert" className="t-2">
          No device is waiting with the code {code.toUpperCase()}. A code lives for ten minutes and is good once: look
          at the panel for the current one.
        </p>
        <AskCode code="" use={use} />
      </>
    );
  return (
    <Load query={request}>
      {(data) => (
        <Decide
          request={data}
          me={me}
          busy={decide.isPending}
          decide={(approve) => decide.mutate({ userCode: code, approve })}
          error={decide.error}
        />
      )}
    </Load>
  );
}

function Decide({
  request,
  me,
  busy,
  decide,
  error,
}: {
  request: PairingRequest;
  me: Me;
  busy: boolean;
  decide: (approve: boolean) => void;
  error: Error | null;
}) {
  return (
    <>
      <h1 className="t-page">Pair “{request.device}”?</h1>
      <p className="pair-code num">{request.userCode}</p>
      <p className="t-2">Go on only if that device is yours and shows this very code.</p>
      <p>
        It would act as you, <span className="strong">{me.member.name}</span>, in{" "}
        <span className="strong">{me.organization.name}</span>, and could:
      </p>
      <ul className="can">
        {scopeWords(request.scopes).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <p className="t-2">It could not change settings, keys or other devices, and it cannot send mail.</p>
      {error && (
        <p role="alert" className="t-bad">
          {sentence(error)}
        </p>
      )}
      <div className="row">
        <Button look="primary" disabled={busy} onClick={() => decide(true)}>
          Pair
        </Button>
        <Button disabled={busy} onClick={() => decide(false)}>
          Refuse
        </Button>
        <span className="t-meta" title={exactTime(request.expiresAt)}>
          The code is good until {shortDate(request.expiresAt)}
        </span>
      </div>
    </>
  );
}
