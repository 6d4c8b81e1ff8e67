import { search } from "@sidenote/contract/search";
import { screen } from "@testing-library/react";
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

test("a hit shows the words that were found, and opens with Enter", async () => {
  const { host, user } = await searching();
  await user.keyboard("price");
  const [first] = await screen.findAllByRole("option");
  expect(textOf(first!)).toContain("Could you tell us the price over 24 months");
  expect(first!.querySelector("mark")?.textContent).toBe("price");
  await user.keyboard("{Enter}{ArrowDown}{Enter}");
  expect(host.opened).toEqual([`/threads/${idOf("thr", 1)}?mail=${idOf("eml", 3)}`, `/contacts/${idOf("cnt", 1)}`]);
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
