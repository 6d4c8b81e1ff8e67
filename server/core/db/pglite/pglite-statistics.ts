import type { Wire } from "./pglite-wire.ts";

/** So many rows are written between two looks, which take about as long as writing some ten of them. */
const LOOKED_AFTER_ROWS = 2000;

/** Tables of which the planner knows less than a quarter. One that was never counted has no pages to it. */
const GROWN = `select oid::regclass::text as name from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r'
    and pg_relation_size(oid) >= 4 * greatest(relpages, 1) * current_setting('block_size')::int8`;

/**
 * Tells the planner how much there is, as autovacuum does elsewhere: PGlite has none. Without it a plan that was made and kept when
 * a table had a page goes through the whole of it for good, however large it has become.
 */
export class PlannerStatistics {
  readonly #wire: Wire;
  #rows = 0;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  wrote(rows: number): void {
    this.#rows += rows;
  }

  /** To be called between transactions. */
  async renew(): Promise<void> {
    if (this.#rows < LOOKED_AFTER_ROWS) return;
    this.#rows = 0;
    const [grown] = await this.#wire.exec(GROWN);
    const names = grown?.rows.map((row) => row.name) ?? [];
    if (names.length > 0) await this.#wire.exec(`analyze ${names.join(", ")}`);
  }
}
