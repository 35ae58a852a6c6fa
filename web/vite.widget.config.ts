// The embeddable chat: one classic script with a stable name, so that a shop's page needs a single tag.
import { resolve } from "node:path";
import { defineConfig } from "vite";

export default defineConfig({
  publicDir: false,
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: resolve(import.meta.dirname, "../frontdesk/static"),
    emptyOutDir: false,
    target: "es2022",
    lib: {
      entry: resolve(import.meta.dirname, "src/widget/main.ts"),
      formats: ["iife"],
      name: "FrontdeskWidget",
      fileName: () => "widget.js",
    },
  },
});
