"""What an address lacks, or why nothing is sent there: no house in its street, another country, a box. Pure; knows no bot."""

import re

from actions.reading import address_parts as parts
from actions.reading.characters import simplified
from actions.reading.number_words import ENGLISH
from actions.reading.numbers import digits_in, runs_in

LONGEST = 200  # characters that are looked at
_SAID = "|".join(sorted(ENGLISH))
_FIGURE = re.compile(rf"[0-9]|\b(?:{_SAID})\b", re.I)
_NAMED_HOUSE = re.compile(
    r"\b(?:cottage|house|farm|lodge|hall|manor|barn|building|towers?|hotel|campus|villas?|mill|school|college|university"
    r"|hospital|clinic|office|studios?|church|library|station|museum|centre|center|mall|airport|shop|store|dorm\w*|residence"
    r"|mansions?|chambers|castle|inn|pub|restaurant|cafe|estate)\b",
    re.I,
)
_CALLED = re.compile(  # whom it goes to, called so
    r"(?:^|[,;] *)(?:name|recipient|attn|c/o|phone|tel)\b[.:]? [^,;]*"
    r"|(?:收[件货貨]人|姓名|名字|联系人)[:：是为 ]*[^，,；;\s]{1,6}(?=[，,；;\s]|$)",
    re.I,
)
_STREET_EN = re.compile(rf"(?<![,;] )(?<!^)\b(?:{parts.WAYS})\b(?:\.| {parts.SIDES}\b)?(?= *(?:[,;]|$))", re.I)
_STREET_ZH = re.compile(r"[\u4e00-\u9fff](?:大道|[路街巷弄]|胡同|里弄)(?![\u4e00-\u9fff]{0,2}(?:村|口))")
_NAMED_ZH = re.compile(
    r"小区|家园|花园|大厦|广场|公寓|园区|学校|大学|学院|[小中]学|医院|酒店|宾馆|写字楼|驿站|中心|公司|集团|工厂|车站|商场|超市|银行"
    r"|政府|派出所|邮局|宿舍|[\u4e00-\u9fff][村苑厂店馆局院楼城湾府庭]"
)
_CODE_ZH = re.compile(r"(?<![0-9])[0-9]{6}(?![0-9])|(?:邮编|邮政编码)[是:： ]*[0-9]{4,6}")
_HOUSE_ZH = re.compile(r"[0-9]|[零一二两三四五六七八九十百]+(?:号|號|栋|棟|幢|座|室|单元|弄|组)")
_CHINESE = re.compile("[\u4e00-\u9fff]")

