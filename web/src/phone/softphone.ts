// A telephone in the page: for a caller, or with `client` an agent's own, which rings. Plays what the call asks for.
import { LitElement, html, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Language } from "../ui/i18n";
import { keep, kept } from "../ui/keep";
import { house } from "../ui/styles";
import { after, live, QUIET_LINE, stage, type Call, type Doing, type Stage } from "./call";
import { canHear, hear } from "./hearing";
import { PhoneLink } from "./link";
import type { FromServer } from "./protocol";
import { compact } from "./softphone-compact";
import { captions, handset, keypad, layout } from "./softphone-styles";
import { handsetView, talkView, type PhoneActs, type PhoneView } from "./softphone-view";
import { KEYS, Tones } from "./tones";
import { Voice } from "./voice";
import { phoneWords } from "./words";

const MUTED_KEY = "frontdesk.phone.muted";
const KEY_SHOWN_MS = 160;
const WIDE_PX = 736; // 46rem, as in the styles

export interface PhoneChange {
  stage: Stage;
  ticket: string | null;
}

/**
 * `<fd-softphone>` calls the front desk; `<fd-softphone client="amy">` is that agent's telephone and rings.
 * `compact`: flat, inside another page. `keys-page`: the keyboard's digits work anywhere on the page. `speed="0"`: nothing takes time (tests).
 * Event `fd-call` with {stage, ticket} at every change of stage.
 */
@customElement("fd-softphone")
export class FdSoftphone extends LitElement {
  static override styles = [...house, layout, handset, keypad, captions, compact];

  @property() client = "";
  @property({ type: Boolean, attribute: "keys-page" }) keysPage = false;
  @property({ type: Number }) speed = 1;
  @state() private call: Call = QUIET_LINE;
  @state() private online = false;
  @state() private muted = kept(MUTED_KEY) === "yes";
  @state() private down = "";
  @state() private seconds = 0;
  @state() private partly = "";
  @state() private narrow = false;
  @state() private stopHearing: (() => void) | null = null;
  private readonly language = new Language(this);
  private readonly voice = new Voice(this.muted);
  private readonly tones = new Tones(this.muted);
  private link: PhoneLink | null = null;
  private wasFocused = false;
  private counting: ReturnType<typeof setInterval> | undefined;
  private readonly width = new ResizeObserver(([seen]) => (this.narrow = (seen?.contentRect.width ?? WIDE_PX) < WIDE_PX));
  private readonly pageKeys = (event: KeyboardEvent) => this.keyed(event);

  override connectedCallback(): void {
    super.connectedCallback();
    this.width.observe(this);
    (this.keysPage ? window : this).addEventListener("keydown", this.pageKeys as EventListener);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.width.disconnect();
    (this.keysPage ? window : this).removeEventListener("keydown", this.pageKeys as EventListener);
    this.fall("@me");
    this.link?.close();
    this.link = null;
  }

  /** What the telephone is doing now. */
  get stage(): Stage {
    return stage(this.call);
  }

  dial(): void {
    this.link?.close();
    this.link = this.newLink();
    this.happen({ kind: "calling" });
    this.link.connect();
  }

  answer(): void {
    this.link?.send({ type: "answer" });
    this.happen({ kind: "answering" });
  }

  hangup(): void {
    this.link?.send({ type: "hangup" });
    this.fall("@me");
    if (!this.client) this.link?.close();
  }

  press(key: string): void {
    if (!KEYS.includes(key) || !live(this.call)) return;
    this.tones.key(key);
    this.down = key;
    setTimeout(() => (this.down = ""), KEY_SHOWN_MS);
    this.link?.send({ type: "keys", digits: key });
    this.interrupt();
    this.happen({ kind: "pressed", key });
  }

  say(text: string): void {
    if (!text || !live(this.call)) return;
    this.link?.send({ type: "speech", text });
    this.interrupt();
    this.happen({ kind: "spoke", text, lang: /\p{Script=Han}/u.test(text) ? "zh" : null });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.wasFocused = Boolean(this.shadowRoot?.activeElement);
    if (!changed.has("client") || !this.client) return;
    this.link?.close();
    this.link = this.newLink();
    this.link.connect();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.keepFocus();
    const before = changed.get("call") as Call | undefined;
    if (!before) return;
    const log = this.renderRoot.querySelector(".lines");
    if (log && (before.lines !== this.call.lines || before.reason !== this.call.reason)) log.scrollTop = log.scrollHeight;
    if (before.beat !== this.call.beat || !before.listening) this.countdown();
    if (stage(before) !== stage(this.call)) this.stageChanged();
  }

  protected override render() {
    const view: PhoneView = {
      call: this.call, words: phoneWords(this.language.now), lang: this.language.now, registered: this.client !== "", online: this.online,
      muted: this.muted, down: this.down, seconds: this.seconds, hearing: this.stopHearing !== null, canHear: canHear(), partly: this.partly, narrow: this.narrow && this.client === "",
    };
    return html`<div class="whole">${handsetView(view, this.acts)} ${talkView(view, this.acts)}</div>`;
  }

