"""What broke and is none of the goods: the lift, the doorbell, a camera by the door, beside a parcel that is missing. Pure."""

import re

_HOUSE = re.compile(  # no shop sends it
    r"(?:电梯|门禁|楼道灯|路灯)[也都又刚正好的]{0,3}(?:坏|破)了?"
    r"|\b(?:lift|elevator|intercom)(?: is|'s| was)? (?:broken|broke\b|damaged)",
    re.I,
)
_MAY_BE_GOODS = re.compile(
    r"(?:监控|门铃|灯|车|手机)[也都又刚正好的]{0,3}(?:坏|破)了?"
    r"|\b(?:camera|doorbell|door bell|car|phone)(?: is|'s| was)? (?:broken|broke\b|damaged)",
    re.I,
)
_MISSING = re.compile(
    r"没收到|没有收到|没拿到|\b(?:never|did ?n[o']?t|didn't|haven't|not) (?:got|get|received?|arrived?|come|came)\b",
    re.I,
)


def without_the_house(text: str) -> str:
    """The words without what broke about the house; a camera or a phone is part of it where the parcel didn't come."""
    rest = _HOUSE.sub("", text)
    return _MAY_BE_GOODS.sub("", rest) if _MISSING.search(rest) else rest
