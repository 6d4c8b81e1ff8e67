import { expect, test } from "vitest";
import { nameFromDomain } from "./domains.ts";

test.each([
  ["nordfrakt.example", "Nordfrakt"],
  ["nord-frakt.example", "Nord-Frakt"],
  ["nf.example", "NF"],
  ["xn--kl-lka.example", "KØL"],
  ["xn--kjlelager-m8a.example", "Kjølelager"],
])("a company of which only %s is known is called %s", (domain, name) => {
  expect(nameFromDomain(domain)).toBe(name);
});
