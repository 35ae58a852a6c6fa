// A wait in words: whole minutes, as a range, never more exact than we are. Pure.
import type { WaitTold } from "./protocol";
import type { chatWords } from "./words";

type Words = ReturnType<typeof chatWords>;

const SHORT_S = 60;
const LONG_S = 3600;
const COARSE_MIN = 10; // Longer than this, minutes are told in fives.

/** "2 to 5 minutes", rounded as the words beside it are; "less than a minute", "more than an hour"; or that it can't be told. */
export function waitInWords(wait: WaitTold | null, words: Words): string {
  if (!wait || wait.highS === null) return words.waitUnknown;
  if (wait.highS <= SHORT_S) return words.waitShort;
  if (wait.highS > LONG_S) return words.waitLong;
  return words.waitRange(...minutes(wait.lowS ?? 0, wait.highS));
}

/** The lower bound down, the upper one up, and never a range without width. */
function minutes(lowS: number, highS: number): [number, number] {
  const low = Math.max(1, Math.floor(lowS / 60));
  const high = Math.max(2, Math.ceil(highS / 60));
  const [from, to] = high > COARSE_MIN ? [low >= COARSE_MIN ? Math.floor(low / 5) * 5 : low, Math.ceil(high / 5) * 5] : [low, high];
  return [from, Math.max(to, from + 1)];
}

/** "You are next." or "Two people are ahead of you." */
export function placeInWords(wait: WaitTold | null, words: Words): string | null {
  if (!wait || wait.position === null || wait.position < 1) return null;
  return wait.position === 1 ? words.next : words.ahead(wait.position - 1);
}
