"""Whether goods came whole and broke in use: "it broke after a few days", 用了几天坏的. Pure."""

import re

LONGEST = 160  # characters
_BROKE = (
    r"(?:broke\w*|stopped|failed|died|quit|fell apart|tore|ripped|crack(?:ed|s)?|went (?:dead|wrong|off)|g[oa]ve up|packed up"
    r"|conked out|burn(?:t|ed) out)"
)
_SPAN = r"(?:a|an|one|two|three|four|five|six|a few|few|some|several|a couple(?: of)?|[0-9]{1,3}|the (?:first|second|third))"
_UNITS = r"(?:hours?|days?|weeks?|months?|times?|uses?|washes?|charges?)"
_LATER = re.compile(
    rf"\b{_BROKE}\b[^.?!]{{0,40}}\b(?:after|within|in|on) (?:only |just |about |less than )?{_SPAN} {_UNITS}\b"
    rf"|\b(?:after|within) (?:only |just |about )?{_SPAN} {_UNITS}\b[^.?!]{{0,40}}\b{_BROKE}\b"
    rf"|\b{_BROKE}\b[^.?!]{{0,20}}\b(?:later|while (?:i was )?using|in use|when i used|after (?:using|use|that))\b"
    rf"|\b(?:worked|was (?:fine|ok|okay|good|working)|came (?:fine|ok|okay|whole))\b[^.?!]{{0,30}}"
    rf"\b(?:at first|(?:for|until) {_SPAN} {_UNITS}|when (?:it|they|i)|until|then|to begin with|but (?:now|then|later))\b"
    r"|用了?(?:才|不到|没|还没|大概|差不多)?(?:[几一两二三四五六七八九十半]|[0-9]{1,3}|没多少)(?:[天周次回年]|个?(?:多)?(?:月|星期|小时|礼拜))"
    r"[^。？?]{0,8}(?:坏|不能|没反应|开不了|裂|断|掉|碎|不亮|不响|不走|出问题|不行)"
    r"|(?:收到|刚到|来|到手|开始|一开始|刚)(?:的)?(?:时候?)?(?:还|都)?(?:是|能)?(?:好的|没问题|能用)|用着用着|(?:后来|用的时候|使用中|过了?[几一两二三0-9]+天)才?"
    r"(?:就|突然)?[^，。？?]{0,3}(?:坏|裂|断|出问题|不能|不行)",
    re.I,
)


def broke_in_use(text: str) -> bool:
    """Whether it is told that the goods were whole at first."""
    return _LATER.search(text[:LONGEST].replace("\u2019", "'")) is not None
