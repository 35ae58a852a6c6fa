"""Finds products by the words of a question, in any language. Pure; knows no store."""

import re
from collections.abc import Iterable

from actions.order import Product

_ARTICLE = re.compile(r"^(an?|the|some)\s+", re.I)
_WORD = re.compile(r"[a-z0-9]+")


def found_goods(products: Iterable[Product], words: str, limit: int) -> tuple[Product, ...]:
    """Products all of whose name is in the words ("do you have a desk lamp"), the longest names first."""
    said, plain = {_singular(w) for w in _WORD.findall(words.lower())}, "".join(words.split())
    hits = [p for p in products if _named(p, said, plain)]
    return tuple(sorted(hits, key=lambda p: (-len(p.name.en), p.sku))[:limit])


def _named(product: Product, said: set[str], plain: str) -> bool:
    if product.name.zh and product.name.zh in plain and any("㐀" <= c <= "鿿" for c in product.name.zh):
        return True
    name = _WORD.findall(_ARTICLE.sub("", product.name.en.lower()))
    return bool(name) and all(_singular(word) in said for word in name)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