_COUNTRIES = (  # not those whose names are towns' or states', too
    r"france|germany|spain|italy|portugal|austria|belgium|the netherlands|netherlands|holland|luxembourg|switzerland|denmark"
    r"|sweden|norway|finland|iceland|ireland|poland|czech(?:ia| republic)|slovakia|hungary|romania|bulgaria|greece|turkey|ukraine"
    r"|russia|croatia|serbia|slovenia|estonia|latvia|lithuania|japan|south korea|korea|india|pakistan|bangladesh|sri lanka"
    r"|thailand"
    r"|vietnam|malaysia|singapore|indonesia|(?:the )?philippines|australia|new zealand|canada|brazil|argentina|colombia|venezuela"
    r"|(?<!new )mexico|south africa|egypt|morocco|nigeria|kenya|israel|saudi arabia|(?:the )?united arab emirates|uae|dubai"
)
_PROVINCES = (
    r"ontario|quebec|québec|british columbia|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland"
)
_ABROAD = re.compile(
    rf"(?:[,;]|\bin|[0-9]) *(?:{_COUNTRIES})[ .]*(?:[,;] *(?:name|phone)\b.*)?$|^(?:{_COUNTRIES})(?:,|[ .]*$)"
    rf"|[,;] *(?:{_PROVINCES})\b(?! (?:street|st|road|rd|avenue|ave|lane|drive|dr)\b)(?!,? [A-Z]{{2}} [0-9])"
    r"|\b[ABCEGHJ-NPRSTVXY][0-9][A-Z][ -]?[0-9][A-Z][0-9]\b",
    re.I,
)
_ABROAD_ZH = re.compile(
    r"^(?:(?:收[件货]人)?[^，,]{0,8}[，,] ?)?(?:寄到|送到|发到)?(?:法国|德国|英国|美国|日本|韩国|意大利|西班牙|葡萄牙|荷兰"
    r"|比利时|瑞士|瑞典|挪威|芬兰|丹麦|奥地利|波兰"
    r"|俄罗斯|加拿大|澳大利亚|澳洲|新西兰|新加坡|马来西亚|泰国|越南|印度尼西亚|印度|印尼|菲律宾|巴西|阿根廷|墨西哥|土耳其|埃及|南非|迪拜|以色列)(?![路街镇村小大花广风])"
)
_BOX_ZH = re.compile(r"(?:邮政|邮局)?信箱(?!楼)|邮箱[0-9]+号")
_UK = r"(?P<out>[A-Z]{1,2}[0-9][0-9A-Z]?) ?(?P<in>[0-9][A-Z]{2})"
_UK_CODE = re.compile(rf"(?<![0-9A-Z]){_UK}(?![0-9A-Z])", re.I)
_CODE_LEAD = re.compile(
    r"^(?:(?:and|yes|no|oh|so|ok|okay|sorry|wait|actually|the|my|its|it's|it is|it should be|that's|is|post ?code|zip|code"
    r"|postal code"
    r"|um+|uh+|right|correct)\b[ ,:]*)*+",
    re.I,
)
_HOUSE_LEAD = re.compile(
    r"^(?:(?:(?:yes|yeah|ok|okay|oh|um+|uh+|and|sorry|it'?s|it is|that'?s|the|my|at|in|house|door|street|building|number|no"
    r"|nr|is|add"
    r"|please)\b\.?|#)[ ,:]*+)*+",
    re.I,
)
_HOUSE = re.compile(
    rf"(?P<number>[0-9]{{1,4}} ?[a-z]?|(?:{_SAID})(?:[ -](?:{_SAID}))*(?: [a-z])?)(?: please| sorry)?[ .!]*", re.I
)
_STREET_LEAD = re.compile(
    r"^(?:(?:so|ok|okay|well|yes|um+|uh+|and)[, ]+)*(?:the|my|our|its)?(?: new)? ?(?:street(?: name)?"
    r"|road(?: name)?)(?: (?:is|name"
    r" is|is called|should be)|'s)(?: called)? +|^(?:街道?|路名?|街名)(?:名)?(?:是|叫|[:：])+",
    re.I,
)


def without_whom(address: str) -> str:
    """The address without whom it goes to, where that is called so: a name may sound like a street ("name Ruth Lane")."""
    return _CALLED.sub("", address)


def lacks_house(address: str) -> bool:
    """Whether it names a street and no house in it, neither by a number nor by a name."""
    plain = without_whom(parts.phones_hidden(simplified(address[:LONGEST])))
    if _CHINESE.search(plain):
        left = _CODE_ZH.sub("", plain)
        return _STREET_ZH.search(left) is not None and not _HOUSE_ZH.search(left) and not _NAMED_ZH.search(left)
    plain = _UK_CODE.sub("", plain)
    if parts.has_box(plain) or _STREET_EN.search(plain) is None:
        return False
    if parts.PHRASE.search(plain) or _NAMED_HOUSE.search(plain):
        return False
    for unit in parts.units_in(plain):
        plain = plain.replace(unit[0], " ")
    if code := parts.code_in(plain):
        plain = parts.put(plain, code.span(), "")
    return _FIGURE.search(plain) is None


