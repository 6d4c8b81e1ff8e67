import { Skeleton } from "@sidenote/panel/ui/Load.tsx";

/** Until it is known who is signed in, and until a page's code is there: one after the other it stays the same. */
export const Coming = () => <Skeleton widths={["22%", "64%", "48%", "58%"]} />;
