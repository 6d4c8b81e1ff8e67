import { DAY_MS } from "../../core/text/due-days.ts";

const OLD_DAYS = 90;

/** What nobody has written or spoken of since then is waited for no longer. */
export const oldBefore = (now: Date): string => new Date(now.getTime() - OLD_DAYS * DAY_MS).toISOString();
