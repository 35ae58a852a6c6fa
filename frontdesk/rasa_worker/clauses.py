"""What a message holds beside its request: thanks glued to it, what is not wanted, a second request. Pure; knows no Rasa."""

import itertools
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from actions.meaning.both_orders import both_wanted, of_orders
from actions.meaning.grievances import aggrieved
from actions.meaning.kept import BOTH, UNNAMED, Kept, written
from actions.meaning.references import OTHER, follows_on, goods_alone, number_alone, which_of
from actions.plans import PLANS
from actions.reading.address_wishes import only_to_be_sent, without_addresses
from actions.reading.courtesy import after_courtesy, after_thanks, asks_on
from actions.reading.number_kinds import ANY, orders_in
from actions.reading.orders_named import MOST_BESIDE, denied_in
from frontdesk.rasa_worker.conditions import condition_in
from frontdesk.rasa_worker.matters import matter_in
from frontdesk.rasa_worker.paired import paired_in
from frontdesk.rasa_worker.parting import in_digits, numbers_of, own_words
from frontdesk.rasa_worker.person import asks_for_person, without_refusal
from frontdesk.rasa_worker.sequence import in_sequence
from frontdesk.rasa_worker.several import FOLLOWS, SURE, SURE_TOLD, several_in

SHORTEST, SHORTEST_ZH = 5, 3  # characters of a clause; of a Chinese one
_BETWEEN = re.compile(  # tried at the first of many separators only: thousands of them must stay quick
    r"(?<![,;.!? ])[,;.!? ]++(?:and also|and then|and|also|then|plus|besides)\b[, ]*(?:also |then |could you |can you |please )*"
    r"|(?<![,，;；。.!！ ])[,，;；。.!！ ]*+(?:另外|还有就是|还有|還有|顺便|順便|顺带|并且|同时|同時|然后|然後)[,，]?"
    r"|(?<=[\u4e00-\u9fff]) (?=[0-9]{5,7} ?[\u4e00-\u9fff])",  # 10034退货 10033催发货
    re.I,
)
LONGEST_TURNS, LONGEST_PERSON = (
    120,
    45,
)  # characters of a message in which something comes before a person; of its words for one
_BESIDE = re.compile(  # where more than two parts are joined: the words that begin another matter
    r"(?<![,;.!? ])[,;.!? ]++(?:and |oh |but ){0,3}(?:also|plus|besides|one more thing|another thing)\b[, ]*"
    r"(?:could you |can you |please )*"
    r"|(?<![,，;；。.!！?？ ])[,，;；。.!！?？ ]*+(?:另外|还有就是|还有|還有|顺便|順便|顺带)[,，]?"
    r"|[,;.!?] ?(?:and )?(?:second(?:ly)?|number two|2[.)])[,: ]+"
    r"|(?<![,，;；。.!！?？ ])[,，;；。.!！?？ ]++(?:第二(?:是|[,，、: ]|(?=[0-9我能可想查退换取改开]))|二是|其次)[,，: ]?",
    re.I,
)
_ADDED = re.compile(
    r"\b(?:also|plus|besides|second(?:ly)?)\b|第二|其次|二是|另外|还有|還有|顺便|順便|顺带|同时|同時", re.I
)  # the two are said to be two
_IN_TURN = (  # what parts the two, and whether the person is named first
    (
        re.compile(
            r"[,.;]?+ (?:but |only |though )?(?:can you |could you |please )?(?:first(?:ly)?|before (?:that|you do|i do))\b[, ]*"
            r"|[，,。 ]*+(?:不过|但是?|之前|以前|前)?[，,]?(?:你|您|请|麻烦|能不能|可以)?先(?:帮我|给我|告诉我|和我说|跟我说)?",
            re.I,
        ),
        True,
    ),
    (
        re.compile(
            r"[,.;]?+ (?:and )?(?:then|after (?:that|which)|afterwards)\b[, ]*|[，,。 ]*+(?:然后|之后|完了|再)(?:帮我|给我)?",
            re.I,
        ),
        False,
    ),
)
PERSON = "human_agent"
CHANGES = frozenset({"change_order", "change_address"})
Guess = Mapping[str, Any]  # name and confidence
NO_REQUEST = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny"})
CLEAR = 0.6  # of a request beside a courtesy; less may be more of the same ("thanks, that answers it")


