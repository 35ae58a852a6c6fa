// One session's whole story as a time line beside the board: what customer, bot, agent and front desk did, with timings.
import { html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { SessionStory, StoryItem } from "../api/types";
import { clock, duration, isoTime, moment, stopwatch } from "../staff/format";
import { label, staffWords } from "../staff/words";
import { htmlLang, Language } from "../ui/i18n";
import { icon, type IconName } from "../ui/icons";
import { house } from "../ui/styles";
import "../staff/listen";
import { outcomeName, patterns, swatch } from "./outcomes";
import { withPerson } from "./rows";
import { storyStyles } from "./story-styles";
import { told } from "./story-words";
import { boardWords, type BoardWords } from "./words";

const GAP_S = 30;
const ICONS: Readonly<Record<string, IconName>> = {
  session_opened: "bell",
  session_ended: "check",
  identity_verified: "check",
  task_finished: "refresh",
  machine_did_fail: "warn",
  input_not_matched: "warn",
  customer_silent: "muted",
  handoff_requested: "headset",
  handoff_connected: "person",
  handoff_returned: "warn",
  handoff_abandoned: "warn",
  handoff_expired: "warn",
  wait_told: "clock",
  survey_asked: "board",
  survey_answered: "board",
  recording_started: "mic",
  recording_paused: "muted",
  recording_resumed: "mic",
  recording_ended: "sound",
};

@customElement("fd-story")
export class FdStory extends LitElement {
  static override styles = [...house, storyStyles];

  @property({ attribute: false }) told: SessionStory | null = null;
  @property() problem = "";
  @property() tz = "UTC";
  @state() private onlySaid = false;
  @state() private detailed = false;
  @query("dialog") private dialog!: HTMLDialogElement;
  private readonly language = new Language(this);

  show(): void {
    if (!this.dialog.open) this.dialog.showModal();
  }

  protected override render() {
    const words = boardWords(this.language.now);
    const row = this.told?.session;
    const heading = row ? words.storyOf(moment(row.started_at, this.language.now, this.tz)) : words.story;
    return html`<dialog aria-labelledby="heading" @close=${() => this.dispatchEvent(new Event("dismissed"))} @click=${this.outside}>
      <div class="sheet">
        <header>
          <h2 id="heading">${heading}</h2>
          <button class="icon-button" aria-label=${words.close} @click=${() => this.dialog.close()}>${icon("close")}</button>
        </header>
        ${this.told ? this.body(this.told, words) : html`<p class="quiet" role="status">${this.problem || staffWords(this.language.now).loading}</p>`}
      </div>
    </dialog>`;
  }

  private body(told: SessionStory, words: BoardWords) {
    const items = this.onlySaid ? told.story.filter((item) => item.who !== "system") : told.story;
    return html`${this.facts(told, words)}
      <p class="only">
        <label><input type="checkbox" .checked=${this.onlySaid} @change=${() => (this.onlySaid = !this.onlySaid)} />${words.hideSystem}</label>
        <label><input type="checkbox" .checked=${this.detailed} @change=${() => (this.detailed = !this.detailed)} />${words.details}</label>
      </p>
      <ol class="line">${items.map((item, index) => this.item(item, items[index - 1], told, words))}</ol>`;
  }

  private facts(told: SessionStory, words: BoardWords) {
    const lang = this.language.now;
    const row = told.session;
    const effort = row.effort.score !== null ? words.scoreOf(row.effort.score) : row.effort.asked ? words.noAnswer : words.notAsked;
    const pairs: [string, unknown][] = [
      [words.channel, label("channel", row.channel, lang)],
      [words.language, label("lang", row.lang, lang)],
      [words.goal, label("goal", row.goal, lang) || "–"],
      [words.handoff, label("reason", row.handoff_reason, lang) || "–"],
      [words.effort, effort],
      [words.length, duration(row.seconds, lang)],
      [words.human, withPerson(row, words, lang) || "–"],
    ];
    return html`<p class="outcome">
        <svg width="18" height="18" viewBox="0 0 16 16" aria-hidden="true">${patterns("st")}${swatch(row.outcome, "st")}</svg>
        ${outcomeName(row.outcome, lang)}</p>
      <dl class="facts">${pairs.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
      <p class="quiet id">${words.sessionId} ${row.id}</p>`;
  }

  private item(item: StoryItem, previous: StoryItem | undefined, told: SessionStory, words: BoardWords) {
    const lang = this.language.now;
    const gap = previous ? item.at - previous.at : 0;
    const since = stopwatch(item.at - told.session.started_at);
    return html`${gap >= GAP_S ? html`<li class="gap"><span>${words.silentGap(duration(gap, lang))}</span></li>` : nothing}
      <li class="item ${item.who} ${item.kind}">
        <time class="tabular" datetime=${isoTime(item.at)} title=${clock(item.at, lang, { seconds: true, tz: this.tz })}>${since}</time>
        <span class="node" aria-hidden="true">${item.who === "system" ? icon(ICONS[item.kind] ?? "arrow", 12) : nothing}</span>
        <div class="what">${item.who === "system" ? this.happened(item) : this.said(item, told, words)}${this.sound(item, told)}${this.detailed ? this.detail(item) : nothing}</div>
      </li>`;
  }

  private sound(item: StoryItem, told: SessionStory) {
    return item.recording ? html`<fd-listen session=${told.session.id} recording=${item.recording}></fd-listen>` : nothing;
  }

  private happened(item: StoryItem) {
    return html`<p class="did">${told(item, this.language.now)}</p>`;
  }

  private said(item: StoryItem, story: SessionStory, words: BoardWords) {
    const spoken = item.kind === "customer_spoke" || item.kind === "said" || item.kind === "agent_said";
    const by = { customer: words.customer, bot: words.bot, agent: words.agent, system: words.system }[item.who];
    const name = item.who === "agent" && typeof item.detail["agent_name"] === "string" ? item.detail["agent_name"] : by;
    const text = item.detail["via"] === "keys" ? words.pressed(item.text) : spoken ? item.text : told(item, this.language.now);
    const lang = typeof item.detail["lang"] === "string" ? item.detail["lang"] : story.session.lang;
    return html`<p class="by">${name}</p><p class="words" lang=${htmlLang(spoken ? lang : this.language.now)} dir="auto">${text}</p>`;
  }

  private detail(item: StoryItem) {
    const entries: [string, unknown][] = [["kind", item.kind], ["turn", item.seq], ...Object.entries(item.detail)];
    const told = entries.filter(([, value]) => value !== null && value !== "");
    return html`<dl class="detail">${told.map(([name, value]) => html`<div><dt>${name}</dt><dd>${asText(value)}</dd></div>`)}</dl>`;
  }

  private readonly outside = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.dialog.close();
  };
}

function asText(value: unknown): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
