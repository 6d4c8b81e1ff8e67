import { Check } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import { cloneElement, type HTMLAttributes, type ReactElement } from "react";
import { Standing, useNear } from "./near.tsx";

export type MenuItem = { label: string; onSelect: () => void; checked?: boolean; bad?: boolean } | "line";

/** What opens it. */
export type MenuButton = ReactElement<HTMLAttributes<HTMLElement>>;

/** A button's menu: arrow keys, typing and Escape work, focus comes back to the button. */
export function Menu({
  items,
  children,
  align = "end",
}: {
  items: readonly MenuItem[];
  children: MenuButton;
  align?: "start" | "end";
}) {
  const { near, approach } = useNear();
  const button = cloneElement(children, { "aria-haspopup": "menu", "aria-expanded": false, ...approach });
  return (
    <>
      {button}
      {near && (
        <DropdownMenu.Root modal={false}>
          <DropdownMenu.Trigger asChild>
            <Standing near={near} />
          </DropdownMenu.Trigger>
          <DropdownMenu.Portal>
            <DropdownMenu.Content className="float menu" align={align} sideOffset={4} collisionPadding={8}>
              {items.map((item, i) =>
                item === "line" ? (
                  <DropdownMenu.Separator key={i} className="menu-line" />
                ) : (
                  <DropdownMenu.Item
                    key={item.label}
                    className={`menu-item${item.bad ? " t-bad" : ""}`}
                    onSelect={item.onSelect}
                  >
                    <span className="grow clip">{item.label}</span>
                    {item.checked && <Check size={14} aria-label="chosen" />}
                  </DropdownMenu.Item>
                ),
              )}
            </DropdownMenu.Content>
          </DropdownMenu.Portal>
        </DropdownMenu.Root>
      )}
    </>
  );
}