_FOR_WHAT = re.compile(r"for\b|that\b|you(?:r| are|'?re| have)\b", re.I)  # "thanks so much for sorting it"
LONG_STORY, LONGEST_STORY, MOST_WISHES = 120, 1500, 6  # characters of a message with a request somewhere in it; clauses
_SAYS_WISH = re.compile(
    r"(?:^|(?<=[.,;!?\n]))[ ]*(?:and |but |so |now |honestly |also |then )*"
    r"((?:(?:all )?i(?:'?d| would)? (?:just |really |only )?(?:want|need|like)\b(?: to know)?|can you|could you|please|where|when"
    r"|how do i|can i|could i)\b[^.,;!?\n]{8,120})",
    re.I,
)
LONGEST_REFUSAL = 200  # characters that are looked at for it
_ALREADY_SAID = r"(?:(?:no|nope|wait|sorry|oh|ok|okay|actually|well|but|please|stop)\b[,.! ]*)*"
_NOT_WANTED = (  # "no don't cancel it, return it"; "i want a replacement, not a refund": what is refused, and what is wanted
    re.compile(
        rf"^{_ALREADY_SAID}(?:i |we )?(?:am not|'?m not|do not|don'?t|dont|didn'?t|didnt|never|not)\b"
        r"(?P<refused>[^,;.!?]{2,60}?)"
        r"(?: ?[,;.!]+| but\b| i just\b| just\b| (?=i (?:want|need|would|'?d)\b))"
        r"[ ,]*(?:but |and |just |rather |instead )*(?P<wanted>.+)$",
        re.I | re.S,
    ),
    re.compile(
        r"^(?P<wanted>.{5,120}?)(?:, ?(?:and )?(?:not|don'?t|dont|do not)|,? instead of|,? rather than|,? and not)"
        r" (?P<refused>[^,;.!?]{2,60})[.! ]*$",
        re.I | re.S,
    ),
    re.compile(
        r"^(?:不是?|我|请|先|等等|[,，。 ])*(?:不要|不想要?|不用|不需要|不是要?|别)(?P<refused>[^,，。;；!！?？]{1,20})"
        r"[,，。;；!！ ]+(?:我)?(?:而是|只是)?(?P<wanted>.+)$",
        re.S,
    ),
)


