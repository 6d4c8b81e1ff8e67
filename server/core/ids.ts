import type { Id } from "@sidenote/contract/ids";
import { fromString, fromUUID, toUUID, typeidUnboxed } from "typeid-js";

/** A new id: UUIDv7 inside, so rows made later sort later. */
export const newId = <P extends string>(prefix: P): Id<P> => typeidUnboxed(prefix) as string as Id<P>;

/** The UUID that the database keeps. Throws on another prefix. */
export const toUuid = (id: string, prefix: string): string => toUUID(fromString(id, prefix));

export const fromUuid = <P extends string>(uuid: string, prefix: P): Id<P> => fromUUID(uuid, prefix) as string as Id<P>;
