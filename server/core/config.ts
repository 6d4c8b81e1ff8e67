import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { AppError } from "./errors.ts";

const Role = z.enum(["api", "worker", "all"]);

/** Everything that can be set from outside, as environment variables or, where it says so, as options of `start`. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8787),
  HOST: z.string().default("127.0.0.1"),
  SIDENOTE_DATA: z.string().default("./.sidenote"),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  SIDENOTE_SECRET: z.string().min(16, "must be 16 characters or more").optional(),
  SIDENOTE_ROLE: Role.default("all"),
  /** The largest single message that is read; larger ones are set aside. */
  SIDENOTE_MAX_MESSAGE_BYTES: z.coerce
    .number()
    .int()
    .min(1024)
    .default(50 * 1024 * 1024),
  LLM_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  LLM_API_KEY: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  /** A model that says nothing for this long is given up. */
  LLM_SILENCE_SECONDS: z.coerce.number().min(0.1).max(3600).default(30),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("warn"),
});

export type Config = {
  port: number;
  host: string;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | undefined;
  secret: string | undefined;
  role: z.infer<typeof Role>;
  maxMessageBytes: number;
  llm: { baseUrl: string; apiKey: string | undefined; model: string | undefined } | undefined;
  llmSilenceMs: number;
  logLevel: z.infer<typeof Environment>["LOG_LEVEL"];
};

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1"]);

/** Reads and checks the settings; relative paths count from `cwd`. */
export function readConfig(env: Record<string, string | undefined>, cwd: string): Config {
  const known = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in Environment.shape && value !== ""),
  );
  const parsed = Environment.safeParse(known);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new AppError("invalid", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  const settings = parsed.data;
  if (!LOOPBACK.has(settings.HOST)) {
    throw new AppError(
      "invalid",
      `HOST=${settings.HOST} is refused: Sidenote listens on this machine only, because beyond it mail would travel without TLS. ` +
        "Leave HOST out, and put a reverse proxy with TLS or an SSH tunnel in front",
    );
  }
  if (settings.SIDENOTE_ROLE !== "all" && !settings.DATABASE_URL) {
    throw new AppError(
      "invalid",
      `--role ${settings.SIDENOTE_ROLE} needs DATABASE_URL: the built-in database belongs to one process. Set it, or start with --role all`,
    );
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: path.resolve(cwd, settings.SIDENOTE_DATA),
    databaseUrl: settings.DATABASE_URL,
    secret: settings.SIDENOTE_SECRET,
    role: settings.SIDENOTE_ROLE,
    maxMessageBytes: settings.SIDENOTE_MAX_MESSAGE_BYTES,
    llm: settings.LLM_BASE_URL
      ? { baseUrl: settings.LLM_BASE_URL, apiKey: settings.LLM_API_KEY, model: settings.LLM_MODEL }
      : undefined,
    llmSilenceMs: settings.LLM_SILENCE_SECONDS * 1000,
    logLevel: settings.LOG_LEVEL,
  };
}

/** Whether a server has ever been started on this data folder. */
export const hasData = (config: Config): boolean => existsSync(path.join(config.dataDir, "secret.key"));
