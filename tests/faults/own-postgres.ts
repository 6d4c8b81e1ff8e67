import { execFile } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import postgres from "postgres";

const run = promisify(execFile);

export type Cluster = {
  /** Of its superuser. */
  url: string;
  start(): Promise<void>;
  /** `fast` as an operator does it, `immediate` as a crash does. */
  stop(mode: "fast" | "immediate"): Promise<void>;
  remove(): Promise<void>;
};

/**
 * A PostgreSQL of this test's own, which may be stopped: made with the programs and by the user of the one that the tests are
 * given, where that runs on this machine and may be looked at. Null where not.
 */
export async function ownCluster(admin: string): Promise<Cluster | null> {
  const programs = await programsOf(admin);
  if (!programs) return null;
  const { bin, env, uid, gid } = programs;
  const folder = mkdtempSync(path.join(os.tmpdir(), "sidenote-pg-"));
  const asOwner = process.getuid?.() === 0 ? { uid, gid } : {};
  if (process.getuid?.() === 0) chownSync(folder, uid, gid);
  const data = path.join(folder, "data");
  const port = await freePort();
  const call = (program: string, ...args: string[]) =>
    run(path.join(bin, program), args, { env, cwd: folder, ...asOwner });
  const start = async () => {
    // Its output goes to a file: a pipe would stay open as long as the server runs.
    const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1`;
    await call("pg_ctl", "-D", data, "-w", "-t", "60", "-l", path.join(folder, "log"), "-o", options, "start");
  };
  await call("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
  await start();
  const stop = async (mode: "fast" | "immediate") => {
    await call("pg_ctl", "-D", data, "-w", "-m", mode, "stop");
  };
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async remove() {
      await stop("immediate").catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function programsOf(admin: string) {
  const client = postgres(admin, { max: 1, onnotice: () => {} });
  try {
    const [row] = await client<{ data_directory: string }[]>`show data_directory`;
    const folder = row!.data_directory;
    const { uid, gid } = statSync(folder);
    const [pid] = readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n");
    const bin = path.dirname(readlinkSync(`/proc/${pid}/exe`));
    const variables = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0");
    const libraries = variables.find((one) => one.startsWith("LD_LIBRARY_PATH="))?.slice("LD_LIBRARY_PATH=".length);
    return {
      bin,
      uid,
      gid,
      env: { PATH: process.env.PATH, LANG: "C.UTF-8", ...(libraries ? { LD_LIBRARY_PATH: libraries } : {}) },
    };
  } catch {
    return null;
  } finally {
    await client.end();
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
