"""The pieces of a Chinese address: house, building, floor and room, street, recipient and phone. Pure; knows no bot."""

import re

from actions.reading.address_towns import CITY
from actions.reading.characters import simplified
from actions.reading.numbers import digits_in
from actions.reading.sentences import is_said

FIGURE = r"[0-9A-Za-z零〇一二两三四五六七八九十百幺]{1,6}"
_KINDS = r"号楼|號樓|号院|号|號|室|楼(?![下上盘])|樓|栋|棟|幢|座|层|層|单元|單元|弄|组|組"
UNIT = re.compile(rf"{FIGURE}(?P<kind>{_KINDS})")
UNITS = re.compile(rf"(?:{FIGURE}(?:{_KINDS}))+(?P<room>[0-9零〇一二三四五六七八九幺]{{2,5}})?")
_SAME = {"號": "号", "樓": "楼", "棟": "栋", "幢": "栋", "座": "栋", "号楼": "栋", "號樓": "栋", "层": "楼", "層": "楼"}
_LAST = re.compile(rf"{FIGURE}(?=[号號室]?$)")
_ROAD = re.compile(r"[\u4e00-\u9fff0-9]{1,8}?(?:大道|路|街|巷|胡同)")
ROAD_ALONE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:大道|路|街|巷|胡同)")
_AFTER_REGION = re.compile(r"(?:省|(?<![超城菜夜门股上])市|(?<![小社园厂校景])[区區]|[縣县镇鎮乡鄉州盟旗])(?![路街道])")
_REGION = re.compile(rf"[\u4e00-\u9fff]{{1,12}}[省市区區县縣镇鎮]|{CITY}")
_SIGNS = re.compile(r"[，,；;\s]+")
_WHO = re.compile(
    r"(?:收[件货貨]人|姓名|名字)[:：是为 ]*(?P<who>[\u4e00-\u9fffA-Za-z·. ]{1,20}?)(?=[，,；;。\s]|电话|手机|[0-9]|$)"
)
_PHONE = re.compile(r"(?<![0-9])\+?[0-9][0-9 \-]{5,14}[0-9](?![0-9])")
_PLACE = re.compile(
    r"[省市区區县縣镇鎮乡鄉村路街道巷弄号號室栋棟楼樓层層苑园園座幢院]|小区|大厦|广场|公寓|公司|中心|学校|酒店|单元"
)
_SPOKEN = re.compile(
    r"(?:电话|手机|联系方式|号码)[^0-9零一二三四五六七八九幺]{0,8}(?P<number>[0-9零〇一二三四五六七八九幺 \-+]{7,20})"
)
LEAST_PHONE = 7
NAME = (  # of a person, by the usual family names
    r"(?!马上|高兴|任何|白[色天]|黄色|金[色额]|方[便案向]|何[时必况]|万一|谢谢|江[苏西边]|石家庄|许[可多]|程[序度]|余下|向[左右前后]|严重|常[州德]"
    r"|温州|孔[夫子]|武汉|苏州|徐州|贺卡|雷同|顾客|高[的新]|广|段|于是|方[的了]|周[末一二三四五六日天]|黑|夏[天季]|秦皇|金华)"
    r"(?:欧阳|司马|上官|诸葛|[王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖萧田董袁潘于蒋蔡余杜叶葉程苏蘇"
    r"魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔汤])"
    r"[\u4e00-\u9fff]{1,2}"
)
MOST_NAME = 4  # characters of a name that stands by itself


def is_name(text: str) -> bool:
    """Whether it is somebody's name and nothing else: 王芳."""
    plain = simplified(text)
    return re.fullmatch(NAME, plain) is not None and _PLACE.search(plain) is None and not is_said(plain)


def place_in(address: str) -> tuple[int, int]:
    """Where the line with the house stands, without whom it goes to and their phone."""
    at, place = 0, (0, len(address))
    for segment in _SIGNS.split(address):
        start = address.find(segment, at)
        at = start + len(segment)
        if (
            segment
            and not _WHO.match(segment)
            and (UNIT.search(segment) or _ROAD.search(segment))
            and _PLACE.search(segment)
        ):
            place = (start, start + len(segment))
    return place


