import { type ServerState, useClient } from "../client.ts";
import { Button } from "../ui/Button.tsx";
import { shortDate } from "../ui/when.ts";
import { count } from "../words.ts";

/** The server does not answer: since when what is shown is known, and what waits. */
export function AwayStrip({ server, asOf }: { server: ServerState; asOf: string | undefined }) {
  const client = useClient();
  if (!server.away) return null;
  const waits = server.waiting > 0 && `${count(server.waiting, "note")} ${server.waiting === 1 ? "waits" : "wait"}`;
  return (
    <div className="strip" role="status">
      <span className="num">
        {["Server away", asOf && `as of ${shortDate(asOf)}`, waits].filter(Boolean).join(" · ")}
      </span>
      <Button look="quiet" small onClick={() => client.tryNow()}>
        Try now
      </Button>
    </div>
  );
}
