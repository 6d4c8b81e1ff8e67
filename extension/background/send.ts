import type { Answer, SendRequest } from "../messages.ts";
import { device, run } from "../storage.ts";

const PATIENCE_MS = 25_000;

/** One call to the paired server. A token that is refused ends the pairing; silence is an answer too. */
export async function send(
  { method, path, body, idempotencyKey }: SendRequest,
  givenUp: AbortSignal = new AbortController().signal,
): Promise<Answer> {
  const [server, token] = await Promise.all([device.get("server"), device.get("token")]);
  let response: Response;
  try {
    response = await fetch(`${server}${path}`, {
      method,
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(idempotencyKey ? { "idempotency-key": idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: "omit",
      cache: "no-store",
      redirect: "error",
      signal: AbortSignal.any([givenUp, AbortSignal.timeout(PATIENCE_MS)]),
    });
  } catch {
    return givenUp.aborted ? { away: true } : heard(true);
  }
  const answer = await response.json().catch(() => undefined);
  if (givenUp.aborted) return { away: true };
  // What does not speak JSON is not Sidenote: a proxy before it, or another program on its port.
  if (answer === undefined) return heard(true);
  await heard(false);
  if (response.status === 401 && token && token === (await device.get("token"))) {
    await device.set({ token: null, lost: true });
  }
  return { away: false, status: response.status, body: answer };
}

async function heard(away: boolean): Promise<{ away: true }> {
  if ((await run.get("away")) !== away) await run.set({ away });
  return { away: true };
}
