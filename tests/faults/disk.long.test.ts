import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { emails } from "@sidenote/contract/emails";
import { imports } from "@sidenote/contract/imports";
import { ledger } from "@sidenote/contract/ledger";
import { afterAll, expect, test } from "vitest";
import { mail, mbox } from "../../server/testing/factories.ts";
import { sidenote, start } from "../cli.ts";
import { clientOf } from "./client.ts";

/** A disk of its own that is soon full, where this machine lets one be made. */
const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-disk-"));
const sized = (megabytes: number, ...more: string[]) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", [...more, `size=${megabytes}m`].join(","), "tmpfs", folder]).status === 0;
const mounted = sized(130);
afterAll(() => {
  if (mounted) spawnSync("umount", ["-l", folder]);
  rmdirSync(folder);
});

const noise = (length: number) => Array.from({ length }, () => Math.random().toString(36)).join(" ");
const onScreen = (i: number, text = noise(3000)) => ({
  sourceId: `gmail:d${i}`,
  subject: `On screen ${i}`,
  from: { name: "", address: "eva@nordfrakt.example" },
  to: [{ name: "", address: "ada@fjordkyl.example" }],
  at: new Date(Date.UTC(2026, 1, 3, 9, i)).toISOString(),
  text,
});

test.skipIf(!mounted)(
  "on a full disk writing is refused with what to do, reading goes on, nothing acknowledged is lost, and with room all goes on",
  {
    timeout: 600_000,
  },
  async () => {
    const data = path.join(folder, "data");
    mkdirSync(data);
    const env = { SIDENOTE_DATA: data };
    let running = await start([], env);
    const key = (await sidenote(["key", "create", "--name", "Test"], env)).stdout.trim();
    const api = clientOf(running.url, key);

    let stored = 0;
    const fill = async () => {
      for (;;) {
        await api(emails.store, onScreen(stored));
        stored++;
      }
    };
    await expect(fill()).rejects.toMatchObject({
      body: { code: "unavailable", title: expect.stringContaining("The disk is full") },
    });
    expect(stored).toBeGreaterThan(0);
    expect((await api(emails.threads, { limit: 200 })).items.length).toBeGreaterThan(0);
    expect(await api(ledger.sums, {})).toMatchObject({ mails: stored, reconciled: true });

    expect(sized(400, "remount")).toBe(true);
    await api(emails.store, onScreen(stored++, "There is room again."));
    const { id } = await api(imports.create, { name: "mail.mbox", as: "ada@fjordkyl.example" });
    const put = await fetch(`${running.url}/v1/imports/${id}/bytes?offset=0`, {
      method: "PUT",
      headers: { authorization: `Bearer ${key}` },
      body: mbox(mail(), mail({ subject: "Second" })),
    });
    expect(put.status).toBe(200);
    await api(imports.start, { id });
    await expect.poll(async () => (await api(imports.get, { id })).state, { timeout: 120_000 }).toBe("done");
    running.child.kill("SIGTERM");
    await running.ended;

    running = await start([], env);
    expect(await clientOf(running.url, key)(ledger.sums, {})).toMatchObject({
      mails: stored + 2,
      unaccounted: 0,
      reconciled: true,
    });
    running.child.kill("SIGTERM");
    await running.ended;
  },
);
