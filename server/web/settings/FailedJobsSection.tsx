import { system } from "@sidenote/contract/system";
import { Button } from "@sidenote/panel/ui/Button.tsx";
import { Load } from "@sidenote/panel/ui/Load.tsx";
import { Section } from "@sidenote/panel/ui/Section.tsx";
import { useToast } from "@sidenote/panel/ui/Toasts.tsx";
import { exactTime, shortDate } from "@sidenote/panel/ui/when";
import { More } from "../parts/More.tsx";
import { usePages, useWrite } from "../queries.ts";

/** Background work that gave up, and another try. */
export function FailedJobsSection() {
  const jobs = usePages(system.failedJobs, {});
  const say = useToast();
  const retry = useWrite(system.retryJob, {
    changes: ["/v1/jobs"],
    onDone: () => say({ text: "It is being tried again" }),
  });
  return (
    <Section title="Background work that gave up">
      <Load
        query={jobs}
        isEmpty={({ pages }) => pages[0]?.items.length === 0}
        empty={<p className="t-2">None. What fails is tried again by itself first; what still fails is listed here.</p>}
      >
        {({ pages }) => (
          <ul className="rows setting-rows">
            {pages
              .flatMap((page) => page.items)
              .map(({ id, name, at, error, attempts }) => (
                <li key={id} className="row between top">
                  <span className="grow">
                    <span className="strong">{name}</span>{" "}
                    <time className="t-meta" title={exactTime(at)}>
                      {shortDate(at)}, {attempts === 1 ? "1 try" : `${attempts} tries`}
                    </time>
                    <span className="t-2 block">{error}</span>
                  </span>
                  <Button small disabled={retry.isPending} onClick={() => retry.mutate({ id })}>
                    Try again
                  </Button>
                </li>
              ))}
          </ul>
        )}
      </Load>
      <More list={jobs} />
    </Section>
  );
}
