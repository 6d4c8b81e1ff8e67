/** What somebody is called in a sentence: the first name, or what stands before the @. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  return name.trim().split(/\s+/)[0] || name;
}

/** `1 mail`, `3 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
