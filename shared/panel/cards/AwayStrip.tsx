import { type ServerState, useClient } from "../client.ts";
import { Button } from "../ui/Button.tsx";
import { sentence } from "../ui/Load.tsx";
import { shortDate } from "../ui/when.ts";
import { count } from "../words.ts";

/** The server does not answer, or what is shown could not be asked anew: since when it is known, what waits, and the way on. */
export function AwayStrip({
  server,
  asOf,
  failed,
}: {
  server: ServerState;
  asOf: string | undefined;
  /** Why what is shown is from before, though the server is there. */
  failed?: { error: Error; again: () => void } | null;
}) {
  const client = useClient();
  if (!server.away && failed && asOf)
    return (
      <div className="strip" role="status">
        <span className="num">
          {sentence(failed.error)} · <span className="whole">as of {shortDate(asOf)}</span>
        </span>
        <Button look="quiet" small onClick={failed.again}>
          Try again
        </Button>
      </div>
    );
  if (!server.away) return null;
  const waits = server.waiting > 0 && `${count(server.waiting, "save")} ${server.waiting === 1 ? "waits" : "wait"}`;
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
