// The house's icons: 24-unit inline SVG, drawn with the current colour, hidden from screen readers (labels speak).
import { svg, html, type TemplateResult, type SVGTemplateResult } from "lit";

const PATHS = {
  bell: svg`<path d="M4.5 16.5a7.5 7.5 0 0 1 15 0z"/><path d="M3 20h18M12 9V6.5M9.8 5.5h4.4"/>`,
  chat: svg`<path d="M20 4H4a1 1 0 0 0-1 1v11a1 1 0 0 0 1 1h3v4l5-4h8a1 1 0 0 0 1-1V5a1 1 0 0 0-1-1z"/>`,
  phone: svg`<path d="M6.6 3H4.5A1.5 1.5 0 0 0 3 4.6C3.6 13.4 10.6 20.4 19.4 21a1.5 1.5 0 0 0 1.6-1.5v-2.1a1.5 1.5 0 0 0-1.1-1.4l-3-.9a1.5 1.5 0 0 0-1.5.4l-1 1a13 13 0 0 1-6-6l1-1a1.5 1.5 0 0 0 .4-1.5l-.9-3A1.5 1.5 0 0 0 6.6 3z"/>`,
  hangup: svg`<path d="M3.2 13.8c4.9-4.7 12.7-4.7 17.6 0a1.2 1.2 0 0 1 0 1.7l-1.5 1.5a1.4 1.4 0 0 1-1.7.2l-2.2-1.3a1.4 1.4 0 0 1-.7-1.2v-1.6a11 11 0 0 0-5.4 0v1.6a1.4 1.4 0 0 1-.7 1.2l-2.2 1.3a1.4 1.4 0 0 1-1.7-.2l-1.5-1.5a1.2 1.2 0 0 1 0-1.7z"/>`,
  keypad: svg`<path d="M5 5h.01M12 5h.01M19 5h.01M5 12h.01M12 12h.01M19 12h.01M5 19h.01M12 19h.01M19 19h.01" stroke-width="3"/>`,
  send: svg`<path d="M4 12h15M13 5.5l6.5 6.5-6.5 6.5"/>`,
  close: svg`<path d="M5.5 5.5l13 13M18.5 5.5l-13 13"/>`,
  down: svg`<path d="M5 9l7 7 7-7"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4 20.5c1-4.2 4.1-6 8-6s7 1.8 8 6"/>`,
  headset: svg`<path d="M4 14v-2a8 8 0 0 1 16 0v2"/><path d="M4 14h2.5v5H5a1 1 0 0 1-1-1zM20 14h-2.5v5H19a1 1 0 0 0 1-1zM19 19c0 1.6-1.6 2.5-4.5 2.5"/>`,
  board: svg`<path d="M4 4v16h16"/><path d="M8 16v-4M12.5 16V8M17 16v-6"/>`,
  mic: svg`<rect x="9" y="3" width="6" height="11" rx="3"/><path d="M5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3"/>`,
  sound: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"/>`,
  muted: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5"/>`,
  skip: svg`<path d="M5 5.5l9 6.5-9 6.5zM18.5 5.5v13"/>`,
  sun: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  moon: svg`<path d="M20 14.2A8.2 8.2 0 0 1 9.8 4 8.2 8.2 0 1 0 20 14.2z"/>`,
  check: svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  clock: svg`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.2l3.3 2"/>`,
  warn: svg`<path d="M12 4l9 16H3zM12 10v4.5M12 17.3v.2"/>`,
  search: svg`<circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5L21 21"/>`,
  book: svg`<path d="M4 5.5A2.5 2.5 0 0 1 6.5 3H20v15H6.5A2.5 2.5 0 0 0 4 20.5zM4 20.5A2.5 2.5 0 0 0 6.5 21H20v-3"/>`,
  backspace: svg`<path d="M9 5h11a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H9l-6-7zM12 9.5l5 5M17 9.5l-5 5"/>`,
  clip: svg`<path d="M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8L10 17a1.7 1.7 0 0 1-2.4-2.4L15 7.2"/>`,
  file: svg`<path d="M13.5 3H6a1 1 0 0 0-1 1v16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1V8.5zM13.5 3v5.5H19"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/><circle cx="12" cy="12" r="3"/>`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6"/>`,
  refresh: svg`<path d="M20 11a8 8 0 0 0-14.5-3.5L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5"/>`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof PATHS;

export function icon(name: IconName, size = 20): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.8"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`;
}

/** The bell: the house's mark, in its own colours. */
export function mark(size = 32): TemplateResult {
  return html`<svg width=${size} height=${size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="9" fill="#0f5b48"></rect>
    <path d="M6.5 21.5a9.5 9.5 0 0 1 19 0z" fill="#f4f6f3"></path>
    <path d="M5 25h22M16 11.4V9M13.2 7.6h5.6" stroke="#e3a73a" stroke-width="2.6" stroke-linecap="round" fill="none"></path>
  </svg>`;
}
