import { expect, test } from "vitest";
import { isLocalAddress, isLocalHost } from "./local.ts";

test.each([
  "127.0.0.1",
  "10.1.2.3",
  "172.16.0.1",
  "192.168.1.5",
  "169.254.1.1",
  "::1",
  "fd00::1",
  "fe80::1",
  "::ffff:127.0.0.1",
  "::ffff:7f00:1",
])("mail may go to %s: it is this machine or its network", (address) => expect(isLocalAddress(address)).toBe(true));

test.each(["8.8.8.8", "172.32.0.1", "192.169.0.1", "0.0.0.0", "2001:db8::1", "::ffff:8.8.8.8", "::ffff:808:808"])(
  "%s is elsewhere",
  (address) => expect(isLocalAddress(address)).toBe(false),
);

test("an address in a URL's brackets is looked at, and a name that stands for nothing is neither here nor elsewhere", async () => {
  expect(await isLocalHost("[::1]")).toBe(true);
  expect(await isLocalHost("[2001:db8::1]")).toBe(false);
  expect(await isLocalHost("nowhere.invalid")).toBeNull();
});
