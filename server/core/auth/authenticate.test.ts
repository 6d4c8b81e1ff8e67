import { afterAll, beforeAll, expect, test } from "vitest";
import { buildApp } from "../../app.ts";
import { createWorld, type World } from "../../testing/world.ts";
import { authenticate } from "./authenticate.ts";

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const SECRET = "a-secret-of-one-run";

const actorBehind = (bearer: string) =>
  authenticate(world.app, world.auth, new Headers({ authorization: `Bearer ${bearer}` }), SECRET, () => {});

test("who knows the secret of this process is the admin of this machine", async () => {
  const admin = await world.person();
  expect(await actorBehind(SECRET)).toMatchObject({ kind: "member", memberId: admin.memberId, role: "admin" });
});

test.each([
  ["of the same length", "x".repeat(SECRET.length)],
  ["of the same length in letters beyond ASCII", "é".repeat(SECRET.length)],
  ["that only begins with it", `${SECRET}x`],
])("a word %s is refused as unknown", async (_, bearer) => {
  await expect(actorBehind(bearer)).rejects.toMatchObject({ code: "unauthenticated" });
});

test("the doors of the command line open to that secret alone", async () => {
  const { app, db } = world;
  const { server } = buildApp({ ...app, db, localSecret: SECRET, webDir: null });
  const statusFor = async (authorization: string) =>
    (
      await server.hono.request("http://localhost:8787/local/doctor", {
        headers: { host: "localhost:8787", authorization },
      })
    ).status;
  expect(await statusFor(`Bearer ${SECRET}`)).toBe(200);
  for (const other of ["", SECRET, `Bearer ${SECRET}x`, `Bearer ${"é".repeat(SECRET.length)}`])
    expect(await statusFor(other), other).toBe(403);
});
