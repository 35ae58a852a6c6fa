"""Another phone number for a delivery: whether one is wanted, and which. It proves nothing and is no order's. Pure."""

import re

from actions.reading.characters import mandarin
from actions.reading.numbers import runs_in

LONGEST = 120  # characters
WHOLE, LONGEST_NUMBER = 8, 15  # digits of a number that can be rung
_PHONE = r"(?:(?:tele)?phone|mobile|cell|contact|call ?back)(?: (?:number|no))?|number for (?:the )?(?:delivery|courier|driver)"
_CHANGE = r"(?:change|update|correct|switch|replace|edit|amend|put|use|fix|swap)"
_WANTED = re.compile(
    rf"\b{_CHANGE}(?:ing)?\b(?: (?!(?:items?|size|colou?r)\b)[a-z0-9#']+){{0,6}}? (?:{_PHONE})\b"
    rf"|\b(?:{_PHONE})\b.{{0,40}}\b(?:is|was|has|have|needs?|must|should|to be|wants?)"
    rf" (?:to be |been )?(?:wrong|old|changed|updated"
    r"|corrected|different|out of date|not right|incorrect)\b"
    rf"|\b(?:wrong|old|different|new|another) (?:{_PHONE}) (?:on|for|in|with)"
    rf" (?:it|(?:my|the|this|that) (?:order|delivery|parcel"
    r"|package|label|courier|driver)|(?:order )?#?[0-9]{5,7})\b"
    r"|\b(?:courier|driver|carrier|they) (?:should|must|can|to) (?:call|ring|phone) (?:me )?(?:on )?(?:another"
    r"|a different|my other"
    r"|my new|a new)\b"
    r"|\b(?:call|ring|phone|reach|text) (?:me )?(?:on|at) (?:another|a different|my other|my new|a new) (?:[a-z]+ )?number\b"
    r"|打(?:我)?的?(?:另外?一?个|别的|新的?|其他)(?:电话|手机|号码)"
    r"|(?:改|换|更[新换正]|修改|变更)[^，。,?？]{0,10}(?:电话|手机|号码|联系方式)"
    r"|(?:收[货件]|联系|订单)?(?:人|的)?(?:电话|手机号?码?|联系方式)[^，。,?？]{0,8}(?:改|换|更[新换正]|变更|(?:填|写|留|输|搞)错)"
    r"|(?:填|写|留)错了?(?:收[货件]人?|联系)?(?:的)?(?:电话|手机|号码)",
    re.I,
)
_NOT = re.compile(  # the account's own, whose proof it is, or another thing with a number
    r"\b(?:account|profile|log ?in|invoice|tax|house number|tracking|order number)\b"
    r"|账[号户]|帐[号户]|绑定|登录|注册|发票|门牌|订单号|单号",
    re.I,
)
_SAID_NEW = re.compile(r"\bnew\b|\bto\b|\binstead\b|新|改成|换成|改为|换为", re.I)


def wants_other_phone(text: str) -> bool:
    """Whether the phone number of a delivery is to be another: 改收货电话, "change the phone number for the delivery"."""
    said = mandarin(text).replace("\u2019", "'")
    return len(said) <= LONGEST and _WANTED.search(said) is not None and _NOT.search(said) is None


def says_new(text: str) -> bool:
    """Whether a number is said to be the new one, and can be no other."""
    return _SAID_NEW.search(mandarin(text)) is not None


def phone_told(text: str) -> str | None:
    """The one number in a message that can be rung, as its digits; None where there is none, or more than one."""
    runs = [run for run in runs_in(mandarin(text[:LONGEST])) if WHOLE <= len(run) <= LONGEST_NUMBER]
    return runs[0] if len(runs) == 1 else None
