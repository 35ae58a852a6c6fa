"""The shop's own answers to questions, from `bot/knowledge/<language>.yml`, found by likeness of words. Knows no shop and no bot.

Likeness is the cosine of TF-IDF vectors over words (cut to their stems) and, for Chinese, over single and paired characters:
enough for some dozen entries, told in microseconds, and an owner can see why an entry was found.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml
from babel import Locale as Territories

from actions.order import Locale

SURE = 0.40  # below this nothing is answered; chosen on tests/unit/actions/test_knowledge.py
ONE_WORD, ONE_OF_MORE = (
    0.65,
    0.55,
)  # how alike one common word must make them: "other" and "is it dishwasher safe" say little
OF_ANOTHER = 0.65  # where the one common word stands beside others that the shop knows: "does this include tax"
FETCHED = "human_agent"  # what an answer leads to that only a person can go on with
ENGLISH_WORTH, MUCH = 2, 3  # a word says as much as two characters do; what a question must tell
BY_WORD = 0.7  # how alike one of an entry's own words makes them
_WORD = re.compile(r"[a-z0-9]+|[㐀-鿿]+")
_ALSO_COUNTRIES = ("uk", "england", "scotland", "wales", "korea", "英国", "韩国", "香港", "澳门", "台湾")
_COUNTRY = "anycountry"  # one word for all of them: who ships to Canada is asked about Norway, too
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "es", "ed", "ly", "s")
_IDLE_WORDS = (
    "a an the is are am be do does did i you your we our my me it its this that of to for in on at and or can could would "
    "will what which how there any if so please tell about have has with from when hi hello hey want "
    "thanks thank need know dont wont cant doesnt didnt isnt guys u ur got get them where not something anything ok okay"
)
_SAY_LITTLE = frozenset(
    {"cost", "much", "number", "find", "long", "send", "keep", "back", "all", "but", "why"}
)  # alone they make nothing alike
_CONTRACTED = re.compile(
    r"\b(?:ai|are|ca|could|did|do|does|had|has|have|is|must|need|should|was|were|wo|would)n['’]t\b"
    r"|\bcan['’]t\b|['’](?:s|m|re|ve|ll|d)\b"
)  # halves of them would pass for words
_SENSES = (  # what is asked after; "what" and "how" may ask for anything else
    ("why", re.compile(r"\bwhy\b|\bwhat\b.*\bfor[?.! ]*$")),
    ("when", re.compile(r"\b(?:when|how soon)\b")),
    ("where", re.compile(r"\bwhere\b")),
    ("who", re.compile(r"\bwho(?:m|se)?\b")),
    ("what", re.compile(r"\b(?:what|which|how)\b")),
)
_WHAT_FOR = re.compile(r"\bwhat\b.*\bfor[?.! ]*$")
_OF_POWER = re.compile(r"\bcharging\b|(?<=n't )charge(?= ?(?:any ?more|properly|at all|up|[.!]|$))")  # no fee
_FILLERS = frozenset({"actually", "really", "even", "exactly", "just", "maybe"})
_IDLE = frozenset(_IDLE_WORDS.split())
_COURTESY_HAN = re.compile(r"谢谢|多谢|谢了|请问|你好|您好|麻烦")
_IDLE_HAN = frozenset("的了吗呢吧啊是有我你您们请问一下个这那什么怎么要想能可以会和就都今明昨天")


class WrongKnowledge(Exception):
    """A knowledge file that can't be used; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing the shop can tell. `leads_to` names an intent that goes on from here ("price_protection", or "
    ""human_agent"). Whoever says one of
    the `words` means this, unless they ask something else nearly word for word; with `first` whatever request
    they seem to make."""

    id: str
    ask: tuple[str, ...]
    answer: str
    leads_to: str = ""
    words: tuple[str, ...] = ()
    first: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry and how much the question is like it, 0 to 1."""

    entry: Entry
    likeness: float


