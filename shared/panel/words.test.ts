import { expect, test } from "vitest";
import { calledBy } from "./words.ts";

test.each([
  ["Marta Lindqvist", "marta.lindqvist@nordfrakt.example", "Marta"],
  ["Lindqvist, Marta", "marta.lindqvist@nordfrakt.example", "Marta"],
  ["Dr. Marta Lindqvist", "ml@nordfrakt.example", "Marta"],
  ["", "marta@nordfrakt.example", "marta"],
  ["ليلى حداد", "layla@barid.example", "ليلى"],
  ["Cold Chain Weekly", "news@coldchain.example", "Cold Chain Weekly"],
  ["Cold Chain Weekly", "letters@coldchain.example", "Cold Chain Weekly"],
  ["Nordfrakt Support", "support@nordfrakt.example", "Nordfrakt Support"],
  ["Nordfrakt, Inc.", "orders@nordfrakt.example", "Nordfrakt, Inc."],
  ["Anna Maria van Dijk", "amvandijk@dijk.example", "Anna"],
  ["Jonas Öberg", "updike@oberg.example", "Jonas"],
])("“%s” of %s is called %s", (name, address, called) => {
  expect(calledBy({ name, address })).toBe(called);
});
