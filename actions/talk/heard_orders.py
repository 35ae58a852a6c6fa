"""The order number in a message, in all the ways it is given, or that there is none at hand. Knows the tracker's shape."""

import re

from actions.meaning.kinds import kind_of
from actions.owned import LAST
from actions.reading.address_wishes import without_addresses
from actions.reading.addresses import has_street, names_town, without_street
from actions.reading.case_numbers import DIGITS, case_number_in
from actions.reading.characters import mandarin
from actions.reading.number_kinds import ANY, LAST_DIGITS, USUAL, OrderDigits, looks_like_phone, orders_in
from actions.reading.numbers import runs_in
from actions.reading.orders_named import called_order, denied_in, one_of_them, only_number, stumbled_in, without_others
from actions.reading.phone_endings import before_order, glued_in
from actions.talk.turn import CustomerTurn

_WITH_LETTERS = re.compile(r"^\W{0,9}((?=(?:[oOlI]*[0-9]){3})[0-9oOlI]{4,20})\W*$")  # 1oo25
_AS_DIGITS = str.maketrans("oOlI", "0011")
_NEWEST = re.compile(
    r"\b(my )?(last|latest|newest|most recent|recent) (order|purchase)\b"
    r"|最近的?(一|那)?(个|单|笔|订单|訂單)|上一?单|最后一单|最新的?(一单|订单)|刚[下买]的",
    re.I,
)
_LACKS_NUMBER = re.compile(
    r"\b(?:don'?t|do not|didn'?t|can'?t|cannot|no longer) (?:have|know|remember|recall|find|got|keep) "
    r"(?:(?:my|the|an?|any|that|his|her|their|our|its) )?(?:order )?(?:number|no\b|confirmation)"
    r"|\b(?:lost|forgot(?:ten)?|no|without|where is|where do i find)(?: my| the| an?| any)? order number"
    r"|\b(?:no|without|never (?:got|received|had))(?: an?| any| the| my)? (?:order )?confirmation"
    r"|\bonly (?:have|got) (?:the|a|my) (?:tracking|parcel|track) (?:number|no\b|code)|[只就]有(?:快递|物流|运)单?号"
    r"|\bwhat(?:'?s| is)(?: an?| the| this| my)? [\"'\u201c]?order (?:number|no\b)"
    r"|\b(?:lost|forgot(?:ten)?) (?:my |the )?number\b|^no number\b"
    r"|^(?:(?:so|and|ok|hi|hello|please|can you)[, ]+)*(?:(?:what|which) orders (?:do|did) i (?:have|place|make)"
    r"|(?:show|list|find|see)(?: me)? (?:all )?my orders|my orders)[ ?!.]*$"
    r"|^(?:我要|帮我|请)?[查看询下一]{0,4}我的(?:全部|所有)?订单[。?？!！]*$"
    r"|什么(?:是|叫)(?:订单号|單號|单号)|(?:订单号|单号)是(?:什么|啥)"
    r"|(?:不知道|没有|没|忘了|忘记|找不到|不记得|记不得|丢了)(?:我的)?[订訂][单單][号號]"
    r"|[订訂][单單][号號].{0,4}(?:忘|找不到|没有|沒有|不记得|不知道|丢|在哪)",
    re.I,
)
_LACKS_IT = re.compile(  # where "it" is the number: "says delivered but I don't have it" is a parcel
    r"\b(?:don'?t|do not|didn'?t|can'?t|cannot|no longer) (?:have|know|remember|recall|find|got|keep) it\b", re.I
)
_IT_IS = re.compile(r"\border (?:number|no\b)|\bconfirmation\b", re.I)
_KNOWS_NOT = re.compile(  # an answer to the question for the number, and to nothing else
    r"^(?:(?:sorry|no|well|um+|hm+|i have|i've|i)[, ]+)*(?:no (?:idea|clue)|dunno|not sure|(?:lost|forgot) it|can'?t find it"
    r"|(?:really )?(?:don'?t|do not) (?:know|remember|recall|have (?:it|one|any|an? (?:order|number))))"
    r"(?:[, ]+(?:sorry|any ?more))*[ .!]*$"
    r"|^(?:我|真的|也)*(?:不知道|不清楚|忘了|忘记了|忘記了|不记得了?|不記得了?|找不到了?|没有了?|沒有了?|丢了"
    r"|(?:没有?|沒有|找不到|忘了)[单單][号號]了?)[ 。.!！]*$",
    re.I,
)


