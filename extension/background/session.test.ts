import { PANEL_SCOPES } from "@sidenote/contract/access";
import { idOf } from "@sidenote/panel/testing/canned";
import { beforeEach, expect, test, vi } from "vitest";
import { device, run } from "../storage.ts";
import { browser } from "../testing/browser.ts";
import { fakeServer, problem } from "../testing/server.ts";
import { keepCard } from "./keeper.ts";
import { openKept } from "./kept.ts";
import { save } from "./outbox.ts";
import { send } from "./send.ts";
import { changeServer, learnMember, pair, readSession, unpair } from "./session.ts";

vi.mock("wxt/browser", () => import("../testing/browser.ts"));

const code = {
  deviceCode: "device-secret",
  userCode: "RTHK-9D4M",
  verificationPath: "/pair?code=RTHK-9D4M",
  expiresAt: "2026-11-25T10:10:00.000Z",
  intervalSeconds: 2,
};
const TOKEN = "sd_token";
const fjordKyl = { id: idOf("org", 1), name: "Fjord Kyl", demo: false, role: "agent" };
const ada = {
  member: { id: idOf("mbr", 1), name: "Ada Berg", role: "agent", timeZone: "Europe/Stockholm", version: 1 },
  organization: fjordKyl,
  organizations: [fjordKyl],
  ownAddresses: [],
  empty: false,
};
let decided: object;
let server: ReturnType<typeof fakeServer>;
beforeEach(() => {
  decided = { state: "waiting", intervalSeconds: 2 };
  server = fakeServer(({ path, token }) => {
    if (path === "/v1/pairing") return { status: 200, body: code };
    if (path === "/v1/pairing/token") return { status: 200, body: decided };
    if (path === "/v1/pairing/end") return { status: 200, body: {} };
    return token === `Bearer ${TOKEN}` ? { status: 200, body: { ok: true } } : problem(401, "unauthenticated");
  });
});
const confirm = () => {
  decided = { state: "paired", token: TOKEN, tokenId: "tok_01k9zq3f0000000000000000aa", scopes: [] };
};
const become = async () => {
  await pair("Chrome on Linux", false);
  confirm();
  await pair("Chrome on Linux", false);
};

test("a code is asked for once with the panel's scopes, shown, and then only looked after", async () => {
  const shown = await pair("Chrome on Linux", false);
  expect(shown).toEqual({
    state: "waiting",
    userCode: "RTHK-9D4M",
    url: "http://localhost:8787/pair?code=RTHK-9D4M",
    expiresAt: code.expiresAt,
    pollMs: 2000,
  });
  expect(JSON.stringify(shown)).not.toContain(code.deviceCode);
  await pair("Chrome on Linux", false);
  expect(server.requests.map(({ path }) => path)).toEqual(["/v1/pairing", "/v1/pairing/token"]);
  expect(server.requests[0]?.body).toEqual({ device: "Chrome on Linux", scopes: PANEL_SCOPES });
});

test("panels in several tabs that ask at once share one code and one token", async () => {
  await Promise.all([pair("x", false), pair("x", false), pair("x", false)]);
  expect(server.requests).toHaveLength(1);
  confirm();
  expect(await Promise.all([pair("x", false), pair("x", false)])).toEqual([{ state: "paired" }, { state: "paired" }]);
  expect(await pair("x", false)).toEqual({ state: "paired" });
  expect(await readSession()).toEqual({ server: "http://localhost:8787", paired: true, lost: false, memberId: null });
});

test("a background that dies with the token in its hand asks for it again with the same code", async () => {
  await pair("x", false);
  confirm();
  vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("The browser stopped it"));
  await expect(pair("x", false)).rejects.toThrow("stopped");
  expect(await readSession()).toMatchObject({ paired: false });
  expect(await pair("x", false)).toEqual({ state: "paired" });
  expect(await readSession()).toMatchObject({ paired: true });
  const polls = server.requests.filter(({ path }) => path === "/v1/pairing/token");
  expect(polls.map(({ body }) => body)).toEqual([{ deviceCode: code.deviceCode }, { deviceCode: code.deviceCode }]);
  await pair("x", false);
  expect(await run.get("pairing")).toBeNull();
});

