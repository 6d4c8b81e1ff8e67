/** A patch's given fields: `undefined` means "leave as it is", `null` "make it empty". */
export const patch = <T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
