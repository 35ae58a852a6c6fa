// Calls the agent's attention: a two-note chime made by WebAudio, and the tab's title. Knows no page's words.
import { keep, kept } from "../ui/keep";

const KEY = "frontdesk.sound";
type Chime = readonly (readonly [hertz: number, start: number, length: number])[];

const OFFER: Chime = [
  [659.3, 0, 0.22],
  [987.8, 0.16, 0.45],
];
const MESSAGE: Chime = [[783.9, 0, 0.18]];

export class Alerts {
  private context: AudioContext | null = null;
  private blinking: number | undefined;
  private title = document.title;

  get sound(): boolean {
    return kept(KEY) !== "off";
  }

  turnSound(): void {
    keep(KEY, this.sound ? "off" : "on");
    if (this.sound) this.play(MESSAGE, 0.05);
  }

  /** Browsers let a page sound only after the person touched it; called on the first touch or key. */
  unlock(): void {
    this.context ??= typeof AudioContext === "undefined" ? null : new AudioContext();
    void this.context?.resume().catch(() => undefined);
  }

  offer(): void {
    this.play(OFFER, 0.16);
  }
  /** A customer wrote; `elsewhere`: in a conversation that is not the open one. */
  message(elsewhere: boolean): void {
    if (elsewhere || document.visibilityState === "hidden") this.play(MESSAGE, 0.08);
  }

  /** The tab's title: `base`, with an alert in turn while there is one. */
  showTitle(base: string, alert: string | null): void {
    this.title = base;
    window.clearInterval(this.blinking);
    this.blinking = undefined;
    document.title = alert ?? base;
    if (!alert) return;
    let on = true;
    this.blinking = window.setInterval(() => (document.title = (on = !on) ? alert : this.title), 1000);
  }

  private play(chime: Chime, loudness: number): void {
    if (!this.sound) return;
    this.unlock();
    const context = this.context;
    if (!context || context.state !== "running") return;
    for (const [hertz, start, length] of chime) this.note(context, hertz, context.currentTime + start, length, loudness);
  }

  private note(context: AudioContext, hertz: number, start: number, length: number, loudness: number): void {
    const tone = new OscillatorNode(context, { type: "sine", frequency: hertz });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(loudness, start + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0005, start + length);
    tone.connect(gain).connect(context.destination);
    tone.start(start);
    tone.stop(start + length + 0.05);
  }
}
