import type { ThreadSummary } from "@sidenote/contract/emails";
import type { ThreadId } from "@sidenote/contract/ids";
import type { Me } from "@sidenote/contract/organizations";
import { Empty } from "@sidenote/panel/ui/Load.tsx";
import { useLocation, useSearchParams } from "wouter";
import { useKeys } from "../shell/keys.tsx";
import { useTitle } from "../shell/title.ts";
import { ThreadList } from "./ThreadList.tsx";
import { ThreadPane } from "./ThreadPane.tsx";
import { type Filter, filterOf, useThreads } from "./threads.ts";

/** Mail: the threads, the one that is open, and the panel beside it. Below 900 px one of them at a time. */
export function MailPage({ me, threadId }: { me: Me; threadId?: ThreadId }) {
  const [query, setQuery] = useSearchParams();
  const [, navigate] = useLocation();
  const filter = filterOf(query.get("show"));
  const threads = useThreads(filter);
  const rows = threads.data?.pages.flatMap((page) => page.items) ?? [];
  useTitle(threadId ? undefined : "Mail");

  const pathTo = ({ id }: Pick<ThreadSummary, "id">) => `/threads/${id}${filter === "all" ? "" : `?show=${filter}`}`;
  const back = () => navigate(filter === "all" ? "/mail" : `/mail?show=${filter}`);
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === threadId);
    const next = rows[at === -1 ? 0 : at + by];
    if (next) navigate(pathTo(next), { replace: threadId !== undefined });
  };
  const show = (next: Filter) => setQuery(next === "all" ? {} : { show: next }, { replace: true });
  useKeys([
    { key: "j", label: "Next thread", run: () => step(1) },
    { key: "k", label: "Thread before", run: () => step(-1) },
    { key: "w", label: "Waiting for you", run: () => show("you") },
    { key: "t", label: "Waiting for them", run: () => show("them") },
    { key: "a", label: "All mail", run: () => show("all") },
    ...(threadId ? [{ key: "Escape", label: "Back to the list", run: back }] : []),
  ]);
  return (
    <div className={threadId ? "mail reading" : "mail"}>
      <ThreadList threads={threads} filter={filter} show={show} openId={threadId} pathTo={pathTo} />
      {threadId ? (
        <ThreadPane key={threadId} me={me} id={threadId} back={back} marked={query.get("mail")} />
      ) : (
        <div className="thread-pane unopened">
          {rows.length > 0 && (
            <Empty title="Choose a thread">
              <p>
                Or press <kbd className="kbd">j</kbd> to open the first. <kbd className="kbd">?</kbd> shows every key.
              </p>
            </Empty>
          )}
        </div>
      )}
    </div>
  );
}
