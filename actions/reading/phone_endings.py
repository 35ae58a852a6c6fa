"""The last four digits of a phone, which prove whose an order is: asked for, called so, or beside an order number. Pure."""

import re
from collections.abc import Mapping

from actions.reading.address_wishes import without_addresses
from actions.reading.addresses import has_street
from actions.reading.contacts import LONGEST_PHONE
from actions.reading.mails import mails_in
from actions.reading.number_kinds import LAST_DIGITS, WHOLE_PHONE, OrderDigits, looks_like_phone, orders_in
from actions.reading.number_words import HAN
from actions.reading.numbers import runs_in
from actions.reading.orders_named import without_others

ABOUT_PHONE = re.compile(
    r"\b(?:tele)?phones?\b|\btel\b|\bmobile|\bcell\b|digits|end(s|ing)|last (4|four)|手机|电话|尾号|后四位|后4位|末四位",
    re.I,
)
_OF_CARD = re.compile(  # it proves nothing here
    r"(?:\b(?:cards?|visa|mastercard|amex|american express|(?:bank )?account)\b"
    r"|(?:银行|信用|储蓄|借记)卡|卡号|卡的?(?=尾号|后四位|末四位))"
    r"[^0-9,，.。;；]{0,30}[0-9]{4}(?![0-9])",
    re.I,
)
_JOINT = (  # what stands between an order and the four digits: ", and um phone"
    r"[ ,，、;；/.!！]{1,3}(?:(?:and|with|um+|uh+|my|the|phone|mobile|number|proof|last four|digits|is|和|手机|电话|尾号"
    r"|后四位|是)[ ,，:：]{0,2}){0,5}+"
)
_AFTER_ORDER = re.compile(
    rf"(?<![0-9])(?P<order>[0-9]{{3,20}})(?:{_JOINT}(?P<alone>[0-9]{{4}})[ .。!！?？]*$"
    rf"|{_JOINT}(?P<joined>(?!19|20)[0-9]{{4}})(?=[,，;；。谢吧啊请麻帮]|[.!] | (?:and|not|same|please|only|just|but|it'?s)\b)"
    r"|(?: {1,2}| ?/ ?)(?P<amid>[0-9]{4})(?= [a-z]|[,，.。?？!！ ]*[\u4e00-\u9fff])(?!\s*[元块年])"
    r"(?! (?:dollars|pounds|euros|quid|bucks|was the price)))",
    re.I,
)
_AT_THE_END = re.compile(
    r"[.?!？！。;；\n/]\s*(?P<last4>[0-9]{4})[ .。!！?？]*$"
)  # of a message with an order: a sentence of its own
_ENDS_IN = re.compile(  # beside other numbers, the ones that are called so
    r"(?:\b(?:ends?|ending)(?: (?:in|with))?|\blast (?:four|4)(?: digits)?(?: (?:are|is))?|尾号|后四位"
    r"|末四位)[是为:： ]*(?P<last4>[0-9]{4})(?![0-9])",
    re.I,
)
_BEFORE_ORDER = re.compile(  # the four digits first, then the order
    r"^\W*(?:(?:last (?:four|4)|(?:my )?(?:phone )?number|尾号|后四位|手机)(?: (?:is|are|digits)"
    r"|是)*[ :：,，]*)?(?P<last4>[0-9]{4})[ ,，、;；/]{1,3}"
    r"(?:and |order |number |#|订单号?|单号)*(?P<order>[0-9]{5,20})\W*$",
    re.I,
)

_LED_BEFORE = re.compile(  # "…, number 0198, order 10025, …"
    r"(?:\blast (?:four|4)(?: digits)?|\b(?:phone|mobile)(?: number)?|(?<!order )\bnumber|尾号|后四位|手机号?)(?: (?:is|are)"
    r"|是)*[ :：,，]{0,2}"
    r"(?P<last4>[0-9]{4})[ ,，、;；]{1,3}(?:(?:and|my|order|number|#|订单号?"
    r"|单号)[ :：]{0,2}){0,4}(?P<order>[0-9]{5,20})(?![0-9])",
    re.I,
)
_ANOTHER_PHONE = re.compile(
    r"\b(?:changed|lost|new|different|another|no longer have|don'?t have)\b.{0,20}\b(?:phone|mobile|cell|number"
    r"|sim)\b(?!.*[0-9]{4})"
    r"|\bwhich (?:phone|number|mobile)\b|\b(?:old|previous) (?:phone|mobile|number)\b(?!.*[0-9]{4})"
    r"|(?:换|丢|改)了?(?:手机|号码|电话|号|卡)|(?:手机|号码|电话)号?(?:换|丢|改)了|哪个(?:手机|电话|号码)|(?:以前|之前|原来"
    r"|老)的?(?:手机|号码|电话)"
    r"(?!.*[0-9]{4})",
    re.I,
)
LONGEST = 80  # characters of a message that only speaks of another phone


