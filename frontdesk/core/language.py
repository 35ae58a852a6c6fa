"""Which language a piece of text is in, of those Frontdesk speaks; no library is needed for these two scripts."""

import re
import unicodedata

LANGS = ("en", "zh")
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[A-Za-z]{2,}")


def detect(text: str) -> str | None:
    """`zh` if any Han character is there, else `en` if a Latin word is, else None (digits, emoji)."""
    if _HAN.search(text):
        return "zh"
    return "en" if _WORD.search(text) else None


def clean(text: str, limit: int = 2000) -> str:
    """Text from outside made safe to keep: control characters and lone surrogates out, cut at `limit` characters."""
    kept = (c for c in text if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs", "Co", "Cn"))
    return "".join(kept).strip()[:limit]
