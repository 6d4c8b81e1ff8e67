import { hash } from "node:crypto";

/** What is asked once, as by an import, goes soon; what a panel asks about a thread again and again stays. */
const MOST = 10_000;

/**
 * A function of a text alone that remembers what it found in the last texts, by their digests: of the texts nothing is kept, so what
 * it finds must hold none of them either, and nobody may change it.
 */
export function remembered<T>(find: (text: string) => T): (text: string) => T {
  /** In the order of their last use. */
  const found = new Map<string, T>();
  return (text) => {
    const digest = hash("sha256", text, "base64url");
    const result = found.has(digest) ? (found.get(digest) as T) : find(text);
    found.delete(digest);
    found.set(digest, result);
    if (found.size > MOST) found.delete(found.keys().next().value as string);
    return result;
  };
}
