import type { ReactNode } from "react";
import { useTitle } from "../shell/title.ts";

/** A page of one column: its name, what can be done with all of it, and what it holds. */
export function Page({
  title,
  name,
  aside,
  children,
}: {
  title: string;
  /** What stands as its heading, where that is more than the title. */
  name?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  useTitle(title);
  return (
    <div className="sheet">
      <header className="sheet-head">
        <div className="grow">{name ?? <h1 className="t-page">{title}</h1>}</div>
        {aside}
      </header>
      {children}
    </div>
  );
}
