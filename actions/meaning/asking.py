"""Whether something is asked, and whether which of two ways; in both languages, with a question mark or without. Pure."""

import re

_WHICH = re.compile(  # of two ways: "a refund or a new one?", 退钱还是补发啊
    r"(?:退|换|补|赔|修)[^，。没不]{0,4}还是[^，。没不吧]{0,5}(?:退|换|补|赔|修|怎)(?![^，。]{0,4}吧)"
    r"|\b(?:refund|money(?: back)?|replacement|exchange|repair|new one)\b[^,.;]{0,12}\bor\b[^,.;]{0,20}"
    r"\b(?:refund|money|replacement|exchange|repair|new one)\b[^,.;]{0,12}\?"
    r"|^(?:(?:ok|okay|so|and|yes|yeah|will it be|is it|do i get)\b[, ]*)*(?:an? |the |my )?(?:refund|money back"
    r"|replacement|exchange"
    r"|repair|new one) or (?:an? |the |my )?(?:refund|money back|replacement|exchange|repair|new one)\W*$"
    r"|\b(?:send|replace|repair)\b[^,.;]{0,16}\bor\b[^,.;]{0,12}\b(?:refund|money|pay)\b",
    re.I,
)
_ASKS = re.compile(
    r"^(?:(?:ok|okay|so|and|but|well|hm+|um+|right|thanks|thank you|thx)[,.! ]+)*"
    r"(?:when|how|what|why|which|where|who|are you|is it|is that|is this"
    r"|(?:will|would)(?! (?:do|be|love|like|work)\b)|do i|do you|does|did|am i)\b"
    r"|怎么|怎麼|多久|[什啥甚][么麼]?[时時][候间間]|何[时時]|为什么|為什麼|为[啥嘛]|干[嘛吗么啥]|几时|幾時|几[点號号]"
    r"|哪[里裡天个個张張]|([\u4e00-\u9fff])不\1",
    re.I,
)
_QUESTION = re.compile(rf"(?:[?？]|[吗嗎么]|什么|什麼|多少钱?|哪儿?)[ !！。.]*$|{_ASKS.pattern}|{_WHICH.pattern}", re.I)


def asks_something(said: str) -> bool:
    """Whether it asks rather than answers, anywhere in it."""
    return _QUESTION.search(said.strip()) is not None


def asks_in_words(said: str) -> bool:
    """Whether it begins as a question does, or has a word that only questions have."""
    return _ASKS.search(said) is not None


def asks_which(said: str) -> bool:
    """Whether it is asked which of two ways it will be made good; that is no wish for either."""
    return _WHICH.search(said) is not None