test("whose token it is, is asked again when the first answer was lost, and what was written meanwhile is theirs", async () => {
  await become();
  expect(await device.get("memberId")).toBeNull();
  server.away = true;
  await save({ method: "POST", path: "/v1/activities", body: {} });
  server.away = false;
  server.answer = () => ({ status: 200, body: ada });
  await learnMember();
  const found = `${ada.organization.id}/${ada.member.id}`;
  expect(await device.get("memberId")).toBe(found);
  expect(await device.get("outbox")).toMatchObject([{ memberId: found }]);
});

test("refused and expired codes are said, and a new one can be asked for", async () => {
  await pair("x", false);
  decided = { state: "denied" };
  expect(await pair("x", false)).toEqual({ state: "denied" });
  await pair("x", false);
  decided = { state: "expired" };
  expect(await pair("x", false)).toEqual({ state: "expired" });
  expect(await pair("x", true)).toMatchObject({ state: "waiting" });
});

test("a server that is away, or that says no, is said as such", async () => {
  server.away = true;
  expect(await pair("x", false)).toEqual({ state: "away" });
  server.away = false;
  server.answer = () => problem(429, "rate_limited");
  expect(await pair("x", false)).toEqual({ state: "failed", reason: "No" });
  server.answer = () => ({ status: 200, body: "<html>a router's page</html>" });
  expect(await pair("x", false)).toEqual({ state: "away" });
});

test("a token that the server no longer takes ends the pairing, and what waits stays", async () => {
  await become();
  server.away = true;
  await save({ method: "POST", path: "/v1/activities", body: {} });
  server.away = false;
  server.answer = () => problem(401, "unauthenticated");
  await send({ method: "GET", path: "/v1/me" });
  expect(await readSession()).toMatchObject({ paired: false, lost: true });
  expect(await device.get("outbox")).toHaveLength(1);
});

test("unpairing gives the token back and forgets all that came by it", async () => {
  server.answer = ({ path }) =>
    path === "/v1/me"
      ? { status: 200, body: ada }
      : path === "/v1/pairing"
        ? { status: 200, body: code }
        : { status: 200, body: path === "/v1/pairing/token" ? decided : {} };
  await become();
  const kept = await openKept();
  await keepCard("context marta@nordfrakt.example", { value: { secret: true }, at: "2026-01-01T00:00:00.000Z" });
  expect(kept.read("context marta@nordfrakt.example")).not.toBeNull();
  await unpair();
  expect(server.requests.at(-1)).toMatchObject({ path: "/v1/pairing/end", token: `Bearer ${TOKEN}` });
  expect(await readSession()).toMatchObject({ paired: false, lost: false, memberId: null });
  expect(kept.read("context marta@nordfrakt.example")).toBeNull();
  const opened = await openKept();
  expect(opened.read("context marta@nordfrakt.example")).toBeNull();
  expect(await opened.look("context marta@nordfrakt.example")).toBeNull();
  expect(await device.get("token")).toBeNull();
});

test("what one member was answered goes from the device when another pairs there next", async () => {
  server.answer = ({ path }) => {
    if (path === "/v1/pairing") return { status: 200, body: code };
    return { status: 200, body: path === "/v1/pairing/token" ? decided : ada };
  };
  await device.set({ token: "sd_of_bo", memberId: "org_other/mbr_bo" });
  for (let n = 0; n < 40; n++) await keepCard(`thread ${n}`, { value: n, at: new Date(n).toISOString() });
  await device.set({ token: null, lost: true });
  await become();
  expect(await device.get("memberId")).toBe(`${ada.organization.id}/${ada.member.id}`);
  expect(Object.keys(await browser.storage.local.get(null)).filter((name) => name.startsWith("kept"))).toEqual([]);
});

test("another server is paired anew, and the old token is not sent to it", async () => {
  await become();
  await changeServer("https://crm.fjordkyl.example/some/page");
  expect(await readSession()).toEqual({
    server: "https://crm.fjordkyl.example",
    paired: false,
    lost: false,
    memberId: null,
  });
  await send({ method: "GET", path: "/v1/meta" });
  expect(server.requests.at(-1)?.token).toBeNull();
  await expect(changeServer("file:///etc/passwd")).rejects.toThrow(/http/);
  expect(await run.get("pairing")).toBeNull();
});
