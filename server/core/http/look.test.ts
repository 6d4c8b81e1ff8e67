import { access } from "@sidenote/contract/access";
import { endpoint } from "@sidenote/contract/endpoint";
import type { Role } from "@sidenote/contract/organizations";
import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createWorld, type World } from "../../testing/world.ts";
import { memberTable } from "../auth/organization.table.ts";
import { system } from "../db/transaction.ts";
import type { AppError } from "../errors.ts";
import { problemResponse } from "./problem.ts";
import { type HttpEnv, serveLook } from "./serve.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const whoAmI = endpoint({
  method: "GET",
  path: "/v1/who",
  access: "contacts:read",
  summary: "Who asks",
  input: z.object({ word: z.string().max(5).optional() }),
  output: z.object({ role: z.string() }),
});

/** Tells whoever asks which role they have, and remembers as whom it looked. */
function whoServer() {
  const looks: Role[] = [];
  const looked: (() => void)[] = [];
  const hono = new Hono<HttpEnv>();
  hono.onError((error, c) => problemResponse(c, error as AppError));
  serveLook({ ...world.server, hono, endpoints: [] }, whoAmI, async ({ actor }) => {
    looks.push(actor.role);
    for (const tell of looked.splice(0)) tell();
    return { role: actor.role };
  });
  return {
    looks,
    nextLook: () => new Promise<void>((resolve) => looked.push(resolve)),
    ask: (token: string, query = "") =>
      hono.request(`/v1/who${query}`, { headers: { authorization: `Bearer ${token}` } }),
  };
}

/** Holds up whoever wants to know whose a token is. */
async function holdTokens(): Promise<() => Promise<void>> {
  const [locked, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const held = world.db.drizzle.transaction(async (tx) => {
    await tx.execute("lock table access_tokens in access exclusive mode");
    locked.resolve();
    await free.promise;
  });
  await locked.promise;
  return () => {
    free.resolve();
    return held;
  };
}

test("who comes again is looked for while it is looked up who that is, once, and answered only when that is known", async () => {
  const ada = await world.person();
  const token = await ada.token(["contacts:read"], { kind: "device" });
  const { looks, ask, nextLook } = whoServer();
  expect(await (await ask(token)).json()).toEqual({ role: "admin" });
  const release = await holdTokens();
  const next = nextLook();
  let isAnswered = false;
  const answer = Promise.resolve(ask(token)).finally(() => {
    isAnswered = true;
  });
  await next;
  await new Promise(setImmediate);
  expect(isAnswered).toBe(false);
  await release();
  expect(await (await answer).json()).toEqual({ role: "admin" });
  expect(looks).toEqual(["admin", "admin"]);
});

test("a token that was revoked meanwhile is refused, whatever was begun for it, and nothing more is begun", async () => {
  const ada = await world.person();
  const token = await ada.token(["contacts:read"], { kind: "device" });
  const { looks, ask } = whoServer();
  await ask(token);
  const [{ id } = { id: "" as never }] = (await ada.api(access.tokens, {})).items;
  await ada.api(access.revoke, { id });
  const refused = await ask(token);
  expect(refused.status).toBe(401);
  expect(await refused.text()).not.toContain("admin");
  // Nor is it told that what it asked makes no sense.
  expect((await ask(token, "?word=too+long")).status).toBe(401);
  expect((await ask(token)).status).toBe(401);
  expect(looks).toEqual(["admin", "admin"]);
});

test("who may something else by now is answered as who they are now", async () => {
  const ada = await world.person();
  const nils = await world.colleague(ada);
  const token = await nils.token(["contacts:read"], { kind: "device" });
  const { looks, ask } = whoServer();
  expect(await (await ask(token)).json()).toEqual({ role: "agent" });
  await system(world.app, "first start", (tx) =>
    tx.update(memberTable).set({ role: "manager" }).where(eq(memberTable.id, nils.memberId)),
  );
  expect(await (await ask(token)).json()).toEqual({ role: "manager" });
  expect(looks).toEqual(["agent", "agent", "manager"]);
});

test("a stranger, and a token without the scope, get nothing, the second time neither", async () => {
  const ada = await world.person();
  const { looks, ask } = whoServer();
  const narrow = await ada.token(["drafts:read"]);
  for (const token of ["nobody's", "nobody's"]) expect((await ask(token)).status).toBe(401);
  for (const token of [narrow, narrow]) expect((await ask(token)).status).toBe(403);
  expect(looks).toEqual([]);
});

test("what makes no sense is said to who may ask, the second time too", async () => {
  const ada = await world.person();
  const token = await ada.token(["contacts:read"]);
  const { ask } = whoServer();
  for (const query of ["?word=too+long", "?no=such", "?word=too+long", "?no=such"])
    expect((await ask(token, query)).status).toBe(400);
});
