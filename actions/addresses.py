"""An address as it comes in pieces: a part put right, one said afterwards, and whether it looks whole. Pure; knows no order."""

import re

from actions.given_at_once import STREET

LEAST_WORDS = 4  # of a street with its town
LONGEST_PART = 120  # characters of one
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
_NUMBERED = r"[0-9A-Za-z一二三四五六七八九十]{1,6}(?:号|號|室|楼|樓|栋|棟|幢|座|层|層|单元|單元|弄|组|組)"
_HOUSE = re.compile(rf"^(?:{_NUMBERED})+[0-9]{{0,5}}室?$")
_REGION = re.compile(r"^[\u4e00-\u9fff]{1,12}[省市区區县縣镇鎮乡鄉]$")
_ESTATE = re.compile(
    r"^[\u4e00-\u9fff0-9A-Za-z]{2,20}(?:小区|花园|家园|苑|大厦|广场|公寓|村|路|街|大道|巷)[0-9A-Za-z号栋单元室]*$"
)
_LEAD = re.compile(
    r"^(?:(?:and|it'?s|it is|its|the|my|i mean|sorry|oh|also|in|post ?code|zip(?: code)?|town|city)\b[ ,:]*)+"
    r"|^(?:是|就是|还有|還有|哦|对了|邮编|[,，: ])+",
    re.I,
)
_TOWN = re.compile(r"^(?:[0-9]{4,6}[, ]+)?[A-Za-z][A-Za-z'’.\- ]{2,40}?(?:[, ]+[0-9]{4,6})?$")
MOST_TOWN_WORDS = 4
_WHOLE_EN = re.compile(r"\d.*(?:,|\b[0-9]{4,6}\b)|,.*\d")
_WHOLE_ZH = re.compile(r"(?:[省市]|(?<!小)[区區]|[县縣镇鎮乡鄉]).*[0-9一二三四五六七八九十]")


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


def completed(address: str, said: str) -> str | None:
    """The address with what was said of it afterwards ("flat 2b", "Springfield 4455", 3单元502), or the whole one said anew; None
    for what is no part of an address."""
    part = _LEAD.sub("", said.strip(" .。,，!！"))
    if len(part) < len("1号") or len(part) > LONGEST_PART:
        return None
    if not part.isascii():
        return _completed_in_chinese(address, part)
    if STREET.search(part) or any(kind.search(part) for kind in _PARTS):
        return (put_right(address, part) if STREET.search(address) else None) or f"{address}, {part}"
    if _POSTCODE.match(part):
        return put_right(address, part) or f"{address}, {part}"
    named = part[0].isupper() or any(c.isdigit() for c in part) or "," not in address
    is_town = _TOWN.match(part) is not None and len(part.split()) <= MOST_TOWN_WORDS
    return f"{address}, {part}" if is_town and named else None


def _completed_in_chinese(address: str, part: str) -> str | None:
    if _HOUSE.match(part):
        return (put_right(address, part) if _UNITS.match(part) else None) or f"{address}{part}"
    if _REGION.match(part):
        return f"{part}{address}"
    if STREET.search(part):
        return part if STREET.search(address) else f"{address}{part}"
    return f"{address}{part}" if _ESTATE.match(part) else None


def looks_whole(address: str) -> bool:
    """Whether it has a house and a town, as far as its shape tells."""
    return (_WHOLE_EN if address.isascii() else _WHOLE_ZH).search(address) is not None
