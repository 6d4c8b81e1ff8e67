/** "1 mail", "2 mails". */
export const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
