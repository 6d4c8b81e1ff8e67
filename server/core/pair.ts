/** Two ids in the order in which a pair of them is kept: whichever of the two is named first, it is the same pair. */
export const pairOf = <Id extends string>(id: Id, otherId: Id): { oneId: Id; otherId: Id } =>
  id < otherId ? { oneId: id, otherId } : { oneId: otherId, otherId: id };

/** The same as a key of a map or a set. */
export function pairKey<Id extends string>(id: Id, otherId: Id): string {
  const pair = pairOf(id, otherId);
  return `${pair.oneId} ${pair.otherId}`;
}
