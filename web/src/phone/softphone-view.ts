// The telephone's parts as templates. Knows the call and what may be done to it, no socket and no sound.
import { html, nothing, type TemplateResult } from "lit";
import { htmlLang, type Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import { live, stage, type Call, type Line } from "./call";
import { KEYS } from "./tones";
import { partyInWords, stageInWords, type PhoneWords } from "./words";

const LETTERS: Record<string, string> = {
  "2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ", "0": "+",
};

export interface PhoneView {
  call: Call;
  words: PhoneWords;
  lang: Lang;
  registered: boolean;
  online: boolean;
  muted: boolean;
  down: string;
  seconds: number;
  hearing: boolean;
  canHear: boolean;
  partly: string;
  narrow: boolean;
}

export interface PhoneActs {
  dial(): void;
  answer(): void;
  reject(): void;
  hangup(): void;
  press(key: string): void;
  mute(): void;
  skip(): void;
  say(event: Event): void;
  listen(): void;
}

export function handsetView(view: PhoneView, acts: PhoneActs): TemplateResult {
  const { call, words } = view;
  return html`<section class="handset ${stage(call)}" aria-label=${words.yourPhone}>
    <div class="display">
      <div class="row">
        <span>${view.registered ? words.yourLine : words.demoLine}</span>
        <button class="icon-button" type="button" aria-pressed=${view.muted ? "true" : "false"} aria-label=${view.muted ? words.unmute : words.mute}
          @click=${acts.mute}>${icon(view.muted ? "muted" : "sound")}</button>
      </div>
      ${call.keys ? html`<p class="number keys">${call.keys}</p>` : html`<p class="number">${call.from || words.house}</p>`}
      <p class="stage" role="status">${sign(view)}<span>${status(view)}</span>${timer(view)}</p>
      ${view.narrow ? html`<p class="caption" aria-hidden="true" lang=${spokenLine(call)?.lang ?? nothing}>${spokenLine(call)?.text ?? ""}</p>` : nothing}
    </div>
    <div class="keypad" role="group" aria-label=${words.keypad}>
      ${[...KEYS].map(
        (key) => html`<button type="button" class=${view.down === key ? "down" : ""} aria-label=${`${words.key(key)} ${LETTERS[key] ?? ""}`.trim()} ?disabled=${!live(call)}
          @click=${() => acts.press(key)}><b>${key}</b> <small>${LETTERS[key] ?? ""}</small></button>`,
      )}
    </div>
    <div class="calls">${callButtons(view, acts)}</div>
  </section>`;
}

/** On a narrow telephone the last words of the other side stand on the handset itself; screen readers have the log. */
function spokenLine(call: Call): Line | null {
  return live(call) ? (call.lines.findLast((line) => line.who !== "me") ?? null) : null;
}

function status(view: PhoneView): string {
  const now = stage(view.call);
  if (now === "idle" && view.registered) return view.online ? view.words.lineReady : view.words.lineLost;
  return stageInWords(now, view.words);
}

function sign(view: PhoneView): unknown {
  switch (stage(view.call)) {
    case "speaking":
      return html`<span class="sign wave" aria-hidden="true"><i></i><i></i><i></i><i></i></span>`;
    case "listening":
      return html`<svg class="sign countdown" viewBox="0 0 24 24" aria-hidden="true">
        <circle class="track" cx="12" cy="12" r="9"></circle><circle class="left" cx="12" cy="12" r="9" pathLength="1"></circle>
      </svg>`;
    case "ringing":
    case "incoming":
      return html`<span class="sign ring">${icon("bell", 20)}</span>`;
    case "hold":
      return html`<span class="sign">${icon("clock", 18)}</span>`;
    case "bridged":
      return html`<span class="sign">${icon("person", 18)}</span>`;
    default:
      return nothing;
  }
}

function timer(view: PhoneView): unknown {
  if (!live(view.call)) return nothing;
  const [minutes, seconds] = [Math.floor(view.seconds / 60), view.seconds % 60];
  return html`<span class="tabular" aria-hidden="true">${minutes}:${String(seconds).padStart(2, "0")}</span>`;
}

function callButtons(view: PhoneView, acts: PhoneActs): unknown {
  const { call, words } = view;
  if (call.line === "incoming")
    return html`<button class="stop" type="button" @click=${acts.reject}>${icon("hangup", 22)} ${words.reject}</button>
      <button class="go" type="button" @click=${acts.answer}>${icon("phone", 22)} ${words.answer}</button>`;
  if (call.line !== "idle" && call.line !== "ended")
    return html`<button class="stop" type="button" @click=${acts.hangup}>${icon("hangup", 22)} ${words.hangup}</button>`;
  if (view.registered) return nothing;
  return html`<button class="go" type="button" @click=${acts.dial}>${icon("phone", 22)} ${call.line === "ended" ? words.callAgain : words.call}</button>`;
}

export function talkView(view: PhoneView, acts: PhoneActs): TemplateResult {
  const { call, words } = view;
  return html`<section class="card talk" aria-label=${words.captions}>
    <header>
      <h2>${words.captions}</h2>
      ${call.saying ? html`<button class="button small" type="button" @click=${acts.skip}>${icon("skip", 16)} ${words.skip}</button>` : nothing}
    </header>
    <div class="lines" role="log" aria-live="polite" tabindex="0" aria-label=${words.captions}>
      ${call.lines.length ? call.lines.map((line, index) => lineView(line, call.lines[index - 1], view)) : html`<p class="none">${words.captionsEmpty}</p>`}
      ${call.line === "ended" ? html`<p class="none">${ending(view)}</p>` : nothing}
    </div>
    ${sayView(view, acts)}
  </section>`;
}

function lineView(line: Line, before: Line | undefined, view: PhoneView): TemplateResult {
  const { call, words } = view;
  const last = line === call.lines.at(-1);
  const who = { service: words.service, me: words.me, other: partyInWords(line.name, words) }[line.who];
  const keys = line.who === "me" && /^[\d*#]+$/u.test(line.text);
  const goesOn = before?.who === line.who && before.name === line.name;
  const tense = last && call.saying ? "now" : last ? "" : "was";
  return html`<div class="line ${line.who} ${tense} ${goesOn ? "on" : ""}">
    <span class=${goesOn ? "visually-hidden" : "who"}>${who}</span>
    <span class="text ${keys ? "pressed" : ""}" lang=${line.lang ? htmlLang(line.lang) : nothing}>${keys ? html`<span class="visually-hidden">${words.pressed(line.text)}</span><span aria-hidden="true">${line.text}</span>` : line.text}</span>
  </div>`;
}

function ending(view: PhoneView): string {
  const { call, words, lang } = view;
  if (call.reason === "@me") return words.youHungUp;
  if (call.reason === "@lost") return words.lostCall;
  return lang === "en" && call.reason ? call.reason : words.stage_ended;
}

function sayView(view: PhoneView, acts: PhoneActs): TemplateResult {
  const { call, words } = view;
  const closed = !live(call);
  const mic = html`<button class="icon-button ${view.hearing ? "hearing" : ""}" type="button" ?disabled=${closed} @click=${acts.listen}
    aria-label=${view.hearing ? words.micStop : words.mic}>${icon("mic")}</button>`;
  return html`<form class="say" @submit=${acts.say}>
    <input class="input" name="words" autocomplete="off" maxlength="500" aria-label=${words.say} ?disabled=${closed}
      placeholder=${view.partly || words.sayPlaceholder} />
    ${view.canHear ? mic : nothing}
    <button class="button primary" type="submit" ?disabled=${closed}>${words.saySend}</button>
  </form>`;
}
