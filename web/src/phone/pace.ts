// How long words take where no voice speaks them. Pure.
const LATIN_PER_S = 14;
const WIDE_PER_S = 5;
const LEAST_S = 0.9;

/** Seconds to read a caption: about 14 letters, or 5 Chinese characters, a second, at a pace of 1. */
export function captionSeconds({ text, rate = 1 }: { text: string; rate?: number }): number {
  const wide = text.match(/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/gu)?.length ?? 0;
  return Math.max(LEAST_S, (wide / WIDE_PER_S + (text.length - wide) / LATIN_PER_S) / rate);
}

/** The voice for a tag: the same tag, else the same language, local ones first; null: captions only. */
export function voiceFor<Voice extends { lang: string; localService: boolean }>(voices: readonly Voice[], tag: string): Voice | null {
  const norm = (value: string) => value.replace("_", "-").toLowerCase().replace(/^cmn/u, "zh");
  const wanted = norm(tag);
  const tongue = wanted.split("-")[0];
  const fitting = voices.filter((one) => norm(one.lang).split("-")[0] === tongue);
  const score = (one: Voice) => (norm(one.lang) === wanted ? 2 : 0) + (one.localService ? 1 : 0);
  return fitting.sort((a, b) => score(b) - score(a))[0] ?? null;
}
