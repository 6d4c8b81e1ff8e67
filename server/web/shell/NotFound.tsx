import { Empty } from "@sidenote/panel/ui/Load.tsx";
import { Link } from "wouter";
import { useTitle } from "./title.ts";

export function NotFound({ what = "page" }: { what?: string }) {
  useTitle("Not here");
  return (
    <Empty title={`There is no such ${what}`}>
      <p>It may have been removed, or it belongs to another organization.</p>
      <Link href="/mail" className="btn">
        Go to Mail
      </Link>
    </Empty>
  );
}
