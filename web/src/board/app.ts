// The owner's board: gate, the day, its figures, its sessions, one story. Wires the store to the parts.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import type { BoardTotals, Role } from "../api/types";
import { clock, dayName, dayPlus, duration, percent } from "../staff/format";
import "../staff/login";
import { StaffSession } from "../staff/session";
import { sentence, staffWords } from "../staff/words";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import "../ui/shell";
import { house } from "../ui/styles";
import { appStyles } from "./app-styles";
import { asDivided, TARGETS, wilson } from "./measure";
import "./outcome-bar";
import "./sessions";
import type { FdSessions } from "./sessions";
import "./share";
import type { ShareFigure } from "./share";
import { BoardStore } from "./store";
import "./story";
import type { FdStory } from "./story";
import { boardWords, type BoardWords } from "./words";
import "./compare-view";
import "./effort-view";
import "./flow-view";
import { type Catalogue, insight, type Period } from "./insight";
import { insightWords } from "./insight-words";
import "./period-bar";
import "./report-view";
import "./tasks-view";
import "./trend-view";
import "./waits-view";

const VIEWS = ["day", "trend", "flow", "tasks", "waits", "effort", "compare", "report"] as const;
type View = (typeof VIEWS)[number];
const SLICED: ReadonlySet<View> = new Set(["trend", "tasks", "waits", "effort", "report"]);
const ROLES: readonly Role[] = ["owner", "supervisor", "admin"];

@customElement("fd-board")
export class FdBoard extends LitElement {
  static override styles = [...house, appStyles];

  @state() private version = 0;
  @state() private view: View = "day";
  @state() private period: Period | null = null;
  @state() private catalogue: Catalogue | null = null;
  @query("fd-story") private sheet!: FdStory | null;
  @query("fd-sessions") private table!: FdSessions | null;
  private atTab: Element | null = null;
  private readonly language = new Language(this);
  private readonly store = new BoardStore({ changed: () => (this.version += 1), mayRetry: () => this.session.stillIn() });
  private readonly session: StaffSession = new StaffSession(this, ROLES, () => this.started(), () => this.store.stop());

  protected override render() {
    const words = boardWords(this.language.now);
    if (this.session.state !== "in") {
      return html`<fd-shell page="board"><fd-login .session=${this.session} .gate=${this.session.state} .trouble=${this.session.trouble}
        heading=${staffWords(this.language.now).loginBoard}></fd-login></fd-shell>`;
    }
    return html`<fd-shell page="board">
      <span slot="tools" class="me">${this.session.login?.name}</span>
      <button slot="tools" class="button small quiet" @click=${() => this.session.logOut()}>${words.logOut}</button>
      <div class="board" @story=${(event: CustomEvent<string>) => this.openStory(event.detail)}>${this.tabs()}
        ${this.view === "day" ? html`${this.head(words)}${this.body(words)}` : this.inside()}</div>
      <fd-story .told=${this.store.story} tz=${this.store.data?.tz ?? "UTC"} @dismissed=${this.storyClosed}
        problem=${this.store.storyProblem ? sentence(this.store.storyProblem, this.language.now) : ""}></fd-story>
    </fd-shell>`;
  }

  private tabs() {
    const words = insightWords(this.language.now);
    return html`<nav class="tabs no-print" aria-label=${words.views}><ul>${VIEWS.map((view) => html`<li>
      <a href="?view=${view}" aria-current=${view === this.view ? "page" : nothing} @click=${(event: MouseEvent) => this.turnTo(view, event)}>${words[view]}</a></li>`)}</ul></nav>`;
  }

  /** One of the looks inside, over the chosen period. */
  private inside() {
    const { period, catalogue } = this;
    const today = this.store.today ?? this.store.data?.day ?? "";
    if (!today || !period) return html`<p class="quiet" role="status">${insightWords(this.language.now).reading}</p>`;
    const bar = html`<h1 class="visually-hidden">${insightWords(this.language.now)[this.view]}</h1><fd-period .period=${period} .catalogue=${catalogue} today=${today} ?sliced=${SLICED.has(this.view)}
      @chosen=${(event: CustomEvent<Period>) => this.look(event.detail)}></fd-period>`;
    switch (this.view) {
      case "trend":
        return html`${bar}<fd-trend-view .period=${period} .catalogue=${catalogue}></fd-trend-view>`;
      case "flow":
        return html`${bar}<fd-flow-view .period=${period} .catalogue=${catalogue}></fd-flow-view>`;
      case "tasks":
        return html`${bar}<fd-tasks-view .period=${period} .catalogue=${catalogue}></fd-tasks-view>`;
      case "waits":
        return html`${bar}<fd-waits-view .period=${period} .catalogue=${catalogue}></fd-waits-view>`;
      case "effort":
        return html`${bar}<fd-effort-view .period=${period} .catalogue=${catalogue}></fd-effort-view>`;
      case "compare":
        return html`${bar}<fd-compare-view .period=${period} .catalogue=${catalogue}></fd-compare-view>`;
      default:
        return html`${bar}<fd-report-view .period=${period} .catalogue=${catalogue}></fd-report-view>`;
    }
  }

