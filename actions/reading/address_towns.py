"""The town of an address: its line told by itself, in whatever shape, and whether an address has one. Pure; knows no bot."""

import re

from actions.reading import address_parts as parts
from actions.reading.characters import simplified
from actions.reading.numbers import runs_in
from actions.reading.sentences import is_said

LONGEST = 80  # characters of such a line
MOST_WORDS = 4  # of a town's name
_STATES = (
    "alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|district of columbia|florida|georgia|hawaii"
    "|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi"
    "|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma"
    "|oregon|pennsylvania|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington"
    "|west virginia|wisconsin|wyoming"
)
_LETTERS = (
    "A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]"
)
_LEAD = re.compile(
    r"^(?:(?>(?:and|yes|yeah|ok|okay|oh|so|well|sorry|it'?s|it is|that'?s|that is|the|my|is|um+|uh+|of course|sure|please|add)"
    r"\b[ ,.:]*+))+",
    re.I,
)
_CALLED = re.compile(
    r"^(?:(?:town|city|place)(?: name)?(?: is|:| would be)?|in)\b[ :]*+(?!is\b|wrong\b|not\b|fine\b)", re.I
)
_CODE_CALLED = re.compile(
    r"[, ]+(?:and )?(?:(?:the|my|its) )?(?:zip|post(?:al)?)(?: ?code)?(?: is| should be|:)?(?: it'?s)?[ :]+(?=[0-9]|\b(?:zero|oh"
    r"|one|two|three|four|five|six|seven|eight|nine)\b)",
    re.I,
)
_NUMBER_CALLED = re.compile(rf"^(?:house )?number (?={parts.FIGURE} )", re.I)
_IN_TOWN = re.compile(rf"(?P<street> (?:{parts.WAYS})),? in (?=[a-z])", re.I)
_SPOKEN = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)"
_CODE = re.compile(rf"(?:^|[, ]+)(?P<code>[0-9]{{5}}(?:-[0-9]{{4}})?|{_SPOKEN}(?:[ -]{_SPOKEN}){{4}})$", re.I)
_STATE = re.compile(rf"(?P<joint>^|, ?| )(?P<state>{_STATES}|{_LETTERS})\.?,?$", re.I)
_TOWN = re.compile(rf"[a-z][a-z'’.\-]{{1,20}}(?: [a-z][a-z'’.\-]{{0,20}}){{0,{MOST_WORDS - 1}}}", re.I)
_NO_TOWN = re.compile(
    r"\b(?:for|same|both|all|too|also|other|number|no|nope|to|and|or|at|by|with|on|parcel|package|street|road|avenue|lane"
    r"|the|an?|mornings?|afternoons?|evenings?|night|noon|today|track|return|exchange|swap|check|find|see|show|get|got|about"
    r"|leave|neighbou?rs?|door|phone|ends|ending|last|digits)\b",
    re.I,
)
_OTHERS = re.compile(r"\b(?:for|same|both|all|too|also|other|orders?)\b", re.I)
_AREA = re.compile(
    r"北京|上海|天津|重庆|香港|澳门|台北|广州|深圳|杭州|南京|苏州|成都|武汉|西安|长沙|青岛|宁波|无锡|厦门|福州|济南|郑州|合肥|昆明"
    r"|东莞|佛山|沈阳|大连|哈尔滨|长春|石家庄|太原|南昌|南宁|贵阳|海口|三亚|兰州|银川|西宁|乌鲁木齐|拉萨|呼和浩特|温州|常州|珠海"
    r"|中山|惠州|嘉兴|绍兴|金华|台州|扬州|徐州|烟台|泉州|洛阳|桂林"
)
_DISTRICTS = (
    "南山|福田|罗湖|宝安|龙岗|龙华|海淀|朝阳|东城|西城|丰台|石景山|昌平|通州|大兴|浦东|静安|徐汇|黄浦|长宁|普陀|虹口|杨浦|闵行|松江"
    "|天河|越秀|海珠|白云|番禺|荔湾|武侯|锦江|青羊|金牛|成华|西湖|余杭|滨江|萧山|拱墅|上城|江宁|鼓楼|玄武|秦淮|建邺|雁塔|武昌|洪山"
)
CITY = rf"(?:{_AREA.pattern})(?:市?(?:{_DISTRICTS}))?"  # known by its bare name
_CITY_ZH = re.compile(rf"(?P<place>{CITY})(?:的|吧|那边|这边|啊|呀)*[。.!！ ]*")
_OF_PLACE = re.compile(r"省|(?<![超城菜夜门股上])市|(?<!小)[区區]|[县縣镇鎮乡鄉]|香港|九[龙龍]|新界|澳[门門]")
_HAN = re.compile("[\u4e00-\u9fff]")


