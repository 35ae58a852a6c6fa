"""A part of the address that was read back, put right in words: "3栋改成2栋", "it's Pine Close, not Pine Court". Pure."""

import re

from actions.addresses import HOUSE_KINDS, STREETS, postcode_in
from actions.characters import simplified
from actions.number_words import ENGLISH

LONGEST = 100  # characters of a message that puts a part right
_SAID = "|".join(sorted(ENGLISH))
_FIGURE_EN = rf"(?:[0-9]{{1,5}}[a-z]?|(?:{_SAID})(?:[ -](?:{_SAID}))*+)"
_FIGURE_ZH = r"[0-9A-Za-z零〇一二三四五六七八九十幺]{1,6}"
_PAIRS = (  # what was wrong, and what it is
    re.compile(
        r"(?P<old>[^，。,；]{1,20}?)(?:[要得]?(?:改|换)[成为到]|应该是|错了?[，,]?(?:应该)?是)(?P<new>[^，。,；]{1,30})"
    ),
    re.compile(r"不是(?P<old>[^，。,；]{1,20}?)[，, ]?而?(?:应该)?是(?P<new>[^，。,；]{1,30})"),
    re.compile(r"是(?P<new>[^，。,；不]{1,30})[，, ]?不是(?P<old>[^，。,；]{1,20})"),
    re.compile(r"\bnot (?P<old>[^,;!?]{1,40}?)(?:,? but|[,;.]? (?:it'?s|it is|rather)|,) (?P<new>[^,;!?]{1,40})", re.I),
    re.compile(r"(?P<new>[^,;!?]{1,60}?),? (?:not|instead of|rather than) (?P<old>[^,;!?]{1,40})", re.I),
    re.compile(r"\b(?:change|correct) (?P<old>[^,;!?]{1,40}?) (?:to|into) (?P<new>[^,;!?]{1,40})", re.I),
)
_LEAD_EN = re.compile(
    r"^(?:(?>(?:no|nope|yes|yeah|ok|okay|but|well|sorry|oh|wait|actually|almost|half right|nearly|wrong|not quite|it'?s|it is"
    r"|its|it should be|that'?s|i meant?|make it|should be|the|to)\b[ ,.!:;]*+))+",
    re.I,
)
_LEAD_ZH = re.compile(
    r"^(?>(?:不对|不是(?=[，,。 ]|不[是对])|[写说打弄]?错了?|等一?下|等等|[,，。！! ])++)(?:应该)?是?|^(?:应该)?是"
)
_TAIL = re.compile(r"(?:[了吧呢啊呀。.!！ ]|谢谢|\bplease|\bthanks?(?: you)?)*+$", re.I)
_CODE = re.compile(r"(?:\b(?:post ?code|zip(?: ?code)?)\b|邮编|邮政编码)[^0-9]{0,16}(?P<new>[0-9]{4,6})(?![0-9])", re.I)
_NUMBER_EN = re.compile(
    rf"^(?:the )?(?:house |street )?(?:number|no\.?|nr\.?)(?: (?:is|should be|was|must be))?:? ?(?P<new>{_FIGURE_EN})[ .!]*$",
    re.I,
)
_ONLY_NUMBER = re.compile(rf"^(?P<new>{_FIGURE_EN})[ .!]*$", re.I)
_HOUSE_EN = re.compile(
    rf"\b{_FIGURE_EN}(?=(?: [a-z'.\-]{{2,20}}){{1,3}}? (?:{STREETS})\b)|(?<![0-9])[0-9]{{1,3}}[a-z]?\b", re.I
)
_NUMBER_ZH = re.compile(
    rf"(?:门牌号?|房间?号|房号|室号)[^0-9零一二三四五六七八九十幺]{{0,8}}(?P<new>{_FIGURE_ZH})[号室。.！! 了]*$"
)
_LAST_ZH = re.compile(rf"{_FIGURE_ZH}(?=[号室]?$)")
_UNIT = re.compile(rf"{_FIGURE_ZH}({HOUSE_KINDS})")
_UNITS = re.compile(rf"^(?:{_FIGURE_ZH}(?:{HOUSE_KINDS}))+(?P<room>[0-9]{{2,5}})?$")
_KIND_AT_END = re.compile(rf"(?:{HOUSE_KINDS})$")


