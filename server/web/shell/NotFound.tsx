import { Empty } from "@sidenote/panel/ui/Load.tsx";
import { Link } from "wouter";
import { useTitle } from "./title.ts";

export function NotFound({
  what = "page",
  to = "/mail",
  leads = "Go to Mail",
}: {
  what?: string;
  to?: string;
  leads?: string;
}) {
  useTitle("Not here");
  return (
    <div role="alert">
      <Empty title={`There is no such ${what}`}>
        <p>It may have been removed, or it is not yours to see.</p>
        <Link href={to} className="btn">
          {leads}
        </Link>
      </Empty>
    </div>
  );
}
