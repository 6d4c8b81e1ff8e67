import { setTimeout as wait } from "node:timers/promises";
import { contacts } from "@sidenote/contract/contacts";
import type { Frame } from "playwright-core";
import { CHROME_EXTENSION } from "../e2e/launch.ts";
import { mailGoogle } from "../e2e/mail-google.ts";
import { Panel } from "../e2e/pages/panel.ts";
import { Server } from "../e2e/server.ts";
import { GmailBed, type Opened, painted } from "./gmail-bed.ts";

const variant = process.argv[2] ?? "a";
const [server, proxy] = await Promise.all([Server.start(["--demo"]), mailGoogle()]);
const ours = await GmailBed.open(proxy.port, CHROME_EXTENSION, server.url);
const panel = await Panel.beside(ours.page);
await server.confirm(await panel.pairingCode());
await panel.shows("Marta Lindqvist");
const { items } = await server.member(contacts.list, { limit: 20 } as never);
const people = items.flatMap(({ name, address }: any) => (address ? [{ name, address }] : []));
const threads = (from: number, count: number): Opened[] =>
  Array.from({ length: count }, (_, i) => ({
    thread: `19b0${String(from + i).padStart(8, "0")}`,
    ...people[i % people.length]!,
  }));
const heap = async (frame: Frame) => {
  const out: number[] = [];
  for (const target of [ours.page, frame]) {
    const cdp = await ours.browser.newCDPSession(target as never);
    for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
    const u: any = await cdp.send("Runtime.getHeapUsage");
    out.push(u.usedSize, u.embedderHeapUsedSize);
    await cdp.detach();
  }
  return out.map((b) => Math.round(b / 1024));
};
const log = (at: number, h: number[]) =>
  console.log(
    variant,
    at,
    h.join(" "),
    h.reduce((a, b) => a + b),
  );
const frame = await ours.reload();
const all = threads(2000, 400);
const snap = async (frame: Frame, file: string) => {
  const { writeFileSync, appendFileSync } = await import("node:fs");
  writeFileSync(file, "");
  const cdp = await ours.browser.newCDPSession(frame as never);
  for (let i = 0; i < 3; i++) await cdp.send("HeapProfiler.collectGarbage");
  cdp.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }: any) => appendFileSync(file, chunk));
  await cdp.send("HeapProfiler.takeHeapSnapshot", { exposeInternals: true, captureNumericValue: false } as never);
  await cdp.detach();
};
if (variant === "s") {
  for (const [i, o] of all.slice(0, 200).entries()) {
    await ours.openThread(o);
    await painted(frame, "sidenote fresh", o.thread);
    if ([19, 199].includes(i)) {
      log(i + 1, await heap(frame));
      await snap(frame, `/tmp/snap${i + 1}.json`);
    }
  }
} else if (variant === "a") {
  for (const [i, o] of all.entries()) {
    await ours.openThread(o);
    await painted(frame, "sidenote fresh", o.thread);
    if ([19, 49, 99, 199, 299, 399].includes(i)) log(i + 1, await heap(frame));
  }
} else if (variant === "n") {
  // The instruments alone: no thread is changed.
  for (const [i, o] of all.entries()) {
    if (i < 20) {
      await ours.openThread(o);
      await painted(frame, "sidenote fresh", o.thread);
    } else {
      await ours.page.evaluate(() => 1);
      await painted(frame, "sidenote fresh", all[19]!.thread);
    }
    if ([19, 49, 99, 199, 299, 399].includes(i)) log(i + 1, await heap(frame));
  }
} else {
  // One call each for all of the changes between two looks.
  let from = 0;
  await ours.page.evaluate(() => {
    (window as any).swap = ({ thread, name, address }: any) => {
      const here = window as any;
      const main = document.querySelector("[role=main]")!;
      here.firstThread ??= main.cloneNode(true);
      const next = here.firstThread.cloneNode(true) as Element;
      next.querySelector("h2")!.setAttribute("data-legacy-thread-id", thread);
      for (const [i, m] of [...next.querySelectorAll("[data-legacy-message-id]")].entries())
        m.setAttribute("data-legacy-message-id", `${thread}${i}`);
      for (const p of next.querySelectorAll("[email^=marta]")) {
        p.setAttribute("email", address);
        p.setAttribute("name", name);
      }
      main.replaceWith(next);
    };
  });
  for (const to of [20, 50, 100, 200, 300, 400]) {
    await ours.page.evaluate(
      async (some) => {
        for (const o of some) {
          (window as any).swap(o);
          await new Promise((r) => setTimeout(r, 400));
        }
      },
      all.slice(from, to),
    );
    await painted(frame, "sidenote fresh", all[to - 1]!.thread);
    await wait(1000);
    log(to, await heap(frame));
    from = to;
  }
}
await ours.close();
await server.close();
await proxy.close();
process.exit(0);
