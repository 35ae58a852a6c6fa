// The context packet as a card to read at a glance. Shows what is there, in order of use; all of it as text.
import { html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { FactMark, Packet, PacketFact, PacketPromise, PacketTried } from "../api/types";
import { clock, minutesRange, moment, stopwatch } from "../staff/format";
import { label, wish } from "../staff/words";
import { htmlLang, Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import { house } from "../ui/styles";
import { toast } from "../ui/toast";
import { floorWords } from "./floor-words";
import { moreWords } from "./more-words";
import { nextStep } from "./next-step";
import { ownWords } from "./own-words";
import { packetStyles } from "./packet-styles";
import { deskWords, type DeskWords } from "./words";

/** Outcomes that mean "it worked"; anything else that was tried is shown as not having helped. */
const GOOD = new Set([
  "verified", "found", "started", "already_started", "listed", "answered", "told", "link_sent", "cancelled", "already_cancelled", "changed", "same", "noted",
  "already_noted", "requested", "already_requested", "issued", "sent_again", "corrected", "claimed", "already_claimed", "case_opened", "already_open", "taken",
  "being_looked_into",
]);

@customElement("fd-packet")
export class FdPacket extends LitElement {
  static override styles = [...house, packetStyles];

  @property({ attribute: false }) packet: Packet | null = null;
  /** What the agent said of facts; `judge` takes a new word. Without it, nothing can be said. */
  @property({ attribute: false }) marks: Record<string, FactMark> = {};
  @property({ attribute: false }) judge: ((fact: string, mark: FactMark) => void) | null = null;
  /** Tasks that could be done next. */
  @property({ attribute: false }) tasks: readonly string[] = [];
  private readonly language = new Language(this);

  protected override render() {
    const words = deskWords(this.language.now);
    const packet = this.packet;
    if (!packet) return html`<p class="none">${words.noPacket}</p>`;
    return html`
      ${this.who(packet, words)} ${this.completeness(packet.completeness, words)} ${this.next(packet, words)} ${this.wants(packet, words)} ${this.facts(packet.facts, words)}
      ${this.tried(packet.tried, words)} ${this.effort(packet, words)} ${this.promises(packet.promises, words)}
      ${this.path(packet, words)}
    `;
  }

  private who(packet: Packet, words: DeskWords) {
    const lang = this.language.now;
    const one = packet.customer;
    const how = label("verified_by", one.verified_by, lang);
    return html`<section class="who" aria-label=${words.who}>
      <p class="name" lang=${htmlLang(packet.lang)}>${one.name || words.unknownCustomer}</p>
      <p class="tags">
        ${one.verified
          ? html`<span class="badge ok">${icon("check", 14)}${words.verified}</span>`
          : html`<span class="badge danger">${icon("warn", 14)}${words.notVerified}</span>`}
        ${one.tier ? html`<span class="badge pine">${label("tier", one.tier, lang)}</span>` : nothing}
        <span class="badge">${label("lang", packet.lang, lang)}</span>
        <span class="badge">${label("channel", packet.channel, lang)}</span>
      </p>
      ${one.verified
        ? how ? html`<p class="small">${words.verifiedBy(how)}${one.customer_id ? ` · ${one.customer_id}` : ""}</p>` : nothing
        : html`<p class="small careful">${words.notVerifiedLong}</p>`}
    </section>`;
  }

  private next(packet: Packet, words: DeskWords) {
    const lang = this.language.now;
    const step = nextStep(packet, lang);
    if (!step && !this.tasks.length) return nothing;
    const order = packet.facts.find((one) => one.name === "order_number")?.value ?? "";
    return html`<section class="next">
      <h3>${icon("arrow", 16)}${words.nextStep}</h3>
      ${step ? html`<p>${step}</p>` : nothing}
      ${this.tasks.length
        ? html`<p class="tasks" role="group" aria-label=${moreWords(lang).nextTasks}>${this.tasks.map((task) => html`<button class="button small" type="button"
            @click=${() => this.dispatchEvent(new CustomEvent("act", { detail: { order, task }, bubbles: true, composed: true }))}>${label("task", task, lang)}</button>`)}</p>`
        : nothing}
    </section>`;
  }

  private wants(packet: Packet, words: DeskWords) {
    const lang = this.language.now;
    const why = packet.why.text;
    const wanted = wish(packet.goal.intent, lang);
    return html`<section>
      <h3>${words.goal}</h3>
      ${wanted ? html`<p class="strong">${wanted}</p>` : nothing}
      ${packet.goal.text ? html`<blockquote lang=${htmlLang(packet.lang)}><span class="visually-hidden">${words.inOwnWords}: </span>${ownWords(packet.goal.text, this.language.now)}</blockquote>` : nothing}
      ${wanted || packet.goal.text ? nothing : html`<p class="small">${words.notKnown}</p>`}
      <h3>${words.why}</h3>
      <p><span class="strong">${label("reason", packet.why.reason, lang)}</span></p>
      ${why && lang === "en" ? html`<p class="small">${why}</p>` : nothing}
    </section>`;
  }

  private facts(facts: readonly PacketFact[], words: DeskWords) {
    if (facts.length === 0) return nothing;
    return html`<section>
      <h3>${words.facts}</h3>
      <dl>${facts.map((fact) => this.fact(fact, words))}</dl>
    </section>`;
  }

  private fact(fact: PacketFact, words: DeskWords) {
    const lang = this.language.now;
    const sure = fact.confidence != null ? `, ${words.sure(Math.round(fact.confidence * 100))}` : "";
    const source = label("source", fact.source, lang);
    const shown = fact.name === "order_state" ? label("order_state", fact.value, lang) : ownWords(fact.value, lang);
    return html`<div>
      <dt>${label("fact", fact.name, lang)}</dt>
      <dd>
        <button class="value tabular" type="button" title=${words.copy} aria-label="${words.copy}: ${shown}" @click=${() => void this.copy(fact.value)}>${shown}</button>
        <span class="small">${source}${sure}</span>
      </dd>
      ${this.judge ? this.judging(fact) : nothing}
    </div>`;
  }

  private judging(fact: PacketFact) {
    const words = floorWords(this.language.now);
    const names = { used: words.used, wrong: words.wrong, asked_again: words.askedAgain } as const;
    return html`<dd class="judging"><span class="judge" role="group" aria-label=${words.judge(label("fact", fact.name, this.language.now))}>
      ${(Object.keys(names) as FactMark[]).map((mark) => html`<button type="button" aria-pressed=${this.marks[fact.name] === mark ? "true" : "false"}
        @click=${() => this.judge?.(fact.name, mark)}>${names[mark]}</button>`)}
    </span></dd>`;
  }

  private tried(tried: readonly PacketTried[], words: DeskWords) {
    const lang = this.language.now;
    return html`<section>
      <h3>${words.tried}</h3>
      ${tried.length === 0 ? html`<p class="small">${words.nothingTried}</p>` : nothing}
      <ol class="tried">
        ${tried.map((one) => html`<li class=${GOOD.has(one.outcome) ? "good" : "bad"}>
          ${icon(GOOD.has(one.outcome) ? "check" : "close", 16)}
          <span><span class="strong">${label("task", one.what, lang)}</span>: ${label("task_outcome", one.outcome, lang).toLowerCase()}
            <span class="small">${label("by", one.by, lang)} · ${clock(one.at, lang)}</span></span>
        </li>`)}
      </ol>
    </section>`;
  }

  private effort(packet: Packet, words: DeskWords) {
    const effort = packet.effort;
    const parts: [string | number, string][] = [
      [stopwatch(effort.seconds), words.time],
      [effort.turns, words.turns],
      [effort.misses, words.misses],
      [effort.silences, words.silences],
      [effort.failures, words.failures],
    ];
    return html`<section>
      <h3>${words.effort}</h3>
      <dl class="effort">
        ${parts.map(([n, name]) => html`<div class=${n === 0 ? "zero" : ""}><dt>${name}</dt><dd class="tabular">${n}</dd></div>`)}
      </dl>
    </section>`;
  }

  /** Of the waits that were told only the newest holds. */
  private promises(all: readonly PacketPromise[], words: DeskWords) {
    const told = all.findLast((one) => one.what === "wait");
    const promises = all.filter((one) => one.what !== "wait" || one === told);
    if (promises.length === 0) return nothing;
    const lang = this.language.now;
    return html`<section>
      <h3>${words.told}</h3>
      <ul>
        ${promises.map((one) => html`<li>${promised(one, words, lang)} <span class="small">${clock(one.at, lang)}</span></li>`)}
      </ul>
    </section>`;
  }

  private path(packet: Packet, words: DeskWords) {
    if (packet.path.length === 0) return nothing;
    return html`<details>
      <summary>${words.path}</summary>
      <ol class="path">
        ${packet.path.map((step) => html`<li><span class="tabular small">${clock(step.at, this.language.now)}</span> ${step.flow} / ${step.node}</li>`)}
      </ol>
    </details>`;
  }

  private completeness(percent: number, words: DeskWords) {
    return html`<section class="complete">
      <p class="small" id="complete">${words.complete(percent)}</p>
      <meter min="0" max="100" .value=${percent} aria-labelledby="complete"></meter>
    </section>`;
  }

  private async copy(value: string): Promise<void> {
    await navigator.clipboard?.writeText(value).then(
      () => toast(deskWords(this.language.now).copied),
      () => undefined,
    );
  }
}

function promised(one: PacketPromise, words: DeskWords, lang: "en" | "zh"): string {
  const due = one.due_at != null ? moment(one.due_at, lang) : "";
  if (one.what === "message") return words.toldAnswer(due);
  if (one.what === "callback") return words.toldCallBack(due);
  if (one.what !== "wait") return one.what;
  return one.low_s != null && one.high_s != null ? words.toldWait(minutesRange(one.low_s, one.high_s, lang)) : words.toldUnknown;
}
