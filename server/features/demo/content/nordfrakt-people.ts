import type { Person } from "./story.ts";

export const marta: Person = {
  name: "Marta Lindqvist",
  address: "marta.lindqvist@nordfrakt.example",
  title: "Head of Operations",
  phone: "+46 8 465 004 12",
  client: "gmail",
  signature: "Marta Lindqvist\nHead of Operations, Nordfrakt AB\nFlygaregatan 9, Halmstad\n+46 8 465 004 12",
};

export const jonas: Person = {
  name: "Jonas Öberg",
  address: "jonas.oberg@nordfrakt.example",
  title: "Technical Manager",
  phone: "+46 8 465 004 17",
  client: "outlook",
  signature: "Jonas Öberg | Technical Manager | Nordfrakt AB | +46 8 465 004 17",
};

export const henrik: Person = {
  name: "Henrik Dahl",
  address: "henrik.dahl@nordfrakt.example",
  title: "CFO",
  client: "exchange",
  signature: "Henrik Dahl\nChief Financial Officer\nNordfrakt AB (publ)",
};

export const sofia: Person = {
  name: "Sofia Ek",
  address: "sofia.ek@nordfrakt.example",
  title: "Warehouse Lead, Halmstad",
  phone: "+46 8 465 004 31",
  client: "iphone",
  signature: "Skickat från min iPhone",
};
