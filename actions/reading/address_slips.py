"""A piece of the address that was read back, put right or added in words: "3栋改成2栋", "it's Pine Close, not Court". Pure."""

import re

from actions.reading import address_parts as parts
from actions.reading import address_parts_zh as parts_zh
from actions.reading.addresses import names_whom, postcode_in, without_proof
from actions.reading.characters import simplified
from actions.reading.number_kinds import nothing_but_digits
from actions.reading.numbers import runs_in

LONGEST = 100  # characters of a message that puts a piece right
LEAST_CODE, MOST_CODE = 4, 6  # figures of a postcode
USUAL_CODE = 5
_PAIRS = (  # what was wrong, and what it is
    re.compile(
        r"(?P<old>[^，。,；]{1,20}?)(?:[要得]?(?:改|换)(?:[成为到]|(?=[0-9]))|应该是"
        r"|错了?[，,]?(?:应该)?是)(?P<new>[^，。,；]{1,30})"
    ),
    re.compile(r"不是(?P<old>[^，。,；]{1,20}?)[，, ]?而?(?:应该)?是(?P<new>[^，。,；]{1,30})"),
    re.compile(r"是(?P<new>[^，。,；不]{1,30})[，, ]?不是(?P<old>[^，。,；]{1,20})"),
    re.compile(r"\bnot (?P<old>[^,;!?]{1,40}?)(?:,? but|[,;.]? (?:it'?s|it is|rather)|,) (?P<new>[^,;!?]{1,40})", re.I),
    re.compile(r"(?P<new>[^,;!?]{1,60}?),? (?:not|instead of|rather than) (?P<old>[^,;!?]{1,40})", re.I),
    re.compile(r"\b(?:change|correct) (?P<old>[^,;!?]{1,40}?) (?:to|into) (?P<new>[^,;!?]{1,40})", re.I),
    re.compile(
        r"(?P<old>[^,;!?]{1,40}?) (?:should (?:be|read|say)|is meant to be) (?P<new>[^,;!?]{1,40})",
        re.I,
    ),
    re.compile(
        r"(?P<old>[^,;!?]{1,40}?) (?:is|was) (?:wrong|incorrect|a typo)[,;. ]+(?:it'?s|it is|it should be|should be|make it)"
        r" (?P<new>[^,;!?]{1,40})",
        re.I,
    ),
)
_LEAD_EN = re.compile(
    r"^(?:(?>(?:no|nope|yes|yeah|ok|okay|but|well|sorry|oh|wait|(?:hold|hang) on|actually|almost|half right|nearly|wrong"
    r"|not quite|it'?s|it is|its|it (?:should|must) be|that'?s|i meant?(?: to say)?|make (?:it|that)|should be|the|to|and|also"
    r"|then|so|please|um+|uh+|er+m*|just|change (?:it|that) to|rather|add|plus|with|you forgot|i forgot(?: to (?:say|add))?"
    r"|there'?s(?: also)?|correct|right|i think|are|in|(?:street(?: name)?|town|city|unit(?: number)?|apartment number) (?:is"
    r"|should be|must be)|is)\b[ ,.!:;]*+))+",
    re.I,
)
_TAIL_EN = re.compile(
    r"(?:[ ,.!]++(?:sorry|please|pls|thanks?(?: you)?|i mean(?:t)?|instead|actually|now|too|as well|then|rather|is (?:right"
    r"|correct)|not that|my (?:mistake|bad)|please add (?:it|that)))++[ .!]*$|[ .!]+$",
    re.I,
)
_LEAD_ZH = re.compile(
    r"^(?>(?:不对|不是(?=[，,。 ]|不[是对])|[写说打弄]?错了?|等一?下|等等|那个|那|还有|還有|另外|再|[补加](?:充?(?:一下|上"
    r"|个)|充)"
    r"|加|哦|嗯|呃|啊(?=[，,。 ])|对了|对(?=[，,。 ])|好的?(?=[，,。 ])|就是|应该|改[成为到]?|换[成为]|楼层|房间?号"
    r"|[省市区县](?:写|弄)?错了"
    r"|[，,。！! ])++)"
    r"(?:应该)?是?|^(?:应该)?是"
)
_TAIL = re.compile(r"(?:[了吧呢啊呀。.!！ ]|谢谢|\bplease|\bthanks?(?: you)?)*+$", re.I)
_CODE = re.compile(
    r"(?:\b(?:post(?:al)? ?code|zip(?: ?code)?)\b|邮编|邮政编码)(?P<between>[^0-9]{0,16})(?P<new>[0-9]{4,6})(?![0-9])",
    re.I,
)
_CODE_LED = re.compile(r"^(?:(?:my|the) )?(?:post(?:al)? ?code|zip(?: ?code)?)\b", re.I)
_NUMBER_EN = re.compile(
    rf"^(?:house |street |door )?(?:number|no\.?|nr\.?)(?: (?:is|should be|was|must be))?:? ?(?P<new>{parts.FIGURE})$",
    re.I,
)
_ONLY_NUMBER = re.compile(rf"^(?P<new>{parts.FIGURE})$", re.I)
_WHO_EN = re.compile(
    r"^(?:(?:my|our) )?(?:recipient|receiver|addressee|name)(?:'?s name)?(?: (?:on|at) (?:the )?(?:door|bell|doorbell|mailbox"
    r"|letterbox|parcel|label|package|it))?(?: (?:is|should be|must be|reads|says))?[: ]+(?!.*\b(?:not|is"
    r"|wrong)\b)(?P<who>[^,;?]{2,40})$",
    re.I,
)
_WHO_ZH = re.compile(
    r"(?:收[件货貨]人|姓名|名字)(?:[写说打弄]?错了?)?[，, ]*(?:应该)?(?:[改换]?[成为]|[写是]|就是|叫|[:： ])*"
    r"(?P<who>[\u4e00-\u9fffA-Za-z·. ]{2,20}?)(?:(?:地址|其他|别的)(?:不变|不用改)?)?$"
)
_PHONE_EN = re.compile(
    r"\b(?:tele)?(?:phone|mobile|cell|number)\b(?: number)?[^0-9]{0,16}(?P<new>\+?[0-9][0-9 \-()]{5,16}[0-9])(?![0-9])",
    re.I,
)
_NUMBER_ZH = re.compile(
    r"(?:门牌号?|房间?号|房号|室号)[^0-9零一二三四五六七八九十幺]{0,8}(?P<new>[0-9A-Za-z零〇一二三四五六七八九十幺]{1,6})"
    r"(?P<kind>号楼|号|室)?[。.！! 了吧]*$"
)
_GONE_ZH = re.compile(
    r"^[，,。 那就]*(?:去掉|删掉|删除|去除|不要写?|不用写)(?P<gone>[^，。]{2,12}?)(?:了|吧)*$"
    r"|^(?P<not>[^，。]{2,12}?)(?:不用写|不要写|去掉|删掉|删了)(?:了|吧)*$"
)
_KIND_AT_END = re.compile(r"(?:号楼|號樓|号|號|室|楼|樓|栋|棟|幢|座|层|層|单元|單元|弄|组|組)$")
_FIGURE_ZH = re.compile(parts_zh.FIGURE)
_KEEPS_OLD = re.compile(
    r"\b(?:keep|leave|use|stay with|stick (?:with|to)) (?:it (?:at|on|as) )?(?:the|my) (?:old|current|same|original|previous"
    r"|other)"
    r"(?: one| address)?\b|\b(?:keep|leave) (?:the|my) address\b|地址(?:就|还是|先)?(?:不改|不变|不用改|不动)了?$"
    r"|(?:还是)?用?原来的?(?:地址)?(?:就好|就行|吧)$",
    re.I,
)


