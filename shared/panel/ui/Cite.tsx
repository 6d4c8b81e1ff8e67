import { HoverCard } from "radix-ui";
import type { ReactNode } from "react";
import { Standing, useNear } from "./near.tsx";

/** A source beside the words that rest on it: hover or focus shows the quote with where it stands, Enter or a click opens it. */
export function Cite({
  number,
  quote,
  where,
  onOpen,
}: {
  number: number;
  quote: string;
  /** `Marta, 18 Nov`. */
  where: ReactNode;
  onOpen?: (() => void) | undefined;
}) {
  const { near, approach } = useNear();
  return (
    <>
      <button type="button" className="cite" aria-label={`Source ${number}: “${quote}”`} onClick={onOpen} {...approach}>
        {number}
      </button>
      {near && (
        <HoverCard.Root openDelay={150} closeDelay={100}>
          <HoverCard.Trigger asChild>
            <Standing near={near} />
          </HoverCard.Trigger>
          <HoverCard.Portal>
            <HoverCard.Content className="float stack" side="top" sideOffset={4} collisionPadding={8}>
              <q dir="auto">{quote}</q>
              <span className="t-meta">{where}</span>
            </HoverCard.Content>
          </HoverCard.Portal>
        </HoverCard.Root>
      )}
    </>
  );
}
