import { type PGlite, parse, protocol, type QueryOptions, type Results, types } from "@electric-sql/pglite";
import type { RowDescriptionMessage } from "pg-protocol/dist/messages.js";
import { KEPT, Recurring } from "../recurring.ts";
import type { Wire } from "./pglite-wire.ts";

const { serialize } = protocol;

/** What the database takes as bytes the way it does as text. */
const SAME_AS_BYTES: ReadonlySet<number> = new Set([types.TEXT, types.JSON]);
const LONG = 1024;

const TAKE_ROLE = "select set_config('role', $1, true)";

type Description = { paramTypes: number[]; columns: RowDescriptionMessage[] };
type Statement = Description & { name: string };

/**
 * Runs statements in two calls of the database, or in one where the statement is kept prepared. PGlite's own `query` makes six
 * calls and parses and plans every statement anew. One after the other: whoever calls keeps others out. Throws `DatabaseError`.
 */
export class PreparedStatements {
  readonly #db: PGlite;
  readonly #wire: Wire;
  readonly #recurring = new Recurring();
  /** In the order of their last use. */
  readonly #kept = new Map<string, Statement>();
  #names = 0;

  constructor(db: PGlite, wire: Wire) {
    this.#db = db;
    this.#wire = wire;
  }

  /** `before`: what is sent ahead of it, of whose answers nothing is said. */
  async query<Row>(
    sql: string,
    params: unknown[],
    options: QueryOptions,
    before: Uint8Array[] = [],
  ): Promise<Results<Row>> {
    const { name, paramTypes, columns } = await this.#statement(sql);
    const values = params.map((param, i) => this.#serialized(param, paramTypes[i]!));
    const answers = await this.#wire.send(
      ...before,
      serialize.bind({ statement: name, values }),
      serialize.execute(),
      serialize.sync(),
    );
    const first = before.length > 0 ? answers.findIndex((one) => one.name === "commandComplete") + 1 : 0;
    return parse.parseResults([...columns, ...answers.slice(first)], this.#db.parsers, options)[0] as Results<Row>;
  }

  /**
   * The same as another role, outside of a transaction: what comes before one `sync` is one transaction, in which the role holds.
   */
  async queryAs<Row>(role: string, sql: string, params: unknown[], options: QueryOptions): Promise<Results<Row>> {
    const { name } = await this.#statement(TAKE_ROLE, true);
    const take = [serialize.bind({ statement: name, values: [role] }), serialize.execute()];
    return this.query<Row>(sql, params, options, take);
  }

  async #statement(sql: string, isRecurring = false): Promise<Statement> {
    const kept = this.#kept.get(sql);
    if (!kept) return isRecurring || this.#recurring.again(sql) ? this.#keep(sql) : this.#parsed("", sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, kept);
    return kept;
  }

  async #keep(sql: string): Promise<Statement> {
    this.#names += 1;
    const statement = await this.#parsed(`kept_${this.#names}`, sql);
    this.#kept.set(sql, statement);
    if (this.#kept.size > KEPT) {
      const [oldest, { name }] = this.#kept.entries().next().value!;
      this.#kept.delete(oldest);
      await this.#wire.send(serialize.close({ type: "S", name }));
    }
    return statement;
  }

  async #parsed(name: string, sql: string): Promise<Statement> {
    try {
      const answers = await this.#wire.send(
        serialize.parse({ name, text: sql }),
        serialize.describe({ type: "S", name }),
      );
      return {
        name,
        paramTypes: parse.parseDescribeStatementResults(answers),
        columns: answers.filter((one) => one.name === "rowDescription") as RowDescriptionMessage[],
      };
    } catch (error) {
      // After an error the database reads nothing until it is told that a new statement begins.
      await this.#wire.send(serialize.sync());
      throw error;
    }
  }

  /** Text, or bytes as they are. Node encodes long text some times as fast as PGlite's own writer. */
  #serialized(param: unknown, type: number): string | Uint8Array | null {
    if (param === null || param === undefined) return null;
    const serializer = this.#db.serializers[type];
    const text = serializer ? serializer(param) : String(param);
    return typeof text === "string" && text.length > LONG && SAME_AS_BYTES.has(type) ? Buffer.from(text) : text;
  }
}
