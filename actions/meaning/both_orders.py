"""Whether something is wanted of two orders at once, or of all: "cancel both orders", 两个都取消. Pure; knows no order."""

import re

from actions.meaning.taking_back import act_in
from actions.reading.number_kinds import ANY, orders_in

LONGEST = 80  # characters; a longer message says more
STATUS = "order_status"
_ORDERS_EN = r"(?:(?:of )?(?:my |the |these |those )?(?:orders|parcels|packages|deliveries))"
_SEVERAL = re.compile(  # where one was read back
    r"^(?:(?:yes|yeah|yep|ok|okay|sure|please|and|just|then|can you|could you|no|i want to|i'd like to)\b[,. ]*)*"
    r"(?:cancel|change|update|send|return|exchange|do)"
    rf"(?: (?:it|them))? (?:both|all|everything|all of (?:them|it)|both of them)(?: {_ORDERS_EN})?"
    r"(?:[, ]+(?:please|then|too|thanks))*[ .!]*$"
    r"|^(?:(?:yes|yeah|yep|ok|okay|sure|please|for)\b[,. ]*)*(?:both|all|all my|all the|both my) orders[, ]*(?:please)?[ .!]*$"
    r"|^(?:[好对是嗯行的要,，。 ]|那就?|请|帮我|把)*(?:(?:全部?|都|[两俩][个单笔]?(?:订单)?都?|一起|所有订单都?)(?:给我|帮我|要)?"
    r"(?:取消|改|换|退)|(?:取消|改|换|退)(?:全部|[两俩][个单笔]|所有))"
    r"(?:订单|货|掉|地址)?[了吧啊。.!！ ]*$",
    re.I,
)
_OF_ORDERS = re.compile(r"\b(?:orders|parcels|packages|deliveries)\b|订单|[两俩]单|快递|包裹", re.I)
_ALL = re.compile(r"^(?!.*(?:[两俩]|\bboth\b)).*(?:\b(?:all|everything)\b|全|所有|都)", re.I | re.S)
_YES_FIRST = re.compile(r"^(?:yes|yeah|yep|ok|okay|sure)\b|^(?:好|对|是|嗯|行)", re.I)
_POLITE_EN = (
    r"(?:(?:hi|hello|hey|please|can you|could you|would you|i want to|i need to|i'?d like to|i would like to|just|now|and|ok|okay"
    r"|so|actually|can i|let'?s)\b[,. ]*)*"
)
_BOTH_EN = rf"both(?: of (?:them|these|those)| {_ORDERS_EN})?"
_TAIL_EN = r"(?:[, ]+(?:please|pls|now|then|thanks|thank you|for me|at the moment|right now))*[ ?.!]*"
_WANTS = re.compile(
    rf"^{_POLITE_EN}(?:cancel|return|send back|exchange|swap|get invoices? for|invoice) {_BOTH_EN}(?: back)?{_TAIL_EN}$"
    rf"|^{_POLITE_EN}(?:i (?:want|need|would like) )?both (?:of )?(?:my |the |these |those )?orders"
    r" (?:to be |should be )?(?:cancell?ed|returned|exchanged)"
    rf"{_TAIL_EN}$"
    r"|^(?:你好|您好|请|麻烦|帮我|给我|我|要|想|把|那|这|我的|,|，|。| )*[两俩2][个单笔件]?(?:订单)?(?:我)?(?:都|一起|全)(?:都|要"
    r"|想|得|给我|帮我|请)*(?:取消|退货?|换货?|开发?票)(?:掉|了|吧|一?下|[。.!！ ])*$"
    r"|^(?:你好|您好|请|麻烦|帮我|给我|我|要|想|,|，|。| )*(?:取消|退掉?|换掉?)(?:我的|这|那)?[两俩2](?:个|单|笔)(?:订单)?(?:了"
    r"|吧|一?下|[。.!！ ])*$",
    re.I,
)
_WHERE = re.compile(
    rf"^{_POLITE_EN}(?:where are|where'?re|track|check(?: on)?|when (?:will|do|are)|what(?:'?s| is) the status of"
    rf"|what about|how about) {_BOTH_EN}(?: (?:arrive|come|coming|be here|get here))?{_TAIL_EN}$"
    rf"|^{_POLITE_EN}tell me where both (?:(?:of )?(?:my |the )?orders )?are{_TAIL_EN}$"
    r"|^(?:你好|您好|请|麻烦|帮我|给我|我的?|这|那|请问|,|，|。| )*[两俩2][个单笔件](?:订单|快递|包裹)?(?:都|现在|分别|各自)*"
    r"(?:到哪(?:里|儿)?了?|在哪(?:里|儿)?|什么时候[能会]?到|查一?下|查查)(?:了|呢|啊|[?？。.!！ ])*$"
    r"|^(?:请|麻烦|帮我|给我|我|要|想|,|，| )*查(?:一?下)?(?:我的|这|那)?[两俩2][个单笔件](?:订单|快递|包裹)?(?:吧|[。.!！ ])*$",
    re.I,
)


def several_orders(said: str) -> bool:
    """Whether it is to be done to other orders, too, than the one that was read back: "cancel both", 都取消."""
    return len(said) <= LONGEST and _SEVERAL.match(said.strip().replace("\u2019", "'")) is not None


def of_orders(said: str) -> bool:
    """Whether it is said to be orders, not goods of one order, of which there are several."""
    return _OF_ORDERS.search(said) is not None


def of_all(said: str) -> bool:
    """Whether more than two may be meant."""
    return _ALL.search(said) is not None


def says_yes_first(said: str) -> bool:
    """Whether it begins with a yes: "yes, cancel both"."""
    return _YES_FIRST.match(said.strip()) is not None


def both_wanted(text: str) -> str | None:
    """The need that is wanted of two orders which are not named; None where it is no such message."""
    said = text.strip().replace("\u2019", "'")
    if len(said) > LONGEST or orders_in(said, ANY):
        return None
    if _WHERE.match(said):
        return STATUS
    return act_in(said.replace("send back", "return")) if _WANTS.match(said) else None
