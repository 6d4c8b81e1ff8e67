import { Dialog as Radix } from "radix-ui";
import type { ReactNode } from "react";

/** A sheet over the page: Escape and a click beside it close it, focus comes back where it was. */
export function Dialog({
  open,
  onClose,
  title,
  hideTitle,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  hideTitle?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="overlay" />
        <Radix.Content className="dialog" aria-describedby={undefined}>
          <Radix.Title
            className={hideTitle ? "hidden" : "t-name"}
            style={hideTitle ? undefined : { padding: "14px 16px 0" }}
          >
            {title}
          </Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
