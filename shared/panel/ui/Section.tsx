import type { ReactNode, Ref } from "react";

/**
 * One part of the sheet, with what stands at the right of its heading. `margin` draws the line beside it: `owed` where somebody
 * waits for the member, `machine` beside what a machine wrote.
 */
export function Section({
  title,
  label,
  aside,
  margin,
  first,
  ref,
  children,
}: {
  title?: ReactNode;
  /** The name for screen readers where there is no title. */
  label?: string;
  aside?: ReactNode;
  margin?: "owed" | "machine" | undefined;
  first?: boolean;
  ref?: Ref<HTMLElement>;
  children: ReactNode;
}) {
  const classes = ["section", margin && "margin", margin === "owed" && "owed", first && "first"];
  return (
    <section
      ref={ref}
      // It takes the focus where what had it in here is gone.
      tabIndex={-1}
      className={classes.filter(Boolean).join(" ")}
      aria-label={label ?? (typeof title === "string" ? title : "")}
    >
      {(title || aside) && (
        <div className="section-head">
          <h2 className="t-head clip">{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}