  private turnTo(view: View, event: MouseEvent): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    if (view !== this.view) history.pushState(null, "", window.location.href); // so that Back leads to the view before
    this.view = view;
    this.address();
  }

  private look(period: Period): void {
    this.period = period;
    this.address();
  }

  /** Where we are is in the address, so that it can be sent to somebody. */
  private address(): void {
    const address = new URL(window.location.href);
    const { period } = this;
    for (const name of ["view", "from", "to", "slice", "value"]) address.searchParams.delete(name);
    if (this.view !== "day") address.searchParams.set("view", this.view);
    if (this.view !== "day" && period) for (const [name, value] of Object.entries(period)) if (value !== "all") address.searchParams.set(name, value);
    history.replaceState(null, "", address);
  }

  private head(words: BoardWords) {
    const store = this.store;
    const shown = store.day ?? store.data?.day ?? store.today;
    const isToday = store.day === null;
    return html`<header>
      <div>
        <h1>${shown ? dayName(shown, this.language.now) : words.title}</h1>
        <p class="state">${this.freshness(words)}${store.data ? html`<span>${words.zone(store.data.tz)}</span>` : nothing}</p>
      </div>
      <div class="days">
        <button class="icon-button" aria-label=${words.dayBefore} ?disabled=${!shown} @click=${() => shown && this.choose(dayPlus(shown, -1))}>
          <span class="turn back">${icon("down")}</span></button>
        <label><span class="visually-hidden">${words.day}</span>
          <input class="input tabular" type="date" .value=${shown ?? ""} max=${store.today ?? nothing} @change=${this.picked} /></label>
        <button class="icon-button" aria-label=${words.dayAfter} ?disabled=${isToday || !shown} @click=${() => shown && this.choose(dayPlus(shown, 1))}>
          <span class="turn on">${icon("down")}</span></button>
        <button class="button" ?disabled=${isToday} @click=${() => this.choose(null)}>${words.today}</button>
        <button class="button print" @click=${() => window.print()}>${words.print}</button>
      </div>
    </header>`;
  }

  private freshness(words: BoardWords) {
    if (!this.store.updatedAt) return nothing;
    const time = clock(this.store.updatedAt, this.language.now, { seconds: true });
    const lost = this.store.link === "lost";
    return html`<span class="live ${lost ? "lost" : ""}">${lost ? words.offLine(time) : words.live(time)}</span>`;
  }

  private body(words: BoardWords) {
    const { data, problem } = this.store;
    const trouble = problem ? html`<p class="wrong" role="alert">${icon("warn")}${sentence(problem, this.language.now)}</p>` : nothing;
    if (!data) return problem ? trouble : html`<p class="quiet" role="status">${words.loadingDay}</p>`;
    if (data.totals.sessions === 0) {
      return html`${trouble}<section class="card nothing"><h2>${this.store.day === null ? words.noSessions : words.noSessionsThen}</h2>
        ${this.store.day === null ? html`<p class="quiet">${words.noSessionsLead}</p>` : nothing}</section>`;
    }
    return html`${trouble}
      <div class="figures">
        <section class="card main"><fd-share .figure=${this.selfService(data.totals, words)}>
          ${this.corrected(data.totals, words)}
          ${data.totals.self_service.unverified ? html`<p class="quiet">${words.alsoAnswered(data.totals.self_service.unverified)}</p>` : nothing}
        </fd-share></section>
        <section class="card"><fd-share .figure=${this.ease(data.totals, words)}>${this.answers(data.totals, words)}</fd-share></section>
        <section class="card waits">${this.waits(data.totals, words)}</section>
      </div>
      <section class="card"><div class="title"><h2>${words.outcomes}</h2>
        <p class="quiet tabular">${words.shown(data.totals.sessions, data.totals.sessions)}, ${words.withNeed(data.totals.with_need)}</p></div>
        <fd-outcome-bar .counts=${data.totals.by_outcome}></fd-outcome-bar></section>
      <fd-sessions .rows=${data.sessions} tz=${data.tz} day=${data.day} .total=${data.totals.sessions}></fd-sessions>`;
  }

  private selfService(totals: BoardTotals, words: BoardWords): ShareFigure {
    const share = totals.self_service;
    const naive = totals.naive_containment;
    const figure: ShareFigure = {
      heading: words.selfService,
      means: words.selfServiceMeans,
      hits: share.resolved,
      n: share.n,
      rate: share.rate,
      interval: share.low !== null && share.high !== null ? { low: share.low, high: share.high } : null,
      target: TARGETS.self_service,
      none: words.noneYet,
    };
    if (naive.rate === null || naive.n === 0) return figure;
    const hits = Math.round(naive.rate * naive.n);
    return { ...figure, beside: { name: words.naive, means: words.naiveMeans, rate: naive.rate, hits, n: naive.n } };
  }

  /** The rate is not what one gets by dividing where customers came back: the sentence says why. */
  private corrected(totals: BoardTotals, words: BoardWords) {
    const { rate, resolved, n } = totals.self_service;
    if (rate === null || asDivided(rate, resolved, n)) return nothing;
    return html`<p class="quiet">${words.corrected(resolved, n, percent(rate))}</p>`;
  }

  private ease(totals: BoardTotals, words: BoardWords): ShareFigure {
    const { ces } = totals;
    const hits = Math.round((ces.top_box ?? 0) * ces.n);
    return {
      heading: words.easy,
      means: words.easyMeans,
      hits,
      n: ces.n,
      rate: ces.top_box,
      interval: wilson(hits, ces.n),
      target: TARGETS.easy,
      none: words.noAnswersYet,
    };
  }

  private answers(totals: BoardTotals, words: BoardWords) {
    const { asked, answered, mean } = totals.ces;
    return html`<dl class="pairs tabular">
      <div><dt>${words.asked}</dt><dd>${asked}</dd></div>
      <div><dt>${words.answered}</dt><dd>${answered}</dd></div>
      <div><dt>${words.mean}</dt><dd>${mean === null ? "–" : mean.toFixed(1)}</dd></div>
    </dl>`;
  }

  private waits(totals: BoardTotals, words: BoardWords) {
    const { n, median_s: median, p90_s: p90 } = totals.waits;
    const lang = this.language.now;
    return html`<h2>${words.waits}</h2>
      ${n === 0 || median === null || p90 === null
        ? html`<p class="quiet">${words.noWaits}</p>`
        : html`<dl class="tall tabular">
            <div><dt>${words.median}</dt><dd>${duration(median, lang)}</dd></div>
            <div><dt>${words.p90}</dt><dd>${duration(p90, lang)}</dd></div>
          </dl>
          <p class="quiet tabular">${words.waitsN(n)}. ${words.waitsMeans}</p>`}`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("popstate", this.addressed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("popstate", this.addressed);
  }

  /** Shows the view and the period of the address: at the start, and when the browser goes back. */
  private readonly addressed = (): void => {
    const given = new URL(window.location.href).searchParams;
    this.view = VIEWS.find((view) => view === given.get("view")) ?? "day";
    const [from, to] = [given.get("from"), given.get("to")];
    if (from && to) this.period = { from, to, slice: given.get("slice") ?? "all", value: given.get("value") ?? "all" };
  };

  private started(): void {
    const address = new URL(window.location.href);
    const day = address.searchParams.get("day");
    this.store.day = day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
    this.addressed();
    void insight.catalogue().then((found) => (this.catalogue = found), () => undefined);
    this.store.start();
    const session = new URLSearchParams(address.hash.slice(1)).get("session");
    if (session) this.openStory(session);
  }

  private choose(day: string | null): void {
    this.store.choose(day);
    const address = new URL(window.location.href);
    address.hash = "";
    if (this.store.day) address.searchParams.set("day", this.store.day);
    else address.searchParams.delete("day");
    history.replaceState(null, "", address);
  }

  private readonly picked = (event: Event): void => {
    const day = (event.target as HTMLInputElement).value;
    if (day) this.choose(day);
  };

  private openStory(session: string): void {
    void this.store.openStory(session);
    history.replaceState(null, "", `#session=${encodeURIComponent(session)}`);
    void this.updateComplete.then(() => this.sheet?.show());
  }

  private readonly storyClosed = (): void => {
    const session = this.store.storyId;
    this.store.closeStory();
    history.replaceState(null, "", window.location.pathname + window.location.search);
    if (session) this.table?.focusRow(session);
    this.version += 1;
  };

  /** A look inside begins with the last four weeks; the report with the week before today. */
  protected override willUpdate(): void {
    const today = this.store.today ?? this.store.data?.day;
    if (this.view === "day" || this.period || !today) return;
    const [from, to] = this.view === "report" ? [-7, -1] : [-27, 0];
    this.period = { from: dayPlus(today, from), to: dayPlus(today, to), slice: "all", value: "all" };
  }

  protected override updated(_changed: PropertyValues): void {
    document.title = `${boardWords(this.language.now).title} · Frontdesk`;
    const tab = this.renderRoot.querySelector("nav.tabs [aria-current]");
    if (tab && tab !== this.atTab) requestAnimationFrame(() => tab.scrollIntoView({ block: "nearest", inline: "center" })); // it may be aside
    this.atTab = tab;
  }
}
