// The agent desk: gate, three columns (tabs on a narrow window), offers on top, keys. Wires the store to the parts.
import { html, LitElement, nothing } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { api } from "../api/client";
import type { Card, FactMark, GoneTold, Role, TaskDone } from "../api/types";
import "../phone/softphone";
import type { FdSoftphone, PhoneChange } from "../phone/softphone";
import "../staff/login";
import type { FdMyLogin } from "../staff/my-login";
import "../staff/my-login";
import { StaffSession } from "../staff/session";
import { sentence, staffWords } from "../staff/words";
import "../ui/dialog";
import type { FdDialog } from "../ui/dialog";
import { Language } from "../ui/i18n";
import { icon } from "../ui/icons";
import "../ui/shell";
import { house } from "../ui/styles";
import { toast } from "../ui/toast";
import type { FdAction } from "./action";
import "./action";
import { Alerts } from "./alerts";
import { appStyles } from "./app-styles";
import type { FdDeskBar } from "./bar";
import "./bar";
import "./customer";
import "./floor";
import { type FdDeskHelp, singleKeys } from "./help";
import "./list";
import { isRecorded } from "./live";
import { moreWords } from "./more-words";
import { customerName, offerTitle } from "./names";
import "./offer";
import "./packet";
import type { FdPassOn, Way } from "./pass-on";
import "./pass-on";
import "./set-aside";
import { actOf, type DeskAct, isTyping } from "./shortcuts";
import { DeskStore } from "./store";
import "./talk";
import type { FdTalk } from "./talk";
import { deskWords, type DeskWords } from "./words";

const ROLES: readonly Role[] = ["agent", "supervisor", "admin"];
const TABS = ["list", "talk", "context"] as const;
type Tab = (typeof TABS)[number];
type Acting = { order: string; task?: string };
type Passing = { card: Card; way: Way };

@customElement("fd-desk")
export class FdDesk extends LitElement {
  static override styles = [...house, appStyles];

