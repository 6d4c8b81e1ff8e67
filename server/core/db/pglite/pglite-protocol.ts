import { types } from "@electric-sql/pglite";

const TIMES: readonly number[] = [types.TIMESTAMPTZ, types.TIMESTAMP, types.DATE];
/** What arrives as text, whatever it is: times and JSON. */
export const AS_TEXT = [...TIMES, types.JSON, types.JSONB];

/** The columns of an answer that are such text. */
export type AsText = { index: number; name: string; isTime: boolean }[];

export const asTextOf = (fields: readonly { name: string; dataTypeID: number }[]): AsText =>
  fields.flatMap(({ name, dataTypeID }, index) =>
    AS_TEXT.includes(dataTypeID) ? [{ index, name, isTime: TIMES.includes(dataTypeID) }] : [],
  );

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
