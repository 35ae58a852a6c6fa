"""What is said of one's own goods: that they fail, or that they do not please; and that a delivery is to be reported. Pure; knows
no order."""

import re

from actions.meaning.goods_wishes import reason_in
from actions.meaning.kinds import kind_of
from actions.reading.characters import mandarin

LONGEST = 120  # characters that are looked at
_LEAD = r"(?:(?:hi|hello|hey|so|and|but|ok|okay|well|sorry|unfortunately|now|yes|yeah)[,. ]+)*"
_NO_GOODS = (
    r"(?!(?:order|parcel|package|delivery|courier|driver|carrier|price|refund|money|card|payment|account|invoice|password"
    r"|website|site|app|page|link|code"
    r"|voucher|coupon|checkout|cart|basket|tracking|address|phone number|email|return|exchange|case|bank"
    r"|shop|store|service|support|bot|agent|colleague|box)\b)"
)
_OWN = re.compile(
    rf"^{_LEAD}(?:the|my|our|these|those|this) {_NO_GOODS}[a-z]+(?: {_NO_GOODS}(?!(?:is|are|was|were)\b)[a-z]+)?"
    r" (?:is|are|was|were|does|do|did|will|won'?t|doesn'?t|don'?t|didn'?t|isn'?t|aren'?t|hurts?|sounds?|feels?|looks?|stopped"
    r"|just|keeps?)\b[^?？]*$"
    r"|^(?=[^?？吗]*$)(?:你好|您好|我|的|买|收到|[,，。 ])*"
    r"(?:#?[0-9]{5,7}|这个|这件|这双|那个|衣服|鞋子?|耳机|手表|背包)[^?？吗怎么]{2,30}$",
    re.I,
)
_REPORTS = re.compile(r"反[映应馈](?:一下|下|个|的)?(?:我的)?(?:快递|物流|配送|送货|派送|包裹)的?(?:问题|情况|事)?")
_REPORTS_IT = re.compile(r"(?:帮|替|给|要|想)我?反[映应馈](?:一下|下)?(?:吧|[。.!！ ])*$")


def fails(text: str) -> bool:
    """Whether goods of one's own are told to fail, which may sound like a question: "the headphones don't charge"."""
    said = _read(text)
    return _OWN.match(said) is not None and kind_of("issue", said) == "damaged"


def displeases(text: str) -> bool:
    """Whether goods of one's own are told not to please: "the speaker is too quiet", 10034跟图片不一样."""
    said = _read(text)
    return _OWN.match(said) is not None and reason_in(said) is not None


def reports_delivery(text: str, *, of_order: bool) -> bool:
    """Whether a delivery is to be looked into, in the bot's own words for it: 帮我反映快递问题; of an order that is named, an
    帮我反映一下 will do."""
    said = _read(text)
    return _REPORTS.search(said) is not None or (of_order and _REPORTS_IT.search(said) is not None)


def _read(text: str) -> str:
    return mandarin(text[:LONGEST]).replace("\u2019", "'").strip()
