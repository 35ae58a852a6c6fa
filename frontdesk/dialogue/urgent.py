"""The one thing that must be understood even when the dialogue model is gone: somebody wants a person."""

import re

_EN = re.compile(
    r"\b(human|person|agent|operator|representative|real (one|someone)|somebody|someone|staff|customer service)\b", re.I
)
_ZH = re.compile(r"人工|真人|客服|转接|转人|找人|接线员|活人")
_NOTHING_ELSE = re.compile(
    r"(?:(?:i|i'?m|i'?d|you|your|me|it|this|that|is|there|here|do|don'?t|can|could|will|would|let|have|get|give|put|pass|need"
    r"|want|wanna|like|prefer|rather|ask|for|speak|talk|chat|connect|transfer|through|to|with|at|all|a|an|the|some|any|real|live"
    r"|human|humans|person|people|being|agent|agents|operator|representative|someone|somebody|anyone|staff|customer|service"
    r"|support|team|manager|supervisor|colleague|bot|robot|machine|no|not|stop|and|but|just|instead|first|now|asap|please|pls"
    r"|hi|hello|hey|ok|okay|thanks|thank|help)(?![a-z0-9'])[\s,.!?]*)+"
    r"|[人工真活找转接线员客服我你您们帮给要想请叫来个下吧吗啊呢了能可以不别直先马上现在快点赶紧就说话跟和机器的好麻烦谢\s,，.。!！?？]+",
    re.I,
)


def wants_human(text: str) -> bool:
    """True for short messages that name a person or an operator. A safety net, not a classifier."""
    if _ZH.search(text):
        return len(text) <= 30
    return len(text.split()) <= 14 and _EN.search(text) is not None


def wants_nothing_but_a_human(text: str) -> bool:
    """Whether no word of it can be anything else: a name or an address that was asked for, or a digit however it is said."""
    return wants_human(text) and _NOTHING_ELSE.fullmatch(text.replace("\u2019", "'").strip()) is not None
