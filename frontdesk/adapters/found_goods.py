"""Finds products by the words of a question, in any language. Pure; knows no store."""

import re
from collections.abc import Iterable

from actions.order import Product

_ARTICLE = re.compile(r"^(an?|the|some)\s+", re.I)
_CALLED = re.compile(r"\b(?:the|any|those|these|which|your|cheapest) ([a-z]{4,})\b")
_WORD = re.compile(r"[a-z0-9]+")


def found_goods(products: Iterable[Product], words: str, limit: int) -> tuple[Product, ...]:
    """Products all of whose name is in the words ("do you have a desk lamp"), the longest names first; else the only one that
    is called by the last word of its name ("and the kettle?")."""
    said, plain = {_singular(w) for w in _WORD.findall(words.lower())}, "".join(words.split())
    known = list(products)
    hits = [p for p in known if _named(p, said, plain)]
    if not hits and (called := {_singular(word) for word in _CALLED.findall(words.lower())}):
        hits = [p for p in known if _name(p)[-1:] and _singular(_name(p)[-1]) in called]
        hits = hits if len(hits) == 1 else []  # "the set" may be one or the other
    return tuple(sorted(hits, key=lambda p: (-len(p.name.en), p.sku))[:limit])


def _named(product: Product, said: set[str], plain: str) -> bool:
    if product.name.zh and product.name.zh in plain and any("㐀" <= c <= "鿿" for c in product.name.zh):
        return True
    name = _name(product)
    return bool(name) and all(_singular(word) in said for word in name)


def _name(product: Product) -> list[str]:
    """The words of its English name."""
    return _WORD.findall(_ARTICLE.sub("", product.name.en.lower()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
