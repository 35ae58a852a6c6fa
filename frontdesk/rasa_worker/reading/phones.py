"""Phone numbers in the ways countries write them, with or without their code; the value is digits alone, no extension. Pure."""

import re

from frontdesk.rasa_worker.reading.found import Found, taken

_SIGN = r"[ .\-\u2010-\u2015]"
_SEP = rf"{_SIGN}?"
_BETWEEN = (
    rf"(?:{_SIGN}{{0,2}}|{_SEP}[()]{_SEP})"  # two figures; never in two ways, or a long row of figures takes for ever
)
_END = r"(?![0-9])"
_EXTENSION = re.compile(
    r"(?<=[0-9])(?:,? ?(?:ext(?:ension)?\.?|x|转|轉|分机|分機)[ .:：]?[0-9]{1,5}(?![0-9a-z])|(?<=[0-9]{7})-[0-9]{1,4}(?![0-9]))",
    re.I,
)
_SUBSCRIBER = {  # digits behind the country's code
    "1": "10", "86": "10,11", "852": "8", "853": "8", "886": "8,9", "44": "9,10", "33": "9", "61": "9", "65": "8",
    "91": "10", "34": "9",
}  # fmt: skip
_CODES = "|".join(rf"{code}(?:{_SEP}[()0]{{0,3}}{_SEP}[0-9]){{{n}}}" for code, n in _SUBSCRIBER.items())
_ABROAD = re.compile(
    rf"(?:\+|(?<![0-9])00) ?(?:\(?(?:{_CODES})|[2-9](?:(?:{_SIGN}{{0,2}}|{_SEP}[()]{{1,2}}{_SEP})[0-9]){{7,13}}){_END}"
)
_MOBILE_CN = re.compile(rf"(?<![0-9+])(?<![0-9][.\-])(?:\(?86\)?[ \-]?)?1[3-9][0-9](?:{_SEP}[0-9]){{8}}{_END}")
_LANDLINE_CN = re.compile(
    rf"(?<![0-9])(?:86[ \-]?)?(?:[(]0[1-9][0-9]{{1,2}}[)][ \-]?|0(?:10|2[0-9]|"
    rf"[3-9][0-9]{{2}})[ \-]?)[2-9][0-9]{{2,3}}[ \-]?[0-9]{{4}}{_END}"
    rf"|(?<![0-9\-+])[48]00[ \-]?[0-9]{{3}}[ \-]?[0-9]{{4}}{_END}|(?<![0-9])[48]00[ \-][0-9]{{4}}[ \-][0-9]{{3}}{_END}"
)
_AMERICAN = re.compile(
    rf"(?<![0-9a-z])(?:1[-. ]?)?[(]?[2-9][0-9]{{2}}[)]?[-. /]{{0,3}}[2-9][0-9]{{2}}[-. /]{{0,3}}[0-9]{{4}}{_END}", re.I
)
_NATIONAL = re.compile(rf"(?<![0-9a-z.\-+])[(]?0[1-9](?:{_BETWEEN}[0-9]){{7,9}}{_END}", re.I)
_WORD = (
    r"phone|mobile|cell|tel|call|ring|text|whats ?app|wa(?!s)|sms|reach|contact|dial|fax|landline|"
    r"手机|手機|电话|電話|座机|固话|热线|致电|打给?我?|"
    r"联系(?:方式|人)?|聯繫|号码|號碼|微信|短信"
)
_RUN = rf"[(+]?[0-9](?:{_BETWEEN}[0-9]){{6,13}}"
_NAMED = re.compile(
    rf"(?:(?<![a-z])(?:{_WORD})(?:es|s|'s)?(?![a-z])[^0-9|]{{0,24}}?)({_RUN}){_END}"
    rf"|(?<![0-9])({_RUN})(?= (?:is|was) (?:my|the|our) (?:{_WORD}))",
    re.I,
)
_ABOUT_PHONE = re.compile(rf"(?<![a-z])(?:{_WORD}|number)(?![a-z])", re.I)
_CALLED_ORDER = re.compile(
    r"(?:\b(?:orders?|ord|order(?: |-)?(?:number|no|id|nr|num)|ref(?:erence)?|purchase|po)|[订訂][单單](?:编?[号號])?|单号|单)"
    r"[ .:：#是为]{0,4}(?:is )?#?$|#$",
    re.I,
)
_OTHER_NUMBER = re.compile(r"(?<![0-9])[0-9]{5,7}(?![0-9])")
_BEHIND = 30  # characters in which an order's name may stand before its number


def read(text: str) -> tuple[str, list[Found]]:
    """The surest shapes first. What is called an order number is none, nor are ten bare digits of which nothing says so."""
    text = _EXTENSION.sub("", text)
    found: list[Found] = []
    for pattern in (_ABROAD, _MOBILE_CN, _LANDLINE_CN, _AMERICAN, _NATIONAL, _NAMED):
        source = text

        def worth(match: re.Match[str], source: str = source) -> Found | None:
            return _phone(match, source)

        text, more = taken(pattern, source, worth)
        found += more
    return text, found


def _phone(match: re.Match[str], text: str) -> Found | None:
    at = match.lastindex or 0
    digits = re.sub(r"[^0-9]", "", match[at])
    if match.re is not _ABROAD and _CALLED_ORDER.search(text[max(0, match.start(at) - _BEHIND) : match.start(at)]):
        return None
    if match[at].isdigit() and match.re is _AMERICAN and not (_ABOUT_PHONE.search(text) or _OTHER_NUMBER.search(text)):
        return None
    return Found("phone", digits)
