import { type ComponentType, use } from "react";

/** Code that comes when it is wanted, or before; once it is there, it is drawn at once. */
export type Later<P> = ComponentType<P> & {
  /** Begins to fetch it, where that has not begun. */
  come(): Promise<unknown>;
};

/** It stays away until somebody says that it should be asked for once more: who draws it would ask again and again. */
export class NotCome extends Error {
  readonly again: () => void;
  constructor(cause: unknown, again: () => void) {
    super("the code of a page did not come", { cause });
    this.again = again;
  }
}

export function later<P extends object>(load: () => Promise<ComponentType<P>>): Later<P> {
  let coming: Promise<ComponentType<P>> | null = null;
  const again = () => {
    coming = null;
  };
  const come = () => {
    coming ??= told(load(), again);
    return coming;
  };
  function Page(props: P) {
    const There = use(come());
    return <There {...props} />;
  }
  return Object.assign(Page, { come });
}

function told<C>(loading: Promise<C>, again: () => void): Promise<C> {
  const coming = loading.catch((cause: unknown) => {
    throw new NotCome(cause, again);
  });
  // React draws what a promise holds without waiting once more, where the promise says what that is.
  coming.then(
    (value) => Object.assign(coming, { status: "fulfilled", value }),
    () => {},
  );
  return coming;
}
