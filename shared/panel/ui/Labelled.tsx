import type { ComponentProps } from "react";

/** A field with its name above it. */
export function Labelled({ label, ...field }: ComponentProps<"input"> & { label: string }) {
  return (
    <label className="labelled">
      {label}
      <input className="field" autoComplete="off" {...field} />
    </label>
  );
}
