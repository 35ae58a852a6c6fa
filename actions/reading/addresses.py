"""Addresses: one said with the wish, in pieces, or with a part put right, and whether it looks whole. Pure; knows no order."""

import re

from actions.reading import address_parts as parts
from actions.reading import address_parts_zh as parts_zh
from actions.reading import address_towns as towns
from actions.reading.characters import simplified
from actions.reading.number_words import ENGLISH

LONGEST = 400  # characters in which a whole one is looked for
LONGEST_PART, SHORTEST_PART = 120, 2  # characters of one part: 4栋
MOST_KEPT, _SHORTEST = 200, 6  # characters of a whole one
LEAST_WORDS = 4  # of a street with its town
STREETS = r"street|st|road|rd|avenue|ave|lane|ln|drive|dr|close|court|square|crescent|terrace|boulevard|blvd|quay|place|row|hill"
_WAY_ZH = r"(?:[路街巷弄]|(?<![知难])道(?!歉|理))"
_DOOR_ZH = r"(?:[室栋]|(?<![单單话話机機么麼账帐賬信型快编編几幾户戶挂掛])号)"  # 订单号 and 手机号 are no doors
STREET = re.compile(
    rf"\d.*\b(?:{STREETS}|way|grove|gardens?|park|flat|apartment|apt|house)\b"
    rf"|[省市区县].*{_WAY_ZH}.*(?:{_DOOR_ZH}|[0-9])|[省市区县].*{_DOOR_ZH}|{_WAY_ZH}.*{_DOOR_ZH}",
    re.I,
)
_SAID_STREET = re.compile(  # "fourteen maple street": its number in words
    rf"\b(?:{'|'.join(sorted(ENGLISH))})\b(?:[ -](?:{'|'.join(sorted(ENGLISH))})\b)*+"
    rf"(?: (?!(?:of|to|the|and|on|in|at|is|it|i|for|or|a|days?|weeks?|one|ones)\b)[a-z'.\-]{{2,20}}){{1,3}}? (?:{STREETS})\b",
    re.I,
)
_PUT_RIGHT = re.compile(  # what may be a part of one, where one was read back
    r"\d.*[a-z]{3}|[a-z]{3}.*\d|^[0-9A-Za-z一二三四五六七八九十]{1,6}[号室楼栋]|[路街道号室区市].*[路街道号室区市]",
    re.I,
)
_PARTS = (  # of an address, where only one is put right
    re.compile(r"\b(?:flat|apartment|apt|unit|suite|room)\b", re.I),
    re.compile(rf"\b(?:{STREETS})\b", re.I),
)
_WITH_CODE = re.compile(
    rf"(?<![0-9])[0-9]{{1,5}}[a-z]?(?: [a-z'.\-]{{2,20}}){{1,3}}? (?:{STREETS})\b(?!.{{0,30}}\border\b)"
    rf"[a-z ,.'\-]{{2,40}}[0-9]{{4,6}}(?![0-9])",
    re.I,
)
_TOWN_CODE = re.compile(
    rf"\b(?:{STREETS})\b[ ,.]{{1,3}}(?:(?!order|parcel|number|please|and|for"
    rf"|it)[a-z][a-z.'\-]{{2,20}}[ ,]{{1,3}}){{1,3}}[0-9]{{4,6}}(?![0-9])",
    re.I,
)
_POSTCODE = re.compile(
    r"^(?:the |my )?(?:post ?code|zip(?: code)?)?(?: (?:is|should be|was))? ?([0-9]{4,6})[. ]*$", re.I
)
_FIGURE = r"[0-9A-Za-z一二三四五六七八九十]{1,6}"
HOUSE_KINDS = r"号楼|號樓|号|號|室|楼|樓|栋|棟|幢|座|层|層|单元|單元|弄|组|組"
_CODE_ZH = re.compile(rf"(?<![0-9])[0-9]{{6}}(?![0-9])(?!{HOUSE_KINDS})")
_UNIT = re.compile(rf"{_FIGURE}({HOUSE_KINDS})")
_UNITS = re.compile(rf"^(?:{_FIGURE}(?:{HOUSE_KINDS}))+[。 ]*$")
_HOUSE = re.compile(rf"^(?:{_FIGURE}(?:{HOUSE_KINDS}))+ ?[0-9]{{0,5}}室?$")
_REGION = re.compile(r"^[\u4e00-\u9fff]{1,12}(?:省|(?<![超城菜夜门股上])市|(?<![小社园厂校景])[区區]|[縣县镇鎮乡鄉])$")
_ESTATE = re.compile(
    r"^[\u4e00-\u9fff0-9A-Za-z]{2,20}(?:小区|花园|家园|苑|大厦|广场|公寓|村|路|街|大道|巷)[0-9A-Za-z号栋单元室]*$"
)
_LEAD = re.compile(
    r"^(?:(?:and|it'?s|it is|its|the|my|i mean|sorry|oh|also|in|yes|yeah|ok|okay|but|please|add|no|with|correct|right|plus"
    r"|just|then|so|well|um+|uh+"
    r"|post ?code|zip(?: code)?|town|city)\b[ ,:]*)+"
    r"|^(?:是|就是|再?加上?|地址(?:是)?|还有|還有|那个|楼层|哦|嗯|呃|对了|邮编|[,，: ])+",
    re.I,
)
_TOWN = re.compile(r"^(?:[0-9]{4,6}[, ]+)?[A-Za-z][A-Za-z'’.\- ]{2,40}?(?:[, ]+[0-9]{4,6})?$")
MOST_TOWN_WORDS = 4
_TOWN_ALONE = re.compile(  # with its state, its postcode, or both, in any order
    r"(?:[0-9]{4,6}|[A-Z]?[a-z'’.\-]+(?: [a-z'’.\-]+){0,2}(?: [0-9]{4,6})?)(?:, (?:[0-9]{4,6}"
    r"|[A-Z]?[a-z'’.\-]+(?: [a-z'’.\-]+){0,2})){0,2}"
)
_WHOLE_EN = re.compile(r"\d.*(?:,|\b[0-9]{4,6}\b)|,.*\d")
_WHOLE_ZH = re.compile(
    r"(?:[省市]|香港|[九新][龙龍界]|澳[门門]|(?<!小)[区區]|[县縣镇鎮乡鄉]).*[0-9一二三四五六七八九十]"
)


