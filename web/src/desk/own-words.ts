// What a customer said, as it is shown: a voice message goes by its length, in the reader's language; its file's name is no word.
import type { Lang } from "../ui/i18n";
import { moreWords } from "./more-words";

const VOICE = /^[^\d]*(\d+) s, (RE[0-9a-f]{32})$/u; // as carriers name them

/** The file of a voice message, or null. */
export function voiceMessage(text: string): string | null {
  return VOICE.exec(text)?.[2] ?? null;
}

export function ownWords(text: string, lang: Lang): string {
  const seconds = VOICE.exec(text)?.[1];
  return seconds ? moreWords(lang).voiceMessage(Number(seconds)) : text;
}
