import { context } from "@sidenote/contract/context";
import { within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, martaContext } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show, textOf } from "../testing/show.tsx";

test("figures are small sentences, and the picture is told in words", async () => {
  const { section } = show();
  const together = await section("Together");
  expect(textOf(together)).toMatch(/^Since \w+ \d{4}41 mails · 3 meetings/);
  expect(textOf(together)).toContain("Marta answers in about 5 hyou in 1½ days");
  within(together).getByRole("img", { name: /mails from Marta, \d+ from you; the most in \w+ \d{4}, \d+$/ });
});

test("what was only seen of somebody is told apart from what the two wrote to each other", async () => {
  const mails = { in: 15, out: 18, observed: 8 };
  const { section } = show({ client: wellServer().answer(context.get, { ...martaContext, mails }) });
  const together = within(await section("Together"));
  const figures = together.getByText("33 mails · 8 seen · 3 meetings");
  expect(figures.title).toBe("15 mails from Marta, 18 from you; 8 of others that Marta is on as well");
});

test("the last entries open where they stand", async () => {
  const { host, user, button } = show();
  await user.click(await button(/Re: Cold storage, second offer/, "Together"));
  await user.click(await button(/Call, 25 min/, "Together"));
  expect(host.opened).toEqual([
    `/threads/${idOf("thr", 1)}?mail=${idOf("eml", 3)}`,
    `/contacts/${idOf("cnt", 1)}?entry=${idOf("act", 1)}`,
  ]);
});

test("with nothing between the two it says so", async () => {
  const empty = { ...martaContext, timeline: [], firstContactAt: null, months: [] };
  const { section } = show({ client: wellServer().answer(context.get, empty) });
  expect(textOf(await section("Together"))).toBe("TogetherNo saved mail with Marta yet.");
});

test("a company of which more than the name is known has a line that opens it", async () => {
  const { host, user, button } = show();
  await user.click(await button(/Freight and logistics · 50–200 people\s*nordfrakt.example/));
  expect(host.opened).toEqual([`/companies/${idOf("cmp", 1)}`]);
});

test("a company that is a part of another says so, and the other opens too", async () => {
  const parent = { id: idOf("cmp", 2), name: "Nordfrakt Group" };
  const company = { ...martaContext.company!, industry: null, sizeBand: null, parent };
  const domains = ["nordfrakt.example", "nordfrakt-cold.example"];
  const client = wellServer().answer(context.get, { ...martaContext, company: { ...company, domains } });
  const { host, user, button, section } = show({ client });
  expect(textOf(await section("Company"))).toContain("nordfrakt.example and 1 morePart of Nordfrakt Group");
  await user.click(await button("Nordfrakt Group"));
  expect(host.opened).toEqual([`/companies/${idOf("cmp", 2)}`]);
});
