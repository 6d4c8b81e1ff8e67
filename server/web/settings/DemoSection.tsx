import type { Me } from "@sidenote/contract/organizations";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useDemo, useSwitch } from "../shell/organization.ts";

/** The organizations of the member, and the invented one to look around in. */
export function DemoSection({ me }: { me: Me }) {
  const demo = useDemo(me);
  const switchTo = useSwitch();
  return (
    <Section title="Organizations">
      <ul className="rows setting-rows">
        {me.organizations.map((one) => (
          <li key={one.id} className="row between">
            <span className="clip">
              {one.name} <span className="t-meta">{one.demo ? "demo, invented" : one.role}</span>
            </span>
            {one.id === me.organization.id ? (
              <span className="tag">You are here</span>
            ) : (
              <Button small onClick={() => void switchTo(one.id)}>
                Open
              </Button>
            )}
          </li>
        ))}
      </ul>
      {demo.mayChange && (
        <div className="row wrap">
          {demo.there ? (
            <Button look="bad" disabled={demo.busy !== null} onClick={demo.remove}>
              {demo.busy ? "Removing …" : "Remove the demo"}
            </Button>
          ) : (
            <Button disabled={demo.busy !== null} onClick={demo.add}>
              {demo.busy ? "Adding …" : "Add the demo"}
            </Button>
          )}
          <span className="t-meta">
            {demo.there
              ? "Everything in it goes, with what you added to it. Your own data stays; the demo can be added again, as new."
              : "An invented company to look around in, kept apart from your own data."}
          </span>
        </div>
      )}
    </Section>
  );
}
