"""Finds products by the words of a question, in any language. Pure; knows no store."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from actions.order import Product

_ARTICLE = re.compile(r"^(an?|the|some)\s+", re.I)
_WORD = re.compile(r"[a-z0-9]+")
_WORD_OR_STOP = re.compile(r"[a-z0-9]+|[.,;:!?]")
# Behind these, or first of all, a thing may be called by one word: "the kettle", "do you sell helmets".
_LEADS = re.compile(
    r"the|an?|any|some|those|these|which|your|cheapest|sell|have|got|stock|buy|about|of|for|much|[.,;:!?]"
)
_FOLLOWS = re.compile(  # before another word it is not the thing: "a watch strap"
    r"[.,;:!?]|in|for|that|is|are|and|or|costs?|prices?|please|to|with|available|still|again|now|today|left|there|on|at|from"
    r"|then|too|as|comes?|have|has|can|do|does|you|i|we"
)
SHORTEST = 4  # letters of such a word
_NO_PART = frozenset("器机车")  # what ends in them is called by three characters: 充电器 is no 电器
_AFTER_NAME = re.compile(r"[的多少有吗呢还卖价贵怎现什能可是在和跟几库缺没，,？?。!！]")


def found_goods(products: Iterable[Product], words: str, limit: int) -> tuple[Product, ...]:
    """Products all of whose name is in the words ("do you have a desk lamp"), the longest names first; else the only one that
    is called by the end of its name ("and the kettle?", 水壶多少钱)."""
    said, plain = {_singular(w) for w in _WORD.findall(words.lower())}, "".join(words.split())
    known = list(products)
    hits = [p for p in known if _named(p, said, plain)]
    if not hits:
        called = _called(words.lower())
        hits = [p for p in known if (_name(p) and _singular(_name(p)[-1]) in called) or _called_in_chinese(p, plain)]
        hits = hits if len(hits) == 1 else []  # "the set" may be one or the other
    return tuple(sorted(hits, key=lambda p: (-len(p.name.en), p.sku))[:limit])


def _named(product: Product, said: set[str], plain: str) -> bool:
    if product.name.zh and product.name.zh in plain and _is_chinese(product.name.zh):
        return True
    name = _name(product)
    return bool(name) and all(_singular(word) in said for word in name)


def _called(words: str) -> frozenset[str]:
    """Single words that name a thing where they stand."""
    heard: Sequence[str] = [".", *_WORD_OR_STOP.findall(words), "."]
    return frozenset(
        _singular(word)
        for (before, word), (_, after) in pairwise(pairwise(heard))
        if len(word) >= SHORTEST and _FOLLOWS.fullmatch(after) and _LEADS.fullmatch(before)
    )


def _called_in_chinese(product: Product, plain: str) -> bool:
    """Whether the end of its Chinese name stands alone: 水壶 for 电热水壶, but not in 水壶盖."""
    name = product.name.zh
    if len(name) < SHORTEST or not _is_chinese(name):
        return False
    end = name[-2:] if len(name) == SHORTEST or name[-1] not in _NO_PART else name[-3:]
    at = plain.find(end)
    after = plain[at + len(end) :][:1]
    return at >= 0 and (not after or _AFTER_NAME.match(after) is not None)


def _is_chinese(name: str) -> bool:
    return any("㐀" <= c <= "鿿" for c in name)


def _name(product: Product) -> list[str]:
    """The words of its English name."""
    return _WORD.findall(_ARTICLE.sub("", product.name.en.lower()))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
