"""Which need a message begins: by its button, its words, what was offered, or what was done before. Knows the tracker's shape."""

import re

from rasa_sdk import Tracker

from actions.meaning.acts import points_by_act
from actions.meaning.agreeing import agrees, names_act
from actions.meaning.beyond_doubt import asks_contents, goes_where, need_instead, own_slip
from actions.meaning.carrier_told import told_to_carrier
from actions.meaning.charges import insists_on_charge
from actions.meaning.follow_ups import AGAIN, asks_money, asks_news, follow_up, progress_of
from actions.meaning.goods_marks import tells_goods
from actions.meaning.invoice_mails import like_the_last, missed_mail
from actions.meaning.kinds import MADE_GOOD, kind_of
from actions.meaning.loose_ends import lost_on_way_back
from actions.meaning.note_begun import begins_note
from actions.meaning.order_facts import points_by_facts
from actions.meaning.phone_wishes import wants_other_phone
from actions.meaning.references import OTHER, asks_of_one, follows_on, points_by_goods, which_of
from actions.meaning.taking_back import act_in
from actions.meaning.told_anew import asks_address_told, asks_in_writing
from actions.meaning.whys import asks_known_address
from actions.plans import OF_PART, PLANS
from actions.reading.address_wishes import to_be_sent
from actions.reading.addresses import has_street
from actions.reading.case_numbers import case_number_in
from actions.reading.invoice_titles import name_in, title_in
from actions.talk.guesses import AT_HAND, SURE_TO_BEGIN, named, need_by_words
from actions.talk.heard import is_question
from actions.talk.one_of import need_of_one
from actions.talk.outcomes import last_outcome
from actions.talk.phones import gives_new_phone
from actions.talk.questions import asks_of_pickup, goods_talked_of
from actions.talk.recipients import gives_recipient
from actions.talk.turn import CustomerTurn, locale_of, set_this_turn

LIKE_TROUBLE = frozenset(
    {"payment_problem", "account_problem", "order_status", "refund_status"}
)  # what broken goods may sound like
LIKE_ADDRESS = frozenset(
    {"order_status", "inform", "out_of_scope", "nlu_fallback", "order_address"}
)  # where one is told
LIKE_PHONE = LIKE_ADDRESS | {"product_question", "contact_hours", "delivery_problem", "change_address"}
QUESTIONS_ONLY = frozenset({"answer_question"})
OF_ITS_WAY = frozenset(
    {"order_status", "tell_address", "change_address", "note_delivery"}
)  # tasks that tell of a parcel
_YES_FIRST = re.compile(
    r"^(?:(?:yes|yeah|yep|ok|okay|sure|please|right|but|and)\b[,.! ]*)+|^(?:好的?|对|是的?|嗯|行|可以|但是?|不过|[,，。! ])+",
    re.I,
)
_ANEW = re.compile(
    r"\b(?:replacement|new one|another one|(?:re-?)?send (?:it |me )?(?:again|another))\b|补发|重发|再发|重新[发寄]",
    re.I,
)
_NO_FIRST = re.compile(r"(?:no|nope|nah|not|never)\b|[不别没]", re.I)
LIKE_MAIL = re.compile(r"[^\s@,;，；。]+@[^\s@,;，；。]+\.[a-z]+", re.I)


