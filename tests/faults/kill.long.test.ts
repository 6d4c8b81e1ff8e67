import { setTimeout } from "node:timers/promises";
import { emails } from "@sidenote/contract/emails";
import type { Import } from "@sidenote/contract/imports";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { search } from "@sidenote/contract/search";
import { describe, expect, test } from "vitest";
import { mail, mbox } from "../../server/testing/factories.ts";
import { zipOf } from "../../server/testing/zip.ts";
import { createDatabase, databases, dropDatabase, freshDatabase } from "../databases.ts";
import { until as untilIn } from "./client.ts";
import { OwnServer, onScreen, wordOf } from "./own-server.ts";

/** The server is killed without a word, again and again, wherever its work happens to be; what it acknowledged must be there. */
/** Batches of 200, so that each kill finds one on its way. */
const COUNT = 1200;
const KILLS = 4;
const LIMIT_MS = 600_000;
/** A dead worker's job comes back after this long, and a busy machine takes its time. */
const PATIENCE_MS = 240_000;

const until = (holds: () => Promise<boolean>) => untilIn(holds, PATIENCE_MS);

const letter = (i: number) =>
  mail({ id: `<${i}@kill>`, subject: `Offer ${i}`, text: `What would kiosk${i}x cost, and when could it be there?` });
const packings = [
  ["mail.mbox", (file: string) => file],
  ["takeout.zip", (file: string) => Buffer.from(zipOf([{ name: "Takeout/Mail/All mail.mbox", content: file }]))],
] as const;

describe.each(databases)("on %s", (_, admin) => {
  test.each(packings)(
    "nothing acknowledged is lost, nothing is doubled, all of it is found, and the ledger adds up: %s",
    {
      timeout: LIMIT_MS,
    },
    async (name, packed) => {
      const url = admin && freshDatabase(admin);
      if (admin && url) await createDatabase(admin, url);
      const server = await OwnServer.start(url);
      let { api } = server;
      const again = async () => {
        await server.kill();
        await server.again();
        api = server.api;
      };

      const file = mbox(...Array.from({ length: COUNT }, (__, i) => letter(i)));
      const id = await server.upload(packed(file), name);
      await again();
      await api(imports.start, { id });

      const saved: string[] = [];
      let next = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        const before = (await api(imports.get, { id })).counts.seen;
        // Killed a little after it was seen to get on, while a mail of the panel is on its way.
        await until(async () => {
          const row = await api(imports.get, { id });
          return row.state === "done" || row.counts.seen > before;
        });
        const onTheWay = keepSaving();
        await setTimeout(kill * 60);
        await again();
        await onTheWay;
      }

      async function keepSaving(): Promise<void> {
        for (;;) {
          const message = onScreen(next++);
          try {
            await api(emails.store, message, { idempotencyKey: message.sourceId });
            saved.push(message.sourceId);
          } catch {
            return;
          }
        }
      }

      let row: Import;
      await until(async () => {
        row = await api(imports.get, { id });
        return row.state === "done";
      });
      expect(row!.counts).toMatchObject({ seen: COUNT, stored: COUNT, duplicate: 0, setAside: 0 });
      // What was on its way when the server died is sent again, as a panel's queue does.
      for (let i = 0; i < next; i++) await api(emails.store, onScreen(i), { idempotencyKey: onScreen(i).sourceId });
      const { stored } = await api(emails.stored, { sourceIds: saved.slice(0, 200) });
      expect(stored).toHaveLength(Math.min(saved.length, 200));
      expect(await api(ledger.sums, {})).toMatchObject({ mails: COUNT + next, unaccounted: 0, reconciled: true });
      const words = [
        ...[0, 199, 200, 599, COUNT - 1].map((i) => `kiosk${i}x`),
        ...(next > 0 ? [wordOf(next - 1)] : []),
      ];
      for (const q of words) {
        await until(async () => (await api(search.all, { q, kind: "email" })).items.length > 0);
        expect((await api(search.all, { q, kind: "email" })).items, q).toHaveLength(1);
      }
      await server.stop();
      server.remove();
      if (admin && url) await dropDatabase(admin, url);
    },
  );
});
