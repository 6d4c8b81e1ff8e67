import type { GmailBed } from "./gmail-bed.ts";

type Traced = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur: number;
  tdur?: number;
  args: Args;
};
type Args = { data?: { url?: string } };

/** The processor's milliseconds of the longest task of the page's thread in which the extension's script ran. */
export async function longestTaskOfOurs(bed: GmailBed, run: () => Promise<void>): Promise<number> {
  const browser = bed.browser.browser();
  if (!browser) throw new Error("this browser cannot be traced");
  await browser.startTracing(bed.page, { categories: ["toplevel", "devtools.timeline", "v8.execute"] });
  await run();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString("utf8")) as { traceEvents: Traced[] };
  const whole = traceEvents.filter((one) => one.ph === "X");
  const calls = whole.filter((one) => one.args.data?.url?.includes("/content-scripts/"));
  const tasks = whole.filter((one) => one.name.endsWith("RunTask") && one.tdur !== undefined);
  const ours = tasks.filter((task) =>
    calls.some(
      (call) => call.pid === task.pid && call.tid === task.tid && call.ts >= task.ts && call.ts < task.ts + task.dur,
    ),
  );
  if (ours.length === 0) throw new Error("the extension's script did not run");
  return Math.max(...ours.map((task) => task.tdur!)) / 1000;
}
