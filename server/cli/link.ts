import { and, asc, eq } from "drizzle-orm";
import { createSignInToken } from "../core/auth/one-time-link.ts";
import { memberTable, organizationTable } from "../core/auth/organization.table.ts";
import type { App } from "../core/context.ts";
import { system } from "../core/db/transaction.ts";
import { AppError } from "../core/errors.ts";
import type { Command } from "./commands.ts";
import { answered, connect } from "./connect.ts";

export const linkCommand: Command = {
  usage: "link [--org demo]",
  summary: "Print a new sign-in link for the workspace; it works once, within the hour",
  options: {},
  async run({ options, config, terminal }) {
    const connection = await connect(config, undefined);
    try {
      if (!connection.opened) {
        const response = await connection.fetch("/local/link", { method: "POST" });
        const { token } = await answered<{ token: string }>(response);
        terminal.out(linkFor(connection.url ?? "", token, options.org as string | undefined));
        return 0;
      }
      const { auth, app } = connection.opened;
      const token = await createSignInToken(auth, app.seal, await adminUser(app), app.now());
      terminal.say("The server is not running: start it, then open this link");
      terminal.out(linkFor(`http://localhost:${config.port}`, token, options.org as string | undefined));
      return 0;
    } finally {
      await connection.close();
    }
  },
};

export const linkFor = (url: string, token: string, organization: string | undefined): string =>
  `${url}/sign-in?token=${token}${organization ? `&org=${organization}` : ""}`;

/** Whom the person at this machine signs in as: the first admin of the first organization. */
export async function adminUser(app: App): Promise<string> {
  const [admin] = await system(app, "sign-in", (tx) =>
    tx
      .select({ userId: memberTable.userId })
      .from(memberTable)
      .innerJoin(organizationTable, eq(organizationTable.id, memberTable.orgId))
      .where(and(eq(organizationTable.demo, false), eq(memberTable.role, "admin")))
      .orderBy(asc(organizationTable.createdAt), asc(memberTable.createdAt))
      .limit(1),
  );
  if (!admin) throw new AppError("not_found", "There is no admin here");
  return admin.userId;
}
