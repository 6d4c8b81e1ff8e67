import type { Me } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Link } from "wouter";
import { ChooseFiles } from "../imports/ChooseFiles.tsx";
import { Page } from "../parts/Page.tsx";
import { useDemo, useSwitch } from "../shell/organization.ts";

/** Nothing has come in yet: the ways in. */
export function WelcomePage({ me }: { me: Me }) {
  const demo = useDemo(me);
  const switchTo = useSwitch();
  return (
    <Page title="Welcome" name={<span />}>
      <div className="welcome stack">
        <div>
          <h1 className="t-page">Welcome, {me.member.name}</h1>
          <p className="t-2">Sidenote knows nothing yet. Bring in your mail, or look around first.</p>
        </div>
        <section className="stack" aria-label="Bring in your mail">
          <h2 className="t-name">Bring in your mail</h2>
          <p className="t-2">It is read on this machine and stays here. An import can be taken back as a whole.</p>
          <ChooseFiles me={me} />
        </section>
        <section className="stack" aria-label="Put it beside your mail">
          <h2 className="t-name">Put it beside your mail</h2>
          <p className="t-2">
            The panel says who writes, what waits and what to answer, while you read. In Chrome open{" "}
            <code>chrome://extensions</code>, switch on <em>Developer mode</em> and load the folder{" "}
            <code>extension/.output/chrome-mv3</code>. Then open Gmail: the panel shows a code.
          </p>
          <div>
            <Link href="/pair" className="btn">
              Enter the code
            </Link>
          </div>
        </section>
        {(demo.there || demo.mayChange) && (
          <section className="stack" aria-label="Look around first">
            <h2 className="t-name">Look around first</h2>
            <p className="t-2">
              The demo is an invented company, Fjord Kyl, with 30 people and 250 mails. It is kept apart from your own
              data, and one click removes it.
            </p>
            <div>
              <Button
                disabled={demo.busy !== null}
                onClick={() => (demo.there ? void switchTo(demo.there.id) : demo.add())}
              >
                {demo.busy === "adding" ? "Adding the demo …" : "Open the demo"}
              </Button>
            </div>
          </section>
        )}
      </div>
    </Page>
  );
}
