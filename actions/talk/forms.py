"""The bot's one form: it fills whatever need is talked about. A change of mind, a question in between and a way out are heard."""

import re
from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecutionRejected
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions.meaning.acts import comes_after
from actions.meaning.follow_ups import AGAIN, asks_when, depends_on_money, says_on, wants_amends
from actions.meaning.goods_wishes import reason_in
from actions.meaning.hesitating import pauses, puts_back, puts_off
from actions.meaning.kinds import kind_of
from actions.meaning.lacks import tells_fact
from actions.meaning.objections import never_ordered, withholds
from actions.meaning.parts import all_meant
from actions.meaning.postage import postage_alone
from actions.meaning.references import wants_repeat
from actions.meaning.taking_back import act_in, drops, gives_up_and_cancels, withdraws
from actions.plans import GRIEVANCE, OF_PART, PLANS
from actions.reading.invoice_titles import about_tax, names_kind_only
from actions.reading.phone_endings import of_another_phone
from actions.reading.tongues import speaks_of_tongue
from actions.talk.again import told_again
from actions.talk.against import said_against
from actions.talk.alarm import raised
from actions.talk.amends import money_noted
from actions.talk.another_request import another_request
from actions.talk.answers import retracts
from actions.talk.asked_of_done import fact_of_order
from actions.talk.before import of_before, points_at_nothing
from actions.talk.beside import asked_about_it
from actions.talk.by_a_day import day_told, told_of_day
from actions.talk.cases import added_to_case, more_of_case
from actions.talk.choosing import SENT_BACK
from actions.talk.filling import Filling
from actions.talk.grievances import complains
from actions.talk.guesses import unsure
from actions.talk.heard import FREE, SECRETS, hear, is_question
from actions.talk.heard_orders import lacks_number
from actions.talk.invoice_addresses import address_for_invoice
from actions.talk.invoices import other_mailbox
from actions.talk.loose_ends import back_already
from actions.talk.minds import PROOF, asked_instead, other_need, sure
from actions.talk.needs import asked_on
from actions.talk.note_places import another_place
from actions.talk.notes import tell
from actions.talk.pieces import begun, so_far, with_piece
from actions.talk.questions import (
    QUESTIONS,
    answer_to,
    asked_beside,
    before_all,
    rule_of_done,
    told_how_long,
    told_its_cost,
)
from actions.talk.recipients import asked_of_recipient
from actions.talk.repair import cannot_undo, fetch_instead, led_on, not_understood, of_offered
from actions.talk.rules import OF_RULES, SAYS_WISH, general_doubt, kept_for_money, rule_for
from actions.talk.shop import HOLDER
from actions.talk.spare_parts import asks_which, means_part
from actions.talk.taken_aside import taken_aside
from actions.talk.tax_numbers import lacks_tax_number, of_tax
from actions.talk.tax_numbers import with_piece as with_tax_piece
from actions.talk.towns import before_it_is_saved
from actions.talk.turn import CustomerTurn, comes_back, medium_of, set_this_turn, tongue_changed, turn_of
from actions.talk.wrong import asked_what
from actions.talk.yes_and_more import carried_on

OUT = frozenset({"human_agent", "deny", "goodbye", "complaint"})
NAMED = frozenset({"order_number", "contact"})  # what a proof is about
CHOICES = frozenset({"invoice_kind"})  # "to me personally" sounds like a wish for a person
_PERSON = re.compile(
    r"\b(agent|human|person|people|someone|somebody|colleague|representative|operator|advisor|staff)\b|人工|客服|真人",
    re.I,
)