_PROOF = re.compile(  # beside an address: whose order it is, and nothing that is written down
    r"(?<![,，。.;； ])[,，。.;； ]*+(?:(?:下单)?(?:手机|电话)(?:号码?)?(?:的)?)?"
    r"(?:尾号|后四位|末四位)[是为:： ]*[0-9]{4}(?![0-9])"
    r"|(?<![,;. ])[,;. ]*+\b(?:(?:and |my |the )*(?:phone|mobile|number)?(?: number)? ?(?:ends|ending)(?: (?:in|with))?|(?:my "
    r"|the )?last (?:four|4)"
    r"(?: digits)?(?: (?:are|is))?)[ :]*[0-9]{4}\b",
    re.I,
)


_AT_THE_END = re.compile(
    r"(?<=[0-9号室])[.;。；\n] *[0-9]{4}[ .。]*$|(?<=[\u4e00-\u9fff][0-9]{4}) [0-9]{4}$|(?<=室) [0-9]{4}$"
)  # "…, Eastwick 94110. 0198"
_SIGNS = {"comma": ",", "full stop": ".", "period": "."}
_DICTATED = re.compile(r" +(comma|full stop|period)(?=[ .,]|$)", re.I)
_FILLED = re.compile(r"(?:^|(?<=[ ,]))(?:uh+|um+|er+m*|ehm?)\b[, ]*", re.I)
_SPOKEN = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_SAID_AGAIN = re.compile(rf"[, ]+(?:that'?s|that is|as in) {_SPOKEN}(?:[ -]{_SPOKEN})*(?= |,|$)", re.I)
_SPELT = re.compile(
    r"[, ]+(?:(?:that'?s|that is|spelt|spelled) )+(?:[a-z][ .\-]){3,30}[a-z]\b", re.I
)  # "that's e a s t"
_LED_UP_TO = re.compile(
    r"^[^,:0-9]{0,40}: *(?=[^ ])|^(?:(?:so|and|ok|okay|well|yes|please)[, ]+)*(?:(?:the|my|our) (?:(?:new|delivery"
    r"|shipping|full|whole"
    r"|correct|right) )*address (?:(?:now|will|should) )?(?:is|be)|it(?:'?s| is| should be)|(?:send|deliver"
    r"|ship) (?:it|that|them)"
    r" to)[:, ]+",
    re.I,
)


