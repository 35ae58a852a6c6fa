"""An address as the answer to the question for one: what of the words is a place, and what could be sent to. Pure."""

import re

from actions.addresses import (
    HOUSE_KINDS,
    STREETS,
    address_in,
    has_street,
    is_estate,
    is_region,
    names_whom,
    spoken,
    without_proof,
)
from actions.characters import simplified
from actions.courtesy import without_courtesy
from actions.sentences import is_said

LONGEST = 400  # characters in which one is looked for
MOST_KEPT = 200
SHORTEST = 4  # characters of a town or a name with which an address begins
MOST_WORDS = 4  # of such a line
_ASKS = re.compile(
    r"^(?:(?:ok|okay|so|and|but|well|uh|um|can i ask|may i ask)[,. ]+)*(?:how|what|why|when|where|which|who|whose|does|did|are|is"
    r" (?:it|that|there))\b",
    re.I,
)
_LEAD = re.compile(
    r"^(?:(?>(?:ok|okay|yes|yeah|sure|no(?! ?\.? ?[0-9])|so|and|well|sorry|oh|hi|hello|wait|please|pls|can you|could you|could it"
    r"|i'm|i am|im|i|we|we're|live|living|moved|now|just|actually|it's|its|it|is|that's|that|to|at|for|send|ship|deliver"
    r"|go|goes|make|use|want|would like|'d like|should|be|rather"
    r"|(?:the |my |our |a )?(?:(?:new|full|whole|delivery|shipping|correct|right|postal|work|home|office) ){0,3}address"
    r"(?: now)?(?: is)?|(?:my|our) (?:work|office|home|house|flat|company|new place)(?: address)?(?: is)?)\b[ ,:.]*+))+"
    r"|^(?>(?:好的?(?=[,，。 ])|嗯+|哦|那(?![曲坡])|就|请|麻烦|帮我|给我|我的?(?!国)|我们|想(?=[改换寄送])|要(?=[改换寄送])"
    r"|新的?(?=地址)|收货(?=地址)|地址|现在|是"
    r"|[改换变]?[寄送发]?[成到为至给往]|[,，:：。！! ])++)",
    re.I,
)
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
    rf"[\u4e00-\u9fff](?:路|街|巷|弄|胡同|大道|村|小区|花园|家园|苑|大厦|广场|公寓|园区|工业园|产业园|宿舍|大学|学院|中学|小学|医院|酒店|写字楼|驿站|中心"
    rf"|院)|[0-9a-zA-Z零一二三四五六七八九十幺]{{1,6}}(?:{HOUSE_KINDS})"
)
_CHINESE = re.compile("[\u4e00-\u9fff]")
_TOWN_LINE = re.compile(r"[A-Z][\w'’.\-]*(?:,? (?:[A-Z][\w'’.\-]*|[0-9]{4,6}|of|the|on|upon|de|la)){0,5}")


def address_told(text: str) -> str | None:
    """What of an answer is an address, or the line it begins with; None for a question, a wish or a remark."""
    if names_whom(text) and not is_said(text):
        return text.strip()[:MOST_KEPT]
    said = spoken(text.strip()[:LONGEST])
    if is_region(said):
        return said
    if (named := address_in(text)) is not None and not is_said(named):
        return named
    asks = _ASKS.match(said) is not None
    if asks or not (address := _places_of(without_proof(without_courtesy(said)))):
        return None
    return address[:MOST_KEPT]


def sendable(address: str) -> bool:
    """Whether it names a street, a house or an estate: to a town or to somebody's name alone nothing is sent."""
    plain = simplified(address)
    if is_region(plain):
        return False
    kinds = _PLACE_ZH if _CHINESE.search(plain) else _PLACE_EN
    return kinds.search(plain) is not None or has_street(plain) or is_estate(plain)


def _places_of(said: str) -> str:
    """The parts that are places or names, without those that say something ("…, it's my office"); empty where none is left."""
    lead = _LEAD.match(simplified(said))
    rest = said[lead.end() :] if lead else said
    parts = [part for part in _PART.split(rest) if part.strip(" ,，。;；.!！?？")]
    kept = [part for part in parts if not is_said(part) or names_whom(part)]
    address = _NOT_TO.sub("", "".join(kept).strip())
    return address if address and (sendable(address) or _begins(address)) else ""


def _begins(address: str) -> bool:
    """Whether it may be the first line of one: a town, or whom it goes to."""
    if names_whom(address):
        return True
    if len(address) < SHORTEST or len(address.split()) > MOST_WORDS:
        return False
    return _TOWN_LINE.fullmatch(address) is not None
