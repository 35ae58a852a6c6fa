"""Whether the customer wants time: a moment to look something up, or to think before anything is done. Pure; knows no bot."""

import re

LONGEST, LONGEST_THOUGHT = 40, 24  # characters; a longer message says more
_WAIT = r"(?:稍等|等等|等一?下|等一会)"
_HOLD = r"(?:hold|hang) on"
_LOOK = r"(?:让|容)?我(?:先|去)?(?:找找?|看看?|查查?|翻翻?)(?:一?下)?"
_CHECK = r"let me (?:look|check|see|find it)"
_PAUSES = re.compile(
    rf"^(?:好的?|嗯|哦|那|[,，。 ])*(?:(?:请|你|您)?(?:{_WAIT}|等)(?:一?下|一?会儿?|儿|我)?|{_LOOK})[\s,，.。~]*"
    rf"(?:{_LOOK})?[啊哈呢吧\s.。!！]*$"
    r"|^(?:(?:ok|okay|sure|wait|sorry|please)[,. ]+)*"
    rf"(?:wait|{_HOLD}|(?:one|just a) (?:moment|sec(?:ond)?|minute)|{_CHECK}|(?:i'm |i am )?(?:looking|checking))"
    rf"(?:[, ]+(?:please|{_CHECK}|for it|it up))*[ .!]*$",
    re.I,
)
_WAVERS = re.compile(
    rf"再(?:想想|想一想|考虑|看看)|考虑(?:一下|考虑|下)|想一?想再|先(?:不|别)|{_WAIT}|暂时不|还没想好|犹豫"
    rf"|\b(?:{_HOLD}|let me think|need to think|not sure yet|not yet|not now)\b",
    re.I,
)


def pauses(text: str) -> bool:
    """Whether only a moment is wanted: "hang on, let me check", 等一下 我找找."""
    return len(text) <= LONGEST and _PAUSES.match(text.strip().replace("\u2019", "'")) is not None


def wavers(text: str) -> bool:
    """Whether the words put off what was asked or offered: "hold on, let me think", 我再想想. A short wait does, too."""
    return len(text) <= LONGEST_THOUGHT and _WAVERS.search(text) is not None