_BESIDE_NAME = re.compile(  # 林小雨 6688 10033 发货没; 10034开票 6688
    r"^[^0-9]{0,12}(?<![0-9])(?P<before>(?!19|20)[0-9]{4})[ ,，、]{1,3}(?P<first>[0-9]{5,7})(?![0-9])"
    r"|(?<![0-9])(?P<order>[0-9]{5,7})[^0-9价钱付花元块]{1,20}(?:[\u4e00-\u9fff]|[,，]) ?"
    r"(?P<after>(?!19|20)[0-9]{4})[ .。!！?？]*$"
)


def of_another_phone(said: str) -> bool:
    """Whether the phone of now is not that of the order, or it is asked which one is meant: "i changed my number"."""
    return len(said) <= LONGEST and _ANOTHER_PHONE.search(said.replace("\u2019", "'")) is not None


def before_order(said: str, digits: OrderDigits) -> tuple[str, str] | None:
    """The four digits and the order number behind them, where little else is said: "4455, 10023"."""
    found = _BEFORE_ORDER.match(said) or _LED_BEFORE.search(said)
    return (found["last4"], found["order"]) if found and digits.bare(found["order"]) else None


_HAN_FIGURES = re.compile(f"[{''.join(HAN)}]{{{LAST_DIGITS},}}")
_NEW_PHONE = re.compile(  # one that is to be written down: it proves nothing
    r"(?:[改换](?:成|为|到)|新(?:的)?(?:手机|电话|号码)号?码?是?|\b(?:change|update)\b[^0-9]{0,30}\bto"
    r"|\bnew (?:phone|mobile|number)\b[^0-9]{0,20})[:： ]{0,2}\+?[0-9][0-9 \-]{6,15}",
    re.I,
)
_PIECES = re.compile(r"[\s,，。;；、:：()（）\[\]【】!！?？.]+")
_OF_MONEY = re.compile(r"价格|[钱付花元块]|\b(?:paid|cost|price|dollars?)\b|[$￥¥]", re.I)
_A_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


_OF_OTHERS = re.compile(  # whose phone proves nothing: a recipient's, a firm's, a landline beside a firm's name
    r"(?:收[件货]人|联系人|收货|对方|开票|公司|单位|朋友|家人|老婆|老公|媳妇|[爸妈]|同事"
    r"|[他她]的?)[^0-9。;；我]{0,25}\+?[0-9][0-9 \-]{6,15}[0-9]"
    r"|\b(?:recipient|receiver|addressee|his|her|their|neighbou?r|office|company|friend|wife|husband|mom|mum|mother|dad|father)"
    r"(?:'s)?\b[^0-9.;]{0,40}\+?[0-9][0-9 \-()]{7,16}[0-9]"
    r"|(?<![0-9])(?:0[1-9][0-9]{1,2}[\- ]|400-?)[0-9]{3,4}-?[0-9]{4}(?![0-9])",
    re.I,
)
_FIGURE_SAID = r"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|(?:double|triple) [a-z]{2,5})"
_FIGURES_SAID = re.compile(rf"\b{_FIGURE_SAID}(?:[ -]{_FIGURE_SAID}\b){{3,}}", re.I)


def _plain(said: str, asked: str | None, entities: Mapping[str, str]) -> str:
    """The words without what has digits of its own (cards, addresses, a phone to be written down), numerals as figures. What
    was not asked for is no phone of somebody else's."""
    if asked is None:
        said = _OF_OTHERS.sub(" ", without_addresses(said))
    if "email" in entities or "@" in said:
        said, _ = mails_in(said, " | ")
    said = _HAN_FIGURES.sub(lambda m: "".join(str(HAN[c]) for c in m[0]), said)
    said = _FIGURES_SAID.sub(lambda m: "".join(runs_in(m[0])) or m[0], said)
    return _NEW_PHONE.sub(" ", _OF_CARD.sub(" ", said))