def city_in(text: str) -> str | None:
    """A city that is known by its bare name, alone or with its district: 北京, 深圳南山, 北京的."""
    found = _CITY_ZH.fullmatch(simplified(text.strip()))
    return text.strip()[: found.end("place")] if found else None


def tells_others(said: str) -> bool:
    """Whether it tells for what else something is wanted: "for both", "the same for the other order"."""
    return _OTHERS.search(said) is not None


def written_code(said: str) -> str:
    """The address with its postcode and its house in their places, and not called so: "number 9 Pine Street in Austin Texas, the
    zip is 78701"."""
    if not said.isascii():
        return said
    return _CODE_CALLED.sub(" ", _IN_TOWN.sub(r"\g<street> ", _NUMBER_CALLED.sub("", said)))


def town_line(said: str) -> str | None:
    """The town with its state or postcode, or the state with a postcode, of words that hold nothing else; a town alone only where
    it is called one ("the town is Springfield", "in Springfield")."""
    plain = said.strip().replace("\u2019", "'").rstrip(" .!")
    if not plain or len(plain) > LONGEST or not plain.isascii() or "?" in said:
        return None
    plain = _LEAD.sub("", written_code(f" {plain}").strip())
    called = _CALLED.match(plain)
    line = plain[called.end() :] if called else plain
    code, rest = _CODE.search(line), line
    if code is not None:
        rest = line[: code.start()].rstrip(" ,")
    state = _STATE.search(rest)
    town = (rest[: state.start()] if state else rest).strip(" ,")
    if town and (_TOWN.fullmatch(town) is None or _NO_TOWN.search(town) or is_said(town)):
        return None
    if state and not code and not (town and (len(state["state"]) > 2 or state["state"].isupper())):
        return None
    if not state and not (town and (code or called)):
        return None
    figures = "".join(runs_in(code["code"])) if code and not code["code"][0].isdigit() else code["code"] if code else ""
    return f"{line[: code.start('code')]}{figures}" if code else line


def with_town(address: str, line: str) -> str | None:
    """The address with its town: behind the street, or in place of the one that is there."""
    if parts.code_in(address):
        return parts.with_town(address, line)
    first = re.split(r",| (?=[0-9])", line)[0].strip()
    first = _STATE.sub("", first).strip(" ,") or first
    street = parts.PHRASE.search(address)
    again = re.search(rf"[, ]+{re.escape(first)}\b[a-z ,.]*$", address, re.I) if first else None
    there = address[: again.start()] if again and (street is None or again.start() >= street.end()) else address
    return f"{there}, {line}"


def lacks_town(address: str) -> bool:
    """Whether a street is told and no town, as far as the shape tells. It may be known by its street alone, so this is asked."""
    if _HAN.search(address):
        return _OF_PLACE.search(address) is None and _AREA.search(simplified(address)) is None
    if parts.code_in(address) is not None:
        return False
    at = parts.phone_in(address)
    plain = re.sub(r"[, ]*\bphone *$", "", parts.put(address, at, "").strip(" ,")) if at else address
    street = list(parts.PHRASE.finditer(plain))
    behind = plain[street[-1].end() :] if street else plain
    for unit in parts.units_in(behind):
        behind = behind.replace(unit[0], " ")
    told = [part for part in behind.split(",") if re.search("[A-Za-z]{2}", part)]
    return len(told) < (1 if street else 2)
