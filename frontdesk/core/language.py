"""Which language a piece of text is in, of those Frontdesk speaks; no library is needed for these two scripts."""

import re
import unicodedata

LANGS = ("en", "zh")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"(?<![A-Za-z0-9@._/-])[A-Za-z]{2,}(?:['’][a-z]{1,2})?(?![A-Za-z0-9@/_-]|[.][A-Za-z])")
_COMMON = frozenset({
    "hi", "hello", "hey", "thanks", "thank", "please", "help", "yes", "yeah", "no", "not", "sorry", "what", "where",
    "when", "why", "who", "how", "which", "is", "it", "are", "am", "was", "can", "could", "do", "does", "my", "me",
    "you", "your", "the", "this", "that", "and", "to", "in", "on", "for", "want", "need", "have", "has", "english",
    "order", "return", "refund", "cancel",
})  # fmt: skip
ENOUGH_WORDS = 2  # of English from somebody who wrote Chinese so far; "iPhone Pro" is none


def detect(text: str, now: str | None = None) -> str | None:
    """`zh` if any Han character is there, else `en` if a Latin word is, else None (digits, emoji, codes, addresses of mail).

    `now` is the language written so far. Who writes Chinese gives names, sizes and "ok" in Latin letters without leaving it:
    it takes several words, a common one among them, or nothing but a common one.
    """
    if _HAN.search(text):
        return "zh"
    words = [word.casefold() for word in _WORD.findall(text)]
    if not words:
        return None
    common = sum(word.partition("'")[0].partition("’")[0] in _COMMON for word in words)
    if now == "zh" and not (common and (len(words) >= ENOUGH_WORDS or common == len(words))):
        return None
    return "en"


def clean(text: str, limit: int = 2000) -> str:
    """Text from outside made safe to keep: control characters and lone surrogates out, cut at `limit` characters."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    return "".join(kept).strip()[:limit]
