"""Which of an order's goods are meant, by all that was said of them: "only the speaker", 除了背包都退, "keep the socks". Pure.

What was said is kept as it was said, a line for each message. A later line stands in place of what the ones before mean, adds to
it ("and the headphones too") or takes from it ("not the speaker"). Why something comes back is not told here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from actions.knowledge import features
from actions.meaning.goods_marks import Mark, marks_in, names_what, stands_before
from actions.meaning.usual_names import with_usual_names
from actions.order import OrderLine
from actions.reading.characters import mandarin

LONGEST = 200  # characters of a message in which goods are looked for
MOST_TOLD = 600  # of all messages that are kept
_ALL = re.compile(
    r"^(?:(?:no|yes|yeah|ok|okay|i mean|i want|actually|sorry|then|return|send back|exchange|please|just)[,.! ]+)*"
    r"(?:both|all|the two|everything|the lot|all three)"
    r"(?: of (?:it|them|those)| items?| things| together| please| back| order)*[ .!]*$"
    r"|^(?:the )?(?:whole|entire|complete) (?:order|thing|lot)(?: please)?[ .!]*$"
    r"|^(?:不是?|对|我要|[,，。 ])*(?:[两兩][个件样]|全部|整单|所有的?|一块儿?)?(?:都|全|一起)要?退[掉货]?"
    r"(?:了|吧|的)?[。.!！ ]*$"
    r"|^(?:[两兩](?:个|件|样)都(?:要|退)?|全部|整单|全都)(?:的|吧|退)?[。.!！ ]*$",
    re.I,
)
_BREAK = re.compile(
    r"[,.;:!?，。；：！？、]+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])|\b(?:and|while|whereas|though|because|since|cause|so)\b|但是?|不过|可是|因为|而且"
)
_NOT_HEARD = re.compile(  # nothing is said with it
    r"\b(?:uh+|um+|er+m?|hm+|ah+|you know|what(?:'?s| is) (?:it|that) called|how do you (?:say|call) it)\b", re.I
)
_OF_ORDER = re.compile(  # an order is told by its goods, and is meant with all of them
    r"\b(?:order|parcel|package|purchase)(?: #?[0-9]+)? (?:with|containing|of|that (?:has|had|contains))\b"
    r"|\b(?:the|my) (?!order\b|whole\b|entire\b|complete\b)[a-z]+(?: (?!from\b|in\b|of\b|on\b)[a-z]+)? order\b"
    r"|那(?:个|张|笔|一)?(?:订单|单)|[^退换消]的(?:那一?[个张笔])?(?:订单|单子)",
    re.I,
)
_WANTED_FOR_IT = re.compile(  # what is wanted in place of goods is none of the order's
    r"(?<=exchange )(?P<it>[^,.;!?]{1,60}? )(?:for|with|into) [^,.;!?]*"
    r"|(?<=swap )(?P<that>[^,.;!?]{1,60}? )(?:for|with|into) [^,.;!?]*"
    r"|(?:换|改)成[^，。,.]*|\binstead of [^,.;!?]*",
    re.I,
)
_ADDS = re.compile(
    r"^(?:(?:yes|ok|okay|oh|no|sorry|wait|please|actually|well)\b[,.! ]*)*(?:and|also|plus|add)\b"
    r"|\b(?:also|as well|in addition)\b|\btoo\b(?=\W*(?:$|please|[,.;!]))|也|还有|加上|再加|连",
    re.I,
)
_BARE = re.compile(r"\b(?:the|my|an?|or|nor|please|those|these|one|thing|item)\b|\W+|[和跟与或吧了的]", re.I)
_BY_LOOK = re.compile(r"\b([a-z]+) ones?\b", re.I)  # the portable one
_BUT = re.compile(r"\bbut\b", re.I)
_HAN_KEPT = re.compile(r"[\u4e00-\u9fff]")
_BLANK = re.compile(r"[\W的]*")


@dataclass(frozen=True, slots=True)
class Meant:
    """The goods that are meant; `unclear` where a part of them is, and it was not to be told which."""

    lines: tuple[OrderLine, ...]
    unclear: bool = False


@dataclass(slots=True)
class _Said:
    """What one message says of goods, by their places in the order."""

    wanted: set[int] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)
    every: bool = False
    none: bool = False
    both: bool = False
    unnamed: bool = False
    adds: bool = False
    more: bool = False

    def put(self, named: Iterable[int], *, out: bool) -> None:
        (self.kept if out else self.wanted).update(named)


def all_meant(said: str) -> bool:
    """Whether it says that the order is meant with all its goods: "both of them", 两个都退."""
    return len(said) <= LONGEST and _ALL.match(said.strip()) is not None


def told_with(told: str | None, said: str) -> str:
    """What was said of the goods with one message more; what was said first and last is kept."""
    line = " ".join(said.split())[:LONGEST]
    lines = (told or "").splitlines()
    if not line or lines[-1:] == [line]:
        return told or ""
    while lines[1:] and sum(map(len, lines)) + len(line) > MOST_TOLD:
        del lines[1]
    return "\n".join([*lines, line])


def goods_meant(lines: Sequence[OrderLine], told: str) -> Meant:
    """The goods of an order that are meant by what was told: all, where nothing else is said."""
    every = frozenset(range(len(lines)))
    meant, unclear = every, False
    for line in told.splitlines() if len(lines) > 1 else ():
        meant, unclear = _after(meant, _read(lines, line), every, unclear=unclear)
    return Meant(tuple(line for at, line in enumerate(lines) if at in meant), unclear or not (meant or not lines))


def goods_named(lines: Sequence[OrderLine], words: str) -> frozenset[int]:
    """The places of the goods whose names are in the words; of two with the same name those that are named better."""
    said = set(features(with_usual_names(words[:LONGEST]))) if words.strip() else set()
    if not said:
        return frozenset()
    names = [tuple(_telling(name) for name in (line.name.en, line.name.zh)) for line in lines]
    found = {
        at: set().union(*(said.intersection(name) for name in both if name and name[-1] in said))
        for at, both in enumerate(names)
    }
    best = {at for at, one in found.items() if one and not any(one < other for other in found.values())}
    if not best:
        look = {word for looks in _BY_LOOK.findall(words) for word in features(looks)}
        alike = [at for at, both in enumerate(names) if look.intersection(*both[:1])]
        best = set(alike) if len(alike) == 1 else best
    return frozenset(best)


_FOR_ANOTHER = re.compile(r"\b(?:for|into|with|in)\b|[换改]成|[要想]要?(?=[黑白红蓝绿灰粉黄紫棕橙大小新])", re.I)
_INSTEAD_OF = re.compile(r"\b(?:instead of|rather than|in place of|and not)\b|而不是|代替", re.I)


def goods_swapped(lines: Sequence[OrderLine], wish: str) -> str:
    """The names of the goods that are to be swapped, a line for what is told of them, where a wish names a part of the order:
    "the headphones for blue ones". Empty where it names none or all."""
    instead = _INSTEAD_OF.search(wish)
    before = wish[instead.end() :] if instead else _FOR_ANOTHER.split(wish.strip(), maxsplit=1)[0]
    named = goods_named(lines, before)
    if not named or len(named) == len(lines):
        return ""
    return " and ".join(lines[at].name.of("en" if wish.isascii() else "zh") for at in sorted(named))


def only_named(lines: Sequence[OrderLine], words: str) -> bool:
    """Whether the words name some of the goods, and say nothing else: "just the headphones"."""
    return bool(goods_named(lines, words)) and _is_bare(lines, re.sub(r"\b(?:just|only)\b|[只就]", " ", words))


def only_told(lines: Sequence[OrderLine], words: str) -> bool:
    """Whether nothing is said but what is to become of which goods: 只退背包."""
    return only_named(lines, " ".join(_between(words, marks_in(words))))


def without_names(lines: Sequence[OrderLine], words: str) -> str:
    """What else is said than the names of these goods: "yes" of "yes, only the speaker"."""
    names = {word for line in lines for word in _telling(line.name.en)}
    left = [
        word for word in re.findall(r"[\w']+", words) if not names.intersection(features(word)) or not word.isascii()
    ]
    said = re.sub(r"\b(?:the|my|only|just|an?|is|are)\b|[只就]", " ", " ".join(left))
    for line in lines:
        name = line.name.zh
        said = next((said.replace(name[at:], " ") for at in range(len(name) - 1) if name[at:] in said), said)
    return said


def name_said(name: str, said: set[str]) -> int:
    """How much of a name is said; nothing where its last word is not, which is what the thing is: "phone" is no charger."""
    telling = _telling(name)
    return len(said.intersection(telling)) if telling and telling[-1] in said else 0


def _telling(name: str) -> list[str]:
    return [feature for feature in features(name) if feature.isascii() or len(feature) > 1]


def _after(before: frozenset[int], said: _Said, every: frozenset[int], *, unclear: bool) -> tuple[frozenset[int], bool]:
    """What is meant after one message more, and whether that is unclear."""
    if said.every or (said.both and not said.wanted and len(every) == len(("one", "other"))):
        return every - said.kept, False
    if said.more and said.wanted and len(every) > len(said.wanted) + 1:
        return before, True
    if said.more and said.wanted:
        return every, False
    if said.wanted:
        more = before if said.adds and before != every and not unclear else frozenset()
        return (more | said.wanted) - said.kept, False
    if said.none:
        return frozenset(), False
    if said.kept:
        return before - said.kept, False
    return before, unclear or said.unnamed


def _read(lines: Sequence[OrderLine], message: str) -> _Said:
    """What a message says of these goods."""
    text = _NOT_HEARD.sub(" ", mandarin(message[:LONGEST]).replace("\u2019", "'"))
    text = _WANTED_FOR_IT.sub(lambda found: found["it"] or found["that"] or " ", text)
    said = _Said(adds=_ADDS.search(text.strip()) is not None)
    if _OF_ORDER.search(text):
        return said
    out = False
    for clause in _clauses(text):
        out = _read_clause(lines, clause, said, out=out)
    said.unnamed = said.unnamed and not said.wanted and not said.kept
    return said


def _read_clause(lines: Sequence[OrderLine], clause: str, said: _Said, *, out: bool) -> bool:
    """What one clause says is put to the rest; whether goods that follow with no word more are kept, too.

    Goods stand behind the mark they belong to ("keep the speaker"), or before it, where none stand behind: "the speaker stays".
    """
    marks = marks_in(clause)
    parts = _between(clause, marks)
    named = [goods_named(lines, part) for part in parts]
    if not marks:
        out = out and _is_bare(lines, clause)
        said.put(named[0], out=out)
        return out
    before = named[0] and not named[-1] and not stands_before(clause[slice(*marks[0][1:])])
    if named[0] and not before:
        said.put(named[0], out=False)
    out, kept, all_out = False, False, None
    if any(mark == "want" for mark, *_ in marks) and not any(mark in ("in", "out", "but") for mark, *_ in marks):
        said.unnamed = said.unnamed or any(named)
        return False
    for at in range(len(named) - 1):
        if _HAN_KEPT.match(clause, marks[at][1]) and marks[at][0] == "out" and not named[at + 1]:  # 退货羊毛毯留着
            said.put(named[at], out=True)
            named[at] = frozenset()
    for at, (mark, start, end) in enumerate(marks):
        beside = parts[at] if before else parts[at + 1]
        if mark == "but":
            out = not all_out
        elif mark in ("out", "in", "only"):
            out = kept = mark == "out"
            if out and all_out is False and _BLANK.fullmatch(parts[at]):  # "everything was fine"
                said.every, said.both, all_out = False, False, True
        else:
            all_out = _of_many(mark, said, out=kept) if mark in ("every", "both") else all_out
            said.unnamed = said.unnamed or mark in ("one", "more", "rest")
            said.more = said.more or (mark == "more" and not out)
        here = named[at] if before else named[at + 1]
        said.put(here, out=out)
        said.unnamed = said.unnamed or (not here and names_what(mark, clause[start:end], beside))
    return out


def _clauses(text: str) -> Iterator[str]:
    """The clauses of a message. "But" begins a new one, if it makes no exception of all ("everything but the case")."""
    for clause in _BREAK.split(text):
        begins = 0
        for found in _BUT.finditer(clause):
            if not any(mark in ("every", "both") for mark, *_ in marks_in(clause[begins : found.start()])):
                yield clause[begins : found.start()]
                begins = found.end()
        yield clause[begins:]


def _of_many(mark: Mark, said: _Said, *, out: bool) -> bool:
    """All of the goods are spoken of: they are meant, or none is; returned is which."""
    said.none = said.none or out
    said.every = said.every or (mark == "every" and not out)
    said.both = said.both or (mark == "both" and not out)
    return out


def _between(clause: str, marks: Sequence[tuple[Mark, int, int]]) -> list[str]:
    """The words before the first mark, and those behind each."""
    begins = [0, *(end for _, _, end in marks)]
    ends = [*(start for _, start, _ in marks), len(clause)]
    return [clause[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _is_bare(lines: Sequence[OrderLine], clause: str) -> bool:
    """Whether nothing but goods are named: "and the case"."""
    names = {word for line in lines for name in (line.name.en, line.name.zh) for word in features(name)}
    return all(word in names for word in features(_BARE.sub(" ", clause)))
