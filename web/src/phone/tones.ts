// The sounds of a telephone, made by the browser: key tones, the ring one hears, the ring of a call coming in.
const ROWS = [697, 770, 852, 941];
const COLUMNS = [1209, 1336, 1477];
export const KEYS = "123456789*0#";
const VOLUME = 0.04;

export class Tones {
  private context: AudioContext | null = null;
  private ringing: ReturnType<typeof setInterval> | undefined;

  constructor(private muted: boolean) {}

  mute(muted: boolean): void {
    this.muted = muted;
    if (muted) this.quiet();
  }

  key(key: string): void {
    const place = KEYS.indexOf(key);
    if (place >= 0) this.play([ROWS[Math.floor(place / 3)]!, COLUMNS[place % 3]!], 0.12);
  }

  /** `out`: what a caller hears; `in`: the bell of a call coming in. */
  ring(kind: "out" | "in"): void {
    this.quiet();
    const once = () => (kind === "out" ? this.play([440, 480], 1.6) : this.play([880, 1108], 0.9));
    once();
    this.ringing = setInterval(once, kind === "out" ? 4000 : 2200);
  }

  quiet(): void {
    clearInterval(this.ringing);
    this.ringing = undefined;
  }

  private play(hertz: number[], seconds: number): void {
    if (this.muted || !globalThis.AudioContext) return;
    this.context ??= new AudioContext();
    if (this.context.state === "suspended") return void this.context.resume();
    const [context, end] = [this.context, this.context.currentTime + seconds];
    const gain = context.createGain();
    gain.gain.setValueAtTime(VOLUME, context.currentTime);
    gain.gain.setTargetAtTime(0, end - 0.05, 0.02);
    gain.connect(context.destination);
    for (const one of hertz) {
      const wave = context.createOscillator();
      wave.frequency.value = one;
      wave.connect(gain);
      wave.start();
      wave.stop(end + 0.1);
    }
  }
}
