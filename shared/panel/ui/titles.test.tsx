import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { useTitles } from "./titles.ts";

function Line({ text, title }: { text: string; title?: string }) {
  useTitles();
  return (
    <span className="clip" title={title}>
      {text}
    </span>
  );
}

/** The room that a line needs, which nothing is laid out for here. */
const needs = (line: HTMLElement, width: number) =>
  Object.defineProperty(line, "scrollWidth", { value: width, configurable: true });

test("a line that is cut says all of itself on hover, as it is then; one that has room says nothing", () => {
  const { rerender } = render(<Line text="Cold storage, second offer" />);
  const line = screen.getByText(/Cold storage/);
  fireEvent.pointerOver(line);
  expect(line.title).toBe("");
  needs(line, 400);
  fireEvent.pointerOver(line);
  expect(line.title).toBe("Cold storage, second offer");
  rerender(<Line text="Cold storage, third offer" />);
  fireEvent.pointerOver(line);
  expect(line.title).toBe("Cold storage, third offer");
});

test("a title of its own stays", () => {
  render(<Line text="nordfrakt.example and 2 more" title="nordfrakt.example, nordfrakt.no, nordfrakt.se" />);
  const line = screen.getByText(/2 more/);
  needs(line, 400);
  fireEvent.pointerOver(line);
  expect(line.title).toBe("nordfrakt.example, nordfrakt.no, nordfrakt.se");
});