class TaskFormCheck(FormValidationAction):
    """`run` decides everything: the question asked next is the slot it requests."""

    def name(self) -> str:
        return "validate_task_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot")
        found = Filling(dispatcher, tracker, turn, tracker.get_slot("need") or "order_status")
        if told := await _told_at_once(found, dispatcher, tracker, turn, asked):
            return told
        if not asked:
            return await _begun(found, dispatcher, tracker, turn)
        heard = hear(turn, asked, HOLDER.get().order_digits)
        put_right = set_this_turn(tracker) & {*found.plan.slots, *found.plan.may_hear, "new_address"}
        if asked == "confirmed" and put_right - {asked}:
            heard = {**heard, asked: True}  # an answer, to what was read back before: it is read back anew
        by_goods = asked == "order_number" and turn.intent not in OUT
        over = asked not in PROOF and not found.wanted(asked)  # "to me personally" to which company it is
        moved = over or _progress(heard, asked) or not put_right.isdisjoint(_answered_by(asked, found))
        moved = moved and not (by_goods and found.named_only(put_right))
        progress = moved or (by_goods and await found.by_goods())
        if aside := await _beside(found, dispatcher, tracker, turn, put_right - {"confirmed"}):
            return aside
        if not progress and (onward := _otherwise_answered(found, tracker, turn, asked)):
            return onward
        if retracts(turn, asked) and "order_number" not in heard:
            return await found.retract()
        if not progress and (gone := await _cannot_prove(found, turn, asked)):
            return gone
        if not over and self._leaves(turn, asked, found.get("need"), progress=progress):
            return [ActionExecutionRejected(self.form_name())]
        if not progress and (misses := _asked_once_more(found, tracker, turn, asked)) is not None:
            return await found.again(misses=misses)
        need = _instead(found, turn, asked, put_right, progress=progress)
        stands_still = not progress or _said_before(tracker, heard, asked)
        if (need or stands_still) and await _answered(dispatcher, tracker, turn, need):
            return await found.again()
        if need is not None:
            await found.turns_to(need, heard, asked)
        elif stands_still:
            missed = _misses(found) + (asked == "order_number")
            return await (found.again(misses=missed) if found.told_more(asked) else found.missed(asked))
        await found.onward()
        return found.events()

    def _leaves(self, turn: CustomerTurn, asked: str, need: str, *, progress: bool) -> bool:
        """Whether the message leaves the form. A number that was asked for is always an answer."""
        agreed = asked == "confirmed" and progress  # "cancel it" to "shall I cancel your order?"
        told_only = need in PLANS and not PLANS[need].confirm and need == "order_status" and asked == "order_number"
        if turn.intent == "cancel_order" and told_only and act_in(turn.said) == "cancel_order":
            return False  # to which of their orders it is
        given_up = need != "cancel_order" and gives_up_and_cancels(turn.said)  # of a cancel the words may say just that
        if turn.intent == "cancel_order" and not agreed and (drops(turn.said) or given_up):
            return True
        if turn.intent not in OUT or not sure(turn) or not complains(turn):
            return False
        if turn.intent == "deny" and need in PLANS and "details" in PLANS[need].may_hear and tells_fact(turn.said):
            return False  # "it has no sound"
        if pauses(turn.said) or (asked == "confirmed" and puts_off(turn.said)):
            return False
        if need == "invoice" and kind_of("invoice_kind", turn.said) and not _PERSON.search(turn.said):
            return False  # "personally" sounds like a wish for a person
        if asked == "confirmed":
            if need in OF_PART and all_meant(turn.said):
                return False  # "all" sounds like a goodbye
            said_yes = progress and turn.intent == "human_agent" and not _PERSON.search(turn.said)  # "yes, ask them"
            return turn.intent != "deny" and not said_yes and not (progress and turn.intent == "complaint")
        if asked in (*CHOICES, "delivery_note") and progress and not _PERSON.search(turn.said):
            return False
        if asked == "invoice_title" and names_kind_only(turn.said):  # "company" sounds like a complaint
            return False
        return turn.intent == "human_agent" or not progress or asked in FREE


