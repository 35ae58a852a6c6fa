// One thing that happened beside the figures, as a line: when, from when until when, and what.
import { html, type TemplateResult } from "lit";
import { clock, dayShort } from "../staff/format";
import type { Lang } from "../ui/i18n";
import { incidentWords } from "./incident-words";
import type { Note } from "./insight";
import { dayIn } from "./times";

export function noteLine(note: Note, tz: string, lang: Lang): TemplateResult {
  const at = (time: number): string => `${dayShort(dayIn(time, tz), lang)} ${clock(time, lang, { tz })}`;
  if (note.kind !== "incident") return html`<span class="tabular">${at(note.at)} · ${note[lang]}</span>`;
  const sameDay = note.until !== null && dayIn(note.until, tz) === dayIn(note.at, tz);
  const until = note.until === null ? incidentWords(lang).lasts : sameDay ? clock(note.until, lang, { tz }) : at(note.until);
  return html`<span class="tabular">${at(note.at)} – ${until} · <strong>${note.words ?? ""}</strong></span>`;
}
