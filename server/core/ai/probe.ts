import OpenAI, { APIError } from "openai";
import { guardedFetch } from "./fetch.ts";

const LIMIT_MS = 5000;

/** Whether a model server answers and which models it has. Sends nothing of anybody's. */
export async function guardedModels(
  baseUrl: string,
  apiKey: string | undefined,
): Promise<{ ok: boolean; found: string }> {
  const { fetch } = guardedFetch(true);
  try {
    const client = new OpenAI({ baseURL: baseUrl, apiKey: apiKey ?? "none", fetch, maxRetries: 0 });
    const { data } = await client.models.list({ signal: AbortSignal.timeout(LIMIT_MS) });
    return {
      ok: true,
      found:
        data
          .map((one) => one.id)
          .slice(0, 5)
          .join(", ") || "no model",
    };
  } catch (error) {
    if (error instanceof APIError && error.status) return { ok: false, found: `answered ${error.status}` };
    return { ok: false, found: "does not answer" };
  }
}
