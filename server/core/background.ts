import { AsyncLocalStorage } from "node:async_hooks";

const inside = new AsyncLocalStorage<true>();

/** Runs work that nobody waits for: where things take turns, what a person asks comes first. */
export const inBackground = <T>(work: () => Promise<T>): Promise<T> => inside.run(true, work);

export const isBackground = (): boolean => inside.getStore() === true;