_LEFT_OUT = re.compile(
    r"^(?:(?:no|please|sorry|and|just|can you|actually|wait)[, ]+)*(?:without|remove|drop|delete|leave out|take out"
    r"|there is no|no)"
    r" (?:the |any |an? )?(?P<kind>apartment|apt|unit|suite|flat|room|floor)(?: number)?[ .!]*$",
    re.I,
)
_TOWN_EN = re.compile(
    r"^(?:(?:no|sorry|wait|and|but)[, ]+)*(?:(?:the )?wrong (?:city|town)|(?:the )?(?:city|town)(?: name)? (?:is wrong"
    r"|should be|is))"
    r"[,;. ]*(?:it'?s |it is |it should be |should be )?(?P<new>(?!wrong|not)[a-z][a-z .'\-]{2,30}?)[ .!]*$",
    re.I,
)


_WRONG = re.compile(
    r"^(?:(?:no|nope|sorry|wait|oh)[, ]+)*(?:that(?:'s| is)|it(?:'s| is)|this is|the address is) (?:wrong|not (?:right|correct|it"
    r"|my address|the (?:right )?address)|incorrect)[ .!]*$|^(?:(?:no|nope)[, ]+)?wrong(?: address)?[ .!]*$"
    r"|^(?:不对|不是)?[，, ]*(?:地址)?(?:写|弄|听)?错了[。! ！]*$|^地址不对[。! ！]*$",
    re.I,
)


