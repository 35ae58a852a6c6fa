// The pages: five HTML entries built into the Python package, served under /static/ with hashed assets.
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const PAGES = ["index", "chat", "phone", "desk", "board"] as const;
const SERVER = process.env["FRONTDESK_URL"] ?? "http://127.0.0.1:8080";

/** The served addresses have no `.html`; the dev server follows. */
function pageAddresses(): Plugin {
  return {
    name: "frontdesk-page-addresses",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = (request.url ?? "").split("?")[0];
        if (path === "/") request.url = "/static/index.html";
        for (const page of PAGES) if (path === `/${page}`) request.url = `/static/${page}.html`;
        next();
      });
    },
  };
}

export default defineConfig({
  base: "/static/",
  plugins: [pageAddresses()],
  build: {
    outDir: resolve(import.meta.dirname, "../frontdesk/static"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: Object.fromEntries(PAGES.map((page) => [page, resolve(import.meta.dirname, `${page}.html`)])),
    },
  },
  server: {
    proxy: {
      "/api": { target: SERVER, ws: true },
      "/phone/ws": { target: SERVER, ws: true },
      "/socket.io": { target: SERVER, ws: true },
      "/widget.js": SERVER,
    },
  },
  test: { include: ["src/**/*.test.ts"], environment: "node" },
});
