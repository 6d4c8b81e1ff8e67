import { randomUUID } from "node:crypto";
import type { Auth } from "./auth.ts";

/** A new person who can sign in. better-auth wants an address; ours is never written to, so it is made up. */
export async function createUser(auth: Auth, name: string): Promise<string> {
  const { internalAdapter } = await auth.$context;
  const user = await internalAdapter.createUser(
    { email: `${randomUUID()}@sidenote.invalid`, name },
    { method: "admin" },
  );
  return user.id;
}
