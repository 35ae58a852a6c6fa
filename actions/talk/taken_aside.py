"""What is said beside the question that is open: another order or need in its place, or something asked about it."""

import re
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS, TaskResult
from actions.meaning.agreeing import agrees
from actions.meaning.beyond_doubt import asks_contents
from actions.meaning.costs import asks_sum
from actions.meaning.follow_ups import asks_of_money, rule_of_money, whole_question
from actions.meaning.goods_wishes import reason_in
from actions.meaning.invoice_mails import as_before
from actions.meaning.kinds import kind_of
from actions.meaning.parts import all_meant
from actions.meaning.references import ends_it, points_at_all
from actions.meaning.reminding import reminds
from actions.meaning.taking_back import act_in, back_instead, wants_none
from actions.meaning.told_anew import asks_which_order
from actions.plans import PLANS
from actions.reading.courtesy import after_thanks
from actions.talk.both import told_of_both
from actions.talk.filling import Filling
from actions.talk.goods_meant import names_goods_for_number
from actions.talk.heard import is_question
from actions.talk.invoices import told_of_way
from actions.talk.minds import PROOF, need_after_drop, other_need, sure
from actions.talk.notes import note, tell
from actions.talk.only_asked import only_asked
from actions.talk.order_stays import told_beside_it
from actions.talk.other_order import other_meant
from actions.talk.questions import answer_to
from actions.talk.shop import HOLDER
from actions.talk.suiting import number_before
from actions.talk.sums import told_of_order
from actions.talk.titles import BEFORE, OF_A_COMPANY
from actions.talk.turn import CustomerTurn, locale_of, medium_of

WITH_SUM = frozenset({"cancel_order", "refund_request", "price_protection"})  # what is read back holds the sum
SENT_BACK = frozenset({"return_item", "exchange_item"})
_WAS_BROUGHT = re.compile(
    r"\b(?:has|was|did|is|have)\b.{0,20}\b(?:deliver\w*|arriv\w*|come)\b|(?:什么时候|哪天|几号)[^，。]{0,4}(?:送到|签收|收到"
    r"|送达)的?",
    re.I,
)
OF_INVOICE = frozenset({"invoice_kind", "invoice_title", "tax_number"})
LONGEST_ASIDE = 60  # characters
_WHY = re.compile(
    r"^(?:因为|我|就是|主要|[,，。 ])*(?:不想要了?|太贵|贵了|(?:拍|买|下|订)(?:单)?(?:重复|错|多)|重复|多(?:拍|买|下)"
    r"|用不[上着到]|不需要|不喜欢|降价|便宜|冲动"
    r"|等不及|太慢)[^，。？?]{0,10}$"
    r"|^(?:(?:because|since|cos|it'?s|it is|they'?re|i|we|was|well|just|sorry)\b[,. ]*)*(?:(?:far |way "
    r"|much )?too (?:expensive|late|slow|long)"
    r"|(?:ordered|bought|got) (?:it|one|them|the wrong one) (?:twice|by mistake|already|elsewhere|cheaper|somewhere else)"
    r"|found (?:it|one) (?:cheaper|elsewhere)|(?:do ?n[o']?t|do not|no longer) (?:need|want) it)[^,?]{0,20}$",
    re.I,
)
MAY_BE_PUT = frozenset({"order_number", "return_reason", "goods"})  # by words that mean another order
_OF_ITS_WAY = re.compile(
    r"\b(?:when|how (?:long|soon)|what (?:day|date)|by when)\b.{0,40}\b(?:arriv\w*|com(?:e|es|ing)|deliver\w*|here|ship\w*|sent"
    r"|get (?:it|here|there|the new one)|be there)\b|\b(?:has|have|is|was|did|will|does|do|are) (?:it|they|the (?:parcel|package"
    r"|order)|my (?:parcel|package|order)|you)\b.{0,20}\b(?:ship\w*|sen[dt]|leave|left|dispatch\w*|com(?:e|ing)|arriv\w*"
    r"|deliver\w*|on (?:its|the) way)\b|\bwhere (?:is|'?s) (?:it|my (?:order|parcel|package))\b"
    r"|(?:什么时候|啥时候|几时|哪天|几号|多久|何时|几天)[^，。]{0,8}(?:到(?!账)|送|发货|收到)|到哪了|(?:在|到)哪(?:里|儿)了?"
    r"|(?:已经|是不是|还没|没|都)?(?:发货|发出|发走|寄出|出库|出发)(?:去)?了?(?:吗|没有?|么|嘛|[?？])",
    re.I,
)
_ASKS_WHERE = re.compile(
    r"\b(?:where(?:'?s| is| are)?|status|track)\b|到哪|在哪|(?:到了|发货了?|发了|签收了?)(?:吗|没)|怎么样了|物流|进度",
    re.I,
)
_BESIDE = re.compile(
    r"先(?:问|查|看)|顺便(?:问|查)|另外?一[个单]|\b(?:first|by the way|btw|quick question|another|other (?:order|parcel|one))\b",
    re.I,
)
_PUTS_RIGHT = re.compile(r"(?:no|nope|not|wrong)\b|不对|不是|错了|说错", re.I)
_MONEY = re.compile(r"\b(?:money|refund\w*)\b|钱|款", re.I)
_OF_ITS_BOX = re.compile(r"\b(?:box|packag\w+|wrapping|carton)\b|包装|盒", re.I)
_ASKED_OF_BOX = {"en": "do i need the original box", "zh": "需要原包装吗"}
_AGAIN = re.compile(r"[, ]*\b(?:again|then)\b|来着|来的", re.I)