def with_units(address: str, said: str) -> str:
    """The address with these houses, buildings, floors and rooms in place of the ones of their kind; or behind the others."""
    start, end = place_in(address)
    place = address[start:end]
    for unit in UNIT.finditer(said):
        kind = _kind(unit["kind"])
        old = next((one for one in UNIT.finditer(place) if _kind(one["kind"]) == kind), None)
        place = f"{place[: old.start()]}{unit[0]}{place[old.end() :]}" if old else f"{place}{unit[0]}"
    units = UNITS.fullmatch(said)
    room = units["room"] if units else None
    return f"{address[:start]}{place}{room or ''}{address[end:]}"


def _kind(kind: str) -> str:
    return _SAME.get(kind, kind)


def with_last(address: str, figure: str) -> str | None:
    """The address with another last figure: the room, where there is one, else the house."""
    start, end = place_in(address)
    old = _LAST.search(address, start, end)
    return f"{address[: old.start()]}{figure}{address[old.end() :]}" if old else None


def with_city(address: str, city: str) -> str:
    """The address with the city ahead of its place, behind whom it goes to."""
    start, _ = place_in(address)
    first = _SIGNS.split(address, maxsplit=1)[0]
    if start == 0 and not (UNIT.search(first) or _ROAD.search(first) or _PLACE.search(first)):
        return f"{address}，{city}"
    return f"{address[:start]}{city}{address[start:]}"


def with_place(address: str, place: str) -> str:
    """What there is of an address with the street that follows: behind the region, or as a line of its own."""
    lines = _SIGNS.split(address)
    at = next((n for n, line in enumerate(lines) if _REGION.fullmatch(line)), None)
    if at is None:
        return f"{address}，{place}"
    lines[at] = place if place.startswith(lines[at]) else f"{lines[at]}{place}"
    return "，".join(lines)


def with_road(address: str, road: str) -> str | None:
    """The address with another street."""
    start, end = place_in(address)
    regions = [found.end() for found in _AFTER_REGION.finditer(simplified(address), start, end)]
    old = _ROAD.match(address, max(regions, default=start), end)
    return f"{address[: old.start()]}{road}{address[old.end() :]}" if old else None


_REGION_ALONE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?P<kind>省|市|区|區|县|縣|镇|鎮)")


def with_region(address: str, region: str) -> str | None:
    """The address with another province, town or district in place of the one there; None where it has none of the kind."""
    new = _REGION_ALONE.fullmatch(region)
    if new is None:
        return None
    start, end = place_in(address)
    for old in re.finditer(r"[\u4e00-\u9fff]{2,8}?(?:省|市|区|區|县|縣|镇|鎮)(?![路街道])", address[start:end]):
        if simplified(old[0][-1]) == simplified(new["kind"]):
            return f"{address[: start + old.start()]}{region}{address[start + old.end() :]}"
    return None


def with_who(address: str, who: str) -> str:
    """The address with another recipient, or with one."""
    if old := _WHO.search(simplified(address)):
        return f"{address[: old.start('who')]}{who}{address[old.end('who') :]}"
    at = 0
    for segment in _SIGNS.split(address):
        at = address.find(segment, at)
        if 1 < len(segment) <= MOST_NAME and re.fullmatch(r"[\u4e00-\u9fff]+", segment) and not _PLACE.search(segment):
            return f"{address[:at]}{who}{address[at + len(segment) :]}"
        at += len(segment)
    return f"{address}，收件人{who}"


def phone_told(said: str) -> str | None:
    """The number that is called a phone's."""
    told = _SPOKEN.search(simplified(said))
    digits = digits_in(told["number"]) if told else ""
    return digits if len(digits) >= LEAST_PHONE else None


def with_phone(address: str, phone: str) -> str:
    """The address with another phone number, or with one."""
    old = _PHONE.search(address)
    return f"{address[: old.start()]}{phone}{address[old.end() :]}" if old else f"{address}，电话{phone}"
