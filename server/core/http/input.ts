import type { Endpoint } from "@sidenote/contract/endpoint";
import { z } from "zod";
import { AppError } from "../errors.ts";
import { storable } from "../text/storable.ts";

/** The largest JSON body: a screen of long mails fits, a file does not (files are streamed elsewhere). */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The input of an endpoint from its request: path parameters, then the query (GET, DELETE) or the JSON body. `unknown` are the
 * fields that the contract does not have.
 */
export async function readInput<I extends z.ZodType>(
  endpoint: Endpoint<I>,
  request: Request,
  params: Record<string, string>,
): Promise<{ input: z.output<I>; unknown: string[] }> {
  const raw =
    endpoint.method === "GET" || endpoint.bytes
      ? fromQuery(endpoint.input, new URL(request.url).searchParams)
      : await fromBody(request);
  const given = { ...raw, ...fromQuery(endpoint.input, new URLSearchParams(params)) };
  const parsed = endpoint.input.safeParse(given);
  if (!parsed.success) throw invalidInput(parsed.error);
  return { input: parsed.data, unknown: unknownFields(given, parsed.data) };
}

function invalidInput(error: z.ZodError): AppError {
  const errors = error.issues.map((issue) => ({ path: issue.path.join("."), message: issue.message }));
  const first = errors[0];
  return new AppError("invalid", first ? `${first.path || "input"}: ${first.message}` : "The input is not valid", {
    errors,
  });
}

/** Query strings and path parameters become numbers and booleans where the field is one: here and nowhere else. */
function fromQuery(schema: z.ZodType, query: URLSearchParams): Record<string, unknown> {
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const result: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const field = shape[name] && innermost(shape[name]);
    const values = query.getAll(name).map(storable);
    result[name] = field instanceof z.ZodArray ? values : decoded(field, values[0] ?? "");
  }
  return result;
}

function decoded(field: z.ZodType | undefined, value: string): unknown {
  if (field instanceof z.ZodNumber && /^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  if (field instanceof z.ZodBoolean && (value === "true" || value === "false")) return value === "true";
  return value;
}

function innermost(schema: z.ZodType): z.ZodType {
  let at = schema;
  while (at instanceof z.ZodOptional || at instanceof z.ZodNullable || at instanceof z.ZodDefault)
    at = at.unwrap() as z.ZodType;
  return at;
}

/** What is no UTF-8 is refused, and not stored with its letters lost. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

async function fromBody(request: Request): Promise<Record<string, unknown>> {
  const bytes = await readBytes(request);
  if (bytes.length === 0) return {};
  let body: unknown;
  try {
    body = JSON.parse(utf8.decode(bytes), (_, value: unknown) => (typeof value === "string" ? storable(value) : value));
  } catch {
    throw new AppError("invalid", "The body is not JSON in UTF-8");
  }
  if (typeof body !== "object" || body === null || Array.isArray(body))
    throw new AppError("invalid", "The body must be a JSON object");
  return body as Record<string, unknown>;
}

/** Stops reading at the limit, whatever the Content-Length says. */
async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () =>
    new AppError(
      "too_large",
      `The body is larger than ${MAX_BODY_BYTES / 1024 / 1024} MB. Mail and files go through an import`,
    );
  const said = request.headers.get("content-length");
  if (Number(said ?? 0) > MAX_BODY_BYTES) throw tooLarge();
  // No more than Content-Length says can arrive, so it is read in one piece, without a web stream around it.
  if (said !== null) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Paths that were given and that the parsed value does not have. The contract transforms nothing, so what is missing was dropped. */
function unknownFields(given: unknown, parsed: unknown, path = ""): string[] {
  if (typeof given !== "object" || given === null || typeof parsed !== "object" || parsed === null) return [];
  return Object.entries(given).flatMap(([key, value]) => {
    const at = path ? `${path}.${key}` : key;
    if (value === undefined) return [];
    if (!Object.hasOwn(parsed, key)) return [at];
    return unknownFields(value, (parsed as Record<string, unknown>)[key], at);
  });
}
