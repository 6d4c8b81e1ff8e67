import type { Drizzle } from "./database.ts";

/** A statement that every request asks, made of its parts once for each database: that takes longer than to run it. */
export function builtOnce<Q>(build: (db: Drizzle) => Q): (db: Drizzle) => Q {
  const built = new WeakMap<Drizzle, Q>();
  return (db) => {
    const query = built.get(db) ?? build(db);
    built.set(db, query);
    return query;
  };
}
