import type { Ctx } from "../context.ts";
import { ProviderFailure } from "./failure.ts";
import { notAllowed } from "./failure-sentence.ts";
import type { Answer, Routed } from "./gateway.ts";
import { isLocalHost } from "./local.ts";
import { providerFor } from "./settings.ts";

/**
 * Mail leaves this machine or network only when an admin has said so. Checked here so that a person reads why; enforced at the
 * connection itself (`fetch.ts`), for by then a name may stand for another address.
 */
export async function permitted(_ctx: Ctx, call: Routed, next: (call: Routed) => Promise<Answer>): Promise<Answer> {
  const { provider } = call;
  if (!provider || provider.sendUnmasked) return next(call);
  const local = await isLocalHost(new URL(provider.baseUrl).hostname);
  if (local === false) throw new ProviderFailure(notAllowed(provider.name));
  return next(call);
}

/** Whether a model is connected, and on this machine or network. */
export async function isModelNear(ctx: Ctx): Promise<boolean> {
  const provider = await providerFor(ctx);
  return provider !== null && (await isLocalHost(new URL(provider.baseUrl).hostname)) === true;
}
