// The chat itself: shows a conversation, takes what the customer does. Lives on /chat and inside the widget alike.
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { botAvatar, personAvatar } from "../ui/avatar";
import { freshId } from "../ui/fresh";
import { asLang, currentLang, htmlLang, Language, type Lang } from "../ui/i18n";
import { icon } from "../ui/icons";
import { tabStorage } from "../ui/keep";
import { house } from "../ui/styles";
import { effortStyle, frame, talk } from "./chat-styles";
import "./composer";
import { after, EMPTY, openReplies, pending, type Conversation, type Happening } from "./conversation";
import { ChatLink } from "./link";
import { effort, log, quickReplies, readUpTo } from "./log";
import { isEffort, type Message, type Reply } from "./protocol";
import { keepUnsent, unsentIn } from "./unsent";
import { placeInWords, waitInWords } from "./waiting";
import { chatWords } from "./words";

const STALE_MS = 30 * 60_000;
const NEAR_END_PX = 80;
const MOST_BYTES = 5 * 1024 * 1024;

/** `<fd-chat origin heading closable>`; methods `connect`, `say`, `focusBox`; events `dismiss`, `spoke`. */
@customElement("fd-chat")
export class FdChat extends LitElement {
  static override styles = [...house, frame, talk, effortStyle];

  /** Where the front desk answers; the page's own origin unless told. */
  @property() origin = "";
  @property() heading = "";
  @property({ type: Boolean }) closable = false;
  /** A language fixed by the page that embeds the chat. */
  @property() speaks = "";
  /** What a page before this one could not send. */
  private readonly unsent = unsentIn(tabStorage(), Date.now());
  @state() private now: Conversation = { ...EMPTY, messages: this.unsent.messages };
  /** The reader is away from the end, where so many messages came meanwhile. */
  @state() private below = false;
  @state() private unseen = 0;
  /** Files on their way, and why the last one was not taken. */
  @state() private sending: readonly string[] = [];
  @state() private refused = "";
  @query(".scroll") private scroller!: HTMLElement;
  private readonly language = new Language(this, () => (this.toggled = true));
  private toggled = false;
  private quiet: number | undefined;
  private resumed = false;
  private draft = this.unsent.draft;
  private stick = true;
  private lastTop = 0;
  private readonly resized = new ResizeObserver(() => this.keepAtEnd());
  private link: ChatLink | null = null;

  connect(): void {
    this.link ??= new ChatLink(this.origin || location.origin, (what) => this.happen(what), () => pending(this.now.messages));
    this.link.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    this.link?.close();
    this.link = null;
  }

  /** The customer says `text`; with a payload when it was a button. */
  say(text: string, payload?: string): void {
    if (this.now.phase === "over") this.again();
    const message: Message = {
      id: freshId(), from: "customer", text, at: Date.now(), sent: "sending", ...(payload !== undefined && { payload }),
    };
    this.stick = true;
    this.refused = "";
    this.happen({ kind: "typed", message });
    if (this.link) this.link.send(message);
    else this.connect();
  }

  focusBox(): void {
    const place = this.renderRoot.querySelector<HTMLElement>("fd-composer, .over button");
    place?.focus();
  }

  focusTop(): void {
    this.renderRoot.querySelector<HTMLElement>(".top button")?.focus();
  }

  /** The words on buttons: the page's choice, then the conversation's language, then the browser's. */
  private get spoken(): Lang {
    if (this.toggled) return currentLang();
    const theirs = this.now.messages.some((one) => one.from === "customer") ? asLang(this.now.lang) : null;
    return theirs ?? asLang(this.speaks) ?? this.language.now;
  }

  private happen(what: Happening): void {
    const before = this.now.messages.length;
    this.now = after(this.now, what);
    this.remember();
    if (!this.stick && what.kind !== "typed") this.unseen += Math.max(0, this.now.messages.length - before);
    if (what.kind === "signs" && what.signs.typingS > 0) this.hush(what.signs.typingS);
    if (what.kind === "uttered" && what.message.from !== "customer") this.dispatchEvent(new Event("spoke"));
    if (what.kind === "history") this.resumed = true;
    if (what.kind === "told" && this.resumed) this.leaveStale();
  }

