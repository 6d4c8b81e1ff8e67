import { z } from "zod";
import { Empty, endpoint, Instant, page, pageInput, Version } from "./endpoint.ts";
import { InteractionId } from "./ids.ts";

/** The connected language model, if any. The key is never given back. */
export const ModelSettings = z.object({
  baseUrl: z.string().nullable(),
  model: z.string().nullable(),
  hasKey: z.boolean(),
  /** Every address that its host resolves to is this machine's or this network's. Null: none is set, or it does not resolve. */
  local: z.boolean().nullable(),
  /** An admin allowed that mail is sent to a provider elsewhere as it is. Shown beside every draft. */
  sendUnmasked: z.boolean(),
  /** Set by the environment (LLM_BASE_URL …): then it is read-only here. */
  fromEnvironment: z.boolean(),
  version: Version,
});
export type ModelSettings = z.infer<typeof ModelSettings>;

export const Interaction = z.object({
  id: InteractionId,
  task: z.string(),
  model: z.string(),
  at: Instant,
  durationMs: z.int(),
  tokens: z.object({ input: z.int(), output: z.int() }),
  leftMachine: z.boolean(),
  outcome: z.enum(["ok", "fell_back", "refused", "cancelled"]),
  error: z.string().nullable(),
});
export type Interaction = z.infer<typeof Interaction>;

export const model = {
  get: endpoint({
    method: "GET",
    path: "/v1/model",
    access: "organization:read",
    summary: "Which model is connected",
    input: Empty,
    output: ModelSettings,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/v1/model",
    access: "session",
    summary: "Connect a model, change it, or take it away",
    input: z.object({
      version: Version,
      baseUrl: z
        .url({ protocol: /^https?$/ })
        .max(500)
        .nullable()
        .optional(),
      model: z.string().max(200).nullable().optional(),
      /** Null takes the key away; left out keeps it, but not for another server: a key is sent to none but its own. */
      apiKey: z.string().max(500).nullable().optional(),
      sendUnmasked: z.boolean().optional(),
    }),
    output: ModelSettings,
  }),
  test: endpoint({
    method: "POST",
    path: "/v1/model/test",
    access: "session",
    summary: "Ask the model one harmless question and say what came back",
    input: Empty,
    output: z.object({ ok: z.boolean(), message: z.string(), durationMs: z.int() }),
  }),
  interactions: endpoint({
    method: "GET",
    path: "/v1/interactions",
    access: "organization:read",
    summary: "One's own calls to a model or to the builtin writer, newest first",
    input: z.object(pageInput),
    output: page(Interaction),
  }),
};
