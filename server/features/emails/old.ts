const OLD_DAYS = 90;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What nobody has written or spoken of since then is waited for no longer. */
export const oldBefore = (now: Date): string => new Date(now.getTime() - OLD_DAYS * DAY_MS).toISOString();
