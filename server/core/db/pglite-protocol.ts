import { types } from "@electric-sql/pglite";

/** What arrives as text, whatever it is. */
export const TIMES: readonly number[] = [types.TIMESTAMPTZ, types.TIMESTAMP, types.DATE];
export const JSONS: readonly number[] = [types.JSON, types.JSONB];
export const AS_TEXT = [...TIMES, ...JSONS];

/** What travels between `pglite.ts` and its worker. */
export type WorkerOptions = {
  /** Absent: in memory, for tests. */
  dataDir?: string | undefined;
  /** A dump to start from instead of an empty database. */
  template?: Uint8Array<ArrayBuffer> | undefined;
};

export type ToWorker = { id: number } & (
  | {
      type: "query";
      sql: string;
      params: unknown[];
      tx?: number | undefined;
      /** A role to run it as, outside of any transaction of the caller. */
      role?: string | undefined;
      rowMode?: "array" | "object" | undefined;
    }
  | { type: "exec"; sql: string; tx?: number | undefined }
  /** `later`: those that are not go first, however long this one has waited. */
  | { type: "begin"; tx: number; later: boolean }
  | { type: "end"; tx: number; commit: boolean }
  | { type: "listen"; channel: string }
  | { type: "dump" }
  | { type: "close" }
);

export type PlainError = {
  message: string;
  code?: string | undefined;
  constraint?: string | undefined;
  table?: string | undefined;
};
export type FromWorker =
  | { id: number; result: unknown }
  | { id: number; error: PlainError }
  | { channel: string; payload: string };