  /** Where the focused button has gone with its stage of the call, the keyboard stays on the telephone: on what is said. */
  private keepFocus(): void {
    if (this.wasFocused && !this.shadowRoot?.activeElement) this.renderRoot.querySelector<HTMLElement>(".lines")?.focus({ preventScroll: true });
  }

  private readonly acts: PhoneActs = {
    dial: () => this.dial(),
    answer: () => this.answer(),
    reject: () => {
      this.link?.send({ type: "reject" });
      this.fall("@me");
    },
    hangup: () => this.hangup(),
    press: (key) => this.press(key),
    mute: () => this.turnSound(),
    skip: () => this.voice.skip(),
    say: (event) => this.sayForm(event),
    listen: () => this.listen(),
  };

  private newLink(): PhoneLink {
    return new PhoneLink(
      {
        came: (message) => this.came(message),
        opened: () => {
          this.online = true;
          if (this.speed !== 1) this.link?.send({ type: "speed", factor: this.speed });
          if (!this.client) this.link?.send({ type: "call" });
        },
        closed: () => {
          this.online = false;
          this.fall("@lost");
        },
      },
      this.client,
    );
  }

  private came(message: FromServer): void {
    if (message.type === "ended" && this.call.line === "ended") return;
    if (message.type !== "heard" && message.type !== "pause" && message.type !== "error") this.voice.stop();
    this.happen({ kind: "came", message });
    if (message.type !== "say") return;
    const { prompt } = message;
    this.voice.hurry(this.speed);
    this.voice.speak(prompt, () => {
      this.link?.send({ type: "said", id: prompt.id });
      this.happen({ kind: "said", id: prompt.id });
    });
  }

  private happen(what: Doing): void {
    this.call = after(this.call, what);
  }

  /** A key or a word cuts the prompt short. */
  private interrupt(): void {
    const { saying } = this.call;
    if (!saying) return;
    this.voice.stop();
    this.link?.send({ type: "said", id: saying.id });
    this.happen({ kind: "said", id: saying.id });
  }

  /** The call is over, whoever ended it. */
  private fall(reason: string): void {
    this.voice.stop();
    this.stopHearing?.();
    this.happen({ kind: "hung up", reason });
  }

  private stageChanged(): void {
    const now = stage(this.call);
    if (now === "ringing") this.tones.ring("out");
    else if (now === "incoming") this.tones.ring("in");
    else this.tones.quiet();
    this.count();
    if (now === "ended" && !this.client) this.link?.close();
    this.dispatchEvent(new CustomEvent<PhoneChange>("fd-call", { detail: { stage: now, ticket: this.call.ticket }, bubbles: true, composed: true }));
  }

  private count(): void {
    if (!live(this.call)) {
      clearInterval(this.counting);
      this.counting = undefined;
    } else if (this.counting === undefined) {
      this.seconds = 0;
      this.counting = setInterval(() => (this.seconds += 1), 1000);
    }
  }

  /** Drawn by script, not by an inline style, which the page's policy forbids. */
  private countdown(): void {
    const circle = this.renderRoot.querySelector(".countdown .left");
    const seconds = this.call.listening?.timeoutS;
    if (!circle || seconds === undefined) return;
    circle.getAnimations().forEach((one) => one.cancel());
    const gone = [{ strokeDashoffset: 0 }, { strokeDashoffset: 1 }];
    circle.animate(gone, { duration: seconds * 1000, fill: "forwards", easing: `steps(${Math.max(1, Math.ceil(seconds) * 4)})` });
  }

  private turnSound(): void {
    this.muted = !this.muted;
    keep(MUTED_KEY, this.muted ? "yes" : "no");
    this.voice.mute(this.muted);
    this.tones.mute(this.muted);
  }

  private sayForm(event: Event): void {
    event.preventDefault();
    const box = (event.target as HTMLFormElement).elements.namedItem("words") as HTMLInputElement;
    this.say(box.value.trim());
    box.value = "";
  }

  private listen(): void {
    if (this.stopHearing) return this.stopHearing();
    this.interrupt();
    const lang = this.call.listening?.lang ?? (this.language.now === "zh" ? "zh-CN" : "en-US");
    this.stopHearing = hear(
      lang,
      (text) => (this.partly = text),
      (text) => this.say(text),
      () => {
        this.stopHearing = null;
        this.partly = "";
      },
    );
  }

  private keyed(event: KeyboardEvent): void {
    const typing = event.composedPath().some((one) => one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement);
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (!KEYS.includes(event.key) || !live(this.call)) return;
    event.preventDefault();
    this.press(event.key);
  }
}
