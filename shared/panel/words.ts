/** What somebody is called in a sentence: the first name, or what stands before the @. */
export function firstName(name: string): string {
  if (name.includes("@")) return name.split("@")[0]!;
  return name.trim().split(/\s+/)[0] || name;
}

/** `1 mail`, `3 mails`. */
export const count = (n: number, one: string, many: string = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);

/** The keys that send or insert, as this machine writes them. */
export const SEND_KEYS = isMac ? "⌘↵" : "Ctrl ↵";

export const isSendKey = (event: { key: string; ctrlKey: boolean; metaKey: boolean }): boolean =>
  event.key === "Enter" && (event.ctrlKey || event.metaKey);