def need_of(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need a message begins: what its button says, its intent, what was just offered, or an order named by number."""
    named = turn.entities.get("need") if turn.is_payload else None
    if named in PLANS:
        return named
    if not turn.is_payload and turn.intent == "inform" and case_number_in(turn.said):
        return "case_status"
    if (need := need_meant(turn, tracker)) is not None:
        return need
    if turn.intent in PLANS:
        return _sounding_like(turn, tracker)
    if turn.intent == "affirm" and tracker.get_slot("offer") == "next":
        return _offered(tracker)
    if turn.intent != "inform":
        return None
    known_before = tracker.get_slot("order_number") and "order_number" not in set_this_turn(tracker)
    unproven = not tracker.get_slot("customer_id")
    if tracker.get_slot("offer") == "next" and (not known_before or unproven or _urges(turn, tracker)):
        return _offered(tracker)  # the number that what was offered needs, or the digits
    last: str | None = tracker.get_slot("last_need")
    if last in PLANS and follows_on(turn.said):
        return last
    if last == "account_problem" and LIKE_MAIL.search(turn.said) and "order_number" not in turn.entities:
        return last  # it belongs to the account
    came_for = _goal(turn) if last is None and not _wished_before(tracker) else None
    return (None if turn.is_payload else act_in(turn.said)) or came_for or "order_status"


def _sounding_like(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need that is meant by words which sound like one: another, where they leave no doubt of it or go on from before."""
    if turn.intent == "order_status" and _same_again(turn, tracker):
        return str(tracker.get_slot("last_need"))
    trouble = (
        turn.intent in LIKE_TROUBLE
        and kind_of("issue", turn.said) in (MADE_GOOD if "order_number" in turn.entities else AT_HAND)
        and not own_slip(turn.said)
    )
    if turn.confidence < SURE_TO_BEGIN and trouble:
        return "delivery_problem"
    onward = (
        (None if turn.is_payload else need_instead(turn.said, turn.intent))
        or asked_on(tracker, turn)
        or _still_of(tracker, turn)
        or progress_of(turn.said, turn.intent)
    )
    return onward if onward in PLANS else turn.intent


def _same_again(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether the same is wanted for another order ("and for 10024?"), in words that sound like a question for its way."""
    return tracker.get_slot("last_need") in PLANS and not turn.is_payload and follows_on(turn.said)


_DO_IT = re.compile(
    r"^(?:(?:yes|yeah|ok|okay|sure|then|well|please|alright|all right)[,. ]+)*(?:please )?(?:do|claim|take|use|make|start|try"
    r"|apply|go ahead)\b(?! (?:you|i|we)\b).{0,24}\b(?:for|with|on|of|it|that)\b|^(?:(?:yes|yeah|ok|okay|sure)[,. ]+)+"
    r"(?:for |with |it'?s |order |number |#)*[0-9]{5}"
    r"|^(?:嗯|好|行|可以|那|就|要|对|[,，。 ])*(?:好|行|可以|申请|办|就)[^吗呢?？查到]{0,8}[0-9]{5}",
    re.I,
)


def _takes_offer(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether what was offered is taken by its name (反映一下), or with the order it is for: "ok do it for order 10025"."""
    if tracker.get_slot("offer") == "next" and not turn.is_payload and _takes_by_name(turn, tracker):
        return True
    offered = tracker.get_slot("offer") == "next" and "order_number" in turn.entities and not turn.is_payload
    return bool(offered) and _offered(tracker) is not None and _DO_IT.match(turn.said.strip()) is not None


def _wants_it_anew(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether goods are to be sent anew whose loss was offered to be reported: 那给我补发."""
    offered = tracker.get_slot("offer") == "next" and _offered(tracker) == "delivery_problem"
    return offered and not turn.is_payload and _ANEW.search(turn.said) is not None and not is_question(turn)


def _takes_by_name(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether no more is said than what was offered, in the words of the offer or others for it; a plain yes names nothing."""
    offered = _offered(tracker)
    if offered is None or agrees(turn.said, None) is True or "order_number" in turn.entities:
        return False
    if agrees(turn.said, offered) is True:
        return True
    rest = _YES_FIRST.sub("", turn.said.strip()).strip(" 。.!！,，").removeprefix("帮我").removesuffix("吧")
    return rest.casefold() == named(offered, locale_of(tracker)).casefold()


def need_meant(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need that words leave no doubt of, whatever they sound like; or the last one, of an order that is pointed at by what
    is in it ("and the one with the gloves?")."""
    if (of_told := _of_what_was_told(turn, tracker)) is not None:
        return of_told
    doubtful = turn.intent in LIKE_ADDRESS or turn.confidence < SURE_TO_BEGIN
    if doubtful and not turn.is_payload and to_be_sent(turn.text):
        return "change_address"
    if (need := _begun_note(turn) or need_by_words(turn)) is not None:
        return need
    if (need := _of_case(turn, tracker) or _of_offered_goods(turn, tracker)) is not None:
        return need
    if not turn.is_payload and asks_contents(turn.said) and tracker.get_slot("customer_id"):
        return "order_status"
    if _takes_offer(turn, tracker) or _wants_it_anew(turn, tracker):
        return _offered(tracker)
    last: str | None = tracker.get_slot("last_need")
    offered: str | None = tracker.get_slot("offered_need")
    if not turn.is_payload and tracker.get_slot("offer") == "next" and points_by_act(turn.said, offered):
        return offered
    if _of_invoice(turn, tracker, last, offered):
        return "invoice"
    if _insists(turn, tracker):
        return "payment_case"
    if not turn.is_payload and tracker.get_slot("offer") == "more":
        named = next((one for one in (offered, last) if one in PLANS and names_act(turn.said, one)), None)
        if named is not None:
            return named
    other = last in PLANS and tracker.get_slot("customer_id") and which_of(turn.said) == OTHER
    if other and not turn.is_payload and (act := act_in(turn.said)) is not None:
        return act  # 另外那个也退
    if tracker.get_slot("talked_of") and not turn.is_payload and asks_of_one(turn.said):
        return "order_status"
    of_own = tracker.get_slot("customer_id") and not goods_talked_of(tracker)
    points = of_own and not turn.is_payload and _points_at_order(turn.said, last)
    plan = PLANS.get(last or "") if points else None
    return last if plan is not None and plan.of_order and plan.identity else None


def _begun_note(turn: CustomerTurn) -> str | None:
    told = not turn.is_payload and (begins_note(turn.text) or told_to_carrier(turn.text) is not None)
    return "delivery_note" if told else None


def _points_at_order(said: str, last: str | None) -> bool:
    """Whether an order is pointed at by its goods, or, after one was looked up, by its facts."""
    return points_by_goods(said) or (last == "order_status" and points_by_facts(said) and act_in(said) is None)


def _of_what_was_told(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need that goes on from the orders just told, or from the person who was offered for another phone number; or what is
    told of goods that went back, which sounds like a delivery."""
    if not turn.is_payload and lost_on_way_back(turn.said):
        return "refund_status"
    if gives_new_phone(turn, tracker) or _other_phone(turn) or gives_recipient(turn, tracker):
        return "change_order"
    return need_of_one(turn, tracker) or ("order_address" if _asks_address(turn, tracker) else None)


def _other_phone(turn: CustomerTurn) -> bool:
    """Whether the phone of a delivery is to be another, in words that sound like a question or like nothing."""
    return turn.intent in LIKE_PHONE and not turn.is_payload and wants_other_phone(turn.said)


def _asks_address(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether the address of the order that was talked of is asked for: "which address do you have?"."""
    known = tracker.get_slot("customer_id") and tracker.get_slot("order_number")
    return bool(known) and not turn.is_payload and asks_known_address(turn.said)


def _of_invoice(turn: CustomerTurn, tracker: Tracker, last: str | None, offered: str | None) -> bool:
    """Whether it is about the invoice that was offered ("personal" says yes to it, and more) or just made out."""
    next_one = offered == "invoice" and tracker.get_slot("offer") == "next" and turn.intent == "inform"
    if next_one and kind_of("invoice_kind", turn.said) is not None:
        return True
    corrects = turn.intent in ("change_order", "inform", "complaint", "invoice") and corrects_invoice(turn)
    return last == "invoice" and (corrects or _of_sent_invoice(turn, tracker))


def _insists(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether more charges are insisted on than were just found in the books."""
    last = last_outcome(tracker, beside=QUESTIONS_ONLY)
    once = last.get("task") == "check_payment" and last.get("outcome") == "charged_once"
    return once and not turn.is_payload and "order_number" not in turn.entities and insists_on_charge(turn.said)


def _of_sent_invoice(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether the mail with the invoice that was just sent did not come, or the next one is to be like it."""
    sent = last_outcome(tracker, beside=QUESTIONS_ONLY).get("task") == "request_invoice"
    return sent and not turn.is_payload and (missed_mail(turn.said) or like_the_last(turn.said))


def corrects_invoice(turn: CustomerTurn) -> bool:
    """Whether another name or another address is given for the invoice that was just made out ("make it Lane Ltd")."""
    if turn.is_payload or has_street(turn.said):
        return False
    return "email" in turn.entities or title_in(turn.text) is not None or name_in(turn.text) is not None


def _of_case(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """How the case stands that was just opened, where nothing else is asked ("any news?"); or where what was just told of goes,
    asked in a word (寄到哪里的)."""
    if turn.is_payload or not tracker.get_slot("customer_id") or "order_number" in turn.entities:
        return None
    last = last_outcome(tracker, beside=QUESTIONS_ONLY)
    if asks_news(turn.said) and (last.get("facts") or {}).get("case_number"):
        return "case_status"
    return "order_address" if last.get("task") in OF_ITS_WAY and goes_where(turn.said) else None


def _of_offered_goods(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """What was offered, where it is said for which of the goods: "yes, but only the headphones"."""
    offered = _offered(tracker) if tracker.get_slot("offer") == "next" else None
    if offered not in OF_PART or turn.is_payload or is_question(turn) or _NO_FIRST.match(turn.said):
        return None
    said = _YES_FIRST.sub("", turn.said).strip()
    return offered if tells_goods(said) and act_in(said) in (None, offered) else None


def _wished_before(tracker: Tracker) -> bool:
    """Whether a message before this one named a need here: what the session's goal says comes from that one, then, and it was
    dealt with ("cancel my return" begins none)."""
    said = [event for event in tracker.events if event.get("event") == "user"][:-1]
    return any(((event.get("parse_data") or {}).get("intent") or {}).get("name") in PLANS for event in said)


def _goal(turn: CustomerTurn) -> str | None:
    """The need a customer had named before the bot was there, as the menus name it: by the task that does it."""
    goal = turn.known.get("goal")
    return next((need for need, plan in PLANS.items() if goal in (need, plan.task)), None) if goal else None


def _still_of(tracker: Tracker, turn: CustomerTurn) -> str | None:
    """The need that goes on where its words sound like a wider one: what was offered ("then chase it"), or the same change
    as before ("wait, the house number was wrong")."""
    if turn.is_payload:
        return None
    if turn.intent == "order_status" and _urges(turn, tracker):
        return _offered(tracker)
    by, last = PLANS[turn.intent].by, tracker.get_slot("last_need")
    return last if by and last in by[1].values() and kind_of(by[0], turn.said) is None else None


def _urges(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether a delivery that was offered to be chased is to be: "then hurry them", 第二个催一下."""
    offered = _offered(tracker) if tracker.get_slot("offer") == "next" else None
    return offered == "delivery_problem" and not turn.is_payload and kind_of("issue", turn.said) == "late"


def asked_on(tracker: Tracker, turn: CustomerTurn) -> str | None:
    """The need whose task answers a question about what was done last, or AGAIN; see `actions.meaning.follow_ups`."""
    last = tracker.get_slot("last_need")
    known = tracker.get_slot("customer_id") and tracker.get_slot("order_number")
    if not known or last not in PLANS or turn.is_payload or _of_case(turn, tracker):
        return None
    anew = _wants_anew(turn, last) or _of_its_money(turn, tracker) or asks_of_pickup(tracker, turn)
    return AGAIN if anew else follow_up(turn.said, last)


def _wants_anew(turn: CustomerTurn, last: str) -> bool:
    """Whether what was done is wanted in writing, or the address is to be said once more: no new wish."""
    written = PLANS[last].confirm and last != "invoice" and asks_in_writing(turn.said)
    return written or (last == "change_address" and asks_address_told(turn.said))


def _of_its_money(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether the money is asked after that the case is about which was just opened: what was told then says it."""
    last = last_outcome(tracker, beside=QUESTIONS_ONLY | {"case_status"})
    of_goods = (last.get("facts") or {}).get("issue") in MADE_GOOD
    return of_goods and last.get("task") == "report_delivery_problem" and asks_money(turn.said)


def _offered(tracker: Tracker) -> str | None:
    offered = tracker.get_slot("offered_need")
    return offered if offered in PLANS else None