async def _beside(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: Collection[str]
) -> list[Any]:
    """What is said or asked before the answer counts; nothing for an answer."""
    first = await address_for_invoice(found, dispatcher, tracker, turn, put_right)
    first = first or await asked_about_it(found, dispatcher, tracker, turn)
    first = first or await another_request(found, dispatcher, tracker, turn)
    first = first or await asked_what(found, dispatcher, tracker, turn)
    first = first or await asked_of_recipient(found, dispatcher, tracker, turn)
    first = first or await told_of_day(found, dispatcher, tracker, turn, put_right)
    first = first or await before_it_is_saved(found, dispatcher, tracker, turn)
    if not first and money_noted(found, dispatcher, tracker, turn):
        return await found.again()
    first = first or await another_place(found, tracker, turn) or back_already(found, dispatcher, tracker, turn)
    return first or await taken_aside(found, dispatcher, tracker, turn, put_right)


def _instead(
    found: Filling, turn: CustomerTurn, asked: str, put_right: Collection[str], *, progress: bool
) -> str | None:
    """The need that takes the place of this one; what was agreed to, or is only put right, goes on."""
    agreed = found.get(asked) is True or any(slot in found.plan.asks for slot in put_right)
    if asked == "confirmed" and (agreed or puts_back(turn.said)):
        return None
    if found.get("need") == GRIEVANCE:
        return asked_instead(turn)
    changed = any(slot != asked for slot in put_right)
    other = other_need(turn, asked, found.get("need"), progress=progress, put_right=changed)
    if asked == "wish" and other == "delivery_problem" and reason_in(turn.said):
        return None  # why it is to be exchanged
    of_goods = "goods" in put_right and act_in(turn.said) in (None, found.get("need"))
    if other is None or (of_goods and (asked == "confirmed" or other == "delivery_problem")):
        return None
    if not progress or asked not in PROOF or turn.is_payload or not comes_after(turn.said):
        return other
    found.keep_for_later(other)
    return None


async def _told_at_once(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str | None
) -> list[Any]:
    """What is for a person, whatever was begun: somebody else's doing, and what delivery cost; nothing for all else."""
    if alarm := await raised(dispatcher, tracker):
        return [*alarm, *found.ended("unsure")]
    if asked == "confirmed" and comes_back(turn, tracker):
        return await found.again(misses=_misses(found))
    if onward := await carried_on(found, dispatcher, tracker, turn, asked):
        return onward
    part = [] if asked or turn.is_payload else means_part(dispatcher, tracker, turn.said)
    if part := part or await asks_which(found.get("need"), dispatcher, tracker, turn, asked):
        return [*part, *found.ended("unsure")]
    if asked not in FREE and (told := await before_all(tracker, turn)):
        tell(dispatcher, told, medium_of(tracker))
        return [*fetch_instead(dispatcher, "task"), *found.ended("unsure")]
    if asked not in FREE and (kept := await kept_for_money(tracker, turn)):
        tell(dispatcher, kept, medium_of(tracker))
        return [*fetch_instead(dispatcher, "task"), *found.ended("unsure")]
    postage = not turn.is_payload and asked not in FREE and postage_alone(turn.said)
    return found.postage_only() if postage else []


