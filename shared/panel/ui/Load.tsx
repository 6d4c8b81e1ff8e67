import { ApiError } from "@sidenote/contract/errors";
import type { ReactNode } from "react";
import { Away } from "../client.ts";
import { Button } from "./Button.tsx";

/** What is asked for, as TanStack Query gives it. */
export type Asked<T> = { data: T | undefined; error: Error | null; isPending: boolean; refetch: () => unknown };

/** The order of states, once for every card and page: loading, error with what to do, empty, filled. What is there stays while it is asked anew. */
export function Load<T>({
  query,
  skeleton,
  isEmpty,
  empty,
  children,
}: {
  query: Asked<T>;
  /** In the shape of what comes. */
  skeleton?: ReactNode;
  isEmpty?: (data: T) => boolean;
  /** Says the one next step. */
  empty?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = query;
  if (data !== undefined) return isEmpty?.(data) ? empty : children(data);
  if (error) return <Failed error={error} again={() => void refetch()} />;
  return skeleton ?? <Skeleton />;
}

/** What happened, and the way on. */
export function Failed({ error, again }: { error: Error; again?: () => void }) {
  return (
    <div className="stack in-place" role="alert" style={{ justifyItems: "start" }}>
      <p>{sentence(error)}</p>
      {again && (
        <Button onClick={again} small>
          Try again
        </Button>
      )}
    </div>
  );
}

/** An error as a sentence for a person. */
export const sentence = (error: unknown): string => {
  if (error instanceof ApiError) return error.body.title;
  if (error instanceof Away) return "The server does not answer. Is it running?";
  return "Something went wrong here, and nothing was changed.";
};

/** Lines in the shape of text; they show only where an answer takes longer than 150 ms. */
export function Skeleton({ widths = ["52%", "100%", "72%"] }: { widths?: string[] }) {
  return (
    <div className="stack in-place" style={{ gap: 10 }} role="status" aria-label="Loading">
      {widths.map((width, i) => (
        <span key={i} className="skeleton" style={{ width }} />
      ))}
    </div>
  );
}

/** An empty place: what it is for, and the one next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mid">
      <p className="t-name">{title}</p>
      {children && (
        <div className="t-2 stack" style={{ justifyItems: "center", maxWidth: 360 }}>
          {children}
        </div>
      )}
    </div>
  );
}
