import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeWeb, me } from "../testing/fake-web.ts";
import { open } from "../testing/render.tsx";
import { ChooseFiles } from "./ChooseFiles.tsx";

test("who has chosen files goes on where they are: at the question whose they are, one key from the import", async () => {
  const { user } = open(<ChooseFiles me={me} />, fakeWeb());
  const [files] = document.querySelectorAll<HTMLInputElement>("input[type=file]");
  await user.upload(files!, new File(["From x"], "mail.mbox"));
  expect(await screen.findByRole("textbox")).toHaveFocus();
});
