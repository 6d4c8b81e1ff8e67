import { organizations } from "@sidenote/contract/organizations";
import { organizationsOfMember } from "../auth/members.ts";
import { AppError, notFound } from "../errors.ts";
import { readInput } from "./input.ts";
import { actorFor, type Server } from "./serve.ts";

/** Signing in with a one-time link, signing out, and the organization that a browser works in. */
export function mountSignIn(server: Server): void {
  const { app, auth, hono } = server;

  hono.get("/sign-in", async (c) => {
    const body = { token: c.req.query("token") ?? "", demo: c.req.query("org") === "demo" };
    const signedIn = await auth.api.signInByLink({ body, headers: c.req.raw.headers, asResponse: true });
    if (!signedIn.ok) return c.redirect("/?link=used");
    const response = c.redirect("/");
    for (const cookie of signedIn.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
    return response;
  });

  server.endpoints.push(organizations.switch, organizations.signOut);
  hono.post(organizations.switch.path, async (c) => {
    const actor = await actorFor(server, c, organizations.switch);
    const { input } = await readInput(organizations.switch, c.req.raw, {});
    const mine = await organizationsOfMember(app, actor.memberId);
    if (!mine.some((one) => one.id === input.organizationId))
      throw notFound("organization of yours", input.organizationId);
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (!session) throw new AppError("unauthenticated", "Sign in first");
    const { internalAdapter } = await auth.$context;
    await internalAdapter.updateSession(session.session.token, { organizationId: input.organizationId });
    return c.json({});
  });
  hono.post(organizations.signOut.path, async (c) => {
    await actorFor(server, c, organizations.signOut);
    const signedOut = await auth.api.signOut({ headers: c.req.raw.headers, asResponse: true });
    const response = c.json({});
    for (const cookie of signedOut.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
    return response;
  });
}
