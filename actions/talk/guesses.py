"""The two likeliest needs behind words not understood; how a need is named and offered. Knows the tracker's shape."""

import re
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.beyond_doubt import (
    asks_for_goods,
    asks_of_case,
    asks_paid,
    asks_where_to,
    bought,
    need_said,
    own_slip,
)
from actions.meaning.delivery_notes import delivery_note_in
from actions.meaning.goods_troubles import fails, reports_delivery
from actions.meaning.goods_wishes import in_or_out
from actions.meaning.grievances import aggrieved
from actions.meaning.kinds import MADE_GOOD, kind_of, tells_trouble, two_changes
from actions.meaning.taking_back import act_in, refused_in, says_cancel
from actions.meaning.topics import price_fell
from actions.meaning.wishes import wish_in
from actions.plans import PLANS
from actions.reading.number_words import ENGLISH
from actions.reading.pinyin import need_in_pinyin
from actions.shop import Locale
from actions.talk.heard import is_question
from actions.talk.heard_orders import lacks_number
from actions.talk.turn import CustomerTurn, locale_of

LIKELY = 0.4  # enough to ask "do you want to …?"
SURE_TO_BEGIN = 0.5  # below it the guess is more likely wrong than right: what changes the shop is asked about first
HARDLY = 0.45  # below it the likeliest need is hardly one
FEW_WORDS = 4  # beside a number: nothing else is asked
SURE_UNSAID = 0.9  # of a cancellation that no word says
SURE_OF_NONE: Mapping[str, float] = {  # that no need is meant, whatever words are in it
    "product_question": 0.75, "contact_hours": 0.75, "out_of_scope": 0.75, "complaint": SURE_TO_BEGIN,
}  # fmt: skip
_ACTS_FIRST = re.compile(  # "return the headphones and the speaker from 10024"
    r"(?>(?:hi|hello|please|i (?:want|need|would like|'d like) to)[, ]+)*(?:return|exchange|cancel) (?!policy|costs?|fees?)",
    re.I,
)
AT_HAND = frozenset({"damaged", "wrong_item", "incomplete"})  # what may have gone wrong with goods that came
OPENS_CASES = frozenset({"payment_problem"})  # by itself, where more was charged than is right
LIKE_NOTHING = frozenset({"inform", "out_of_scope", "nlu_fallback", "product_question", "change_order"})
QUESTIONS_LIKE = frozenset({"out_of_scope", "product_question", "contact_hours"})
LIKE_FEES = LIKE_NOTHING | {"contact_hours", "payment_problem"}  # what "don't charge" may sound like
_CHANGES = re.compile(r"[改换](?:一?下)?(?:商品|收货地址|地址|规格|尺码|颜色|款式|数量)")
_ADDS = re.compile(r"\badd (?:something|anything|one more|another|an? (?:item|thing))\b", re.I)
_OF_OTHERS = re.compile(
    r"付款|支付|地址|电话|号码|手机号|时间|快递|发票|\b(?:address|payment|phone|date|time|courier|invoice)\b", re.I
)
LEAST = 0.1  # a guess below this is none: gibberish is not asked about
NAMES: Mapping[str, Mapping[Locale, str]] = {
    "order_status": {"en": "know where your order is", "zh": "查订单到哪了"},
    "delivery_problem": {"en": "tell us about a delivery problem", "zh": "反映快递问题"},
    "cancel_order": {"en": "cancel an order", "zh": "取消订单"},
    "change_order": {"en": "change an order", "zh": "修改订单"},
    "return_item": {"en": "return an item", "zh": "办退货"},
    "exchange_item": {"en": "exchange an item", "zh": "换货"},
    "refund_request": {"en": "get a refund", "zh": "申请退款"},
    "refund_status": {"en": "know where your refund is", "zh": "查退款进度"},
    "invoice": {"en": "get an invoice", "zh": "开发票"},
    "payment_problem": {"en": "ask about a payment", "zh": "解决付款问题"},
    "grievance": {"en": "make a complaint", "zh": "投诉"},
    "payment_case": {"en": "have a charge looked into", "zh": "登记扣款问题"},
    "account_problem": {"en": "get help with your account", "zh": "解决账号问题"},
    "product_question": {"en": "ask about a product", "zh": "咨询商品"},
    "complaint": {"en": "make a complaint", "zh": "投诉"},
    "price_protection": {"en": "claim the price difference", "zh": "申请价保退差价"},
    "change_address": {"en": "change the address of an order", "zh": "修改收货地址"},
    "order_address": {"en": "know which address an order goes to", "zh": "查订单的收货地址"},
    "change_items": {"en": "change the items of an order", "zh": "修改订单商品"},
    "delivery_note": {"en": "leave a note for the delivery", "zh": "给配送留言"},
    "case_status": {"en": "know how your case stands", "zh": "查登记的进度"},
    "contact_hours": {"en": "know how to reach us", "zh": "问联系方式和营业时间"},
    "human_agent": {"en": "talk to a person", "zh": "转人工"},
}


