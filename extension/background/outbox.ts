import { refusalOf } from "@sidenote/panel/refused";
import type { Answer, SendRequest } from "../messages.ts";
import { device, type Waiting } from "../storage.ts";
import { send } from "./send.ts";

let flushing: Promise<void> | null = null;

/** A write that may wait: sent now, in order, or kept until the server is back. Its key makes it happen once, however often it is sent. */
export async function save(request: SendRequest): Promise<Answer> {
  if (request.method === "GET") return send(request);
  const { method, path, body, idempotencyKey = crypto.randomUUID() } = request;
  if ((await waitingCount()) > 0) await flush();
  const answer = (await waitingCount()) > 0 ? { away: true as const } : await send({ ...request, idempotencyKey });
  if (!answer.away) return answer;
  // Asked again after a background that was stopped, it may wait already.
  await inTurn(async () => {
    const [memberId, waiting] = await Promise.all([device.get("memberId"), device.get("outbox")]);
    const kept: Waiting = { idempotencyKey, memberId, method, path, ...(body === undefined ? {} : { body }) };
    if (waiting.every((one) => one.idempotencyKey !== idempotencyKey)) await device.set({ outbox: [...waiting, kept] });
  });
  return answer;
}

/** Sends what waits, oldest first. What the server will not have is put aside for the person, what it cannot take now stays. */
export function flush(): Promise<void> {
  flushing ??= sendWaiting().finally(() => {
    flushing = null;
  });
  return flushing;
}

async function sendWaiting(): Promise<void> {
  for (;;) {
    const [next] = await waitingHere();
    if (!next || !(await device.get("token"))) return;
    const { memberId: _, ...request } = next;
    const answer = await send(request);
    if (answer.away || answer.status === 401 || answer.status === 429 || answer.status >= 500) return;
    const refusal = answer.status >= 400 ? [refusalOf(next.idempotencyKey, next.body, answer)] : [];
    await inTurn(async () =>
      device.set({
        outbox: (await device.get("outbox")).filter((one) => one.idempotencyKey !== next.idempotencyKey),
        ...(refusal.length > 0 ? { refused: [...(await device.get("refused")), ...refusal] } : {}),
      }),
    );
  }
}

let changing: Promise<void> = Promise.resolve();

/** One after the other: two that read and wrote at once would lose a note. */
function inTurn(change: () => Promise<void>): Promise<void> {
  const done = changing.then(change);
  changing = done.catch(() => {});
  return done;
}

/** What another member wrote here waits until they are back, and holds up nobody else's. */
async function waitingHere(): Promise<Waiting[]> {
  const [memberId, waiting] = await Promise.all([device.get("memberId"), device.get("outbox")]);
  return waiting.filter((one) => one.memberId === memberId);
}

export const waitingCount = async (): Promise<number> => (await waitingHere()).length;

/** It has just become known who is paired here: what they wrote before is theirs. */
export const nameMember = (memberId: string): Promise<void> =>
  inTurn(async () => {
    const waiting = await device.get("outbox");
    await device.set({ memberId, outbox: waiting.map((one) => ({ ...one, memberId: one.memberId ?? memberId })) });
  });

/** What was refused is kept until somebody has seen to it. */
export const dropRefused = (key: string): Promise<void> =>
  inTurn(async () => device.set({ refused: (await device.get("refused")).filter((one) => one.key !== key) }));
