"""Which of an order's goods are meant: by their names, by "only the speaker", "not the speaker", "both". Pure."""

import re
from collections.abc import Sequence

from actions.goods_wishes import part_in
from actions.knowledge import features
from actions.order import Locale, OrderLine

LONGEST = 200  # characters of words in which goods are looked for
_ALL = re.compile(
    r"^(?:(?:no|yes|yeah|i mean|i want|return|send back|please|just)[,.! ]+)*(?:both|all|the two|everything|the lot|all three)"
    r"(?: of (?:it|them|those)| items?| things| together| please| back| order)*[ .!]*$"
    r"|^(?:the )?(?:whole|entire|complete) (?:order|thing|lot)(?: please)?[ .!]*$"
    r"|^(?:不是?|对|我要|[,，。 ])*(?:[两兩][个件样]|全部|整单|所有的?|一块儿?)?(?:都|全|一起)要?退[掉货]?"
    r"(?:了|吧|的)?[。.!！ ]*$"
    r"|^(?:[两兩](?:个|件|样)都(?:要|退)?|全部|整单|全都)(?:的|吧|退)?[。.!！ ]*$",
    re.I,
)


def all_meant(said: str) -> bool:
    """Whether it says that the order is meant with all its goods: "both of them", 两个都退."""
    return len(said) <= LONGEST and _ALL.match(said.strip()) is not None


def lines_named(lines: Sequence[OrderLine], words: str, locale: Locale) -> list[OrderLine]:
    """The goods whose names are in the words, those that are named best; none where nothing is named."""
    said = set(features(words[:LONGEST])) if words else set()
    counted = [(name_said(line.name.of(locale), said), line) for line in lines]
    best = max((count for count, _ in counted), default=0)
    return [line for count, line in counted if best and count == best]


def name_said(name: str, said: set[str]) -> int:
    """How much of a name is said; nothing where its last word is not, which is what the thing is: "phone" is no charger."""
    telling = [feature for feature in features(name) if feature.isascii() or len(feature) > 1]
    return len(said.intersection(telling)) if telling and telling[-1] in said else 0


def part_meant(lines: Sequence[OrderLine], said: str, named: str, locale: Locale) -> list[OrderLine]:
    """The goods that are meant where not all are: what `said` leaves ("not the speaker"), or the words that began it name
    ("return the headphones of 10024"). None where all are meant, or none of them is named."""
    left_out = part_in(said) or ""
    if left_out.startswith("not "):
        out = lines_named(lines, left_out, locale)
        meant = [line for line in lines if line not in out] if out else []
    else:
        meant = lines_named(lines, named, locale)
    return meant if 0 < len(meant) < len(lines) else []
