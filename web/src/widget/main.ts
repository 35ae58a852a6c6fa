// `<script src="https://host/widget.js" data-lang data-title data-theme async></script>` puts the chat on any page.
import "./widget";

const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

// The host page may have shrunk its rem; ours is the visitor's own text size. See vite.widget.config.ts.
try {
  CSS.registerProperty({ name: "--fd-rem", syntax: "<length>", inherits: true, initialValue: "16px" });
} catch {
  // Registered by an earlier copy of this script.
}

function place(): void {
  if (document.querySelector("fd-widget")) return;
  const widget = document.createElement("fd-widget");
  widget.setAttribute("origin", script ? new URL(script.src).origin : location.origin);
  widget.setAttribute("lang-fixed", script?.dataset["lang"] ?? "");
  widget.setAttribute("heading", script?.dataset["title"] ?? "");
  widget.setAttribute("theme", script?.dataset["theme"] ?? "");
  document.body.append(widget);
}

if (document.body) place();
else document.addEventListener("DOMContentLoaded", place);
