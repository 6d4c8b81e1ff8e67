import { access, PANEL_SCOPES } from "@sidenote/contract/access";
import { createApi } from "@sidenote/contract/endpoint";
import { ApiError } from "@sidenote/contract/errors";
import { organizations } from "@sidenote/contract/organizations";
import type { Pairing, Session } from "../messages.ts";
import { device, run } from "../storage.ts";
import { forgetBegun } from "./begun.ts";
import { forgetKept } from "./keeper.ts";
import { nameMember } from "./outbox.ts";
import { send } from "./send.ts";

class Away extends Error {}

const api = createApi(async (request) => {
  const answer = await send(request);
  if (answer.away) throw new Away();
  return answer;
});

export async function readSession(): Promise<Session> {
  const [server, token, lost, memberId] = await Promise.all([
    device.get("server"),
    device.get("token"),
    device.get("lost"),
    device.get("memberId"),
  ]);
  return { server, paired: token !== null, lost, memberId };
}

let asking: Promise<Pairing> | null = null;

/**
 * Where pairing stands: asks for a code the first time (or anew), and after that whether a member confirmed it. Panels in
 * several tabs ask at once and share one code and one token.
 */
export function pair(deviceName: string, anew: boolean): Promise<Pairing> {
  asking ??= step(deviceName, anew)
    .catch((error: unknown): Pairing => {
      if (error instanceof Away) return { state: "away" };
      if (error instanceof ApiError) return { state: "failed", reason: error.message };
      throw error;
    })
    .finally(() => {
      asking = null;
    });
  return asking;
}

async function step(deviceName: string, anew: boolean): Promise<Pairing> {
  const { server, paired } = await readSession();
  if (paired) {
    await run.set({ pairing: null });
    return { state: "paired" };
  }
  const open = await run.get("pairing");
  if (!open || open.server !== server || anew) return request(server, deviceName);
  const answer = await api(access.pollPairing, { deviceCode: open.deviceCode });
  if (answer.state === "waiting") return shown(open);
  // The browser may stop this at any line: the token is kept first, and until it was used the server hands it out again.
  if (answer.state === "paired") await device.set({ token: answer.token, memberId: null, lost: false });
  await run.set({ pairing: null });
  if (answer.state !== "paired") return { state: answer.state };
  await learnMember();
  return { state: "paired" };
}

/** Whose token it is. Asked for when the background starts, too: it may have died before the answer came. */
export async function learnMember(): Promise<void> {
  const [token, memberId] = await Promise.all([device.get("token"), device.get("memberId")]);
  if (!token || memberId) return;
  const me = await api(organizations.me, {}).catch(() => null);
  if (!me || token !== (await device.get("token"))) return;
  const found = `${me.organization.id}/${me.member.id}`;
  // What another member was writing when their pairing ended is not for this one.
  const before = await run.get("begunBy");
  if (before !== null && before !== found) await forgetBegun();
  if (before !== found) await forgetKept();
  await run.set({ begunBy: found });
  await nameMember(found);
}

async function request(server: string, deviceName: string): Promise<Pairing> {
  const made = await api(access.requestPairing, { device: deviceName, scopes: [...PANEL_SCOPES] });
  const pairing = {
    server,
    deviceCode: made.deviceCode,
    userCode: made.userCode,
    url: new URL(made.verificationPath, server).href,
    expiresAt: made.expiresAt,
    pollMs: made.intervalSeconds * 1000,
  };
  await run.set({ pairing });
  return shown(pairing);
}

const shown = ({
  userCode,
  url,
  expiresAt,
  pollMs,
}: Omit<Extract<Pairing, { state: "waiting" }>, "state">): Pairing => ({
  state: "waiting",
  userCode,
  url,
  expiresAt,
  pollMs,
});

/** Gives the token back and forgets everything that came by it. A server that is away keeps it until it is revoked there. */
export async function unpair(): Promise<void> {
  if (await device.get("token")) await api(access.unpair, {}).catch(() => {});
  await device.set({ token: null, memberId: null, lost: false, outbox: [], refused: [] });
  await run.set({ pairing: null, away: false, begunBy: null });
  await Promise.all([forgetKept(), forgetBegun()]);
}

export async function changeServer(address: string): Promise<void> {
  const { origin, protocol } = new URL(address);
  if (protocol !== "http:" && protocol !== "https:")
    throw new Error("A server's address begins with http:// or https://");
  if (origin === (await device.get("server"))) return;
  await unpair();
  await device.set({ server: origin });
}
