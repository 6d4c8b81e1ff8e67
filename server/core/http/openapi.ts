import type { Endpoint } from "@sidenote/contract/endpoint";
import { Problem } from "@sidenote/contract/errors";
import { z } from "zod";

/** The API description (OpenAPI 3.1), made from the contract's endpoints. */
export function openApi(endpoints: readonly Endpoint[], version: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Sidenote",
      version,
      description: "The CRM beside your mail. Errors are problem documents (RFC 9457).",
    },
    servers: [{ url: "/" }],
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API key, or a paired device's token" },
      },
      responses: {
        Problem: {
          description: "What went wrong and what to do",
          content: { "application/problem+json": { schema: schemaOf(Problem, "output") } },
        },
      },
    },
    paths: Object.fromEntries(Object.entries(paths).sort(([a], [b]) => a.localeCompare(b))),
  };
}

const BYTES = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };

function operation(endpoint: Endpoint) {
  const {
    properties = {},
    required = [],
    ...rest
  } = schemaOf(endpoint.input, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  const others = Object.keys(properties).filter((name) => !inPath.includes(name));
  const inQuery = endpoint.method === "GET" || endpoint.bytes ? others : [];
  const parameter = (place: string) => (name: string) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: properties[name],
  });
  const body = {
    ...rest,
    type: "object",
    properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
    required: required.filter((name) => !inPath.includes(name)),
  };
  const scope = endpoint.access === "public" ? [] : [{ token: endpoint.access === "session" ? [] : [endpoint.access] }];
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/\/v1|[:/-]+(\w?)/g, (_, next?: string) => next?.toUpperCase() ?? "")}`,
    summary: endpoint.summary,
    security: scope,
    parameters: [
      ...inPath.map(parameter("path")),
      ...inQuery.map(parameter("query")),
      ...(endpoint.creates
        ? [{ name: "Idempotency-Key", in: "header", required: false, schema: { type: "string", maxLength: 200 } }]
        : []),
    ],
    ...(endpoint.bytes === "upload" ? { requestBody: { required: true, content: BYTES } } : {}),
    ...(endpoint.method !== "GET" && !endpoint.bytes && others.length > 0
      ? { requestBody: { required: true, content: { "application/json": { schema: body } } } }
      : {}),
    responses: {
      200: {
        description: "OK",
        content:
          endpoint.bytes === "download"
            ? BYTES
            : {
                "application/json": { schema: schemaOf(endpoint.output, "output") },
                ...(endpoint.events ? { "text/event-stream": { schema: schemaOf(endpoint.events, "output") } } : {}),
              },
      },
      default: { $ref: "#/components/responses/Problem" },
    },
  };
}

function schemaOf(schema: z.ZodType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
