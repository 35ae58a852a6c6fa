"""A day told as a condition beside an address: "if it can arrive before Thursday send it to 12 Oak Street". Nobody can promise
it; the address is one all the same. Pure."""

import re

from actions.reading.characters import simplified

LONGEST = 300  # characters that are looked at
_DAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight|week(?:end)?|the [0-9]{1,2}(?:st|nd|rd|th)|noon"
    r"|in time|on time|christmas|new year|(?:this|next) (?:month|week)|[0-9]{1,2}(?:st|nd|rd|th))\b"
)
_COMES = (
    r"(?:arriv\w*|com(?:e|es|ing)|gets?|deliver\w*|be (?:there|here|delivered)|there|here|delivered|reach\w*|make it|makes it"
    r"|sent|ship\w*)"
)
_IF = r"(?:(?:but |and |only )*(?:if|as long as|provided(?: that)?|assuming)\b)"
_CONDITION = rf"{_IF}[^.;?0-9,]{{0,30}}\b{_COMES}\b[^.;?,]{{0,30}}?\b(?:{_DAY})(?: (?:{_DAY})){{0,2}}+"
_AHEAD = re.compile(
    rf"^(?:(?:ok|okay|so|well|yes|please)[, ]+)*{_CONDITION}[^a-z0-9]*+(?:then|please|can you|could you|you can)?[ ,]*",
    re.I,
)
_BEHIND = re.compile(rf"[ ,.;(]*\b{_CONDITION}[^.;?]{{0,20}}[ .!)]*$", re.I)
_ANYWHERE = re.compile(_CONDITION, re.I)
_ANY_BEHIND = re.compile(  # any other condition
    r"[ ,.;(]+(?:but |and |only )*(?:if|as long as|provided(?: that)?|unless|assuming)\b[^0-9;?]{3,60}$"
    r"|[,，。 ]+(?:但|不过)?(?:如果|要是|只要|前提是|除非)[^0-9，,。?？吗]{2,20}$",
    re.I,
)
_DAY_ZH = (
    r"(?:周[一二三四五六日天末]|星期[一二三四五六日天]|今天|明天|后天|下周|这周|本周"
    r"|[0-9一二三四五六七八九十]+[号日]|月底|节前|过年)"
)
_CONDITION_ZH = (
    rf"(?:如果|要是|假如|只要|前提是|若)[^，,。;；?？]{{0,8}}{_DAY_ZH}[^，,。;；?？]{{0,8}}?(?:到货|送达|送到|收到|到|送)(?:得了|了)?(?:的话|才行)?"
    rf"|{_DAY_ZH}(?:之前|以前|前)?(?:要是|如果)?能(?:送达|送到|收到|到货|到)(?:的话)?"
)
_AHEAD_ZH = re.compile(rf"^(?:那|好的?|嗯|[,，。 ])*(?:{_CONDITION_ZH})[,，。 ]*(?:那就|就|那|请)?")
_BEHIND_ZH = re.compile(rf"[,，。;； ]*(?:但|不过)?(?:{_CONDITION_ZH})[。.!！ ]*$")
_ANYWHERE_ZH = re.compile(_CONDITION_ZH)


def depends_on_day(text: str) -> bool:
    """Whether something is only wanted if it comes by a day."""
    said = simplified(text[:LONGEST]).replace("\u2019", "'")
    return _ANYWHERE.search(said) is not None or _ANYWHERE_ZH.search(said) is not None


def depends(text: str) -> bool:
    """Whether something is only wanted on a condition, whatever that is."""
    return depends_on_day(text) or _ANY_BEHIND.search(simplified(text[:LONGEST]).replace("\u2019", "'")) is not None


def without_day(text: str) -> str:
    """The words without such a condition before or behind them; as they are where nothing would be left."""
    said = simplified(text[:LONGEST]).replace("\u2019", "'")
    if len(said) != len(text):
        return text
    start = max((found.end() for one in (_AHEAD, _AHEAD_ZH) if (found := one.match(said))), default=0)
    end = min(
        (found.start() for one in (_BEHIND, _BEHIND_ZH, _ANY_BEHIND) if (found := one.search(said, start))),
        default=len(said),
    )
    return text[start:end].strip(" ,，") or text