class Knowledge:
    """Some entries, ready to be searched."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        phrases = [(entry, Counter(features(text)), _sense(text)) for entry in entries for text in entry.ask]
        seen = Counter(feature for _, bag, _ in phrases for feature in bag)
        self._rare = {feature: math.log(1 + len(phrases) / count) for feature, count in seen.items()}
        self._unseen = math.log(1 + len(phrases))
        self._vectors = [(entry, self._vector(bag), sense) for entry, bag, sense in phrases]

    def find(self, question: str, leads_to: str | None = None) -> Hit | None:
        """The likeliest entry, however unlike, of those that lead to something if it is named; None when there is nothing in
        common."""
        asked, sense = self._vector(Counter(features(question))), _sense(question)
        among = [told for told in self._vectors if leads_to is None or told[0].leads_to == leads_to]
        known = sum(feature in self._rare for feature in asked)
        hits = [
            Hit(
                entry,
                _likeness(asked, vector, known, same=not (sense and other) or sense == other, exactly=sense == other),
            )
            for entry, vector, other in among
        ]
        best = max(hits, key=lambda hit: hit.likeness, default=None)
        if best is None or best.likeness < BY_WORD:
            meant = self.by_words(question, [entry for entry, _, _ in among])
            best = best if meant is None else Hit(meant, BY_WORD)
        return best if best is not None and best.likeness > 0 else None

    def by_words(self, question: str, among: Iterable[Entry] | None = None) -> Entry | None:
        """The entry whose own words are said, of some or of those that come first; None where nobody's are."""
        said = _plain(question)
        entries = (entry for entry in self.entries if entry.first) if among is None else among
        return next((entry for entry in entries if any(word in said for word in entry.words)), None)

    def of_id(self, name: str | None) -> Entry | None:
        """The entry of this id; None where the owner wrote none."""
        return next((entry for entry in self.entries if entry.id == name), None)

    def _vector(self, bag: Mapping[str, int]) -> Mapping[str, float]:
        weighed = {f: (1 + math.log(n)) * self._rare.get(f, self._unseen) for f, n in bag.items()}
        length = math.sqrt(sum(w * w for w in weighed.values())) or 1.0
        return {f: w / length for f, w in weighed.items()}


def _likeness(
    asked: Mapping[str, float], phrase: Mapping[str, float], known: int, *, same: bool, exactly: bool = True
) -> float:
    """The cosine; nothing for a single word in common that is little of what was asked or of the phrase, or where it is not
    the `same` that is asked after: "what number?" is no "why my number?". `known` are the words asked that any entry has."""
    shared = asked.keys() & phrase.keys()
    likeness = sum(asked[feature] * phrase[feature] for feature in shared)
    if len(shared) == 1 and (word := min(shared)).isascii():
        enough = ONE_WORD if len(asked) == 1 else OF_ANOTHER if known > 1 else ONE_OF_MORE
        little = word in _SAY_LITTLE and (len(phrase) > 1 or not exactly)
        return 0.0 if likeness < enough or little or not same else likeness
    return likeness


def _plain(text: str) -> str:
    """As words are looked for in it: 修改 is 更改, for nothing is repaired by it."""
    return unicodedata.normalize("NFKC", text).lower().replace("\u2019", "'").replace("修改", "更改")


def _sense(text: str) -> str:
    """What is asked after, by the first question word of English ones; empty where there is none."""
    said = text.lower()
    return next((sense for sense, pattern in _SENSES if pattern.search(said)), "")


@cache
def _countries() -> tuple[frozenset[str], tuple[str, ...]]:
    """The names of countries in both languages (Unicode CLDR): those of one word; the rest, the longest first."""
    named = (Territories(locale).territories for locale in ("en", "zh"))
    names = {name.lower() for of in named for code, name in of.items() if code.isalpha()}.union(_ALSO_COUNTRIES)
    words = frozenset(name for name in names if name.isascii() and name.isalpha())
    return words, tuple(sorted(names - words, key=lambda name: (-len(name), name)))


def features(text: str) -> Iterable[str]:
    """Stems of the words without idle ones, any country for each other; of Chinese each character and each pair. Where all
    words are idle ("what can you do") they tell something together only."""
    plain = _OF_POWER.sub("electricity", _plain(text))
    plain = _COURTESY_HAN.sub(" ", _CONTRACTED.sub(" ", plain))
    countries, longer = _countries()
    for name in longer:
        if name in plain:
            plain = plain.replace(name, f" {_COUNTRY} ")
    if _WHAT_FOR.search(plain):
        yield "why"
    words = [_COUNTRY if word in countries else word for word in _WORD.findall(plain) if word not in _FILLERS]
    telling = [kept for word in words if (kept := _telling(word))]
    if not telling and words:
        yield " ".join(words)
    for word in telling:
        if word[0] >= "㐀":
            yield from (f"{a}{b}" for a, b in pairwise(word))
            yield from word
        else:
            yield _stem(word)


