import type { Person } from "@sidenote/contract/emails";
import type { Ctx } from "../../core/context.ts";
import { read } from "../../core/db/transaction.ts";
import { beginningOf } from "../../core/text/storable.ts";
import { bodyOf } from "./body.ts";
import type { SentMail } from "./learn.ts";
import { kindOf, ownDomains, sentMails } from "./read.ts";
import { voiceTable } from "./table.ts";

const LOOKED_AT = 60;
const MOST = 3;
const SHORTEST = 60;
const LONGEST = 600;

/**
 * A few mails that the member sent to people of this kind, the newest first, for a model to hear how they write: none unless
 * the member has allowed it. Figures and addresses are taken out; they are nobody's manner.
 */
export const voiceExamples = (
  ctx: Ctx,
  to: readonly Person[],
  isKnown: boolean,
  except: ReadonlySet<string>,
): Promise<string[]> =>
  read(ctx, async (tx) => {
    const [row] = await tx.select({ allowed: voiceTable.allowExamples }).from(voiceTable);
    if (!row?.allowed) return [];
    const kind = kindOf(to, await ownDomains(tx, ctx), () => isKnown);
    const sent = (await sentMails(tx, ctx, LOOKED_AT)).filter((mail) => !except.has(mail.id));
    return [...sent.filter((mail) => mail.kind === kind), ...sent.filter((mail) => mail.kind !== kind)]
      .map(exampleOf)
      .filter((text) => text.length >= SHORTEST)
      .slice(0, MOST);
  });

const exampleOf = (mail: SentMail): string =>
  beginningOf(
    bodyOf(mail)
      .replace(/\S+@\S+|https?:\/\/\S+/g, "…")
      .replace(/\d[\d.,:/  ]*\d|\d/g, "…"),
    LONGEST,
  ).trim();
