import { useClient } from "../client.ts";
import type { Refused } from "../refused.ts";
import { Button } from "../ui/Button.tsx";
import { useToast } from "../ui/Toasts.tsx";

/** What had waited for the server and was refused in the end: why, and the words, which are nobody's to throw away but the writer's. */
export function RefusedWrites({ refused }: { refused: readonly Refused[] }) {
  const client = useClient();
  const toast = useToast();
  const copy = async (words: string) => {
    await navigator.clipboard.writeText(words);
    toast({ text: "Copied." });
  };
  return refused.map(({ key, words, reason }) => (
    <div key={key} className="strip refused" role="alert">
      <div className="said">
        <p>Not saved: {reason}</p>
        {words !== null && (
          <p className="words" dir="auto">
            {words}
          </p>
        )}
      </div>
      {words !== null && (
        <Button look="quiet" small onClick={() => void copy(words)}>
          Copy
        </Button>
      )}
      <Button look="quiet" small onClick={() => client.dropRefused(key)}>
        Discard
      </Button>
    </div>
  ));
}
