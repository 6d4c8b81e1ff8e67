import { expect, test } from "vitest";
import { readConfig } from "./config.ts";

test("without settings it listens on this machine, port 8787, with its data beside where it was called", () => {
  expect(readConfig({}, "/home/ada")).toMatchObject({
    host: "127.0.0.1",
    port: 8787,
    dataDir: "/home/ada/.sidenote",
    role: "all",
    llm: undefined,
  });
});

test.each(["0.0.0.0", "192.168.1.7", "example.org"])("HOST=%s is refused with the reason", (HOST) => {
  expect(() => readConfig({ HOST }, "/")).toThrow(/listens on this machine only.*without TLS/);
});

test.each(["api", "worker"])("the role %s without DATABASE_URL is refused with the reason", (SIDENOTE_ROLE) => {
  expect(() => readConfig({ SIDENOTE_ROLE }, "/")).toThrow(/needs DATABASE_URL/);
  expect(readConfig({ SIDENOTE_ROLE, DATABASE_URL: "postgres://x@localhost/y" }, "/").role).toBe(SIDENOTE_ROLE);
});

test.each([
  ["PORT", "99999"],
  ["DATABASE_URL", "mysql://x"],
  ["SIDENOTE_SECRET", "short"],
  ["LLM_BASE_URL", "file:///etc/passwd"],
])("%s=%s is refused by name", (name, value) => {
  expect(() => readConfig({ [name]: value }, "/")).toThrow(new RegExp(name));
});
