/** The import directions of the house, each with its reason. Type-only imports count. */
const feature = "^server/features/([^/]+)/";
const records = "contacts|companies|activities|organizations|leads|deals";
const intelligence = "search|context|drafts|scoring|forecasts|actions|chat|agents|insights|sequences|templates";

const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

module.exports = {
  forbidden: [
    rule(
      "no-circles",
      "Two files that need each other are one thing in two places.",
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    ),
    rule(
      "core-knows-no-feature",
      "core is what every slice stands on. Its tests go through the whole app.",
      { path: "^server/core/", pathNot: "\\.test\\.ts$" },
      { path: "^server/(features|doors|cli|testing)/" },
    ),
    rule(
      "features-meet-at-index",
      "A slice's inside is its own: meet at its index.ts, or by an event.",
      { path: feature },
      { path: "^server/features/([^/]+)/(?!index\\.ts$)", pathNot: "^server/features/$1/" },
    ),
    rule(
      "records-know-nothing-intelligent",
      "What is stored does not depend on what is made of it.",
      { path: `^server/features/(${records})/` },
      { path: `^server/features/(${intelligence})/` },
    ),
    rule(
      "routes-are-leaves",
      "Only the list of slices mounts routes.",
      { path: "^server/", pathNot: "^server/slices\\.ts$" },
      { path: "^server/features/[^/]+/routes\\.ts$" },
    ),
    rule(
      "services-know-no-http",
      "Services are called by routes, jobs, tools and tests alike.",
      { path: "^server/features/[^/]+/(service|store|list|people|table|jobs)\\.ts$" },
      { path: "^(hono|node_modules/.*/hono/)|^server/core/http/serve" },
    ),
    rule(
      "prompts-are-pure",
      "Facts in, prompt out: a prompt's test needs no model.",
      { path: "^server/features/[^/]+/prompt\\.ts$" },
      { pathNot: "^server/core/ai/prompt\\.ts$|node_modules/zod|^server/features/[^/]+/facts\\.ts$" },
    ),
    rule(
      "drivers-only-in-db",
      "One door to the database.",
      { path: "^(server|shared|extension)/", pathNot: "^server/(core/db|testing)/" },
      { path: "node_modules/(postgres|@electric-sql)/|drizzle-orm/(pglite|postgres-js)" },
    ),
    rule(
      "queue-only-in-jobs",
      "One door to the queue.",
      { path: "^server/", pathNot: "^server/core/jobs/" },
      { path: "node_modules/pg-boss/" },
    ),
    rule(
      "models-only-in-ai",
      "One door to the models.",
      { path: "^server/", pathNot: "^server/core/ai/" },
      { path: "node_modules/openai/" },
    ),
    rule(
      "auth-only-in-auth",
      "better-auth's tables are read before a tenant is known.",
      { path: "^server/", pathNot: "^server/core/auth/" },
      { path: "node_modules/better-auth/|^server/core/auth/auth\\.table\\.ts$" },
    ),
    rule(
      "server-knows-no-web",
      "The workspace is served, not imported.",
      { path: "^server/(?!web/)" },
      { path: "^server/web/|node_modules/react/" },
    ),
    rule(
      "extension-knows-no-server",
      "The extension meets the server over the wire, in the contract's words.",
      { path: "^extension/" },
      { path: "^server/" },
    ),
    rule(
      "sites-read-pages-only",
      "A site is page in, plain data out: no React, network, storage or other site.",
      { path: "^extension/sites/([^/]+)/", pathNot: "\\.test\\.tsx?$" },
      { pathNot: "^extension/sites/($1/|(site|selector|observe)\\.ts$)|^shared/(contract|panel)/" },
    ),
    rule(
      "nothing-heavy-in-the-page",
      "Content scripts know contract and panel by type only, but for what imports nothing: zod alone is six times what may run in Gmail's page.",
      { path: "^extension/(sites|dock)/|^extension/entrypoints/[^/]+\\.content\\.ts$", pathNot: "\\.test\\.tsx?$" },
      {
        path: "^shared/|node_modules/(zod|react|react-dom)/|^extension/background/",
        pathNot: "^shared/(panel/standing|contract/ascii-domain)\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "what-the-page-shares-is-bare",
      "These files run in Gmail's page, too: they import nothing.",
      { path: "^shared/(panel/standing|contract/ascii-domain)\\.ts$" },
      {},
    ),
    rule(
      "entrypoints-are-leaves",
      "An entrypoint wires; what is worth importing stands beside it.",
      { path: "^(extension|shared)/" },
      { path: "^extension/entrypoints/", pathNot: "^extension/entrypoints/$1" },
    ),
    rule(
      "web-knows-panel-and-contract",
      "The workspace asks the server over HTTP as any client does, and shares its parts with the panel.",
      { path: "^server/web/" },
      { path: "^(server/(?!web/)|extension/|addin/|tests/)" },
    ),
    rule(
      "contract-knows-zod-alone",
      "What client and server agree on belongs to neither.",
      { path: "^shared/contract/", pathNot: "\\.test\\.ts$" },
      { pathNot: "^shared/contract/|node_modules/zod/" },
    ),
    rule(
      "panel-knows-contract-alone",
      "The same panel lives in four hosts: it knows them by host.ts and the server by the contract.",
      { path: "^shared/panel/" },
      { path: "^(server|extension|addin|tests)/" },
    ),
    rule(
      "product-knows-no-tests",
      "Nothing that ships needs a test.",
      { path: "^(server|shared|extension)/", pathNot: "\\.test\\.tsx?$|^(server|server/web|shared/panel)/testing/" },
      { path: "^tests/|^(server|shared/panel)/testing/" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)(dist|\\.output|\\.wxt|migrations)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["types", "import", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};