  @state() private version = 0;
  @state() private tab: Tab = matchMedia("(max-width: 48rem)").matches ? "list" : "talk";
  @state() private announcement = "";
  /** What happens in conversations that are not looked at, said when there is time. */
  @state() private news = "";
  @state() private onPhone = false;
  @state() private side: "known" | "customer" = "known";
  /** Counts what was done for customers, so that their orders are asked for anew. */
  @state() private acted = 0;
  @query("fd-talk") private talk!: FdTalk | null;
  /** Supervisors see the floor in place of their own desk. */
  @state() private floor = false;
  @query("fd-pass-on") private passing!: FdPassOn | null;
  @query("fd-softphone") private softphone!: FdSoftphone | null;
  @query("fd-desk-bar") private bar!: FdDeskBar | null;
  @query("#leaving") private leaving!: FdDialog | null;
  @query("fd-action") private action!: FdAction | null;
  @query("fd-my-login") private myLogin!: FdMyLogin | null;
  @query("fd-desk-help") private help!: FdDeskHelp | null;
  private readonly language = new Language(this);
  private readonly alerts = new Alerts();
  private readonly session = new StaffSession(this, ROLES, () => this.begin(), () => this.store.stop());
  private readonly store = new DeskStore({
    changed: () => this.changed(),
    offered: (card) => this.offered(card),
    askedIn: (card) => this.askedIn(card),
    customerWrote: (card) => this.wrote(card),
    accepted: (card) => this.taken(card),
    closed: () => this.filed(),
    lost: (told) => this.wasTaken(told),
    failed: (error) => toast(sentence(error, this.language.now), "danger"),
    mayRetry: () => this.session.stillIn(),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("keydown", this.key);
    window.addEventListener("pointerdown", this.touched, { once: true });
    document.addEventListener("visibilitychange", this.looked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("keydown", this.key);
    document.removeEventListener("visibilitychange", this.looked);
    this.store.stop();
  }

  protected override render() {
    const words = deskWords(this.language.now);
    if (this.session.state !== "in") {
      return html`<fd-shell page="desk"><fd-login .session=${this.session} .gate=${this.session.state} .trouble=${this.session.trouble}
        heading=${staffWords(this.language.now).loginDesk}></fd-login></fd-shell>`;
    }
    return html`<fd-shell page="desk" fill bare>
      <fd-desk-bar slot="tools" .store=${this.store} .alerts=${this.alerts} .version=${this.version}
        @help=${() => this.help?.show()} @mylogin=${() => this.myLogin?.show()} .floor=${this.floor} @floor=${() => (this.floor = !this.floor)} @logout=${this.leave}></fd-desk-bar>
      <div class="desk" @passon=${(event: CustomEvent<Passing>) => this.passing?.show(event.detail.card, event.detail.way)} @act=${(event: CustomEvent<Acting>) => void this.action?.show(event.detail.order, event.detail.task)} @chosen=${() => (this.tab = "talk")}>
        <h1 class="visually-hidden">${words.title}</h1>
        <div class="above">${this.lost(words)}${this.missed(words)}${this.offers()}
          <fd-set-aside .store=${this.store} .version=${this.version}></fd-set-aside></div>
        ${this.overseen ? html`<fd-floor .store=${this.store} .version=${this.version} @desk=${() => (this.floor = false)}></fd-floor>` : nothing}
        ${this.store.snapshot ? this.columns(words) : html`<p class="asking" role="status">${staffWords(this.language.now).loading}</p>`}
        ${this.tabs(words)}
      </div>
      <fd-desk-help></fd-desk-help>
      <fd-my-login></fd-my-login>
      <fd-pass-on .store=${this.store} .version=${this.version}></fd-pass-on>
      ${this.farewell(words)}
      <fd-action .card=${this.store.activeCard} @acted=${this.done}
        @tell=${(event: CustomEvent<string>) => this.talk?.put(event.detail)}></fd-action>
      <p class="visually-hidden" role="alert">${this.announcement}</p>
      <p class="visually-hidden" role="status">${this.news}</p>
    </fd-shell>`;
  }

  /** The floor is shown. The desk behind it stays, with its telephone. */
  private get overseen(): boolean {
    return this.floor && this.store.snapshot?.live !== undefined;
  }

  /** After the log-in the form is gone: the first thing one does is to be ready. */
  private begin(): void {
    this.store.start();
    const camein = document.activeElement !== document.body; // by the form, not by loading the page
    if (camein) void this.updateComplete.then(() => this.bar?.wishFocus());
  }

  private columns(words: DeskWords) {
    const card = this.store.activeCard;
    const detail = card ? this.store.detail(card.id) : null;
    return html`<div class="columns" data-tab=${this.tab} ?hidden=${this.overseen}>
      <fd-desk-list class="col" data-col="list" .store=${this.store} .version=${this.version} @logout=${this.leave}></fd-desk-list>
      <div class="col middle" data-col="talk">
        <fd-talk .store=${this.store} .version=${this.version}></fd-talk>
        ${this.phone(words)}
      </div>
      <aside class="col context" data-col="context" aria-label=${words.context}>
        <h2 class="visually-hidden">${words.contextFor}</h2>
        ${this.sides()}
        ${card
          ? html`<div id="side" role="tabpanel" aria-labelledby="side-${this.side}">
              ${this.side === "known"
                ? html`<fd-packet .packet=${detail?.packet ?? null} .tasks=${this.nextTasks(card)} .marks=${detail?.marks ?? {}}
                    .judge=${card.agent === this.store.snapshot?.me.id && card.status === "connected" ? (fact: string, mark: FactMark) => void this.store.mark(card.id, fact, mark) : null}></fd-packet>`
                : html`<fd-customer .card=${card} .turn=${this.acted}></fd-customer>`}
            </div>`
          : html`<div id="side" role="tabpanel" aria-labelledby="side-${this.side}"><p class="none">${words.noPacket}</p></div>`}
      </aside>
    </div>`;
  }

  private nextTasks(card: Card): readonly string[] {
    const able = card.agent === this.store.snapshot?.me.id && ["connected", "wrap_up"].includes(card.status) && card.customer?.verified;
    return able ? (this.store.aids.hints(card.id)?.tasks ?? []) : [];
  }

  private sides() {
    const words = moreWords(this.language.now);
    const names = { known: words.tabKnown, customer: words.tabCustomer };
    const turn = (event: KeyboardEvent): void => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      this.side = this.side === "known" ? "customer" : "known";
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#side-${this.side}`)?.focus());
    };
    return html`<div class="sides" role="tablist" aria-label=${deskWords(this.language.now).context} @keydown=${turn}>
      ${(["known", "customer"] as const).map((one) => html`<button id="side-${one}" role="tab" type="button" aria-controls="side"
        aria-selected=${one === this.side} tabindex=${one === this.side ? 0 : -1} @click=${() => (this.side = one)}>${names[one]}</button>`)}
    </div>`;
  }

  /** The agent's own phone stays connected while they are logged in; it is shown with a call of theirs. */
  private phone(words: DeskWords) {
    const me = this.store.snapshot?.me;
    const active = this.store.activeCard;
    const call = active?.channel === "voice" && ["accepted", "connected"].includes(active.status) ? active : null;
    if (!me) return nothing;
    if (!me.phone.startsWith("client:")) {
      return call?.status === "accepted" ? html`<p class="elsewhere">${words.phoneElsewhere(me.phone)}</p>` : nothing;
    }
    return html`<section class="phone" aria-label=${words.yourPhone} ?hidden=${!call && !this.onPhone} @fd-call=${this.phoned}>
      <fd-softphone compact ?keys-page=${singleKeys()} client=${me.phone.slice("client:".length)}></fd-softphone>
    </section>`;
  }

  private readonly phoned = (event: CustomEvent<PhoneChange>): void => {
    this.onPhone = event.detail.stage !== "idle" && event.detail.stage !== "ended";
    if (event.detail.stage !== "incoming") return;
    this.tab = "talk";
    this.floor = false;
  };

  private offers() {
    return repeat(this.store.offers, (card) => card.id, (card, index) =>
      html`<fd-offer .card=${card} .store=${this.store} ?first=${index === 0} .version=${this.version}></fd-offer>`);
  }

  private lost(words: DeskWords) {
    if (this.store.link === "open" || !this.store.snapshot) return nothing;
    return html`<p class="lost" role="status">${icon("warn", 16)}${words.lost}</p>`;
  }

  /** Who was taken out of the round for not answering is told so, and comes back in one step. */
  private missed(words: DeskWords) {
    if (this.store.status !== "break" || this.store.snapshot?.me.reason !== "no_answer") return nothing;
    return html`<p class="lost" role="alert">${icon("warn", 16)}${words.missedOffer}
      <button class="button small" @click=${() => this.store.setStatus("ready")}>${words.goReady}</button></p>`;
  }

  private tabs(words: DeskWords) {
    const names = { list: words.tabList, talk: words.tabTalk, context: words.tabContext };
    const icons = { list: "person", talk: "chat", context: "book" } as const;
    const unread = this.store.unreadTotal;
    return html`<nav class="tabs" aria-label=${words.title}>
      ${TABS.map((tab) => html`<button aria-current=${tab === this.tab && !this.overseen ? "true" : "false"} @click=${() => this.turnTo(tab)}>
        ${icon(icons[tab])}<span>${names[tab]}</span>
        ${tab === "list" && unread ? html`<span class="dot" aria-label=${words.unread(unread)}>${unread}</span>` : nothing}
      </button>`)}
    </nav>`;
  }

  /** One of the desk's own columns, from the floor, too. */
  private turnTo(tab: Tab): void {
    this.tab = tab;
    this.floor = false;
  }

  private changed(): void {
    this.version += 1;
    const words = deskWords(this.language.now);
    const unread = this.store.unreadTotal;
    const offer = this.store.offers[0];
    const asked = this.store.awaited[0];
    const alert = offer
      ? `● ${words.titleOffer}: ${customerName(offer, this.language.now)}`
      : asked ? `● ${moreWords(this.language.now).askedIn(asked.agent_name ?? "")}` : null;
    this.alerts.showTitle(`${unread ? `(${unread}) ` : ""}${words.title} · Frontdesk`, alert);
  }

  private offered(card: Card): void {
    this.alerts.offer();
    this.announcement = `${offerTitle(card, this.language.now)}: ${customerName(card, this.language.now)}`;
  }

  private readonly done = (event: CustomEvent<TaskDone>): void => {
    this.acted += 1;
    if (this.store.active) this.store.aids.ran(this.store.active, event.detail.task);
  };

  private farewell(words: DeskWords) {
    const more = moreWords(this.language.now);
    return html`<fd-dialog id="leaving" heading=${more.leaveHeading}>
      <p>${more.leaveLead(this.chats)}</p>
      <button slot="actions" class="button quiet" @click=${() => this.leaving?.close()}>${more.stay}</button>
      <button slot="actions" class="button primary" @click=${this.goOut}>${words.logOut}</button>
    </fd-dialog>`;
  }

  /** Chats that are under way: whoever goes leaves them to colleagues. */
  private get chats(): number {
    return this.store.mine.filter((card) => card.status === "connected" && card.channel === "chat").length;
  }

  private readonly leave = (): void => {
    if (this.chats) this.leaving?.show();
    else void this.goOut();
  };

  private readonly goOut = async (): Promise<void> => {
    this.leaving?.close();
    await api.leaveDesk().catch(() => undefined); // without a line the desk is left anyway: the house notices soon
    await this.session.logOut();
  };

  private askedIn(card: Card): void {
    this.alerts.offer();
    this.announcement = `${moreWords(this.language.now).askedIn(card.agent_name ?? "")}: ${customerName(card, this.language.now)}`;
  }

  /** A conversation that a colleague took does not just vanish. */
  private wasTaken({ how, by, card }: GoneTold): void {
    const words = moreWords(this.language.now);
    const said = (how === "taken" ? words.takenOver : words.movedAway)(by, customerName(card, this.language.now));
    toast(said);
    this.announcement = said;
  }

  /** The next conversation is written to at once, if there is one. */
  private filed(): void {
    this.announcement = deskWords(this.language.now).closed;
    this.talk?.compose();
  }

  private wrote(card: Card): void {
    const elsewhere = card.id !== this.store.active;
    this.alerts.message(elsewhere);
    if (elsewhere) this.news = `${customerName(card, this.language.now)}: ${deskWords(this.language.now).unread(this.store.unreadOf(card))}`;
  }

  private readonly touched = (): void => this.alerts.unlock();

  private readonly looked = (): void => {
    this.store.seen();
    this.changed();
  };

  private readonly key = (event: KeyboardEvent): void => {
    this.alerts.unlock();
    if (this.session.state !== "in" || inDialog(event)) return;
    const act = actOf(event, isTyping(event) || !singleKeys());
    if (!act) return;
    event.preventDefault();
    this.does(act);
  };

  private does(act: DeskAct): void {
    switch (act) {
      case "accept": {
        const offer = this.store.offers[0];
        if (this.softphone?.stage === "incoming") this.softphone.answer();
        else if (offer) void this.store.accept(offer.id);
        return;
      }
      case "next":
        return this.step(1);
      case "previous":
        return this.step(-1);
      case "compose":
        return this.compose();
      case "ready":
        return void this.store.setStatus("ready");
      case "break":
        return this.bar?.askReason();
      case "help":
        return this.help?.show();
      default:
        this.doesHere(act);
    }
  }

  /** Acts of the open conversation. They do nothing where they mean nothing. */
  private doesHere(act: DeskAct): void {
    const card = this.store.activeCard;
    if (card?.status !== "connected") return;
    if (act === "note") return this.talk?.note();
    if (card.agent !== this.store.snapshot?.me.id || card.customer_left) return;
    const spoken = card.channel === "voice";
    if (act === "mute" && spoken) void this.store.mute(card.id, !card.muted);
    else if (act === "hold" && spoken) void this.store.hold(card.id, !card.held);
    else if (act === "unrecorded" && isRecorded(card)) void this.store.pauseRecording(card.id, !card.unrecorded);
    else if (act === "ask") this.passing?.show(card, "consult");
    else if (act === "pass") this.passing?.show(card, "agent");
    else if (act === "end") this.talk?.end();
  }

  /** A chat is written to at once; a call is answered first, and keys are commands meanwhile. */
  private taken(card: Card): void {
    this.tab = "talk";
    if (card.channel === "chat") this.compose();
  }

  private compose(): void {
    this.tab = "talk";
    void this.updateComplete.then(() => this.talk?.compose());
  }

  private step(by: number): void {
    const mine = [...this.store.offers, ...this.store.mine, ...this.store.helping];
    if (mine.length === 0) return;
    const here = mine.findIndex((card) => card.id === this.store.active);
    this.store.open(mine[(here + by + mine.length) % mine.length]?.id ?? null);
  }
}

function inDialog(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof HTMLDialogElement);
}