def _alone(said: str, asked: str | None, entities: Mapping[str, str], digits: OrderDigits) -> str | None:
    """Four digits between signs, beside an order or an address and nothing that costs: 10032退货，6688，谢谢."""
    if asked not in (None, "order_number") or _OF_MONEY.search(said) or has_street(said):
        return None
    four = [one for one in _PIECES.split(said) if len(one) == LAST_DIGITS and one.isdigit() and one.isascii()]
    if len(four) != 1 or (asked is None and _A_YEAR.fullmatch(four[0])):
        return None
    if four[0] == said.strip(" .。!！"):
        return four[0] if asked is None else None
    typed = [one for one in _PIECES.split(said) if one.isdigit() and digits.bare(one)]
    orders = typed or [run for run in orders_in(said, digits) if run != four[0]]
    return four[0] if len(orders) == 1 or (not orders and "email" in entities) else None


_PARTED = re.compile(r"[0-9][ \-.,]+[0-9]")  # typed so, they are two numbers
_OF_NINE = re.compile(
    r"\b(?:tax|vat|ein|tracking|waybill|account|member\w*|customer)\b|税|运单|快递单|物流单|会员|账号|客户", re.I
)


def glued_in(said: str, digits: OrderDigits, asked: str | None = "order_number") -> tuple[str, str] | None:
    """The order number and the four digits that were said in one breath, where all numbers of the shop are as long. Where none
    was asked for, a number that is called something else is none."""
    runs = runs_in(said)
    if asked is None and (_OF_NINE.search(said) or _PARTED.search(said)):
        return None
    both = [run for run in runs if len(run) == digits.most + LAST_DIGITS]
    short = all(len(run) < LAST_DIGITS for run in runs if run not in both)  # "… to nine birch lane"
    if digits.least != digits.most or len(both) != 1 or not short or looks_like_phone(both[0]):
        return None
    return both[0][: digits.most], both[0][digits.most :]


def last4_in(said: str, asked: str | None, entities: Mapping[str, str], digits: OrderDigits) -> str | None:
    """Four digits when they were asked for, came with a word about the phone, or right behind an order number; none that end a
    bank card's. `entities` are what Rasa read."""
    plain = _plain(said, asked, entities)
    found = _last4_in(plain, asked, entities, digits)
    begins = (order for order in _PIECES.split(plain) if digits.bare(order) and order.isdigit())
    return None if found and asked is None and any(order.startswith(found) for order in begins) else found


def _last4_in(said: str, asked: str | None, entities: Mapping[str, str], digits: OrderDigits) -> str | None:
    if (before := before_order(said, digits)) is not None:
        return before[0]
    if called := _ENDS_IN.search(said):
        return called["last4"]
    if asked in (None, "order_number", "last4") and (glued := glued_in(said, digits, asked)):
        return glued[1]
    return _last4_of(said, asked, entities, digits)


def _last4_of(said: str, asked: str | None, entities: Mapping[str, str], digits: OrderDigits) -> str | None:
    runs = runs_in(said)
    typed = entities.get("last4") if entities.get("last4") in runs else None
    whole = next((r for r in runs if WHOLE_PHONE <= len(r) <= LONGEST_PHONE), None)
    whole_phone = whole[-4:] if whole else None
    if asked == "order_number" and whole_phone and whole != entities.get("order_number"):
        return whole_phone
    if asked == "last4":
        return typed or next((r for r in runs if len(r) == 4), None) or whole_phone
    for behind in _AFTER_ORDER.finditer(said):
        if digits.fit(behind["order"]):
            return behind["alone"] or behind["joined"] or behind["amid"]
    if alone := _alone(without_others(said), asked, entities, digits):
        return alone
    about_phone = ABOUT_PHONE.search(said)
    if whole_phone and about_phone and "email" in entities and asked is None:
        return whole_phone
    if typed and (about_phone or not re.search(r"[^\W\d_]", said)) and asked != "order_number":
        return typed
    if typed and "order_number" in entities and about_phone:
        return typed
    if asked is None and (by_itself := _AT_THE_END.search(said)) and orders_in(said, digits):
        return by_itself["last4"]
    beside = _BESIDE_NAME.search(said) if asked is None else None
    if beside and digits.fit(beside["first"] or beside["order"]):
        return beside["before"] or beside["after"]
    if asked is None and about_phone and whole_phone and any(digits.bare(run) for run in runs if run != whole):
        return whole_phone
    four = [run for run in runs if len(run) == 4]
    return four[0] if asked is None and about_phone and len(four) == 1 and orders_in(said, digits) else None
