// The embeddable chat: one classic script with a stable name, so that a shop's page needs a single tag.
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";

/** A shop's page may set its root font size to anything, so the widget measures in its own `--fd-rem`, not in `rem`. */
function ownRem(): Plugin {
  return {
    name: "frontdesk-own-rem",
    enforce: "pre",
    transform(code, id) {
      if (!/\/src\/.+\.(ts|css)/u.test(id)) return null;
      const lines = code.split("\n").map((line) => (/@media|NARROW|:\s*"/u.test(line) ? line : scaled(line)));
      return { code: lines.join("\n"), map: null };
    },
  };
}

const scaled = (line: string) => line.replace(/(?<![\w.-])(\d*\.?\d+)rem\b/gu, "calc($1 * var(--fd-rem))");

export default defineConfig({
  publicDir: false,
  plugins: [ownRem()],
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
