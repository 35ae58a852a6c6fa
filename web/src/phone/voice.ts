// Speaks prompts: the browser's voice where there is one, a timed caption where not or muted. Always says when it is done.
import { captionSeconds, voiceFor } from "./pace";
import type { Prompt } from "./protocol";

const VOICES_COME_MS = 400; // Browsers load their voices late, and tell by an event.

export class Voice {
  private run = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private present: { prompt: Prompt; done: () => void; started: number } | null = null;
  private factor = 1;
  private playing: HTMLAudioElement | undefined;

  constructor(
    private muted: boolean,
    private readonly synthesis: SpeechSynthesis | undefined = globalThis.speechSynthesis,
  ) {
    this.synthesis?.getVoices(); // The first ask makes the browser load them.
  }

  /** 0: nothing takes any time (tests). */
  hurry(factor: number): void {
    this.factor = factor;
  }

  speak(prompt: Prompt, done: () => void): void {
    this.stop();
    this.present = { prompt, done, started: performance.now() };
    if (this.factor === 0) return this.finish(this.run);
    void this.begin(this.run, prompt);
  }

  /** Silence at once; the prompt's `done` is not called. */
  stop(): void {
    this.run += 1;
    clearTimeout(this.timer);
    this.present = null;
    this.silence();
  }

  /** The listener has read it: done now. */
  skip(): void {
    this.finish(this.run);
  }

  mute(muted: boolean): void {
    this.muted = muted;
    const now = this.present;
    if (!muted || !now) return;
    this.run += 1;
    this.silence();
    const elapsed = (performance.now() - now.started) / 1000;
    this.wait(this.run, Math.max(0.3, captionSeconds(now.prompt) - elapsed));
  }

  private silence(): void {
    this.synthesis?.cancel();
    this.playing?.pause();
    this.playing = undefined;
  }

  private async begin(run: number, prompt: Prompt): Promise<void> {
    if (prompt.sound && !this.muted && (await this.play(run, prompt.sound))) return;
    if (run !== this.run) return;
    const voice = this.muted ? null : voiceFor(await this.voices(), prompt.lang);
    if (run !== this.run) return;
    const seconds = captionSeconds(prompt);
    if (!voice || !this.synthesis) return this.wait(run, seconds);
    const words = new SpeechSynthesisUtterance(prompt.text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = prompt.rate ?? 1;
    words.onend = () => this.finish(run);
    words.onerror = () => this.finish(run);
    this.synthesis.speak(words);
    this.wait(run, seconds * 2.5 + 3); // Some browsers never tell the end.
  }

  /** Plays a recording; false when the browser can't, so that the words are read instead. */
  private async play(run: number, sound: string): Promise<boolean> {
    const audio = new Audio(sound);
    audio.addEventListener("ended", () => this.finish(run));
    this.playing = audio;
    return audio.play().then(() => true, () => false);
  }

  private async voices(): Promise<SpeechSynthesisVoice[]> {
    const synthesis = this.synthesis;
    if (!synthesis) return [];
    const present = synthesis.getVoices();
    if (present.length) return present;
    await new Promise<void>((ready) => {
      synthesis.addEventListener("voiceschanged", () => ready(), { once: true });
      setTimeout(ready, VOICES_COME_MS);
    });
    return synthesis.getVoices();
  }

  private wait(run: number, seconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.finish(run), seconds * 1000 * this.factor);
  }

  private finish(run: number): void {
    const now = this.present;
    if (run !== this.run || !now) return;
    this.stop();
    now.done();
  }
}
