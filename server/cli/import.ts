import { createReadStream } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { Problem } from "@sidenote/contract/errors";
import { type Import, type ImportItem, imports } from "@sidenote/contract/imports";
import { pack } from "tar-stream";
import { AppError } from "../core/errors.ts";
import type { Command, Terminal } from "./commands.ts";
import { type Connection, connect } from "./connect.ts";
import { importItems } from "./import-items.ts";
import { count } from "./words.ts";

type Found = { path: string; name: string; sizeBytes: number };

export const importCommand: Command = {
  usage: "import PATH… [--as ADDRESS] [--json] [--org demo]",
  summary: "Bring in mail from files or folders: .zip, .mbox, .eml, maildir",
  options: { as: { type: "string" }, json: { type: "boolean" } },
  async run({ args, options, config, terminal }) {
    if (args.length === 0) throw new AppError("invalid", `Usage: ${importCommand.usage}`);
    const files = (await Promise.all(args.map((arg) => filesAt(path.resolve(terminal.cwd, arg))))).flat();
    if (files.length === 0) throw new AppError("not_found", `There is no file in ${args.join(", ")}`);
    const connection = await connect(config, options.org as string | undefined);
    try {
      const begun = await send(connection, files, args, options.as as string | undefined, terminal);
      const ended = await untilEnded(connection, begun, terminal);
      const apart = await importItems(connection, ended.id, "not_mail");
      const setAside = await importItems(connection, ended.id, "set_aside");
      if (options.json) terminal.out(JSON.stringify(asJson(ended, apart, setAside)));
      else report(ended, apart, setAside, terminal);
      return ended.state === "done" ? 0 : 1;
    } finally {
      await connection.close();
    }
  },
};

/** Every file below a path, in the order of their names. */
async function filesAt(at: string): Promise<Found[]> {
  const found = await stat(at).catch(() => {
    throw new AppError("not_found", `There is no file or folder ${at}`);
  });
  if (!found.isDirectory()) return [{ path: at, name: path.basename(at), sizeBytes: found.size }];
  const files: Found[] = [];
  for await (const entry of await opendir(at, { recursive: true })) {
    if (!entry.isFile()) continue;
    const full = path.join(entry.parentPath, entry.name);
    const name = path.join(path.basename(at), path.relative(at, full)).split(path.sep).join("/");
    files.push({ path: full, name, sizeBytes: (await stat(full)).size });
  }
  return files.sort((a, b) => a.name.localeCompare(b.name));
}

async function send(
  connection: Connection,
  files: Found[],
  args: string[],
  as: string | undefined,
  terminal: Terminal,
): Promise<Import> {
  const [only] = files;
  const single = files.length === 1 && only ? only : null;
  const bytesTotal = files.reduce((size, file) => size + file.sizeBytes, 0);
  const opened = await connection.api(imports.create, {
    name: single?.name ?? args.map((arg) => path.basename(arg)).join(", "),
    ...(single ? { bytesTotal } : {}),
    ...(as ? { as } : {}),
  });
  const source = single ? createReadStream(single.path) : tarOf(files);
  let sent = 0;
  const counted = Readable.from(source, { objectMode: false }).on("data", (chunk: Buffer) => {
    sent += chunk.length;
    terminal.progress(`Sending ${megabytes(sent)} of ${megabytes(bytesTotal)}`);
  });
  const response = await connection
    .fetch(`/v1/imports/${opened.id}/bytes?offset=0`, {
      method: "PUT",
      body: Readable.toWeb(counted) as ReadableStream,
      duplex: "half",
    })
    .catch((error: unknown) => {
      if (!source.errored) throw error;
      return null;
    });
  if (source.errored || response === null) {
    await connection.api(imports.cancel, { id: opened.id });
    const cause = source.errored;
    throw new AppError("invalid", `Nothing was imported: ${cause?.message}`, { cause });
  }
  if (!response.ok) throw new AppError("upstream", Problem.parse(await response.json()).title);
  return connection.api(imports.start, { id: opened.id });
}

/** Many files as one stream, read as it is sent. */
function tarOf(files: Found[]): Readable {
  const tar = pack();
  void (async () => {
    for (const file of files)
      await pipeline(createReadStream(file.path), tar.entry({ name: file.name, size: file.sizeBytes }));
    tar.finalize();
  })().catch((error: Error) => tar.destroy(error));
  return Readable.from(tar);
}

const LOOK_MS = 250;

async function untilEnded(connection: Connection, begun: Import, terminal: Terminal): Promise<Import> {
  let working = true;
  const work = connection.work().finally(() => {
    working = false;
  });
  let current = begun;
  while (current.state === "running") {
    await Promise.race([setTimeout(LOOK_MS), working ? work : setTimeout(LOOK_MS)]);
    current = await connection.api(imports.get, { id: begun.id });
    terminal.progress(
      `${count(current.counts.seen, "message")} read, ${megabytes(current.bytesRead)} of ${megabytes(current.bytesReceived)}`,
    );
  }
  await work;
  terminal.progress("");
  return current;
}

const asJson = (ended: Import, apart: ImportItem[], setAside: ImportItem[]) => {
  const { seen, stored, duplicate, setAside: aside, notWanted } = ended.counts;
  return {
    id: ended.id,
    state: ended.state,
    seen,
    stored,
    duplicate,
    setAside: aside,
    notWanted,
    ownAddresses: ended.ownAddresses,
    guessedAddress: ended.guessedAddress,
    error: ended.error,
    setAsideMessages: setAside.map(({ file, position, reason }) => ({ file, position, reason })),
    notMail: apart.map(({ file, reason }) => ({ file, reason })),
  };
};

function report(ended: Import, apart: ImportItem[], setAside: ImportItem[], terminal: Terminal): void {
  const { seen, stored, duplicate, setAside: aside, notWanted } = ended.counts;
  const { state, error } = ended;
  if (state !== "done") terminal.out(`The import is ${state}${error ? `: ${error}` : ""}`);
  else if (error) terminal.out(error);
  terminal.out(
    `${count(seen, "message")}: ${stored} stored, ${duplicate} already there, ${aside} set aside, ${notWanted} not wanted`,
  );
  if (ended.guessedAddress) {
    terminal.out(
      `Your address was taken to be ${ended.guessedAddress}, the commonest recipient. Change it under Settings, or import with --as ADDRESS`,
    );
  }
  for (const { file, position, reason } of setAside) terminal.out(`set aside: ${file}, message ${position}: ${reason}`);
  for (const { file, reason } of apart) terminal.out(`not mail: ${file}: ${reason}`);
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