def guesses_of(tracker: Any) -> tuple[str, ...]:
    """Two needs, or none when fewer than two are likely enough."""
    needs = [name for name, share in _guessed(tracker) if share >= LEAST and name != "human_agent"][:2]
    return tuple(needs) if len(needs) == 2 else ()


def likely_question(tracker: Any) -> bool:
    """Whether the likeliest need is only a question about goods or hours: an answer to it changes nothing."""
    best, share = next(iter(_guessed(tracker)), ("", 0.0))
    return best in ("product_question", "contact_hours") and share >= SURE_TO_BEGIN


def only_guess(tracker: Any) -> str:
    """The need that is likely enough to be asked about by name, though what is beyond the bot is likely, too; empty for none."""
    best, share = next(iter(_guessed(tracker)), ("", 0.0))
    return best if share >= LIKELY and best != "human_agent" else ""


def _guessed(tracker: Any) -> list[tuple[str, float]]:
    """Needs by name, with their shares, the likeliest first."""
    event = tracker.get_last_event_for("user") or {}
    ranking = (event.get("parse_data") or {}).get("intent_ranking") or []
    return [(r["name"], float(r.get("confidence") or 0)) for r in ranking if r.get("name") in NAMES]


def named(intent: str, locale: Locale) -> str:
    """How a question names it."""
    return NAMES[intent][locale]


def unclear(turn: CustomerTurn) -> bool:
    """Whether nothing likely is said; and nothing the bot could refuse for sure, either."""
    beyond = turn.intent == "out_of_scope" and turn.confidence < SURE_TO_BEGIN and not turn.is_payload
    return turn.intent == "nlu_fallback" or beyond


_WHATS_UP = re.compile(
    r"\bwhat(?:'?s| is)? (?:going on|happening|up|the (?:matter|story|deal|status)|wrong) (?:with|on|of)\b"
    r"|\bwhat happened (?:to|with)\b|\bany (?:news|updates?) (?:on|about|for)\b|怎么回事|怎么样了|什么情况|咋样了|咋回事",
    re.I,
)


def need_by_words(turn: CustomerTurn) -> str | None:
    """The need that plain words name, where the message sounds like one that has none, but not for sure."""
    if not turn.is_payload and turn.intent in ("complaint", "out_of_scope", "nlu_fallback") and asks_of_case(turn.said):
        return "case_status"
    if "order_number" in turn.entities and turn.confidence < HARDLY and price_fell(turn.said):
        return "price_protection"
    if _broken_beside_number(turn):
        return "delivery_problem"
    if (plain := _told_plainly(turn)) is not None:
        return plain
    if not turn.is_payload and turn.intent in LIKE_NOTHING and asks_for_goods(turn.said):
        return "order_status"
    named = turn.intent in LIKE_NOTHING and "order_number" in turn.entities
    if named and _WHATS_UP.search(turn.said):
        return "order_status"
    if named and _ACTS_FIRST.match(turn.said) and (act := act_in(turn.said)) is not None:
        return act
    if unclear(turn) and (told := need_in_pinyin(turn.said) or _change_named(turn)) is not None:
        return told
    if "order_number" in turn.entities and turn.intent in LIKE_NOTHING and not is_question(turn):
        act = act_in(turn.said)  # 退10104的羊毛毯
        if act is not None and act != turn.intent and not _OF_OTHERS.search(turn.said) and not price_fell(turn.said):
            return act
    below = 1.0 if turn.intent == "nlu_fallback" else SURE_OF_NONE.get(turn.intent, 0.0)
    if turn.is_payload or turn.confidence >= below:
        return None
    of_own = bought(turn.said) or "order_number" in turn.entities
    if unclear(turn) and of_own and kind_of("issue", turn.said) in {*AT_HAND, "not_received"}:
        return "delivery_problem"
    if (
        unclear(turn)
        and "order_number" in turn.entities
        and turn.said.isascii()
        and len([word for word in turn.said.lower().split() if word not in ENGLISH]) <= FEW_WORDS
    ):
        return "order_status"
    return need_said(turn.said) or ("order_status" if lacks_number(turn, None) else None)