def says_wrong(said: str) -> bool:
    """Whether the address that was read back is wrong, and it isn't said what of it: "no, that's wrong"."""
    return len(said) <= LONGEST and _WRONG.match(said.strip().replace("\u2019", "'")) is not None


def keeps_old(said: str) -> bool:
    """Whether the order is to go where it was to go before: "keep the old one"."""
    return len(said) <= LONGEST and _KEEPS_OLD.search(said.replace("\u2019", "'")) is not None


def names_code(said: str) -> bool:
    """Whether a postcode is talked of, rather than an order: "is 97201 right? i think it's 97202"."""
    codes = [run for run in runs_in(said[:LONGEST]) if len(run) == USUAL_CODE]
    return bool(codes) and said.isascii() and re.search(r"\b(?:orders?|parcels?|track\w*)\b", said, re.I) is None


def corrected(address: str, said: str) -> str | None:
    """The address with a piece put right that is named beside what it was, or by its kind; None where nothing is put right."""
    said = said.strip()[: LONGEST + 1].replace("\u2019", "'")
    if len(said) > LONGEST:
        return None
    said = re.split(r"[?？] *", said)[-1] if address.isascii() and said[-1:] not in ("?", "？") else said
    said = without_proof(said)
    plain = simplified(said)
    if not said or re.search(r"[?？]|[吗嘛]$", plain):
        return None
    if address.isascii() and said.isascii():
        return _corrected_en(address, said)
    end = len(_TAIL.sub("", plain))
    return _corrected_zh(address, said[:end], plain[:end])


def _corrected_en(address: str, said: str) -> str | None:
    if phone := _PHONE_EN.search(said):
        who = _WHO_EN.match(_TAIL_EN.sub("", _LEAD_EN.sub("", said[: phone.start()])).rstrip(" ,"))
        address = parts.with_who(address, who["who"].strip()) if who else address
        return parts.with_phone(address, phone["new"])
    if left_out := _LEFT_OUT.match(said):
        return parts.without_unit(address, left_out["kind"])
    if town := _TOWN_EN.match(said):
        return parts.with_city(address, town["new"])
    return (
        _by_code(address, said)
        or _by_pair(address, said)
        or _of_piece(address, _TAIL_EN.sub("", _LEAD_EN.sub("", said)), led=_LEAD_EN.match(said) is not None)
    )


def _by_code(address: str, said: str) -> str | None:
    """ "postcode is 94111", "the zip is oh one nine seven one"."""
    if code := _CODE.search(said):
        return parts.with_code(address, code["new"])
    plain = _LEAD_EN.sub("", said)
    if called := _CODE_LED.match(plain):
        runs = runs_in(plain[called.end() :])
        code_told = len(runs) == 1 and LEAST_CODE <= len(runs[0]) <= MOST_CODE
        return parts.with_code(address, runs[0]) if code_told else None
    return None


def _of_piece(address: str, plain: str, *, led: bool) -> str | None:
    """One piece, told by its shape, in place of the one of its kind."""
    if number := _NUMBER_EN.match(plain):
        return parts.with_house(address, number["new"])
    figures = re.fullmatch("([0-9]{1,5})[a-z]", plain, re.I)
    if figures and figures[1] == parts.house_of(address).rstrip("abcdefgh"):
        return parts.with_house(address, plain)  # "18B" where it was 18
    if led and parts.is_side(plain):
        return parts.with_side(address, plain)
    if who := _WHO_EN.match(plain):
        return parts.with_who(address, who["who"].strip())
    if nothing_but_digits(plain):
        return _of_digits(address, plain, led=led)
    if led and (house := _ONLY_NUMBER.match(plain)):
        return parts.with_house(address, house["new"])
    return parts.with_line(address, plain)


