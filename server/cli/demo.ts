import { membershipOfUser } from "../core/auth/members.ts";
import { contextFor } from "../core/context.ts";
import { addDemo as add } from "../features/demo/index.ts";
import type { Opened } from "../main.ts";
import type { Terminal } from "./commands.ts";
import { adminUser } from "./link.ts";

/** Adds the invented company for the person at this machine, and says what is in it; quiet where it is there already. */
export async function addDemo(
  { app }: Pick<Opened, "app">,
  terminal: Pick<Terminal, "say" | "progress">,
): Promise<void> {
  terminal.progress("Adding the demo …");
  const admin = await membershipOfUser(app, await adminUser(app), null);
  const { name, added } = await add(contextFor(app, { kind: "member", ...admin! }));
  terminal.progress("");
  if (!added) return;
  const { people, companies, mails, activities } = added;
  terminal.say(
    `Added ${name}, an invented company: ${people} people in ${companies} companies, ${mails} mails, ${activities} notes, calls, meetings and tasks. ` +
      "Settings has the button that removes it",
  );
}
