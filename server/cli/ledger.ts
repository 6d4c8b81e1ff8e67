import type { OutputOf } from "@sidenote/contract/endpoint";
import { imports } from "@sidenote/contract/imports";
import { type LedgerSource, ledger } from "@sidenote/contract/ledger";
import type { Command, Terminal } from "./commands.ts";
import { type Connection, connect } from "./connect.ts";
import { importItems } from "./import-items.ts";
import { count } from "./words.ts";

type Ledger = OutputOf<typeof ledger.sums>;

export const ledgerCommand: Command = {
  usage: "ledger [--retry] [--json] [--org demo]",
  summary:
    "What every source brought, what became of it, and whether it adds up; --retry reads what was set aside again",
  options: { json: { type: "boolean" }, retry: { type: "boolean" } },
  async run({ options, config, terminal }) {
    const connection = await connect(config, options.org as string | undefined);
    try {
      const retried = options.retry ? await retryAll(connection) : null;
      const found = await wholeLedger(connection);
      if (options.json) terminal.out(JSON.stringify({ ...found, ...(retried ? { retried } : {}) }));
      else report(found, retried, terminal);
      return found.reconciled ? 0 : 1;
    } finally {
      await connection.close();
    }
  },
};

async function wholeLedger(connection: Connection): Promise<Omit<Ledger, "nextCursor">> {
  const { nextCursor, ...first } = await connection.api(ledger.sums, { limit: 200 });
  const items = [...first.items];
  for (let cursor = nextCursor; cursor; ) {
    const page: Ledger = await connection.api(ledger.sums, { limit: 200, cursor });
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return { ...first, items };
}

async function retryAll(connection: Connection): Promise<{ tried: number; stored: number }> {
  const counts = { tried: 0, stored: 0 };
  for (const { importId, counts: before } of (await wholeLedger(connection)).items) {
    if (importId === null || before.setAside === 0) continue;
    for (const { item } of await importItems(connection, importId, "set_aside")) {
      const after = await connection.api(imports.retry, { id: importId, item });
      counts.tried++;
      if (after.outcome !== "set_aside") counts.stored++;
    }
  }
  await connection.work();
  return counts;
}

function report(
  found: Omit<Ledger, "nextCursor">,
  retried: { tried: number; stored: number } | null,
  terminal: Terminal,
) {
  if (retried) terminal.out(`${count(retried.tried, "message")} read again: ${retried.stored} no longer set aside`);
  for (const source of found.items) {
    terminal.out(
      `${source.name}${source.state && source.state !== "done" ? ` (${source.state})` : ""}: ${line(source)}`,
    );
    for (const { rule, count: unwanted } of source.rules) terminal.out(`  not wanted because of ${rule}: ${unwanted}`);
    if (!source.reconciled) terminal.out("  DOES NOT ADD UP");
  }
  const { seen, stored, duplicate, setAside: aside, notWanted, kept } = found.sums;
  terminal.out(
    `${count(seen, "message")} seen = ${stored} stored + ${duplicate} already there + ${aside} set aside + ${notWanted} not wanted`,
  );
  terminal.out(
    found.reconciled
      ? `${count(found.mails, "mail")} in the mailbox, each accounted for`
      : `${count(found.mails, "mail")} in the mailbox, ${kept} by the ledger, ${found.unaccounted} of no known source: this does not add up`,
  );
}

const line = ({ counts, forgotten }: LedgerSource): string =>
  [
    `${counts.seen} seen`,
    `${counts.stored} stored${forgotten > 0 ? ` (${forgotten} forgotten since)` : ""}`,
    `${counts.duplicate} already there`,
    `${counts.setAside} set aside`,
    `${counts.notWanted} not wanted`,
  ].join(", ");