  /** A reload of the tab loses nothing that was written. */
  private remember(): void {
    keepUnsent(tabStorage(), { draft: this.now.phase === "over" ? "" : this.draft, messages: pending(this.now.messages) });
  }

  private drafted(text: string): void {
    this.draft = text;
    this.remember();
  }

  /** Who stops writing without a word does not write for ever. */
  private hush(seconds: number): void {
    window.clearTimeout(this.quiet);
    this.quiet = window.setTimeout(() => this.happen({ kind: "signs", signs: { ...this.now.signs, typingS: 0 } }), seconds * 1000);
  }

  private async attach(file: File): Promise<void> {
    this.refused = file.size > MOST_BYTES ? chatWords(this.spoken).tooLarge : "";
    if (this.refused) return;
    this.stick = true;
    this.sending = [...this.sending, file.name];
    const trouble = (await this.link?.sendFile(file)) ?? "offline";
    this.sending = this.sending.filter((one) => one !== file.name);
    const words = chatWords(this.spoken);
    if (trouble) this.refused = trouble === "offline" || this.spoken === "zh" ? words.fileRefused : trouble;
  }

  /** What is on the screen of a page that is looked at is read. */
  private seen(): void {
    if (this.now.phase !== "human" || document.visibilityState !== "visible" || !this.stick) return;
    const last = this.now.messages.findLast((one) => one.from === "agent");
    if (last) this.link?.read(last.id);
  }

  /** A conversation that ended a good while ago is not worth resuming. */
  private leaveStale(): void {
    this.resumed = false;
    const last = this.now.messages.at(-1)?.at ?? 0;
    if (this.now.phase === "over" && Date.now() - last > STALE_MS) this.again();
  }

  private again(): void {
    this.now = { ...EMPTY, link: this.now.link };
    this.remember();
    this.link?.restart();
    void this.updateComplete.then(() => this.focusBox());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.lang = htmlLang(this.spoken);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.keepAtEnd();
    this.seen();
  }

  protected override firstUpdated(): void {
    this.resized.observe(this.scroller);
    this.scroller.addEventListener("load", () => this.keepAtEnd(), true); // a picture takes its place later
  }

