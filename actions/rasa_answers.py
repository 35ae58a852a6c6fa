"""How a question is answered beside a plain yes or no: "oh wait, wrong one", "yes ask them", "no, flat 4c". Pure."""

import re

from actions.rasa_plans import PLANS
from actions.rasa_turn import CustomerTurn

LONGEST_RETRACTION = 40
LEAST_WORDS = 4  # of a street with its town
_RETRACTS = re.compile(
    r"^(?:(?:no|nope|oh|wait|sorry|oops|hang on|ah|hm+|actually|my bad|my mistake)\b[,.! ]*)*"
    r"(?:(?:that'?s|thats|that was|that is|it'?s|its|i (?:gave|told|sent) you|i meant) )*(?:the |an? |not )*"
    r"(?:(?:wrong|other|different) (?:one|order|number)|not (?:that|this) (?:one|order))(?: (?:sorry|number))*[ .!]*$"
    r"|^(?:不对|不是|等等|抱歉|哎|啊|[,，。! ])*(?:单号|订单号?)?(?:说|给|发|报|弄|搞)?错了?(?:单号|订单号?|一单)?了?[ 。.!！]*$"
    r"|^(?:不对|不是|[,，。! ])*不是(?:这|那)(?:个|一?单|笔)(?:订单)?[ 。.!！]*$",
    re.I,
)
_YES_AND = re.compile(
    r"^(?:yes|yeah|yep|yup|sure|correct|go ahead|please do)\b"
    r"(?!.*\b(?:but|not|no|n't|dont|don't|wait|other|another|instead|rather|first|only|just|except|if|when|how|what|why|or)\b)"
    r"[^?？0-9]{0,40}$"
    r"|^(?:是的?|[对對]的?|好的?|可以|行|嗯)[,， ]*(?:你|就|那|请|麻烦|帮我|帮|给我)*"
    r"(?:问|報|报|取消|退|换|換|改|办|辦|查|催|申请|登记|提交)[^不别別?？吗嗎0-9先]{0,10}$",
    re.I,
)

_PARTS = (  # of an address, where only one is put right
    re.compile(r"\b(?:flat|apartment|apt|unit|suite|room)\b", re.I),
    re.compile(
        r"\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|crescent|terrace|boulevard|blvd|quay|place|row"
        r"|hill)\b",
        re.I,
    ),
)
_POSTCODE = re.compile(r"^(?:the |my )?(?:post ?code|zip(?: code)?)?(?: is)? ?([0-9]{4,6})[. ]*$", re.I)
_OLD_POSTCODE = re.compile(r"(?<![0-9])[0-9]{4,6}(?![0-9])")
_UNITS = re.compile(r"^(?:[0-9A-Za-z一二三四五六七八九十]{1,6}(?:号|號|室|楼|樓|栋|棟|单元|單元|弄))+[。 ]*$")
_UNIT = re.compile(r"[0-9A-Za-z一二三四五六七八九十]{1,6}(号|號|室|楼|樓|栋|棟|单元|單元|弄)")


def put_right(address: str, said: str) -> str | None:
    """The address with the part that was said anew ("flat 4c") in place of the old one; what was said, where that is a whole
    address; None, where it can't be told what it is a part of."""
    said = said.strip(" .。")
    if _UNITS.match(said):
        for unit in _UNIT.finditer(said):
            old = next((o for o in _UNIT.finditer(address) if o[1] == unit[1]), None)
            if old is None:
                return None
            address = address[: old.start()] + unit[0] + address[old.end() :]
        return address
    if code := _POSTCODE.match(said):
        old_codes = list(_OLD_POSTCODE.finditer(address))
        return f"{address[: old_codes[-1].start()]}{code[1]}{address[old_codes[-1].end() :]}" if old_codes else None
    kinds = [part for part in _PARTS if part.search(said)]
    if "," in said or len(kinds) != 1:
        return said if "," in said or len(kinds) == len(_PARTS) or not said.isascii() else None
    segments = address.split(",")
    at = next((n for n, segment in enumerate(segments) if kinds[0].search(segment)), None)
    if at is None:
        return f"{said}, {address}" if kinds[0] is _PARTS[0] else said if len(said.split()) > LEAST_WORDS else None
    return ", ".join([*(one.strip() for one in segments[:at]), said, *(one.strip() for one in segments[at + 1 :])])


def retracts(turn: CustomerTurn, asked: str | None) -> bool:
    """Whether the order named before is taken back ("oh wait, wrong one") while something else is asked about it."""
    about_it = asked in ("last4", "proof", "confirmed") and not turn.is_payload
    return about_it and len(turn.text) <= LONGEST_RETRACTION and _RETRACTS.search(turn.said) is not None


def goes_ahead(turn: CustomerTurn, need: str | None) -> bool:
    """Whether it is a yes that names what it is a yes to ("yes ask them"): nothing else is wanted, and nothing is asked."""
    wants = turn.intent if turn.intent in PLANS else None
    return wants in (None, need) and not turn.is_payload and _YES_AND.match(turn.said.strip()) is not None