def _of_digits(address: str, plain: str, *, led: bool) -> str | None:
    """Figures alone: as many as its postcode has are a postcode; fewer, put right, the house."""
    runs, old = runs_in(plain), parts.code_in(address)
    if len(runs) != 1:
        return None
    known = len("".join(runs_in(old[0])[:1])) if old else 0
    if old and len(runs[0]) == known:
        return parts.with_code(address, runs[0])
    house = led and len(runs[0]) < LEAST_CODE and _ONLY_NUMBER.match(plain)
    return parts.with_house(address, plain) if house else None


def _by_pair(address: str, said: str, written: str = "") -> str | None:
    """A改成B, "it's B, not A": where A stands in the address, whole."""
    for pattern in _PAIRS:
        if (found := pattern.search(said)) is None:
            continue
        old = _LEAD_EN.sub("", _TAIL.sub("", found["old"])).strip()
        new = (written or said)[found.start("new") : found.end("new")]
        new = _TAIL.sub("", new).strip()
        new = _TAIL_EN.sub("", _LEAD_ZH.sub("", _LEAD_EN.sub("", new)))
        if new and parts.is_side(old) and parts.is_side(new):
            return parts.with_side(address, new)
        if not new or not old:
            continue
        if (at := _where(address, old)) is None:
            if address.isascii() and _same_street(address, old) and (other := parts.with_street(address, new)):
                return other
            continue
        named = parts.STREET_ALONE.fullmatch(old) is not None  # all of the street: its new name stands where it stood
        if address.isascii() and not named and (whole := _of_piece(address, new, led=True)) and _holds(whole, new):
            return whole
        unit = _KIND_AT_END.search(address[slice(*at)])
        bare = unit is not None and _FIGURE_ZH.fullmatch(new) is not None
        return parts.put(address, at, f"{new}{unit[0] if unit and bare else ''}")
    return None


def _same_street(address: str, old: str) -> bool:
    """Whether it is the street of the address, written otherwise: "Market Street" for "Market St"."""
    street, name = parts.PHRASE.search(address), old.split(maxsplit=1)[0]
    return (
        parts.STREET_ALONE.fullmatch(old) is not None
        and street is not None
        and name.lower() in street[0].lower().split()
    )


def _holds(address: str, new: str) -> bool:
    """Whether a bare figure is in its place: "14 not 12" says itself what it was, and may be no house."""
    return not new.isdigit() and not parts.is_side(new) and new.lower() in address.lower()


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


def _corrected_zh(address: str, said: str, plain: str) -> str | None:
    if phone := parts_zh.phone_told(plain):
        who = _WHO_ZH.search(re.split(r"[，,；; ]*(?:联系)?(?:电话|手机|联系方式|号码)", plain)[0])
        address = parts_zh.with_who(address, said[who.start("who") : who.end("who")]) if who else address
        return parts_zh.with_phone(address, phone)
    if (gone := _GONE_ZH.match(plain)) and (at := _where(address, gone["gone"] or gone["not"])):
        return parts.put(address, at, "")
    if who := _WHO_ZH.search(plain):
        return parts_zh.with_who(address, said[who.start("who") : who.end("who")])
    if (code := _CODE.search(plain)) or names_whom(plain):
        return _with_code_zh(address, code["new"]) if code else None
    if number := _NUMBER_ZH.search(plain):
        if number["kind"] == "号":
            return parts_zh.with_units(address, f"{number['new']}号")
        return None if address.isascii() else parts_zh.with_last(address, number["new"])
    return _by_pair(address, plain, said) or _by_units(address, said, plain)


def _with_code_zh(address: str, code: str) -> str:
    old = postcode_in(address)
    return parts.put(address, old.span(), code) if old else f"{address}，{code}"


def _by_units(address: str, said: str, plain: str) -> str | None:
    """ "不对是五号二栋", 还有楼层，32楼, "应该是文二路": in place of those there, or behind them."""
    part = said[len(said) - len(_LEAD_ZH.sub("", plain)) :]
    if part == said:
        return None
    if parts_zh.UNITS.fullmatch(part):
        return parts_zh.with_units(address, part)
    if parts_zh.ROAD_ALONE.fullmatch(part):
        return parts_zh.with_road(address, part)
    return parts_zh.with_region(address, part)
