import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepFocus } from "./keep-focus.ts";

let end: AbortController;
beforeEach(() => {
  end = new AbortController();
  document.body.innerHTML = `
    <main tabindex="-1">
      <button id="above">Above</button>
      <ul>${["a", "b", "c"].map((id) => `<li id="row-${id}"><a href="#${id}">Row</a><button id="${id}">Save</button></li>`).join("")}</ul>
    </main>
    <div id="toasts"><div id="toast"><button id="undo">Undo</button></div></div>`;
  keepFocus(document, end.signal);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  end.abort();
});

const at = (id: string) => document.getElementById(id)!;
/** Who has the focus when everything has taken it that would. */
const focused = async (): Promise<string | undefined> => {
  await vi.advanceTimersByTimeAsync(1000);
  return document.activeElement?.id || document.activeElement?.tagName;
};

test("a row that goes hands the focus to the same button of the next one, the last to the one before", async () => {
  at("b").focus();
  at("row-b").remove();
  expect(await focused()).toBe("c");
  at("row-c").remove();
  expect(await focused()).toBe("a");
});

test("after the last row, and after a toast, the focus is where it was before", async () => {
  at("above").focus();
  at("a").focus();
  at("row-a").parentElement!.remove();
  expect(await focused()).toBe("above");
  at("undo").focus();
  at("toast").remove();
  expect(await focused()).toBe("above");
});

test("where nothing was before, it is the page around", async () => {
  at("a").focus();
  document.querySelector("main")!.replaceChildren();
  expect(await focused()).toBe("MAIN");
});

test("a button that cannot be pressed for a moment has the focus again when it can", async () => {
  const button = at("a") as HTMLButtonElement;
  button.focus();
  button.disabled = true;
  button.blur();
  button.disabled = false;
  expect(await focused()).toBe("a");
});

test("a row that goes while the member is in the page beside takes no keyboard from there", async () => {
  at("b").focus();
  const hasFocus = vi.spyOn(document, "hasFocus").mockReturnValue(false);
  at("row-b").remove();
  expect(await focused()).toBe("BODY");
  hasFocus.mockRestore();
});

test("what takes the focus by itself keeps it, and who clicked beside everything is left alone", async () => {
  at("b").focus();
  at("row-b").remove();
  at("above").focus();
  expect(await focused()).toBe("above");
  document.querySelector("main")!.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  at("above").blur();
  at("row-c").remove();
  expect(await focused()).toBe("BODY");
});