async def taken_aside(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: Collection[str]
) -> list[Any]:
    """Where something else takes the place of what is asked, or is asked about it; nothing for an answer, or another wish."""
    asked, need = tracker.get_slot("requested_slot"), found.get("need")
    if turn.is_payload:
        return []
    stands = found.get("confirmed") is not True and MAY_BE_PUT.issuperset(put_right)
    if stands and await told_beside_it(need, dispatcher, tracker, turn):
        return await found.again()
    instead = back_instead(turn.said) if asked == "wish" else need_after_drop(turn, need)
    if instead not in (None, need) and (asked in (*PROOF, "wish") or instead == "order_status"):
        found.switch(instead, {})
        await found.onward()
        return found.events()
    if asked in PROOF and (left := await _left(found, dispatcher, turn, asked, put_right)):
        return left
    if asked in PROOF and "order_number" in put_right and _sets_aside(found, tracker, turn, asked):
        return await found.again(misses=int(found.get("misses") or 0))
    early = _told_early(found, dispatcher, tracker, turn, {*put_right})
    if early or (not put_right and await _stands(found, dispatcher, tracker, turn, asked or "")):
        return await found.again()
    if asked == "order_number" and (offered := _offered_after_all(tracker, turn, need)):
        found.switch(offered, {})
        await found.onward()
        return found.events()
    if asked == "email" and not put_right and _as_last_time(turn):
        await found.onward()  # to the mailbox it went to before
        return found.events()
    if not put_right and await told_of_way(found, dispatcher, tracker, turn, asked or ""):
        return await found.again()
    if asked != "confirmed" or found.get(asked) is True or not MAY_BE_PUT.issuperset(put_right):
        return []
    if "order_number" in put_right and await _told_of_another(found, dispatcher, tracker, turn):
        return await found.again()
    if onward := await other_meant(found, tracker, turn):
        return onward
    if put_right or found.get(asked) is False or not await _told_beside(dispatcher, tracker, turn, need):
        return []
    return await found.again()


async def _left(
    found: Filling, dispatcher: CollectingDispatcher, turn: CustomerTurn, asked: str, put_right: Collection[str]
) -> list[Any]:
    """What becomes of a need that nobody wants any more, where a number is asked for; nothing where it is wanted."""
    if ends_it(after_thanks(turn.said)):
        return _finished(found, dispatcher)
    number = asked == "order_number" and asked not in put_right
    return await only_asked(found, dispatcher, turn) if number else []


def _as_last_time(turn: CustomerTurn) -> bool:
    return kind_of("invoice_kind", turn.said) == "same" or as_before(turn.said)


def _told_early(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: set[str]
) -> bool:
    """Whether what was told is kept, or said to prove nothing, and the question stands: whom an invoice is for, or which goods it
    is about, told before the order; a mail address instead of the phone's digits."""
    asked, need = tracker.get_slot("requested_slot"), found.get("need")
    if asked == "last4" and turn.entities.get("email") and found.get("order_number") and not found.get("last4"):
        found.tell_of("verify_identity", "mismatch", "verify_identity.by_phone")
        return True
    mailbox = need == "invoice" and asked in OF_INVOICE and put_right == {"email"}
    goods = asked == "order_number" and names_goods_for_number(turn, tracker, need)
    company = asked in BEFORE and not put_right.isdisjoint(OF_A_COMPANY)
    if not (goods or company or mailbox):
        return False
    dispatcher.utter_message(response="utter_details_noted")
    return mailbox or put_right.isdisjoint(BEFORE)


async def _stands(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str
) -> bool:
    """Whether what was asked stands and is only to be asked again: its way is asked about, why is told, or how much, or other
    orders are meant to be done as well. None of it is a yes."""
    if asked == "new_address" and _only_of_its_way(turn):
        tell(dispatcher, await _status(tracker), medium_of(tracker))
        return True
    if asked != "confirmed" or found.get(asked) is True:
        return False
    if told_of_both(dispatcher, tracker, turn):
        return True
    how_much = found.get(asked) is None and (points_at_all(turn.said) or all_meant(turn.said))
    return how_much or (found.get("need") == "cancel_order" and _says_why(found, turn))


def _only_of_its_way(turn: CustomerTurn) -> bool:
    """Whether only the way of the order is asked about, of which something else was begun."""
    return is_question(turn) and _OF_ITS_WAY.search(turn.said) is not None and len(turn.said) <= LONGEST_ASIDE


