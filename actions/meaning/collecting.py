"""Whether it is asked if, or when, somebody comes for what goes back: "when will you collect it?", 什么时候来取件. Pure."""

import re

LONGEST = 80  # characters; a longer message says more
_BY_ONESELF = re.compile(r"\b(?:i|we) (?:can |could |will |just |have to |need to )?(?:pick|collect|come)\b", re.I)
_CALLED_FOR = re.compile(
    r"\bpick(?:ed|s|ing)?[ -]?up\b|\bpick(?:ed|s|ing)? (?:it|them|that|this|(?:the|my) [a-z]+) up\b|\bcollect(?:ed|s|ing|ion)?\b"
    r"|\bcom(?:e|es|ing) (?:and|to|round to|over to) (?:get|fetch|take|grab)\b|\bcom(?:e|es|ing) for (?:it|them|the \w+)\b"
    r"|上门[^，。]{0,3}[取拿收]|来(?:我家|家里|屋头|这里|这边)?(?:[取拿收]|搬走|拖走)|取件|收件员|[取拿]走",
    re.I,
)
_ASKED = re.compile(
    r"^(?:(?:ok|okay|and|so|but|great|thanks|thank you|well|fine)\b[,.! ]*)*(?:when|who|how|what|where|will|would|can|could|do"
    r"|does|did|is|are|should)\b|[?？]|什么时候|啥时候|几[点号时]|哪天|多久|谁|[吗么嘛]|能不能|会不会|是不是|有没[有得]|有[冇木]有|有冇|有人"
    r"|[不没冇][啊呀哦呢嘞]?[。.!！ ]*$",
    re.I,
)


def asks_pickup(text: str) -> bool:
    """Whether it is asked of what goes back; what one picks up oneself is another matter."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST or _BY_ONESELF.search(said):
        return False
    return _CALLED_FOR.search(said) is not None and _ASKED.search(said) is not None