  private keepAtEnd(): void {
    if (this.stick && this.scroller) this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  protected override render() {
    const words = chatWords(this.spoken);
    return html`${this.top(words)} ${this.banner(words)}
      <div class="scroll" tabindex="0" role="region" aria-label=${words.log} @scroll=${this.scrolled}>
        <div class="log" role="log" aria-live="polite" aria-relevant="additions">
          ${this.now.messages.length ? nothing : this.empty(words)}
          ${log(this.now.messages, {
            words, lang: this.spoken, retry: (message) => this.retry(message), origin: this.origin || location.origin,
            readId: readUpTo(this.now.messages, this.now.signs.read),
          })}
          ${this.sending.map((name) => html`<p class="system" role="status">${words.sendingFile(name)}</p>`)}
          ${this.now.awaiting ? this.dots(words) : nothing} ${this.theyType(words)} ${this.choices(words)}
        </div>
        ${this.below ? html`<div class="newer"><button class="button small" type="button" @click=${this.toEnd}>${icon("down", 16)} ${words.newer(this.unseen)}</button></div>` : nothing}
      </div>
      <div class="foot">${this.now.phase === "over" ? this.over(words) : this.foot(words)}</div>`;
  }

  private top(words: ReturnType<typeof chatWords>) {
    const { phase, agent } = this.now;
    const name = agent ?? words.someone;
    const state = { bot: words.assistantHere, survey: words.assistantHere, waiting: words.inQueue, human: words.withPerson(name), over: words.ended };
    return html`<header class="top">
      ${phase === "human" ? personAvatar(name) : botAvatar()}
      <div class="who">
        <h2>${this.heading || words.title}</h2>
        <p role="status">${state[phase]}</p>
      </div>
      ${this.closable
        ? html`<button class="icon-button" type="button" aria-label=${words.close} @click=${() => this.dispatchEvent(new Event("dismiss"))}>${icon("close")}</button>`
        : nothing}
    </header>`;
  }

  private banner(words: ReturnType<typeof chatWords>) {
    if (this.now.link !== "offline") return html`<div role="status"></div>`;
    return html`<div class="banner" role="status">
      ${icon("warn", 18)}<span>${words.offline}</span>
      <button class="button small quiet" type="button" @click=${() => this.link?.open()}>${words.reconnect}</button>
    </div>`;
  }

  private empty(words: ReturnType<typeof chatWords>) {
    const starts = [words.startOrder, words.startReturn].map((title) => ({ title, payload: title }));
    return html`<div class="empty">
      <h3>${words.emptyHeading}</h3>
      <p>${words.emptyText}</p>
      ${quickReplies(starts, words.quick, (reply) => this.say(reply.title))}
    </div>`;
  }

  private dots(words: ReturnType<typeof chatWords>) {
    return html`<div class="turn bot">
      ${botAvatar()}
      <div class="bubble dots"><i></i><i></i><i></i><span class="visually-hidden">${words.typing}</span></div>
    </div>`;
  }

  private theyType(words: ReturnType<typeof chatWords>) {
    if (this.now.phase !== "human" || this.now.signs.typingS <= 0) return nothing;
    const name = this.now.agent ?? words.someone;
    return html`<div class="turn agent">
      ${personAvatar(name)}
      <div class="bubble dots"><i></i><i></i><i></i><span class="visually-hidden">${words.theyType(name)}</span></div>
    </div>`;
  }

  private choices(words: ReturnType<typeof chatWords>) {
    const replies = openReplies(this.now);
    if (!replies) return nothing;
    const choose = (reply: Reply) => {
      this.say(reply.title, reply.payload);
      this.focusBox();
    };
    return isEffort(replies) ? effort(replies, words, choose) : quickReplies(replies, words.quick, choose);
  }

  private foot(words: ReturnType<typeof chatWords>) {
    const meanwhile = this.now.phase === "bot" && this.now.wait !== null;
    return html`${this.now.phase === "waiting" || meanwhile ? this.waiting(words, meanwhile) : nothing}
      ${this.refused ? html`<p class="problem" role="alert">${this.refused}</p>` : nothing}
      <fd-composer .label=${words.message} .placeholder=${words.placeholder} .sendLabel=${words.send} .tooLong=${words.tooLong}
        .begun=${this.draft} @draft=${(event: CustomEvent<string>) => this.drafted(event.detail)}
        .attachLabel=${this.now.phase === "human" || this.now.phase === "waiting" ? words.attach : ""}
        @typing=${() => this.now.phase === "human" && this.link?.typing()} @file=${(event: CustomEvent<File>) => void this.attach(event.detail)}
        @say=${(event: CustomEvent<string>) => this.say(event.detail)}></fd-composer>
      ${this.now.phase === "bot" || this.now.phase === "survey"
        ? html`<div class="aids">
            <button class="button small quiet" type="button" @click=${() => this.say(words.personText)}>${icon("person", 18)} ${words.person}</button>
            ${this.now.link === "connecting" ? html`<span class="hint">${words.connecting}…</span>` : nothing}
          </div>`
        : nothing}`;
  }

  /** `meanwhile`: the assistant goes on helping, the place in the queue is kept. */
  private waiting(words: ReturnType<typeof chatWords>, meanwhile: boolean) {
    const place = placeInWords(this.now.wait, words);
    return html`<div class="wait" role="status">
      ${icon("clock")}
      <div>
        <strong>${waitInWords(this.now.wait, words)}</strong>
        <p>${[place, meanwhile ? words.waitMeanwhile : words.waitStay].filter(Boolean).join(this.spoken === "zh" ? "" : " ")}</p>
      </div>
    </div>`;
  }

  private over(words: ReturnType<typeof chatWords>) {
    return html`<div class="over">
      <p>${words.overText}</p>
      <button class="button primary" type="button" @click=${this.again}>${words.again}</button>
    </div>`;
  }

  private retry(message: Message): void {
    this.happen({ kind: "retried", id: message.id });
    this.link?.send(message);
  }

  /** Only the reader's own way up lets go of the end. */
  private scrolled(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    const near = scrollHeight - scrollTop - clientHeight < NEAR_END_PX;
    if (near) this.stick = true;
    else if (scrollTop < this.lastTop) this.stick = false;
    this.lastTop = scrollTop;
    this.below = !this.stick;
    if (this.stick) this.unseen = 0;
  }

  private toEnd(): void {
    this.stick = true;
    this.below = false;
    this.unseen = 0;
    this.keepAtEnd();
  }
}