def with_house_told(address: str, said: str) -> str | None:
    """The address with the house that was missing, of words that say nothing else: "number 45", "forty five"."""
    plain = _HOUSE_LEAD.sub("", said.strip()[:LONGEST])
    found = _HOUSE.fullmatch(plain) if address.isascii() else None
    street = _STREET_EN.search(address) if found else None
    if found is None or street is None or not lacks_house(address):
        return None
    number = found["number"].strip()
    figures = number if number[0].isdigit() else "".join(runs_in(number)) or number
    start = max(address.rfind(sign, 0, street.start()) for sign in ",;") + 1
    start += len(address[start:]) - len(address[start:].lstrip())
    unit = next((unit for unit in parts.units_in(address) if unit.start() == start), None)
    start = unit.end() + 1 if unit else start
    return parts.put(address, (start, start), f"{figures} ")


def is_abroad(address: str) -> bool:
    """Whether it lies in another country, by its name or the shape of its postcode."""
    plain = simplified(address[:LONGEST]).strip()
    return (_ABROAD_ZH if _CHINESE.search(plain) else _ABROAD).search(plain) is not None


def is_box(address: str) -> bool:
    """Whether it is a post office's box."""
    return parts.has_box(address) or _BOX_ZH.search(simplified(address)) is not None


def british_code(said: str) -> str | None:
    """A postcode of letters and figures, of words that hold nothing else: "CB1 2AB", "o x one four d b" is none that is whole."""
    plain = _CODE_LEAD.sub("", said.strip(" .!")[:LONGEST]).strip()
    spelt = "".join(digits_in(word) or word for word in plain.split())
    found = _UK_CODE.fullmatch(plain) or (_UK_CODE.fullmatch(spelt) if all(map(_is_sign, plain.split())) else None)
    return f"{found['out']} {found['in']}".upper() if found else None


def _is_sign(word: str) -> bool:
    return len(word) == 1 or word.isdigit() or word.lower() in ENGLISH


def with_british_code(address: str, code: str) -> str:
    """The address with that postcode in place of the one there, or behind it."""
    old = _UK_CODE.search(address)
    return parts.put(address, old.span(), code) if old else f"{address}, {code}"


_BOX = re.compile(
    rf"\bp\.? ?o\.? ?box(?: no\.?| number)? *#?(?:[0-9]{{1,6}}|(?:{_SAID})\b(?:[ -](?:{_SAID})\b)*)", re.I
)
_NO_HOUSE = re.compile(
    r"\b(?:has|have|there(?:'s| is)|got|with) (?:no|not a|not any) (?:house )?numbers?\b|\bno (?:house )?numbers?\b"
    r"|\b(?:does ?n[o']?t|does not) have a(?: house)? number\b|没有?(?:门牌|号码|门牌号)|无门牌",
    re.I,
)


def says_no_house(said: str) -> bool:
    """Whether the street's house is said to have no number: "there is no number"."""
    return len(said) <= LONGEST and _NO_HOUSE.search(simplified(said).replace("\u2019", "'")) is not None


def with_street_for_box(address: str, said: str) -> str | None:
    """The address with the street that was said in place of a post office's box; None for all others, and for a whole address."""
    box, street = _BOX.search(address), _HOUSE_LEAD.sub("", said.strip(" .!")[:LONGEST])
    alone = parts.PHRASE.match(street) if box and street.isascii() else None
    units = alone is not None and re.fullmatch("[ ,]*", parts.UNITS[0].sub("", street[alone.end() :])) is not None
    return parts.put(address, box.span(), street) if box and units else None


def filled(address: str, said: str) -> str | None:
    """The address with the house that was missing, or with a postcode of letters; None where neither alone is said."""
    if (housed := with_house_told(address, said) or with_street_for_box(address, said)) is not None:
        return housed
    code = british_code(said) if address.isascii() and parts.code_in(address) is None else None
    return with_british_code(address, code) if code else None


def without_street_called(said: str) -> str:
    """The street alone of "the street is elm street"."""
    return said[lead.end() :] if (lead := _STREET_LEAD.match(said)) else said
