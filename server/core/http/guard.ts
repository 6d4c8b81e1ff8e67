import type { MiddlewareHandler } from "hono";
import { AppError } from "../errors.ts";
import type { HttpEnv } from "./serve.ts";

const LOCAL_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses what a browser may have been tricked into: another Host (a page whose name was rebound to this machine), and a
 * write or a cookie from another Origin, or from what another site has the browser load. Requests with a bearer token need no
 * Origin: a page elsewhere does not have it.
 */
export const guardBrowser: MiddlewareHandler<HttpEnv> = async (c, next) => {
  const host = c.req.header("host") ?? "";
  if (!LOCAL_HOSTS.has(host.replace(/:\d+$/, ""))) {
    throw new AppError("forbidden", `Sidenote does not answer to the name ${host.slice(0, 100)}. Open it as localhost`);
  }
  const origin = c.req.header("origin");
  const bearer = /^Bearer \S/.test(c.req.header("authorization") ?? "");
  if (origin !== undefined && !bearer && origin !== new URL(c.req.url).origin && !isPairing(c.req.path, origin)) {
    throw new AppError("forbidden", "This request comes from another page");
  }
  const site = c.req.header("sec-fetch-site") ?? "none";
  // A picture or a script of another page names no Origin.
  if (site !== "none" && site !== "same-origin" && c.req.header("cookie") !== undefined && !isOpening(c.req.raw)) {
    throw new AppError("forbidden", "This request comes from another page");
  }
  await next();
};

/** A link to the workspace may be followed from anywhere. */
const isOpening = ({ method, headers }: Request): boolean =>
  method === "GET" && headers.get("sec-fetch-mode") === "navigate" && headers.get("sec-fetch-dest") === "document";

/** A panel that has no token yet asks for one; the answer carries no rights until a member confirms the code. */
const isPairing = (path: string, origin: string): boolean =>
  /^(chrome|moz)-extension:\/\//.test(origin) &&
  (path === "/v1/pairing" || path === "/v1/pairing/token" || path === "/v1/meta");
