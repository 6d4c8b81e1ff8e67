import type { QueryClient, QueryFilters } from "@tanstack/react-query";

/**
 * Asks anew for what is shown and changed on the server. What is on its way comes first, and is asked for once more after it: an
 * import tells of something every second, and an answer that takes longer would else be given up for the next one without end.
 */
export async function askAnew(queries: QueryClient, which: QueryFilters): Promise<void> {
  const patiently = { cancelRefetch: false };
  const onTheWay = new Set(queries.getQueryCache().findAll({ ...which, fetchStatus: "fetching" }));
  await queries.invalidateQueries(which, patiently);
  if (onTheWay.size > 0) await queries.invalidateQueries({ predicate: (query) => onTheWay.has(query) }, patiently);
}
