import { defineConfig } from "wxt";

/**
 * Where the server is by default. This machine is a permission from the start, because without it the panel shows nothing and
 * the default server is the one that `npm start` makes; every other address is asked for when a member enters it.
 */
const THIS_MACHINE = ["http://localhost/*", "http://127.0.0.1/*"];

export default defineConfig({
  srcDir: "extension",
  publicDir: "extension/public",
  modulesDir: "extension/modules",
  outDir: "extension/.output",
  imports: false,
  manifestVersion: 3,
  vite: () => ({
    build: {
      chunkSizeWarningLimit: 1024,
      rolldownOptions: {
        // Parts of the panel are marked for server rendering, which there is none of here.
        onLog: (level, log, say) => log.code !== "MODULE_LEVEL_DIRECTIVE" && say(level, log),
      },
    },
  }),
  zip: { includeSources: ["extension/**", "shared/**", "wxt.config.ts", "package.json", "pnpm-*.yaml"] },
  manifest: ({ browser }) => ({
    name: "Sidenote",
    description: "Who this is, what was said, what was promised, beside the mail that you are reading or writing.",
    // `scripting`: to be in pages that were open before it was installed.
    permissions: ["storage", "alarms", "scripting"],
    host_permissions: ["https://mail.google.com/*", ...THIS_MACHINE],
    optional_host_permissions: ["https://*/*", "http://*/*"],
    icons: { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" },
    action: { default_title: "Sidenote", default_icon: { 16: "icons/16.png", 32: "icons/32.png" } },
    commands: {
      "toggle-panel": { suggested_key: { default: "Alt+Shift+S" }, description: "Fold the panel away, or out again" },
    },
    web_accessible_resources: [
      {
        resources: ["panel.html"],
        matches: ["https://mail.google.com/*"],
        // A fixed address would tell any page that looks for it who uses Sidenote.
        ...(browser === "firefox" ? {} : { use_dynamic_url: true }),
      },
    ],
    content_security_policy: {
      // Said in full because Firefox would otherwise turn http into https, and a server in one's own network has none.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
        "connect-src http: https:; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'self' https://mail.google.com",
    },
    ...(browser === "firefox"
      ? {
          browser_specific_settings: {
            gecko: {
              id: "panel@sidenote",
              strict_min_version: "128.0",
              data_collection_permissions: { required: ["none"] },
            },
          },
        }
      : { minimum_chrome_version: "123" }),
  }),
});
