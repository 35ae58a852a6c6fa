"""What is said of an order that was read back and is not the one: "not that one, the charger", 是背包不是手表. Pure."""

import re
from dataclasses import dataclass

from actions.meaning.asking import asks_in_words, asks_something
from actions.meaning.assenting import assents
from actions.meaning.goods_wishes import names_part
from actions.meaning.taking_back import act_in

LONGEST = 80  # characters; a longer message says more
MOST_WORDS, MOST_LETTERS = 3, 30  # of goods beside a plain no; more of them tell something else
_KEEPS = re.compile(r"\b(?:keep|leave|kept|already|don'?t|not)\b|留|已经", re.I)
_POINTS_AWAY = re.compile(  # at another order than the one read back
    r"\b(?:not|isn'?t|wasn'?t) (?:for )?(?:that|this|the|the right) (?:one|order)\b|\bnot (?:for )?(?:order "
    r"|number )*#?[0-9]{5,7}\b"
    r"|\b(?:(?:the|a) )?(?:wrong|different) (?:one|order|number)\b|\b(?:(?:the|my|an) )?other (?:one|order)\b"
    r"|\banother (?:one|order)\b"
    r"|不是(?:这|那|它)(?!个?(?:意思|样|么|回事))(?:一?[个单件笔条双])?[^，。,.;；!！\s是]{0,6}"
    r"|(?:订单|单号|单|选|点|弄|搞|说)错了|另(?:外)?(?:那|的)?一?[个单件笔]|(?:其他|其它|别)的?那?[个单件笔]",
    re.I,
)
_WHAT_ABOUT = re.compile(
    r"(?:(?:no|and|but|so|ok|okay|well|sorry)\b[, ]*)*(?:what|how) about\b|[^，。]{0,6}(?:是不是|哪)", re.I
)
_IS_IT = re.compile(r"\b(?:is|isn'?t|was|wasn'?t|not) (?:it|that|this)\b|不是|是不是|错", re.I)
_DENIES = re.compile(  # something, which may be all there is to be done
    r"^(?:(?:no|nope|sorry|wait|actually|oh|oops|ah|hm+|ok|okay|yes|yeah|but|well)\b[\s,.!]*)+|\bi (?:mean|meant|want|wanted)\b"
    r"|\bnot the [a-z]+(?: [a-z]+)?\b|不是(?![的要想不吗]|没)[^，。,.;；!！\s是]{1,6}|(?:不对|不是|错了|等等|抱歉|不好意思)",
    re.I,
)
_BARE = re.compile(r"[\u4e00-\u9fff]{2,7}[。.!！ ]*$")  # 背包那个
_NO_GOODS = re.compile(
    r"\b(?:it'?s|that'?s|it is|that is|i (?:mean|meant|want(?:ed)?)|the|my|to|return|cancel|exchange|swap|refund|of|for|with"
    r"|please"
    r"|instead|one|order|but|though)\b|^(?:我说的?|哎|啊|唉|哦|嗯|那|是|[,，。 ])+|[是那这]个?",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What is meant instead, in the words that may name its goods; `away` where another order is pointed at, goods or none."""

    goods: str
    away: bool


def meant_instead(text: str) -> Meant | None:
    """What the words say is meant in place of what was read back; None where they neither deny anything nor are goods alone."""
    said = text.strip().replace("\u2019", "'")
    asks = asks_in_words(said) and not _WHAT_ABOUT.match(said)
    if not said or len(said) > LONGEST or asks or re.search(r"[?？]|[吗嗎]\W*$", said):
        return None
    away = _POINTS_AWAY.search(said) is not None
    rest = _POINTS_AWAY.sub(" ", said)
    if not away and _DENIES.search(rest) is None and not names_part(said) and not _BARE.match(said):
        return None
    goods = re.findall(r"[^\W_]+", _NO_GOODS.sub(" ", _DENIES.sub(" ", rest)))
    if _KEEPS.search(rest) or (
        not away and (not goods or len(goods) > MOST_WORDS or sum(map(len, goods)) > MOST_LETTERS)
    ):
        return None
    return Meant(" ".join(goods), away)


def asks_of_other(said: str) -> bool:
    """Whether something is asked about another order, and neither its way nor whether it is the one: "does it affect the other
    one", 另一单会受影响吗. It takes no order's place."""
    text = said.strip().replace("\u2019", "'")
    asks = asks_something(text) and not _WHAT_ABOUT.match(text) and not _IS_IT.search(text)
    return asks and _POINTS_AWAY.search(text) is not None and _STATUS.search(text) is None


def pointed_away(said: str) -> str:
    """What is said beside the words that point at another order than the one read back."""
    return _POINTS_AWAY.sub(" ", said.strip().replace("\u2019", "'"))


_AND_TOO = re.compile(
    r"^(?P<yes>[^0-9]{1,40}?)[,. ]+(?:(?:and|also|plus|then)\b[, ]*)+(?P<en>[^0-9]{0,40}#?[0-9]{5,7}[^0-9]{0,30})$"
    r"|^(?P<ja>[^0-9]{1,20}?)[,，。 ]*(?:还有|另外|以及|和|顺便|再)(?P<zh>[^0-9]{0,12}[0-9]{5,7}[^0-9]{0,15})$",
    re.I,
)
_SAME = re.compile(
    r"(?:(?:the|order|number|please|too|also|as well|cancel|it|one)\b[, ]*)*|(?:也|一起|都|一并|把|这单|那单|订单|帮我|吧|了"
    r"|掉|货|[,，。!！ ])*",
    re.I,
)
_STATUS = re.compile(r"\b(?:where|when|track|status)\b|到哪|哪了|什么时候|物流|快递", re.I)


def yes_and_too(text: str, need: str | None, number: str | None) -> tuple[str, str] | None:
    """The need that is wanted beside a yes, and its order ("yes, and 10028 too", "yes and where is 10023"); None for all else."""
    found = _AND_TOO.match(text.strip()) if len(text) <= LONGEST else None
    if need is None or found is None or not assents(found["yes"] or found["ja"], need, number):
        return None
    rest = found["en"] or found["zh"]
    other = re.search(r"[0-9]{5,7}", rest)
    if other is None or other[0] == number:
        return None
    words = (rest[: other.start()] + " " + rest[other.end() :]).strip(" #.!")
    if _STATUS.search(words):
        return "order_status", other[0]
    if (act := act_in(words)) is not None:
        return act, other[0]
    return (need, other[0]) if _SAME.fullmatch(words) else None
