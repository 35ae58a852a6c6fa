// The conversation as bubbles: groups of one speaker, time, language of each. Text only, never HTML from outside.
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { botAvatar, personAvatar } from "../ui/avatar";
import { dateFormat } from "../ui/dates";
import { htmlLang, type Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import { pieces } from "./links";
import { turnOf, type Message, type Reply } from "./protocol";
import type { chatWords } from "./words";

type Words = ReturnType<typeof chatWords>;
const SAME_BREATH_MS = 5 * 60_000;

export interface LogView {
  words: Words;
  lang: Lang;
  retry: (message: Message) => void;
  origin: string;
  /** The last message of the customer's that the agent has read, by its id. */
  readId: string | null;
}

/** Neighbouring messages of one speaker, close in time, stand together; one that was not sent stands alone, with its own way to send it again. */
export function turns(messages: readonly Message[]): Message[][] {
  const found: Message[][] = [];
  for (const one of messages) {
    const last = found.at(-1)?.at(-1);
    const joins = last && last.from === one.from && last.agent === one.agent && one.at - last.at < SAME_BREATH_MS;
    const lost = one.sent === "lost" || last?.sent === "lost";
    if (joins && !lost && one.from !== "system") found.at(-1)!.push(one);
    else found.push([one]);
  }
  return found;
}

export function log(messages: readonly Message[], view: LogView): unknown {
  return repeat(turns(messages), (turn) => turn[0]!.id, (turn) => oneTurn(turn, view));
}

function oneTurn(turn: Message[], view: LogView): TemplateResult {
  const first = turn[0]!;
  if (first.from === "system")
    return html`<p class="system" lang=${htmlLang(first.lang ?? view.lang)}><span class="visually-hidden">${view.words.says(view.words.notice)}</span>${words(first)}</p>`;
  const who = speaker(first, view.words);
  const avatar = first.from === "agent" ? personAvatar(who) : botAvatar();
  return html`<div class="turn ${first.from}">
    ${first.from === "customer" ? nothing : avatar}
    <div class="bubbles">${turn.map((one) => bubble(one, who, view))}</div>
    <p class="meta">${meta(turn, who, view)}</p>
  </div>`;
}

function bubble(one: Message, who: string, view: LogView): TemplateResult {
  const links = (one.links ?? []).map(
    (href) => html`<a href=${href} target="_blank" rel="noopener noreferrer nofollow">${view.words.openFile}</a>`,
  );
  return html`<div class="bubble ${one.sent ?? ""}" lang=${langOf(one) ?? nothing} dir="auto"><span class="visually-hidden" lang=${htmlLang(view.lang)}>${view.words.says(who)}</span>${one.file ? file(one, view) : words(one)}${links}</div>`;
}

/** A picture is shown, anything else named; both open as a download. */
function file(one: Message, view: LogView): TemplateResult {
  const { url, name, media, size } = one.file!;
  const href = new URL(url, view.origin).href;
  const inside = media.startsWith("image/")
    ? html`<img src=${href} alt=${name} loading="lazy" />`
    : html`${icon("file", 18)}<span>${name}</span><span class="size">${Math.max(1, Math.round(size / 1024))} KB</span>`;
  return html`<a class="file" href=${href} target="_blank" rel="noopener noreferrer nofollow" download=${name}>${inside}</a>`;
}

/** The newest message of the customer's whose turn the agent has read. */
export function readUpTo(messages: readonly Message[], turn: number): string | null {
  return turn ? (messages.findLast((one) => one.from === "customer" && turnOf(one) > 0 && turnOf(one) <= turn)?.id ?? null) : null;
}

/** The language to read a message in: as told, else Chinese where it holds Chinese characters. */
function langOf(one: Message): string | null {
  if (one.lang) return htmlLang(one.lang);
  return /\p{Script=Han}/u.test(one.text) ? "zh-CN" : null;
}

function words(one: Message): unknown {
  return pieces(one.text).map((piece) =>
    piece.href === null
      ? piece.text
      : html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`,
  );
}

function meta(turn: Message[], who: string, view: LogView): unknown {
  const last = turn.at(-1)!;
  const lost = turn.find((one) => one.sent === "lost");
  if (lost)
    return html`<span class="problem">${view.words.lost}</span> <button type="button" @click=${() => view.retry(lost)}>${view.words.retry}</button>`;
  if (last.sent === "sending") return `${view.words.sending}…`;
  const name = last.from === "agent" ? html`${who} · ` : nothing;
  const read = turn.some((one) => one.id === view.readId) ? html` · ${view.words.read}` : nothing;
  return html`${name}<time datetime=${new Date(last.at).toISOString()}>${clockTime(last.at, view.lang)}</time>${read}`;
}

/** "14:05"; with the date when it was not today. */
export function clockTime(at: number, lang: Lang, now = new Date()): string {
  const when = new Date(at);
  const today = when.toDateString() === now.toDateString();
  const date = today ? {} : ({ month: "short", day: "numeric" } as const);
  return dateFormat(htmlLang(lang), { ...date, hour: "2-digit", minute: "2-digit" }).format(when);
}

function speaker(one: Message, words: Words): string {
  if (one.from === "customer") return words.you;
  return one.from === "agent" ? (one.agent ?? words.someone) : words.assistant;
}

export function quickReplies(replies: readonly Reply[], label: string, choose: (reply: Reply) => void): TemplateResult {
  return html`<div class="replies" role="group" aria-label=${label}>
    ${replies.map((one) => html`<button class="button small" type="button" @click=${() => choose(one)}>${one.title}</button>`)}
  </div>`;
}

/** The effort question: seven buttons in a labelled row, words at both ends, arrow keys to move. */
export function effort(replies: readonly Reply[], words: Words, choose: (reply: Reply) => void): TemplateResult {
  const ends: Record<string, string> = { "1": words.disagree, "7": words.agree };
  const name = (reply: Reply) => (ends[reply.payload] ? `${reply.payload}: ${ends[reply.payload]}` : reply.payload);
  return html`<div class="effort card" role="group" aria-label=${words.effort}>
    <div class="scale" @keydown=${moveAlong}>
      ${replies.map((one) => html`<button class="button" type="button" aria-label=${name(one)} @click=${() => choose(one)}>${one.payload}</button>`)}
    </div>
    <div class="ends" aria-hidden="true"><span>${words.disagree}</span><span>${words.agree}</span></div>
  </div>`;
}

function moveAlong(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const button = event.target as HTMLElement;
  if (step === undefined) return;
  event.preventDefault();
  const next = step > 0 ? button.nextElementSibling : button.previousElementSibling;
  if (next instanceof HTMLElement) next.focus();
}