async def _begun(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """A need begins, unless it is only a guess."""
    if before := of_before(dispatcher, tracker, turn):
        return [*before, *found.ended("unsure")]
    if mailbox := other_mailbox(found, dispatcher, tracker, turn):
        return mailbox
    if again := await _asked_again(dispatcher, tracker, turn):
        return [*again, *found.ended("unsure")]
    if against := said_against(turn, dispatcher, tracker):
        return [*against, *found.ended("unsure")]
    offered = tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") == found.get("need")
    if not offered and unsure(turn, found.get("need")):
        general = await asked_beside(tracker, turn) or await answer_to(tracker, turn, general_doubt(turn))
        if general.outcome == "answered":
            tell(dispatcher, general, medium_of(tracker))
            return [*led_on(dispatcher, tracker, general.facts.get("leads_to", "")), *found.ended("unsure")]
        added = await more_of_case(dispatcher, tracker, turn)
        return [*(added or not_understood(dispatcher, tracker)), *found.ended("unsure")]
    if tracker.get_slot("offer") == "person" and never_ordered(turn.said):
        return [*fetch_instead(dispatcher, "task"), *found.ended("unsure")]
    if points_at_nothing(turn, tracker):
        return [*not_understood(dispatcher, tracker), *found.ended("unsure")]
    if not turn.is_payload and turn.intent == found.get("need") and withdraws(turn.said, turn.intent):
        return [*cannot_undo(dispatcher, "utter_take_back"), *found.ended("unsure")]
    if offered := await of_offered(dispatcher, tracker):
        return [*offered, *found.ended("unsure")]
    if told := await asked_beside(tracker, turn):
        tell(dispatcher, told, medium_of(tracker))
        return [*led_on(dispatcher, tracker, ""), *found.ended("unsure")]
    if added := await added_to_case(dispatcher, tracker, turn, found.get("need")):
        return [*added, *found.ended("unsure")]
    rule = None if fact_of_order(tracker) else await rule_for(found, tracker, turn)
    if rule is not None:
        tell(dispatcher, rule, medium_of(tracker))
        return [*led_on(dispatcher, tracker, rule.facts.get("leads_to", "")), *found.ended("unsure")]
    await _told_when(found, dispatcher, tracker, turn)
    day_told(found, dispatcher, tracker, turn)
    found.begin()
    await found.onward()
    return found.events()


async def _asked_again(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What is asked of what was just done: by the shop's rule, or as it was told; nothing for all else."""
    asks_on = asked_on(tracker, turn)
    rule = await rule_of_done(tracker, turn) if asks_on in (AGAIN, "refund_status") else None
    if rule is None and asks_on != AGAIN:
        return await _asked_of_return(dispatcher, tracker, turn)
    if rule is None:
        return told_again(dispatcher, tracker)
    tell(dispatcher, rule, medium_of(tracker))
    return led_on(dispatcher, tracker, "")


async def _asked_of_return(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The shop's answer to what is asked of a return or an exchange that was started just now ("do i need the box"), which is no
    wish for one; nothing for all else."""
    last, need = tracker.get_slot("last_need"), tracker.get_slot("need")
    of_it = last in SENT_BACK and need in (*SENT_BACK, "invoice")
    if not of_it or turn.is_payload or not is_question(turn) or "order_number" in set_this_turn(tracker):
        return []
    rule = await answer_to(tracker, turn, "much" if need == "invoice" else "yes")
    if rule.outcome != "answered":
        return []
    tell(dispatcher, rule, medium_of(tracker))
    return led_on(dispatcher, tracker, "")


async def _told_when(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> None:
    """When the money comes, where something is only wanted if it comes soon: told before anything is read back."""
    if turn.is_payload or not depends_on_money(turn.said):
        return
    rule = await told_how_long(tracker, turn, found.get("need"))
    if rule is not None:
        tell(dispatcher, rule, medium_of(tracker))


async def _cannot_prove(found: Filling, turn: CustomerTurn, asked: str) -> list[Any]:
    """Who will not tell what proves whose an order is, or has none at all, is offered a person; nothing for all others. Whose
    payment did not go through has no order yet: what helps then is told."""
    if asked not in PROOF or turn.is_payload:
        return []
    if withholds(turn.said):
        return found.withheld()
    if not never_ordered(turn.said):
        return []
    if found.get("need") == "payment_problem":
        await found.tell_refused()
    found.offer_person("task")
    return found.events()


def _asked_once_more(found: Filling, tracker: Tracker, turn: CustomerTurn, asked: str) -> int | None:
    """With how many misses the question is asked again, where it was not heard, or nothing yet could be answered; else None."""
    if speaks_of_tongue(turn.said) or pauses(turn.said) or (asked in PROOF and gives_up_and_cancels(turn.said)):
        return _misses(found)
    if asked in SECRETS and of_another_phone(turn.said):
        found.tell_of("verify_identity", "mismatch", "verify_identity.another_phone")
        return _misses(found)
    repeat = wants_repeat(turn.said) or (turn.intent == "greeting" and sure(turn))
    if not repeat and not (asked == "order_number" and lacks_number(turn, asked)):
        return None
    return _misses(found) + (0 if tongue_changed(tracker) else 1)  # to be asked in one's own language is no miss


def _otherwise_answered(found: Filling, tracker: Tracker, turn: CustomerTurn, asked: str) -> list[Any]:
    """A piece of the order number or of the tax number, or that there is none of these; nothing for all else."""
    if asked == "order_number":
        again = begun(tracker) if wants_repeat(turn.said) or pauses(turn.said) else ""
        if digits := again or with_piece(turn, tracker):
            return found.goes_on(so_far(digits, tracker))
    if asked == "tax_number" and (signs := with_tax_piece(turn, tracker)):
        return found.goes_on(of_tax("so_far", tracker, signs))
    company = asked == "tax_number" or (asked == "invoice_title" and about_tax(turn.said))
    return found.without_tax_number() if company and lacks_tax_number(turn) else []


def _misses(found: Filling) -> int:
    return int(found.get("misses") or 0)


def _progress(heard: dict[str, Any], asked: str) -> bool:
    """Whether the message answers. A corrected order number instead of the phone digits is an answer, and the other way round."""
    return asked in heard or (asked in PROOF and not PROOF.isdisjoint(heard))


def _answered_by(asked: str, found: Filling) -> set[str]:
    """The slots with which a message says something of what is begun: what is asked later, too, or was asked before."""
    later = found.plan.asks if asked in (*PROOF, "tax_number") else ()
    return {asked, "order_number", "new_address", *(("email",) if "email" in found.plan.may_hear else ()), *later}


def _said_before(tracker: Tracker, heard: dict[str, Any], asked: str) -> bool:
    """Whether a proof was asked for and what it is about came again: its slot is as it was."""
    if asked not in SECRETS or asked in heard or asked in set_this_turn(tracker):
        return False
    later = PLANS[tracker.get_slot("need")].asks if tracker.get_slot("need") in PLANS else ()
    return {*NAMED, *later, "new_address"}.isdisjoint(set_this_turn(tracker))


async def _answered(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str | None) -> bool:
    """A question in between is answered, if it can be; what sounds like another need only where it is asked word for word,
    or where it asks for a rule ("how long will the money take?" while a return is begun)."""
    doubt: str | None
    if turn.is_payload:
        return False
    begun = tracker.get_slot("need") or ""
    if asks_when(turn.said, begun) or wants_amends(turn.said, begun):
        rule = await told_how_long(tracker, turn, begun)
        if rule is not None:
            tell(dispatcher, rule, medium_of(tracker))
        return rule is not None
    if (cost := await told_its_cost(tracker, turn, begun)) is not None:
        tell(dispatcher, cost, medium_of(tracker))
        return True
    if (need and SAYS_WISH.match(turn.said)) or says_on(turn.said):
        return False
    if need and not OF_RULES.search(turn.said):
        if not is_question(turn):  # "the exchange then" is a wish
            return False
        doubt = "much"
    elif (
        turn.intent in QUESTIONS
        and sure(turn)
        and (is_question(turn) or tracker.get_slot("requested_slot") not in FREE)
    ):
        doubt = "yes" if turn.intent == "out_of_scope" else None
    elif OF_RULES.search(turn.said):
        doubt = "yes"
    elif is_question(turn):
        doubt = "yes" if tracker.get_slot("requested_slot") in PROOF else "much"
    else:
        return False
    result = await answer_to(tracker, turn, doubt, "" if need else begun)
    of_goods = result.facts.get("topic") == "product" and not is_question(turn)  # "the speaker" tells which
    if result.outcome != "answered" or of_goods:
        return False
    tell(dispatcher, result, medium_of(tracker))
    return True