def without_proof(text: str) -> str:
    """The address without the digits of the phone that were said beside it."""
    text = _AT_THE_END.sub("", text)
    return _PROOF.sub("", text).strip(" ,，") or text


def proof_beside(text: str) -> str | None:
    """The digits of the phone that were said beside an address."""
    said = _AT_THE_END.search(text) or _PROOF.search(text)
    return re.sub("[^0-9]", "", said[0])[-4:] if said else None


def spoken(text: str) -> str:
    """An address as it is written, of one that was dictated or led up to: "uh it's 5 Quay Street comma Northport"."""
    text = towns.written_code(text)
    text = _SAID_AGAIN.sub("", _DICTATED.sub(lambda said: _SIGNS[said[1].lower()], _SPELT.sub("", text)))
    return _LED_UP_TO.sub("", _FILLED.sub(" ", text).strip()).strip(" ,;") or text


def has_street(text: str) -> bool:
    """Whether a street or house is named with its number, in figures or in words."""
    plain = simplified(text)
    return any(kind.search(plain) is not None for kind in (STREET, _SAID_STREET, parts.WHOLE))


def without_street(text: str) -> str:
    """What is left without a street that is followed by its town and postcode."""
    return _WITH_CODE.sub(" ", text)


def names_town(text: str) -> bool:
    """Whether a street is followed by its town and what can only be the town's postcode."""
    return _WITH_CODE.search(text) is not None and _TOWN_CODE.search(text) is not None


def is_estate(text: str) -> bool:
    """Whether a street or an estate is named and nothing else: 阳光花园3栋502."""
    return _ESTATE.match(text.strip(" .。，,")) is not None


def may_be_part(said: str) -> bool:
    """Whether what is said instead of a yes to an address may be one, or a part of it."""
    return len(said) >= SHORTEST_PART and _PUT_RIGHT.search(simplified(said)) is not None


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
        old = postcode_in(address)
        return f"{address[: old.start()]}{code[1]}{address[old.end() :]}" if old else None
    if said.isascii() and address.isascii() and (changed := parts.with_line(address, said)):
        return changed
    named = has_street(said) or any(part.search(said) for part in _PARTS)
    many = len(said.split()) > LEAST_WORDS
    whole = (has_street(said) and ("," in said or many)) or ("," in said and not named) or not said.isascii()
    return said if whole else None


def postcode_in(address: str) -> re.Match[str] | None:
    """Where its postcode stands."""
    if address.isascii():
        return parts.code_in(address)
    return next(reversed(list(_CODE_ZH.finditer(address))), None)


_LINE = re.compile(  # of whom it goes to, as a line of its own
    r"^(?:(?:the )?(?:company|recipient|name|attn|c/o|care of)(?: name)?(?: (?:is|should be|must be))?[: ]+"
    r"|(?:等一?下|等等|对了?|不过|还有|那|哦|[,，。 ])*+"
    r"(?:(?:公司名?称?|单位|收[件货]人|姓名|名字)(?:改成|改为|换成|[写是为]|[:： ])+"
    rf"|收[件货貨]人(?:姓名|名字|叫)?(?={parts_zh.NAME}$)))"
    r"(?P<who>.{2,40})$",
    re.I,
)


_PHONE_ANEW = re.compile(  # of the one who takes it in: 电话错了 是13711111111
    r"(?:电话|手机号?|号码|\b(?:tele)?phone|\bmobile|\bnumber)[^0-9]{0,16}([0-9][0-9 \-]{5,14}[0-9])(?![0-9])", re.I
)
_PHONE_LINE = re.compile(r"^(?:联系)?(?:电话|手机)号?码?[是:： ]*1[0-9]{10}$")
_MOBILE = re.compile("1[0-9]{10}")
_PHONE_THERE = re.compile(r"(?<![0-9])[0-9](?:[0-9 \-]{5,13}[0-9])(?![0-9])")


def is_region(text: str) -> bool:
    """Whether it is a city or a district alone, with which an address begins: 海棠市, 北京."""
    return _REGION.match(text.strip(" .。，,")) is not None or towns.city_in(text) is not None


def begins(text: str) -> bool:
    """Whether it is a line with which an address may begin in Chinese: a city, somebody's name, a phone number called so."""
    line = text.strip(" .。，,!！")
    if is_region(line) or names_whom(line):
        return True
    pieces = [piece for piece in re.split("[，,。 ]+", line) if not _MOBILE.fullmatch(piece)]
    return bool(pieces) and all(parts_zh.is_name(piece) or _PHONE_LINE.match(piece) for piece in pieces)


