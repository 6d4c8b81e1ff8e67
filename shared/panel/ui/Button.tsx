import type { LucideIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

type Look = "plain" | "primary" | "quiet" | "bad";
type Props = ComponentProps<"button"> & {
  look?: Look;
  small?: boolean;
  /** Keys that do the same, as they are written: `⌘↵`. */
  keys?: string;
};

const classes = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(" ");

export function Button({ look = "plain", small, keys, children, className, ...rest }: Props) {
  return (
    <button type="button" {...rest} className={classes("btn", look !== "plain" && look, small && "small", className)}>
      {children}
      {keys && <span className="kbd">{keys}</span>}
    </button>
  );
}

/** A button that is only a picture; its name is said to screen readers and shown on hover. */
export function IconButton({
  icon: Icon,
  label,
  small,
  look = "quiet",
  className,
  ...rest
}: Omit<Props, "children"> & { icon: LucideIcon; label: string }) {
  return (
    <button
      type="button"
      {...rest}
      aria-label={label}
      title={label}
      className={classes("btn icon", look !== "plain" && look, small && "small", className)}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

/** One choice among several, or something that can be on or off. */
export function Chip({ on, children, ...rest }: ComponentProps<"button"> & { on?: boolean; children: ReactNode }) {
  return (
    <button type="button" aria-pressed={on} {...rest} className={classes("chip", on && "on")}>
      {children}
    </button>
  );
}