class Rest(str):
    """What a message says behind its thanks: only that is heard of it."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Later:
    """What to begin with, and what is kept for later, as `actions.meaning.kept` writes it ("return_item
    10024;order_status 10031"). Where the first has words of its own, it is only heard in those."""

    first: dict[str, Any]
    value: str
    words: str = ""


def request_in(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> str:
    """The message without the thanks, the greeting or the refusal of a person before its request ("thanks, and where is
    10033?"); else the text as it is."""
    wanted = without_refusal(text)
    if wanted != text and len(wanted.strip()) >= SHORTEST:
        return wanted.strip()
    if (matter := _matter(text, whole, classify)) is not None:
        return matter
    understood = whole["name"] not in NO_REQUEST and whole["confidence"] >= SURE
    rest = text if understood else after_courtesy(text) if whole["name"] in NO_REQUEST else after_thanks(text)
    if len(rest) < (SHORTEST - 1 if rest.isascii() else SHORTEST_ZH) or rest == text.strip():
        return text
    guess = classify(rest)
    goes_on = guess["name"] == "inform" and (follows_on(rest) or number_alone(rest))
    goes_on = goes_on or (guess["name"] not in NO_REQUEST and goods_alone(rest) is not None)
    clear = guess["name"] not in (*NO_REQUEST, "out_of_scope", "inform", None) and guess["confidence"] >= CLEAR
    more = guess["name"] not in NO_REQUEST and (clear or goes_on or asks_on(rest)) and not _FOR_WHAT.match(rest)
    by_its_and = goods_alone(text) is not None and not (clear and guess["name"] in PLANS)  # "thanks. and the gloves?"
    if more and after_thanks(text) != text and not by_its_and:
        return Rest(rest)
    return rest if clear or goes_on else text


def _matter(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> str | None:
    """What is to be talked about, where that is a request of its own and the whole is like a wish for a person, or like nothing:
    "i want to talk about my bill". Whoever names a person to talk to gets one."""
    vague = (PERSON, "out_of_scope", *(() if aggrieved(text) else ("complaint",)))
    clear = whole["confidence"] >= CLEAR and whole["name"] not in vague
    matter = None if clear or asks_for_person(text) else matter_in(text)
    if matter is None:
        return None
    guess = classify(matter)
    return matter if guess["name"] in PLANS and guess["confidence"] >= CLEAR else None


def wanted_in(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> str:
    """The message without what it refuses ("don't cancel it, change the address"), where that is what it was taken for or
    nothing clear; else the text as it is."""
    if text.startswith("/"):
        return text
    said = text[:LONGEST_REFUSAL].replace("\u2019", "'")
    for pattern in _NOT_WANTED:
        split = pattern.match(said)
        if split is None or len(text) > LONGEST_REFUSAL:
            continue
        wanted, refused = classify(split["wanted"]), classify(split["refused"])
        mistaken = whole["name"] == refused["name"] or whole["confidence"] < CLEAR or whole["name"] in NO_REQUEST
        if mistaken and wanted["name"] in PLANS and wanted["confidence"] >= CLEAR and wanted["name"] != refused["name"]:
            return split["wanted"].strip()
    return _wish_in(text, whole, classify)


def _wish_in(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> str:
    """Of a long story that is like nothing in particular, or only angry, the first clause that says what is wanted, with what
    follows it."""
    if len(text) < LONG_STORY or (whole["confidence"] >= CLEAR and whole["name"] != "complaint"):
        return text
    for wish in itertools.islice(_SAYS_WISH.finditer(text[:LONGEST_STORY]), MOST_WISHES):
        guess = classify(wish[1])
        if guess["name"] in PLANS and guess["confidence"] >= CLEAR:
            return wish[1]
    return text


def later_of(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> Later | None:
    """None when it is one request. Where numbers are named or one is "also" wanted the first leads, else what the whole
    sounds like ("I ordered a lamp yesterday and want to cancel it")."""
    if text.startswith("/"):
        return None
    if only_to_be_sent(text):
        return _to_same_address(text, whole)
    if (both := both_wanted(text)) is not None:
        return Later(
            {"name": both, "confidence": SURE}, Kept(both, UNNAMED, words=BOTH[0 if of_orders(text) else 1]).written
        )
    if whole["name"] == PERSON:
        return _person_after(text, classify)
    said = in_sequence(text)
    found = condition_in(said, classify) or paired_in(said) or several_in(said, classify)
    if found is not None:
        return Later(found.first, found.value, found.words)
    return _joined(said, whole, classify) or (Later(dict(whole), "", str(text)) if isinstance(text, Rest) else None)


def _to_same_address(text: str, whole: Guess) -> Later | None:
    """The orders beside the first that are to go to the same address."""
    denied = denied_in(text)
    named = [number for number in numbers_of(in_digits(without_addresses(text))) if number not in denied]
    if not 1 < len(named) <= MOST_BESIDE + 1 or whole["name"] not in CHANGES:
        return None
    return Later(dict(whole), written(Kept("change_address", number, words=text) for number in named[1:]))


def _joined(text: str, whole: Guess, classify: Callable[[str], dict[str, Any]]) -> Later | None:
    """Two needs joined by a word that says so."""
    if whole["name"] not in PLANS:
        return None
    parts = _parts(_BETWEEN, text)
    if len(parts) != 2:
        parts = _parts(_BESIDE, text)
    if len(parts) != 2:
        return None
    one, other = (classify(part) for part in parts)
    numbers = [next(iter(orders_in(part, ANY)), "") for part in parts]
    added = _ADDED.search(text, len(parts[0])) is not None
    for guess, number in zip((one, other), numbers, strict=True):
        if guess["name"] not in PLANS or guess["confidence"] < (SURE_TOLD if number or added else SURE):
            return None
    if one["name"] == other["name"] or other["name"] in FOLLOWS.get(one["name"], ()):
        return None
    if any(numbers) or whole["name"] == one["name"] or added:
        number = numbers[1] or (UNNAMED if which_of(text[text.find(parts[0]) + len(parts[0]) :]) == OTHER else "")
        return Later(one, Kept(other["name"], number).written, own_words(text, parts[0]))
    return Later(other, f"{one['name']} {numbers[0]}".strip()) if whole["name"] == other["name"] else None


_ONLY_LEADS = re.compile(  # "could i | also | get the invoice"
    r"^[ ,]*(?:(?:can|could|may|would|will|should|do|i|you|we|please|want|need|like|to|'?d|hi|hello)\b[ ,]*)+$"
    r"|^[我你您能可以想要请再还,， ]+$",
    re.I,
)


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    """What stands between the separators, but for what is too short to say anything; Chinese says more with less."""
    parts = [part.strip() for part in between.split(text) if part and not _ONLY_LEADS.match(part)]
    return [part for part in parts if len(part) >= (SHORTEST if part.isascii() else SHORTEST_ZH)]


def _person_after(text: str, classify: Callable[[str], dict[str, Any]]) -> Later | None:
    """A request that is to come before the person who is asked for, too: "a human please, but first tell me where 10023 is".
    None for all that does not say so outright: whoever asks for a person gets one."""
    if len(text) > LONGEST_TURNS:
        return None
    for pattern, person_first in _IN_TURN:
        parts = [part.strip() for part in pattern.split(text, maxsplit=1)]
        if len(parts) != 2 or not all(parts):
            continue
        person, request = parts if person_first else reversed(parts)
        guess = classify(request)
        plain = len(person) <= LONGEST_PERSON and asks_for_person(person)
        if plain and guess["name"] in PLANS and guess["confidence"] >= SURE:
            return Later(guess, PERSON)
    return None
