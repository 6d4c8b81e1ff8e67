import { act, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { later } from "../parts/later.tsx";
import { PageCode } from "./PageCode.tsx";

const Contacts = ({ of }: { of: string }) => <h1>Contacts of {of}</h1>;

test("until a page's code is there its shape stands in its place; one that is there is drawn at once", async () => {
  const { promise, resolve } = Promise.withResolvers<typeof Contacts>();
  const Page = later(() => promise);
  const { unmount } = await act(async () => render(<PageCode path="/contacts">{<Page of="Ada" />}</PageCode>));
  screen.getByRole("status", { name: "Loading" });
  await act(async () => resolve(Contacts));
  await screen.findByRole("heading", { name: "Contacts of Ada" });
  unmount();
  render(<PageCode path="/contacts">{<Page of="Marta" />}</PageCode>);
  screen.getByRole("heading", { name: "Contacts of Marta" });
});

test("code that does not come says so with the way on, another page opens, and coming back asks again", async () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const load = vi.fn(async () => Contacts);
  load.mockRejectedValueOnce(new TypeError("Failed to fetch dynamically imported module"));
  const Page = later(load);
  const show = (path: string) => (
    <PageCode path={path}>{path === "/contacts" ? <Page of="Ada" /> : <h1>Mail</h1>}</PageCode>
  );
  const { rerender } = await act(async () => render(show("/contacts")));
  expect((await screen.findByRole("alert")).textContent).toContain("This page did not come");
  screen.getByRole("button", { name: "Load it anew" });
  rerender(show("/mail"));
  screen.getByRole("heading", { name: "Mail" });
  expect(load).toHaveBeenCalledOnce();
  await act(async () => rerender(show("/contacts")));
  await screen.findByRole("heading", { name: "Contacts of Ada" });
});

test("a page with a fault leaves the rest of the workspace standing", () => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const Broken = () => {
    throw new Error("no such field");
  };
  render(
    <>
      <nav>Workspace</nav>
      <PageCode path="/contacts">
        <Broken />
      </PageCode>
    </>,
  );
  expect(screen.getByRole("alert").textContent).toContain("This page has a fault");
  screen.getByRole("navigation");
});
