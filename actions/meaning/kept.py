"""What else was asked for in one message, as it is kept until it is dealt with: needs with their orders, and questions. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

ASK, OTHERWISE, UNNAMED = "ask", "otherwise", "?"
ASIDE = "aside"  # in place of a need: how an order stands is told as soon as it is known whose it is
BOTH = (
    "both orders",
    "both",
)  # in place of words: of two orders which are not named; and of those, or of the goods of one
OFFERED = "offered"  # in place of a need: what was said with the one that is offered now
_WORDS = " : "
MOST_WORDS = 200  # characters that are kept of a request


@dataclass(frozen=True, slots=True)
class Kept:
    """A need, with its order's number if it names one, UNNAMED where it is about another order that it doesn't name; whether it
    is only wanted where what came before can't be; and how it was said, where that tells more. Or a question, with its words."""

    need: str
    number: str = ""
    otherwise: bool = False
    words: str = ""

    @property
    def written(self) -> str:
        told = " ".join(filter(None, (self.need, self.number, OTHERWISE if self.otherwise else "")))
        words = self.words[:MOST_WORDS].replace(";", ",").replace("；", "，").strip()
        return f"{told}{_WORDS}{words}" if words else told


def written(kept: Iterable[Kept]) -> str:
    """In the order in which they are to be dealt with: "return_item 10024;order_status 10031"."""
    return ";".join(one.written for one in kept)


def kept_in(value: str) -> tuple[Kept, ...]:
    """What such a line holds."""
    return tuple(_read(one) for one in value.split(";") if one.strip())


def _read(one: str) -> Kept:
    told, _, words = one.strip().partition(_WORDS)
    need, *more = told.split()
    return Kept(need, next((word for word in more if word != OTHERWISE), ""), OTHERWISE in more, words)


def without_otherwise(value: str) -> str:
    """What is left where what came before was done."""
    return written(one for one in kept_in(value) if not one.otherwise)


def is_unnamed(value: str) -> bool:
    """Whether what is offered now is about another order, which was not named."""
    return value.startswith(f"{OFFERED} {UNNAMED}")


def same_need(value: str, need: str) -> tuple[str, str]:
    """The number of the next one, where it is the same need of another order, and what is left after it; else no number."""
    kept = kept_in(value)
    if not kept or kept[0].need != need or kept[0].otherwise or not kept[0].number.isdigit():
        return "", value
    return kept[0].number, written(kept[1:])