def corrected(address: str, said: str) -> str | None:
    """The address with a part put right that is named beside what it was, or by its kind; None where nothing is put right."""
    said = simplified(said.strip()[: LONGEST + 1]).replace("\u2019", "'")
    if len(said) > LONGEST or re.search(r"[?？]|[吗嘛]$", said):
        return None
    return _by_pair(address, said) or _by_kind(address, said) or _by_units(address, said)


def _by_pair(address: str, said: str) -> str | None:
    """A改成B, "it's B, not A": where A stands in the address, whole."""
    for pattern in _PAIRS:
        if (found := pattern.search(said)) is None:
            continue
        old, new = _TAIL.sub("", found["old"]).strip(), _TAIL.sub("", found["new"]).strip()
        new = _LEAD_ZH.sub("", _LEAD_EN.sub("", new))
        if (at := _where(address, old)) and new:
            unit = _KIND_AT_END.search(address[slice(*at)])
            bare = unit is not None and re.fullmatch(_FIGURE_ZH, new) is not None
            return f"{address[: at[0]]}{new}{unit[0] if unit and bare else ''}{address[at[1] :]}"
    return None


def _where(address: str, old: str) -> tuple[int, int] | None:
    """Where it stands, or the longest end of it that does (楼号3栋 for 3栋): no part of a longer number or word."""
    text = simplified(address)
    for start in range(len(old)):
        part = old[start:].strip()
        if len(part) < 2 and not part.isdigit():
            return None
        if (
            start
            and old[start].isascii()
            and old[start - 1].isascii()
            and old[start - 1].isalnum()
            and old[start].isalnum()
        ):
            continue
        edge = r"(?<![0-9A-Za-z])" if part[0].isascii() else "", r"(?![0-9A-Za-z])" if part[-1].isascii() else ""
        if found := re.search(f"{edge[0]}{re.escape(part)}{edge[1]}", text, re.I):
            return found.span()
    return None


def _by_kind(address: str, said: str) -> str | None:
    """ "postcode is 94111", "the number is 17", 门牌号错了是1202."""
    if code := _CODE.search(said):
        old = postcode_in(address)
        joint = ", " if address.isascii() else "，"
        return (
            f"{address[: old.start()]}{code['new']}{address[old.end() :]}" if old else f"{address}{joint}{code['new']}"
        )
    if number := _NUMBER_ZH.search(said):
        return _put(address, _LAST_ZH.search(address), number["new"]) if not address.isascii() else None
    plain = _LEAD_EN.sub("", said)
    led = plain != said
    found = _NUMBER_EN.match(said) or _NUMBER_EN.match(plain) or (_ONLY_NUMBER.match(plain) if led else None)
    return _put(address, _HOUSE_EN.search(address), found["new"]) if found and address.isascii() else None


def _put(address: str, old: re.Match[str] | None, new: str) -> str | None:
    return f"{address[: old.start()]}{new}{address[old.end() :]}" if old else None


def _by_units(address: str, said: str) -> str | None:
    """ "不对是五号二栋": house, building and room in place of those there, or behind them."""
    part = _TAIL.sub("", _LEAD_ZH.sub("", said))
    if part == said or not (units := _UNITS.match(part)):
        return None
    for unit in _UNIT.finditer(part):
        old = next((one for one in _UNIT.finditer(address) if one[1] == unit[1]), None)
        address = f"{address[: old.start()]}{unit[0]}{address[old.end() :]}" if old else f"{address}{unit[0]}"
    return f"{address}{units['room']}" if units["room"] else address
