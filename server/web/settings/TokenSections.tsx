import { access, type Token } from "@sidenote/contract/access";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { Link } from "wouter";
import { useCall, useWrite } from "../queries.ts";
import { NewKey } from "./NewKey.tsx";
import { scopeWords } from "./scopes.ts";

/** Panels that act as the member. */
export function DevicesSection() {
  return (
    <div id="devices">
      <Section title="Paired devices" aside={<Link href="/pair">Enter a code</Link>}>
        <Tokens
          kind="device"
          none="No device is paired. The extension’s panel shows a code; it is confirmed here."
          revoke="Unpair"
          done="is unpaired"
        />
      </Section>
    </div>
  );
}

/** Keys for programs of one's own. */
export function KeysSection() {
  return (
    <div id="keys">
      <Section title="API keys" aside={<a href="/openapi.json">API description</a>}>
        <Tokens kind="key" none="None. A key lets a program of yours act as you." revoke="Revoke" done="is revoked" />
        <div className="after">
          <NewKey />
        </div>
      </Section>
    </div>
  );
}

function Tokens({ kind, none, revoke, done }: { kind: Token["kind"]; none: string; revoke: string; done: string }) {
  const tokens = useCall(access.tokens, {});
  const say = useToast();
  const end = useWrite(access.revoke, { changes: ["/v1/tokens"] });
  return (
    <Load
      query={tokens}
      isEmpty={({ items }) => !items.some((one) => one.kind === kind)}
      empty={<p className="t-2">{none}</p>}
    >
      {({ items }) => (
        <ul className="rows setting-rows">
          {items
            .filter((one) => one.kind === kind)
            .map((token) => (
              <li key={token.id} className="row between top">
                <details className="grow">
                  <summary>
                    <span className="strong">{token.name}</span> <span className="t-meta">{useOf(token)}</span>
                  </summary>
                  <ul className="can t-2">
                    {scopeWords(token.scopes).map((words) => (
                      <li key={words}>{words}</li>
                    ))}
                  </ul>
                </details>
                <Button
                  small
                  look="bad"
                  disabled={end.isPending}
                  onClick={() =>
                    end.mutate({ id: token.id }, { onSuccess: () => say({ text: `${token.name} ${done}` }) })
                  }
                >
                  {revoke}
                </Button>
              </li>
            ))}
        </ul>
      )}
    </Load>
  );
}

function useOf({ createdAt, lastUsedAt, expiresAt }: Token) {
  return (
    <>
      since <time title={exactTime(createdAt)}>{shortDate(createdAt)}</time>
      {lastUsedAt ? (
        <>
          , last used <time title={exactTime(lastUsedAt)}>{shortDate(lastUsedAt)}</time>
        </>
      ) : (
        ", never used"
      )}
      {expiresAt && (
        <>
          , until <time title={exactTime(expiresAt)}>{shortDate(expiresAt)}</time>
        </>
      )}
    </>
  );
}
