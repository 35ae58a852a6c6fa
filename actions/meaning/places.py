"""An address as the answer to the question for one: what of the words is a place, and what could be sent to. Pure."""

import re

from actions.meaning.kinds import other_change
from actions.reading.address_gaps import (
    is_abroad,
    is_box,
    lacks_house,
    without_street_called,
    without_whom,
)
from actions.reading.address_leads import without_lead, without_tail
from actions.reading.address_parts import phones_hidden
from actions.reading.address_wishes import address_in, says_more
from actions.reading.addresses import (
    HOUSE_KINDS,
    STREETS,
    begins,
    has_street,
    is_estate,
    is_region,
    names_whom,
    spoken,
    without_proof,
)
from actions.reading.characters import simplified
from actions.reading.day_conditions import without_day
from actions.reading.recipients import as_whom, recipient_in, with_recipient
from actions.reading.sentences import is_said

NOWHERE = frozenset({"abroad", "box"})  # where nothing is delivered
LONGEST = 400  # characters in which one is looked for
MOST_KEPT = 200
SHORTEST = 4  # characters of a town or a name with which an address begins
MOST_WORDS = 4  # of such a line
_ASKS = re.compile(
    r"^(?:(?:ok|okay|so|and|but|well|uh|um|can i ask|may i ask)[,. ]+)*(?:how|what|why|when|where|which|who|whose|does|did|are|is"
    r" (?:it|that|there))\b",
    re.I,
)
_WHO = re.compile(
    r"收[件货貨]人|姓名|名字|电话|手机|\b(?:c/o|attn|name|phone|recipient)\b", re.I
)  # ahead of where it goes
_LABEL = re.compile(r"^ ?(?:详细|收[货件]|送货|新)*(?:地址|地方)[是为:： ]*(?=.{4})")
_PART = re.compile(r"(?<=[,，;；。!！?？\n])")
_NOT_TO = re.compile(r"[.,;，；。?？!！ ]+$")
_PLACE_EN = re.compile(
    rf"\b(?:{STREETS}|way|grove|gardens?|park|flat|apartment|apt|house|cottage|farm|mill|villas?|lodge|hall|manor|barn|building"
    r"|towers?|p\.? ?o\.? box|unit|suite|estate|campus|hotel|dorm\w*)\b|(?<![0-9])[0-9]{1,3}[a-z]?\b"
    r"(?! *(?:am|pm|%|o'clock|of|days?|weeks?|hours?|minutes?|months?|times?|items?|pieces?|people|dollars?)\b)"
    r"|(?:str(?:\.|aße|asse)?|weg|gasse|platz|straat|laan|allee)\b|\b(?:rue|via|calle|avenida|rua|piazza|plaza)\b",
    re.I,
)
_PLACE_ZH = re.compile(
    rf"[\u4e00-\u9fff](?:路|街|巷|弄|胡同|大道|村|小区|花园|家园|苑|大厦|广场|公寓|园区|工业园|产业园|宿舍|大学|学院|中学"
    rf"|小学|医院|酒店|写字楼|驿站|中心"
    rf"|院)|[0-9a-zA-Z零一二三四五六七八九十幺]{{1,6}}(?:{HOUSE_KINDS})"
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_TOWN_LINE = re.compile(r"[A-Z][\w'’.\-]*(?:,? (?:[A-Z][\w'’.\-]*|[0-9]{4,6}|of|the|on|upon|de|la)){0,5}")


_WHO_BEHIND = re.compile(
    r"[,.;] *(?:and )?(?=(?:(?:her|his|their|the recipient'?s?) name(?:'s| is)|the recipient(?:'s| is)|recipient|attn|c/o)\b)"
    r"(?P<who>[^,;0-9]{4,60}(?:[, ]+[^,;]{0,12}[0-9 \-]{7,16})?)$",
    re.I,
)


def address_told(text: str) -> str | None:
    """What of an answer is an address, or the line it begins with, with whom it goes to; None for a question, a wish or a
    remark."""
    behind = _WHO_BEHIND.search(text.strip(" .!")[:LONGEST])
    who = recipient_in(behind["who"]) if behind else None
    if behind is None or who is None:
        return _told(text)
    address = _told(text.strip(" .!")[: behind.start()])
    return with_recipient(address, *who)[:MOST_KEPT] if address and sendable(address) else _told(text)


def _told(text: str) -> str | None:
    if other_change(text):
        return None
    text = without_street_called(without_day(text).strip())
    if text.isascii() and (who := recipient_in(text)):
        return ", ".join(filter(None, (as_whom(who[0]), who[1])))
    if names_whom(text) and not is_said(text):
        return without_tail(text.strip())[:MOST_KEPT]
    said = without_proof(without_tail(spoken(text.strip()[:LONGEST])))
    if begins(said):
        return said
    plain = without_lead(said)
    if sendable(plain) and not says_more(plain) and not _ASKS.match(plain):
        return _NOT_TO.sub("", plain)[:MOST_KEPT]
    named = address_in(text)
    if named is not None and not says_more(named) and not _WHO.search(text[: text.find(named[:MOST_WORDS])]):
        return named
    asks = _ASKS.match(said) is not None
    if asks or not (address := _places_of(said)):
        return None
    return address[:MOST_KEPT]


def sendable(address: str) -> bool:
    """Whether it names a street, a house or an estate: to a town or to somebody's name alone nothing is sent."""
    plain = without_whom(phones_hidden(simplified(address)))
    if is_region(plain):
        return False
    kinds = _PLACE_ZH if _CHINESE.search(plain) else _PLACE_EN
    return kinds.search(plain) is not None or has_street(plain) or is_estate(plain)


def gap_of(address: str) -> str | None:
    """Why nothing is sent there yet: it is "abroad" or a post office's "box", or its "street" or the "house" in it is missing."""
    if is_abroad(address):
        return "abroad"
    if is_box(address):
        return "box"
    if not sendable(address):
        return "street"
    return "house" if lacks_house(address) else None


def _places_of(said: str) -> str:
    """The parts that are places or names, without those that say something ("…, it's my office"); empty where none is left."""
    parts = [_LABEL.sub("", part) for part in _PART.split(without_lead(said)) if part.strip(" ,，。;；.!！?？")]
    kept = [part for part in parts if not says_more(part) or names_whom(part)]
    address = _NOT_TO.sub("", "".join(kept).strip())
    return address if address and (sendable(address) or _begins(address)) else ""


def _begins(address: str) -> bool:
    """Whether it may be the first line of one: a town, or whom it goes to."""
    if names_whom(address):
        return True
    if len(address) < SHORTEST or len(address.split()) > MOST_WORDS:
        return False
    return _TOWN_LINE.fullmatch(address) is not None