def names_whom(said: str) -> bool:
    """Whether it is the line of an address that says whom it goes to: "c/o Anna Lee", 公司名写星河科技."""
    return _LINE.match(said.strip(" .。!！")) is not None


_NOT_THIS = re.compile(
    r"^(?:and )?not (?:number |no\.? )?([0-9]{1,6}[a-z]?)[ .!]*$|^不是([0-9]{1,6})号?[。!！ ]*$", re.I
)


def names_what_is_not_there(said: str, address: str) -> bool:
    """Whether a number is denied that is not in the address anyway: "121 Orchard Road" "not 120". It is no no to it."""
    denied = _NOT_THIS.match(said.strip())
    return bool(address) and denied is not None and (denied[1] or denied[2]) not in re.findall(r"[0-9]+[a-z]?", address)


def denies_part(said: str, address: str) -> bool:
    """Whether a number of the address is denied, and it isn't said what it is: 不是8号. What it is comes next."""
    denied = _NOT_THIS.match(said.strip())
    return bool(address) and denied is not None and not names_what_is_not_there(said, address)


def completed(address: str, said: str) -> str | None:
    """The address with what was said of it afterwards ("flat 2b", "Springfield 4455", 3单元502), or the whole one said anew; None
    for what is no part of an address."""
    if (phone := _PHONE_ANEW.search(said)) and (old := _PHONE_THERE.search(address)):
        return f"{address[: old.start()]}{phone[1]}{address[old.end() :]}"
    part = _LEAD.sub("", without_proof(said).strip(" .。,，!！"))
    if len(part) < len("1号") or len(part) > LONGEST_PART:
        return None
    if line := _LINE.match(said.strip(" .。!！")):
        return f"{address}{', ' if address.isascii() else '，'}{line['who']}"
    if not address.isascii() and _MOBILE.fullmatch(part):
        return parts_zh.with_phone(address, part)
    if not part.isascii():
        return _completed_in_chinese(address, part)
    if town := towns.town_line(without_proof(said)):
        return towns.with_town(address, town)
    if has_street(part) and parts.has_box(address) and parts.code_in(address) and parts.code_in(part):
        return part
    if has_street(part) or parts.units_in(part):
        right = put_right(address, part) if has_street(address) else None
        more = has_street(part) or parts.units_in(part) or not has_street(address)
        if not right and has_street(part) and (towns.town_line(address) or _TOWN_ALONE.fullmatch(address)):
            return f"{part}, {address}"  # the town came first
        return right or (f"{address}, {part}" if more else None)
    if _POSTCODE.match(part):
        return put_right(address, part) or f"{address}, {part}"
    named = part[0].isupper() or any(c.isdigit() for c in part) or not looks_whole(address) or towns.lacks_town(address)
    is_town = _TOWN.match(part) is not None and len(part.split()) <= MOST_TOWN_WORDS
    return f"{address}, {part}" if is_town and named and not towns.tells_others(part) else None


def _completed_in_chinese(address: str, part: str) -> str | None:
    if city := towns.city_in(part):
        return parts_zh.with_city(address, city) if city not in address else None
    if parts_zh.is_name(part):
        return parts_zh.with_who(address, part)
    if _HOUSE.match(part):
        return parts_zh.with_units(address, part) if parts_zh.UNITS.fullmatch(part) else f"{address}{part}"
    if _REGION.match(part):
        if (other := parts_zh.with_region(address, part)) is not None:
            return other
        return f"{address}{part}" if _is_within(part, address) else f"{part}{address}"
    if has_street(part):
        return part if has_street(address) else parts_zh.with_place(address, part)
    if _PHONE_LINE.match(part):
        return f"{address}，{part}"
    if not _ESTATE.match(part):
        return None
    return f"{address}{part}" if has_street(address) else parts_zh.with_place(address, part)


def _is_within(part: str, region: str) -> bool:
    """Whether a district is told after its city, or a city after its province: 北京 and then 海淀区."""
    ranks = "省市区區县縣镇鎮乡鄉"
    return is_region(region) and (region[-1] not in ranks or ranks.index(region[-1]) < ranks.index(part[-1]))


def looks_whole(address: str) -> bool:
    """Whether it has a house and a town, as far as its shape tells."""
    return (_WHOLE_EN if address.isascii() else _WHOLE_ZH).search(address) is not None
