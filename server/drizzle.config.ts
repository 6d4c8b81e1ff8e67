import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: ["./core/**/*.table.ts", "./features/**/table.ts"],
  out: "./core/db/migrations",
  entities: { roles: false },
});
