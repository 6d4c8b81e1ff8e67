import { emails } from "@sidenote/contract/emails";
import { ApiError } from "@sidenote/contract/errors";
import type { EmailId } from "@sidenote/contract/ids";
import type { LiveEvent } from "@sidenote/contract/system";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef } from "react";
import { type Client, useClient } from "./client.ts";
import type { Drafts } from "./drafts.ts";
import { useToast } from "./ui/Toasts.tsx";

/** What nobody looks at now may tell of what was forgotten, too; what else is looked at that mail is told in is asked for anew. */
export async function forgetIdle(client: Client, queries: QueryClient): Promise<void> {
  queries.removeQueries({ type: "inactive" });
  const shown = ["search", "kept promises"].map((key) => queries.invalidateQueries({ queryKey: [key] }));
  await Promise.all([client.kept?.forget(), queries.resetQueries({ queryKey: ["kept"] }), ...shown]);
}

/**
 * Hears of mail that is forgotten in another page, or on another device: what was made of it here goes, and what is being made
 * stops. Where it is not told which mail that was, or nothing was heard for a while, it is asked whether what is cited is there.
 */
export function useForgotten(drafts: Drafts): (event: LiveEvent) => void {
  const client = useClient();
  const queries = useQueryClient();
  const toast = useToast();
  const asking = useRef(false);
  return useCallback(
    ({ type, ids }) => {
      const say = (isAny: boolean) => {
        if (isAny) toast({ text: "What was drafted from a mail that is forgotten is gone for good.", ends: true });
      };
      if (type === "emails.forgotten") {
        void forgetIdle(client, queries);
        const ofMails = drafts.forgetMails({ ids: new Set(ids.filter((id) => id.startsWith("eml_"))) });
        const ofThreads = ids.filter((id) => /^(gmail|outlook):/.test(id) && drafts.forgetMade(id));
        say(ofMails || ofThreads.length > 0);
      }
      if (asking.current || (type !== "hello" && (type !== "emails.forgotten" || ids.length > 0))) return;
      asking.current = true;
      void goneAmong(client, drafts.cited())
        .then((gone) => say(drafts.forgetMails({ ids: gone })))
        .finally(() => {
          asking.current = false;
        });
    },
    [client, queries, drafts, toast],
  );
}

/** Of these mails, those that are there no more. What cannot be asked for now is there, as far as anybody knows. */
async function goneAmong(client: Client, ids: ReadonlySet<string>): Promise<Set<string>> {
  const gone = new Set<string>();
  for (const id of ids) {
    const error: unknown = await client.api(emails.get, { id: id as EmailId }).then(
      () => null,
      (reason: unknown) => reason,
    );
    if (error instanceof ApiError && error.body.code === "not_found") gone.add(id);
  }
  return gone;
}