def without_name(text: str, name: str) -> str:
    """The words without those of a name: 这个水壶保修几年 is 这个保修几年 without 电热水壶."""
    named = set(features(name))
    pairs = {pair for pair in named if len(pair) == 2 and pair[0] >= "㐀"}
    kept = re.sub(r"[A-Za-z0-9]+", lambda m: " " if named.intersection(features(m[0])) else m[0], text)
    inside = {at + step for at, pair in enumerate(pairwise(kept)) if "".join(pair) in pairs for step in (0, 1)}
    return "".join(" " if at in inside else sign for at, sign in enumerate(kept)).strip()


def tells_much(text: str) -> bool:
    """Whether more is asked about than one thing: "where is my order" is as like "how do i order" as can be."""
    telling = [one for one in features(text) if one.isascii() or len(one) == 1]
    return sum(ENGLISH_WORTH if one.isascii() else 1 for one in telling) >= MUCH


def names_something(text: str) -> bool:
    """Whether any word says what is asked about."""
    return any(_telling(word) for word in _WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def _telling(word: str) -> str:
    """What of a word says what is asked about."""
    if word[0] >= "㐀":
        return "".join(c for c in word if c not in _IDLE_HAN)
    return "" if word in _IDLE else word


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    return word.removesuffix(ending).removesuffix("e") if ending else word.removesuffix("e")


def read_knowledge(file: Path) -> Knowledge:
    """A file's entries. Raises WrongKnowledge with a sentence that says where and what."""
    try:
        loaded = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise WrongKnowledge(
            f"{file}:{line}: this is not YAML; look at the quotes, colons and columns there."
        ) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise WrongKnowledge(f"{file} can't be read ({type(error).__name__}); correct it and try again.") from error
    entries = loaded.get("entries") if isinstance(loaded, dict) else None
    if not isinstance(entries, list) or not entries:
        raise WrongKnowledge(f"{file}: give a list `entries`, each with id, ask and answer.")
    read = [_entry(file, number, given) for number, given in enumerate(entries, 1)]
    twice = [name for name, count in Counter(entry.id for entry in read).items() if count > 1]
    if twice:
        raise WrongKnowledge(f"{file}: the id {twice[0]} stands twice; give each entry its own.")
    return Knowledge(read)


def _entry(file: Path, number: int, given: Any) -> Entry:
    if not isinstance(given, dict) or not isinstance(given.get("id"), str):
        raise WrongKnowledge(f"{file}: entry {number} has no id; give it a short name.")
    name, ask, answer = given["id"], given.get("ask"), given.get("answer")
    if not isinstance(ask, list) or not ask or not all(isinstance(one, str) and one.strip() for one in ask):
        raise WrongKnowledge(f"{file}: {name} needs `ask`, a list of ways people ask it.")
    if not isinstance(answer, str) or not answer.strip():
        raise WrongKnowledge(f"{file}: {name} needs `answer`, what is told.")
    words = given.get("words") or []
    if not isinstance(words, list) or not all(isinstance(one, str) and one.strip() for one in words):
        raise WrongKnowledge(f"{file}: {name}: `words` is a list of words that can mean nothing else, or is left out.")
    telling = tuple(_plain(word.strip()) for word in words)
    first = given.get("first", False)
    if not isinstance(first, bool) or (first and not telling):
        raise WrongKnowledge(
            f"{file}: {name}: `first` is true or false, and needs `words`, which come before any request."
        )
    return Entry(name, tuple(ask), " ".join(answer.split()), str(given.get("leads_to") or ""), telling, first)


class KnowledgeShelf:
    """The knowledge of each language, read anew when its file changes; a file with a mistake leaves the one before in use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[Locale, tuple[float, Knowledge]] = {}

    def of(self, locale: Locale) -> Knowledge:
        """Without a file there is no knowledge, and nothing is answered."""
        file = self._folder / f"{locale}.yml"
        kept = self._read.get(locale)
        try:
            changed = file.stat().st_mtime
            if kept is None or kept[0] != changed:
                kept = (changed, read_knowledge(file))
                self._read[locale] = kept
        except (OSError, WrongKnowledge):
            return kept[1] if kept else Knowledge(())
        return kept[1]
