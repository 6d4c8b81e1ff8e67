import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { Cite } from "./Cite.tsx";
import { Menu } from "./Menu.tsx";

const menu = (chosen = vi.fn()) => {
  render(
    <Menu
      items={[
        { label: "First", onSelect: chosen },
        { label: "Second", onSelect: vi.fn() },
      ]}
    >
      <button type="button">Open</button>
    </Menu>,
  );
  return { user: userEvent.setup(), button: screen.getByRole("button", { name: "Open" }), chosen };
};

test("a menu that nobody came near says that it is one, and is opened and left by keys alone", async () => {
  const { user, button, chosen } = menu();
  expect(button.getAttribute("aria-haspopup")).toBe("menu");
  expect(button.getAttribute("aria-expanded")).toBe("false");
  await user.tab();
  await user.keyboard("{Enter}");
  expect(button.getAttribute("aria-expanded")).toBe("true");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("First"));
  await user.keyboard("{Escape}");
  await waitFor(() => expect(document.activeElement).toBe(button));
  expect(button.getAttribute("aria-expanded")).toBe("false");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(document.activeElement?.textContent).toBe("First"));
  await user.keyboard("{Enter}");
  expect(chosen).toHaveBeenCalledOnce();
});

test("the first touch of a menu's button opens it", async () => {
  const { user, button, chosen } = menu();
  await user.pointer({ keys: "[TouchA]", target: button });
  await user.click(await screen.findByRole("menuitem", { name: "First" }));
  expect(chosen).toHaveBeenCalledOnce();
});

test.each(["the pointer", "the focus"])(
  "a source shows its quote when %s comes to it, the first time too",
  async (by) => {
    const user = userEvent.setup();
    render(<Cite number={1} quote="Could you send me an offer?" where="Marta, 18 Nov" />);
    if (by === "the pointer") await user.hover(screen.getByRole("button"));
    else await user.tab();
    await screen.findByText("Marta, 18 Nov");
    expect(screen.getByRole("button").getAttribute("data-state")).toBe("open");
  },
);
