"""The one thing that must be understood even when the dialogue model is gone: somebody wants a person."""

import re

_EN = re.compile(
    r"\b(human|person|agent|operator|representative|real (one|someone)|somebody|someone|staff|customer service)\b", re.I
)
_ZH = re.compile(r"人工|真人|客服|转接|转人|找人|接线员|活人")


def wants_human(text: str) -> bool:
    """True for short messages that name a person or an operator. A safety net, not a classifier."""
    if _ZH.search(text):
        return len(text) <= 30
    return len(text.split()) <= 14 and _EN.search(text) is not None
