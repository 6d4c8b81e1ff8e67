import { activities } from "@sidenote/contract/activities";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { idOf, ofKarin } from "../testing/canned.ts";
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

test("while the server is away a note is kept here, and the field says so before", async () => {
  const { client, user } = show();
  await screen.findByText("Saved");
  act(() => client.say({ away: true }));
  expect((await field()).placeholder).toBe("Note (kept here until the server is back)");
  await user.type(await field(), "call on Monday{Enter}");
  await screen.findByText("Kept here until the server is back.");
  await screen.findByText(/1 note waits/);
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
