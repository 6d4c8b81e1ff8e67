/** In characters: what reads a text in time that grows with its square does not come to the end of this one within a test's limit. */
const ENDLESS = 1_000_000;

/** A stranger's text that says one thing over and over. */
export const endless = (said: string): string => said.repeat(Math.ceil(ENDLESS / said.length));
