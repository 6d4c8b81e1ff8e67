import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv, type ProxyOptions } from "vite";

export default defineConfig(({ mode }) => {
  const { PORT = "8787" } = loadEnv(mode, import.meta.dirname, "PORT");
  const server = `http://localhost:${PORT}`;
  /** The server behind `npm run dev`. It refuses writes from another origin, so requests come to it as if from its own page. */
  const toServer: ProxyOptions = {
    target: server,
    changeOrigin: true,
    configure: (proxy) => proxy.on("proxyReq", (request) => void request.setHeader("origin", server)),
  };
  return {
    root: import.meta.dirname,
    plugins: [react()],
    // The page's policy takes fonts and pictures from this server alone, so none is written into the style sheet.
    build: { assetsInlineLimit: 0, target: "es2023", reportCompressedSize: false, chunkSizeWarningLimit: 500 },
    server: { proxy: { "/v1": toServer, "/sign-in": toServer, "/openapi.json": toServer } },
  };
});