def _told_plainly(turn: CustomerTurn) -> str | None:
    """The need of words that sound like something else: goods that fail like a question, a delivery that is to be looked into
    like a complaint, what was paid or where it goes like one about the shop."""
    if turn.is_payload:
        return None
    if turn.intent == "complaint":
        of_order = "order_number" in turn.entities
        reports = reports_delivery(turn.said, of_order=of_order) and not aggrieved(turn.said)
        return "delivery_problem" if reports else None
    if turn.intent in LIKE_FEES and fails(turn.said) and not own_slip(turn.said):
        return "delivery_problem"
    plain = (
        turn.intent in LIKE_NOTHING and two_changes(turn.text) is None and kind_of("change_kind", turn.said) != "items"
    )
    if plain and "order_number" in turn.entities and delivery_note_in(turn.text):
        return "delivery_note"
    if turn.intent not in QUESTIONS_LIKE:
        return None
    if asks_paid(turn.said):
        return "payment_problem"  # whose task tells what was charged
    return "order_address" if asks_where_to(turn.said) else None


def _change_named(turn: CustomerTurn) -> str | None:
    """The change of an order that is named where the rest is like nothing: "can i add something to 10025", 直接改商品可以吗."""
    if turn.is_payload:
        return None
    if "order_number" in turn.entities and (in_or_out(turn.said) or _ADDS.search(turn.said)):
        return "change_items"
    return "change_order" if _CHANGES.search(turn.said) else None


def _broken_beside_number(turn: CustomerTurn) -> bool:
    """Whether an order is named and what is wrong with its goods, or that they are gone, in words that sound like the number
    alone, or like nothing."""
    named = "order_number" in turn.entities and not turn.is_payload and turn.intent in LIKE_NOTHING
    wrong = kind_of("issue", turn.said) in MADE_GOOD and not own_slip(turn.said)
    return named and wrong and not lacks_number(turn, None)


def unsure(turn: CustomerTurn, need: str | None) -> bool:
    """Whether a need that changes the shop would begin on a guess. What buttons and numbers say is no guess."""
    plan = PLANS.get(need or "")
    kind = kind_of("issue", turn.said) if need == "delivery_problem" else None
    told = kind in AT_HAND or (kind is not None and "order_number" in turn.entities) or _names_wish(turn, need)
    guessed = turn.intent == need and not turn.is_payload and need_said(turn.said) != need and not told
    least = SURE_UNSAID if need == "cancel_order" and not says_cancel(turn.said) else SURE_TO_BEGIN
    doubtful = turn.confidence < least or refused_in(turn.said, need)
    acts = plan is not None and (plan.confirm or plan.by is not None or need in OPENS_CASES)
    return acts and guessed and doubtful


def _names_wish(turn: CustomerTurn, need: str | None) -> bool:
    """Whether words say it, however unlike all others they are: what is wanted instead of an order's goods, Chinese in Latin
    letters."""
    if need in OPENS_CASES and lacks_number(turn, None):
        return True  # it begins by asking whose payment it is
    of_goods = wish_in(turn.said) is not None and _OF_OTHERS.search(turn.said) is None
    swapped = need == "exchange_item" and "order_number" in turn.entities and of_goods
    return swapped or (need is not None and need_in_pinyin(turn.said) == need)


def offer_need(
    dispatcher: CollectingDispatcher, tracker: Tracker, need: str, response: str = "utter_offer_need", number: str = ""
) -> list[Any]:
    """Another need that is likely wanted now, by name, and of which order; a person and a no stand beside it."""
    locale = locale_of(tracker)
    name, person = named(need, locale), named("human_agent", locale)
    buttons = [
        {"title": name[:1].upper() + name[1:], "payload": f'/inform{{"need": "{need}"}}'},
        {"title": person[:1].upper() + person[1:], "payload": "/human_agent"},
    ]
    of_order = {"en": f" ({number})", "zh": f"（{number}）"}[locale] if number else ""
    dispatcher.utter_message(response=response, need=f"{name}{of_order}", buttons=buttons)
    return [SlotSet("offer", "next"), SlotSet("offered_need", need)]


_OF_STATUS = re.compile(r"\b(?:where|when|track|status|arriv|come|coming|deliver)\w*|查|哪|到|物流|发货|快递", re.I)


def names_need(turn: CustomerTurn, need: str) -> bool:
    """Whether words name the need: what says nothing ("he asked me to") sounds like a question for an order, or a trouble."""
    if need == "order_status":
        return is_question(turn) or _OF_STATUS.search(turn.said) is not None
    return need != "delivery_problem" or kind_of("issue", turn.said) is not None or tells_trouble(turn.said)
