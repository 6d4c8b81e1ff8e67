import { type SearchHit, search } from "@sidenote/contract/search";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show, textOf } from "../testing/show.tsx";

const searching = async (options: Parameters<typeof show>[0] = {}) => {
  const panel = show(options);
  await screen.findByText("Saved");
  await panel.user.click(await panel.button("Search"));
  return panel;
};

const found: SearchHit = {
  kind: "contact",
  id: idOf("cnt", 1),
  title: "Marta Lindqvist",
  subtitle: "Nordfrakt AB",
  at: null,
  threadId: null,
  passage: "Marta Lindqvist",
  marks: [],
  relevance: 0.6,
};

test("a hit shows the words that were found, and opens with Enter", async () => {
  const { host, user } = await searching();
  await user.keyboard("price");
  const [first] = await screen.findAllByRole("option");
  expect(textOf(first!)).toContain("Could you tell us the price over 24 months");
  expect(first!.querySelector("mark")?.textContent).toBe("price");
  await user.keyboard("{Enter}{ArrowDown}{Enter}");
  expect(host.opened).toEqual([`/threads/${idOf("thr", 1)}?mail=${idOf("eml", 3)}`, `/contacts/${idOf("cnt", 1)}`]);
});

test("Enter opens what the whole word finds, as soon as that is there, and nothing of its first letters", async () => {
  const { client, host, user } = await searching();
  await user.keyboard("pri");
  await screen.findAllByRole("option");
  client.answer(search.all, ({ q }) => ({ items: q === "price" ? [{ ...found, id: idOf("cnt", 5) }] : [found] }));
  const release = client.hold(search.all);
  await user.keyboard("ce{Enter}");
  expect(host.opened).toEqual([]);
  await act(async () => release());
  await waitFor(() => expect(host.opened).toEqual([`/contacts/${idOf("cnt", 5)}`]));
});

test("who goes on typing after Enter is led nowhere", async () => {
  const { client, host, user } = await searching();
  const release = client.hold(search.all);
  await user.keyboard("pri{Enter}ce");
  await act(async () => release());
  await screen.findAllByRole("option");
  expect(host.opened).toEqual([]);
});

test("Enter that ends a word of an input method opens nothing", async () => {
  const { host, user } = await searching();
  await user.keyboard("price");
  await screen.findAllByRole("option");
  const field = screen.getByRole("combobox");
  fireEvent.keyDown(field, { key: "Enter", isComposing: true });
  expect(host.opened).toEqual([]);
  fireEvent.keyDown(field, { key: "Enter" });
  expect(host.opened).toHaveLength(1);
});

test("where nothing is found it says so", async () => {
  const { user } = await searching({ client: wellServer().answer(search.all, { items: [] }) });
  await user.keyboard("zebra");
  await screen.findByText("Nothing says “zebra”. Try fewer words, or a name.");
});

test("a search that failed says what happened", async () => {
  const client = wellServer().refuse(search.all, "unavailable", "The index is being built.");
  const { user } = await searching({ client });
  await user.keyboard("price");
  expect(textOf(await screen.findByRole("alert"))).toContain("The index is being built.");
});

test("Escape comes back to the cards as they were, with the focus where it was", async () => {
  const { user } = await searching();
  await user.keyboard("pri{Escape}");
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Search" }));
});
