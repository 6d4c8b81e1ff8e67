import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { Subject } from "../host.ts";
import { Panel } from "../Panel.tsx";
import { ofMarta } from "./canned.ts";
import type { FakeClient } from "./fake-client.ts";
import { FakeHost } from "./fake-host.ts";
import { wellServer } from "./server.ts";

/** Opens the panel on what a host shows, and speaks of it as a person sees it. */
export function show({ subject = ofMarta, client = wellServer(), host = new FakeHost(subject) }: Shown = {}) {
  const user = userEvent.setup();
  const { unmount } = render(<Panel host={host} client={client} />);
  const section = (name: string) => screen.findByRole("region", { name });
  return {
    client,
    host,
    user,
    unmount,
    section,
    /** A button in a section of the sheet, or anywhere. */
    button: async (name: string | RegExp, part?: string) =>
      part ? within(await section(part)).findByRole("button", { name }) : screen.findByRole("button", { name }),
  };
}
type Shown = { subject?: Subject | null; client?: FakeClient; host?: FakeHost };

/** What stands there, as it is read. */
export const textOf = (element: HTMLElement): string =>
  (element.textContent ?? "")
    .replace(/\u2060/g, "")
    .replace(/\s+/g, " ")
    .trim();