def lacks_number(turn: CustomerTurn, asked: str | None) -> bool:
    """Whether the customer says that they don't have, or don't find, the order number."""
    said = turn.said.strip().replace("\u2019", "'")
    of_number = asked == "order_number" and kind_of("issue", said) is None
    it = (of_number or _IT_IS.search(said) is not None) and _LACKS_IT.search(said) is not None
    knows_not = it or (asked == "order_number" and _KNOWS_NOT.match(said) is not None)
    return not turn.is_payload and (knows_not or _LACKS_NUMBER.search(said) is not None)


def other_shape(turn: CustomerTurn, digits: OrderDigits = USUAL) -> bool:
    """Whether what is called an order's number has not as many digits as this shop's have; nor the shape of a phone's."""
    named = "".join(c for c in turn.entities.get("order_number", "") if c.isdigit())
    fits = digits.fit(named) or digits.fit(named[:-LAST_DIGITS]) or looks_like_phone(named)
    return bool(named) and not fits and not orders_in(turn.said, digits)


def beside_others(turn: CustomerTurn) -> str:
    """The words without what has numbers of its own: an address with its postcode, a price, a customer number."""
    said = without_others(mandarin(without_addresses(turn.text)))
    without = without_street(said)  # "5 Main Street, Boston 02110 … 10025"
    return without if names_town(said) or (runs_in(without) and orders_in(without, ANY)) else said


def order_number_heard(turn: CustomerTurn, asked: str | None, digits: OrderDigits) -> str | None:
    """Typed numbers first, then spoken ones; "my last order" is one, too."""
    streets = asked in ("invoice_kind", "confirmed") and has_street(turn.text[:300])
    if streets or asked in ("tax_number", "invoice_title"):
        called = called_order(turn.said)
        return called if called and digits.fit(called) else None
    if asked in ("new_address", "delivery_note") or (asked == "details" and not only_number(turn.said)):
        return None
    if (before := before_order(turn.said, digits)) is not None:
        return before[1]
    if asked in (None, "order_number") and (glued := glued_in(turn.said, digits, asked)):
        return glued[0]
    if asked == "order_number" and (stumbled := stumbled_in(turn.said, digits)):
        return stumbled
    case = (case_number_in(turn.said) or "")[-DIGITS:]
    said = beside_others(turn)
    whole = [run for run in orders_in(said, digits) if run != case]
    if one_of_them(said):
        return None
    if len(whole) > 1 and (denied := denied_in(turn.said)):  # "not 10032, 10034"
        return next((run for run in whole if run not in denied), None)  # where none is left, it is asked which
    slip = _WITH_LETTERS.match(turn.said) if asked == "order_number" else None
    if slip and digits.fit(slip[1]):
        return slip[1].translate(_AS_DIGITS)
    named = turn.entities.get("order_number")
    if asked == "last4" and named and looks_like_phone(named) and not digits.fit(named):
        named = None  # the whole phone, whose end was asked for
    elsewhere = named in runs_in(turn.said) and named not in runs_in(said)
    if named and (other_shape(turn, digits) or elsewhere or (case and (named.endswith(case) or not whole))):
        named = None
    short = (run for run in runs_in(said) if asked == "order_number" and digits.fit(run) and not digits.bare(run))
    return named or next(iter(whole), None) or next(short, None) or (LAST if _NEWEST.search(turn.said) else None)
