// A wait in words: whole minutes, as a range, never more exact than we are. Pure.
import type { WaitTold } from "./protocol";
import type { chatWords } from "./words";

type Words = ReturnType<typeof chatWords>;

/** "about 2 to 5 minutes"; "less than a minute"; or that it can't be told. */
export function waitInWords(wait: WaitTold | null, words: Words): string {
  if (!wait || wait.highS === null) return words.waitUnknown;
  const high = Math.max(1, Math.ceil(wait.highS / 60));
  if (wait.highS < 60) return words.waitShort;
  const low = Math.max(1, Math.floor((wait.lowS ?? wait.highS) / 60));
  return low >= high ? words.waitAbout(high) : words.waitRange(low, high);
}

/** "You are next." or "Two people are ahead of you." */
export function placeInWords(wait: WaitTold | null, words: Words): string | null {
  if (!wait || wait.position === null || wait.position < 1) return null;
  return wait.position === 1 ? words.next : words.ahead(wait.position - 1);
}
