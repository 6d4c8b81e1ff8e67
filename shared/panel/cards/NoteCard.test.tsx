import { activities } from "@sidenote/contract/activities";
import { act, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, ofKarin, ofMarta } from "../testing/canned.ts";
import { wellServer } from "../testing/server.ts";
import { show } from "../testing/show.tsx";

const field = () => screen.findByLabelText<HTMLTextAreaElement>("Note about Marta");

test("Enter keeps a note about the person, and the way back removes it", async () => {
  const { client, user, button } = show();
  await screen.findByText("Saved");
  await user.type(await field(), "wants two zones{Enter}");
  await screen.findByText("Note saved.");
  expect(client.asked(activities.create)).toEqual([
    { kind: "note", text: "wants two zones", contactIds: [idOf("cnt", 1)] },
  ]);
  expect((await field()).value).toBe("");
  await user.click(await button("Undo"));
  await waitFor(() => expect(client.asked(activities.remove)).toEqual([{ id: idOf("act", 9) }]));
});

test("a way back that is refused is not taken in silence", async () => {
  const client = wellServer().refuse(activities.remove, "forbidden", "This note is not yours.");
  const { user, button } = show({ client });
  await screen.findByText("Saved");
  await user.type(await field(), "wants two zones{Enter}");
  await user.click(await button("Undo"));
  await screen.findByText("Not taken back. This note is not yours.");
});

test("while the server is away a note is kept here, and the field says so before", async () => {
  const { client, user } = show();
  await screen.findByText("Saved");
  act(() => client.say({ away: true }));
  expect((await field()).placeholder).toBe("Note (kept here until the server is back)");
  await user.type(await field(), "call on Monday{Enter}");
  await screen.findByText("Kept here until the server is back.");
  await screen.findByText(/1 save waits/);
});

test("a note that is refused stays in the field, with the reason", async () => {
  const client = wellServer().refuse(activities.create, "forbidden", "This contact is not yours.");
  const { user } = show({ client });
  await screen.findByText("Saved");
  await user.type(await field(), "hello{Enter}");
  await screen.findByText("This contact is not yours.");
  expect((await field()).value).toBe("hello");
});

test("about somebody new there is no note until they are saved", async () => {
  show({ subject: ofKarin });
  expect((await screen.findByPlaceholderText<HTMLTextAreaElement>("Save Karin to keep a note")).disabled).toBe(true);
});

test("what is being written about one person is not about the next one on screen", async () => {
  const { host, user } = show();
  await screen.findByText("Saved");
  await user.type(await field(), "wants two");
  act(() => host.show(ofKarin));
  expect((await screen.findByPlaceholderText<HTMLTextAreaElement>("Save Karin to keep a note")).value).toBe("");
});

test("what is begun about one person is there again after another, and after nobody", async () => {
  const { host, user } = show();
  await screen.findByText("Saved");
  await user.type(await field(), "wants two");
  act(() => host.show(ofKarin));
  await screen.findByPlaceholderText("Save Karin to keep a note");
  act(() => host.show(null));
  await screen.findByText("Nobody on screen");
  act(() => host.show(ofMarta));
  expect((await field()).value).toBe("wants two");
});

test("a note that is refused when the next one was begun stands beside it, to be tried again or put away", async () => {
  const client = wellServer().refuse(activities.create, "forbidden", "This contact is not yours.");
  const answer = client.hold(activities.create);
  const { user } = show({ client });
  await screen.findByText("Saved");
  await user.type(await field(), "wants two zones{Enter}and by");
  act(answer);
  const unsaved = within(await screen.findByRole("list", { name: "Not saved" }));
  expect(unsaved.getByText("wants two zones")).toBeTruthy();
  expect(unsaved.getByText("This contact is not yours.")).toBeTruthy();
  expect((await field()).value).toBe("and by");

  await user.click(unsaved.getByRole("button", { name: "Discard" }));
  expect(screen.queryByText("wants two zones")).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByText("wants two zones");
  await user.click(screen.getByRole("button", { name: "Try again" }));
  await waitFor(() => expect(client.asked(activities.create)).toHaveLength(2));
  await screen.findByText("wants two zones");
});

test("a note that is refused when somebody else is on screen says so, and waits where it was written", async () => {
  const client = wellServer().refuse(activities.create, "forbidden", "This contact is not yours.");
  const answer = client.hold(activities.create);
  const { host, user } = show({ client });
  await screen.findByText("Saved");
  await user.type(await field(), "wants two zones{Enter}");
  act(() => host.show(ofKarin));
  await screen.findByPlaceholderText("Save Karin to keep a note");
  act(answer);
  await screen.findByText("The note about Marta is not saved. It waits where you wrote it.");
  act(() => host.show(ofMarta));
  expect((await field()).value).toBe("wants two zones");
});
