"""What a customer who waits writes to us: how long it takes, or one of the ways on in their own words. Pure."""

import re

from handoff.keeping import LEAVE

LONGEST = 60  # characters; a longer message is for the colleague
_HOW_LONG = re.compile(
    r"\bhow (?:long|much longer|many (?:people|are)|soon)\b|\bwhen (?:will|is|can) (?:someone|somebody|anyone|a colleague|it|i)\b"
    r"|\b(?:any idea|know) (?:how|when)\b|\b(?:my|what) (?:position|place|number)\b|\beta\b|\bstill (?:waiting|there)\b"
    r"|多久|多长时间|多長時間|几分钟|幾分鐘|什么时候|什麼時候|还要等|還要等|[几幾]位|第几|第幾|排到|前面.{0,4}[几幾多]|人呢|有人吗|有人嗎",
    re.I,
)
_WAYS = (
    (
        "callback",
        re.compile(r"\b(?:call|ring|phone) me(?: back)?\b|\bcall ?back\b|回电|回電|回[个個]?(?:电话|電話)|打[给給]我", re.I),
    ),
    ("message", re.compile(r"\bleave (?:a |you a |them a )?(?:message|note)\b|留言|留[个個]?(?:消息|言)", re.I)),
    (
        LEAVE,
        re.compile(
            r"\b(?:never ?mind|forget (?:it|about it)|(?:don'?t|do not|won'?t|can'?t) (?:want to )?wait|no longer need"
            r"|go on without|cancel (?:that|the wait|this))\b|不等了|等不了|算了|不用了|不找人工了",
            re.I,
        ),
    ),
)  # fmt: skip
_PERSON = re.compile(
    r"\b(?:(?:want|need|get me|give me|find me|talk to|speak to|speak with|talk with) (?:to (?:talk|speak) (?:to|with) )?"
    r"(?:an? |the |some ?|any ?|your )?(?:real |live |actual )?"
    r"(?:human|person|agent|colleague|one|body|representative|operator|manager|supervisor))"
    r"|(?<!不)(?<!不用)(?<!不想)(?:找|转|轉|要|叫|换|換)(?:个|個)?(?:人工|真人|客服|经理|經理)",
    re.I,
)


def asks_how_long(text: str) -> bool:
    """Whether they want to know how long it still takes."""
    return len(text) <= LONGEST and _HOW_LONG.search(text) is not None


def way_named(text: str) -> str | None:
    """The way on the words name: `callback`, `message` or LEAVE; whether it is open now is not known here.

    Nobody who asks for a person in the same breath ("forget it, get me a human") leaves.
    """
    said = text.strip().replace("\u2019", "'")
    way = next((way for way, pattern in _WAYS if pattern.search(said)), None) if len(said) <= LONGEST else None
    return None if way == LEAVE and _PERSON.search(said) else way