def _says_why(found: Filling, turn: CustomerTurn) -> bool:
    """Whether it is only told why the order is to be cancelled."""
    short = len(turn.said) <= LONGEST_ASIDE and not is_question(turn)
    why = wants_none(turn.said) or reason_in(turn.said) or _WHY.match(turn.said.strip()) is not None
    return found.get("confirmed") is None and short and bool(why)


def _finished(found: Filling, dispatcher: CollectingDispatcher) -> list[Any]:
    """Who says that this is all, where something is asked for, wants none of it any more."""
    dispatcher.utter_message(response="utter_goodbye")
    dispatcher.utter_message(json_message=note("finished"))
    return [SlotSet("offer", None), SlotSet("later", None), *found.ended("unsure")]


def _sets_aside(found: Filling, tracker: Tracker, turn: CustomerTurn, asked: str) -> bool:
    """Whether only the whereabouts of another order are asked for, before it is known whose they are: what was begun keeps its
    order, and they are told as soon as that is proved."""
    before, other = (None if asked == "order_number" else number_before(tracker)), found.get("order_number")
    asks = _ASKS_WHERE.search(turn.said) and act_in(turn.said) is None and not _PUTS_RIGHT.match(turn.said.strip())
    beside = before not in (None, other) or (asked == "order_number" and _BESIDE.search(turn.said) is not None)
    if not asks or not beside or not other or not (found.plan.confirm or found.plan.by):
        return False
    found.set_aside(other, before)
    return True


def _offered_after_all(tracker: Tracker, turn: CustomerTurn, need: str) -> str | None:
    """The need that was offered before something was asked about an order, where the number waits and it is taken after all by
    its name: 嗯改吧. A plain yes names nothing."""
    offered = tracker.get_slot("offered_need")
    if PLANS[need].confirm or offered not in PLANS or offered == need:
        return None
    act = "change_items" if offered == "change_order" else offered
    taken = agrees(turn.said, act) is True and agrees(turn.said, None) is not True
    return offered if taken else None


async def _told_of_another(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn
) -> bool:
    """Whether only the whereabouts of another order are asked for: they are told, and what was read back stands."""
    before = number_before(tracker)
    asks = _OF_ITS_WAY.search(turn.said) or _ASKS_WHERE.search(turn.said)
    if before is None or before == found.get("order_number") or not asks or act_in(turn.said):
        return False
    tell(dispatcher, await _status(tracker), medium_of(tracker))
    found.set("order_number", before)
    return True


async def _told_beside(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str) -> bool:
    """Whether what is asked about what was read back is told, or is told by reading it back again."""
    if (of_order := await told_of_order(tracker, turn.said, need)) is not None:
        tell(dispatcher, of_order, medium_of(tracker))
        return True
    if (
        asks_contents(_AGAIN.sub("", turn.said))
        or asks_which_order(turn.said)
        or (need in WITH_SUM and asks_sum(turn.said))
    ):
        return True
    if reminds(turn.said):
        return True
    told = await _answer(tracker, turn, need)
    if told is None or told.outcome not in ("answered", "found"):
        return await _told_of_rules(dispatcher, tracker, turn, need)
    tell(dispatcher, told, medium_of(tracker))
    return True


async def _told_of_rules(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str) -> bool:
    """Whether a question that only sounds like one after an order's way is answered by the shop's rule, or is said to be none
    that can be: what was read back stands."""
    onward = other_need(turn, "confirmed", need, progress=False) if is_question(turn) else None
    if onward != "order_status" or act_in(turn.said) is not None:
        return False
    rule = await answer_to(tracker, turn, "much")
    if rule.outcome == "answered":
        tell(dispatcher, rule, medium_of(tracker))
    else:
        dispatcher.utter_message(response="utter_cannot_tell")
    return True


async def _answer(tracker: Tracker, turn: CustomerTurn, need: str) -> TaskResult | None:
    locale = locale_of(tracker)
    if asks_of_money(turn.said, need):
        return await answer_to(tracker, replace(turn, text=rule_of_money(locale)), None)
    if need in SENT_BACK and _OF_ITS_BOX.search(turn.said):
        return await answer_to(tracker, replace(turn, text=_ASKED_OF_BOX[locale]), None)
    if _MONEY.search(turn.said) or act_in(turn.said) not in (None, need):
        return None
    if need == "return_item" and _WAS_BROUGHT.search(turn.said):
        return await _status(tracker)
    if need == "return_item" or not _OF_ITS_WAY.search(turn.said):
        of_way = turn.intent == "order_status" and sure(turn) and is_question(turn)
        return await _status(tracker) if of_way and _ASKS_WHERE.search(turn.said) else None
    if need == "exchange_item":
        question = whole_question("", need, locale)
        return await answer_to(tracker, replace(turn, text=question), None) if question else None
    return await _status(tracker)


async def _status(tracker: Tracker) -> TaskResult:
    facts = {name: tracker.get_slot(name) or "" for name in ("customer_id", "order_number")}
    return await TASKS["order_status"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
