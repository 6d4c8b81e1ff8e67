import { mkdirSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { main } from "../server/cli/commands.ts";
import { mail, mbox } from "../server/testing/factories.ts";
import type { Ended } from "./cli.ts";

/** Runs a command in this process, to its end: all of it but the process of its own, of which `cli.ts` has the real ones. */
export async function command(args: string[], env: Record<string, string>, cwd = os.tmpdir()): Promise<Ended> {
  const out: string[] = [];
  const said: string[] = [];
  const code = await main(args, {
    env,
    cwd,
    out: (line) => void out.push(line),
    say: (line) => void said.push(line),
    progress: () => {},
  });
  return { code, stdout: out.join("\n"), stderr: said.join("\n") };
}

/** A mailbox of two mails and one that cannot be read. */
export function writeMailbox(folder: string): string {
  const file = path.join(folder, "mail.mbox");
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, mbox(mail({ id: "<1@p>" }), mail({ id: "<2@p>", subject: "Second" }), ""));
  return file;
}
