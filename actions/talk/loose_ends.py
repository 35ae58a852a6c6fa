"""What is said after an answer and begins no need: it is met, noted for a colleague, or left at that. Knows the tracker."""

import itertools
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.assenting import assents
from actions.meaning.grievances import bare_complaint
from actions.meaning.loose_ends import (
    called_otherwise,
    declines_so,
    had_no_luck,
    has_sent_back,
    has_waited,
    how_come,
    lost_on_way_back,
    not_to_be_cancelled,
    of_parcel_back,
    speaks_of_prices,
    tries,
    went_back,
)
from actions.meaning.told_anew import only_asking
from actions.plans import PLANS
from actions.talk.filling import Filling
from actions.talk.grievances import asked_for_facts
from actions.talk.guesses import offer_need
from actions.talk.heard import is_question
from actions.talk.invoice_addresses import none_on_it
from actions.talk.notes import note
from actions.talk.outcomes import last_outcome
from actions.talk.repair import begins_need, fetch_instead
from actions.talk.shop import HOLDER
from actions.talk.spare_parts import means_part
from actions.talk.telling_no import no_that_tells
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before, set_this_turn, turn_of
from actions.words import Form, number
from actions.words.loose_ends import WORDS

BEFORE_PROVED = 6  # messages with which it is proved whose an order is
FAR, LATELY = 400, 3  # events that are looked at; messages since the goods were talked of
MOST_KEPT = 400  # characters of what is told of a parcel that went back
BESIDE = frozenset({"answer_question", "order_status"})
NOT_BOOKED = frozenset({"refund_status none", "refund_status return_on_its_way", "request_refund return_first"})
ON_ITS_WAY = frozenset({"order_status found"})
NOT_CHEAPER = frozenset({"claim_price_protection not_cheaper"})
GOES_BACK = frozenset({"return_item", "refund_request"})


def at_first(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """A loose end, or the need that is begun beyond doubt; nothing for all else."""
    told = [] if tracker.active_loop.get("name") else loose_end(dispatcher, tracker)
    if told:
        return [*told, SlotSet("misses", 0), FollowupAction("action_listen")]
    return _complains(tracker) or begins_need(tracker)


def _complains(tracker: Tracker) -> list[Any]:
    """What happened is asked for, where a bare complaint sounded like a question for the shop; nothing for all else."""
    turn = turn_of(tracker)
    asks = turn.intent in ("complaint", "human_agent") or turn.is_payload or tracker.active_loop.get("name")
    return [] if asks or not bare_complaint(turn.text) else asked_for_facts(tracker)


def loose_end(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What becomes of words that begin nothing: goods that went back, waiting, trying, no cancellation; nothing for all else."""
    turn = turn_of(tracker)
    if turn.is_payload or assents(turn.said, None):
        return []
    if told := _of_goods_back(dispatcher, tracker, turn.said, turn.text) or _of_waiting(dispatcher, tracker, turn.said):
        return told
    if told := none_on_it(dispatcher, tracker) or no_that_tells(dispatcher, tracker):
        return told
    if told := _of_trying(dispatcher, tracker, turn.said) or means_part(dispatcher, tracker, turn.said):
        return told
    if tracker.get_slot("offer") in ("next", "person") and (declines_so(turn.said) or only_asking(turn.said)):
        dispatcher.utter_message(response="utter_left")
        dispatcher.utter_message(response="utter_anything_else")
        return [SlotSet("offer", "more")]
    return _of_cancelling(dispatcher, tracker, turn.said)


def _of_goods_back(dispatcher: CollectingDispatcher, tracker: Tracker, said: str, text: str) -> list[Any]:
    """Who sent goods back that are not in the books is told that a colleague looks for them; what is told of it afterwards is
    kept for the colleague. Such a no starts no return."""
    last = last_outcome(tracker, beside=BESIDE)
    looked_up = f"{last.get('task')} {last.get('outcome')}" in NOT_BOOKED
    order = str((last.get("facts") or {}).get("order_number") or "") if looked_up else ""
    order = order or str(tracker.get_slot("order_number") or "")
    known, order = _told_of_it(tracker) or ("", order)
    if not order or _of_another(tracker, order):
        return []
    if not (of_parcel_back(said) if known else looked_up and has_sent_back(said)):
        return []
    kept = f"{known}; {text.strip()}" if known else text.strip()
    dispatcher.utter_message(json_message=note("told", facts={"order_number": order, "details": kept[:MOST_KEPT]}))
    key = "noted" if known else "return_on_its_way" if last.get("outcome") == "return_on_its_way" else "none"
    _say(dispatcher, tracker, f"sent_back.{key}", number=number(order))
    return [SlotSet("order_number", order), *fetch_instead(dispatcher, "task")]


def back_already(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """Who sent back already what a return is read back of is told that a colleague looks for it; nothing for all else."""
    at_yes = tracker.get_slot("requested_slot") == "confirmed" and found.get("need") in GOES_BACK
    if not at_yes or turn.is_payload or not has_sent_back(turn.said):
        return []
    order = str(found.get("order_number") or "")
    dispatcher.utter_message(
        json_message=note("told", facts={"order_number": order, "details": turn.text.strip()[:MOST_KEPT]})
    )
    _say(dispatcher, tracker, "sent_back.none", number=number(order))
    return [*fetch_instead(dispatcher, "task"), *found.ended("unsure")]


def told_before(dispatcher: CollectingDispatcher, tracker: Tracker, need: str, outcome: str) -> list[Any]:
    """Who had told with the question that the goods went back is not asked whether a refund is wanted: a colleague looks."""
    if need != "refund_status" or outcome not in ("none", "return_on_its_way"):
        return []
    lately = [turn_of(tracker), *itertools.islice(said_before(tracker), BEFORE_PROVED)]
    lost = next((turn.text.strip() for turn in lately if not turn.is_payload and lost_on_way_back(turn.said)), None)
    back = (turn.text.strip() for turn in lately[: LATELY + 1] if not turn.is_payload and went_back(turn.said))
    told = lost or (next(back, None) if outcome == "none" else None)
    if told is None:
        return []
    order = str(tracker.get_slot("order_number") or "")
    dispatcher.utter_message(json_message=note("told", facts={"order_number": order, "details": told[:MOST_KEPT]}))
    _say(dispatcher, tracker, "sent_back.lost" if lost else "sent_back.none", number=number(order))
    return fetch_instead(dispatcher, "task")


def _of_another(tracker: Tracker, order: str) -> bool:
    """Whether another order is talked of by now; a carrier's number is none."""
    now = tracker.get_slot("order_number")
    of_carrier = not HOLDER.get().order_digits.fit(str(now or "")) or called_otherwise(
        turn_of(tracker).said, str(now or "")
    )
    return now not in (None, order) and not ("order_number" in set_this_turn(tracker) and of_carrier)


def _told_of_it(tracker: Tracker) -> tuple[str, str] | None:
    """What was told of goods that went back, and of which order, where that was talked of in the last few messages."""
    told = (WORDS[locale_of(tracker)][f"sent_back.{key}"] for key in ("none", "return_on_its_way", "lost", "noted"))
    ends, messages, of_it = tuple(words.split("{number}")[-1] for words in told), 0, False
    for event in itertools.islice(reversed(tracker.events), FAR):
        messages += event.get("event") == "user"
        of_it = of_it or (event.get("event") == "bot" and str(event.get("text") or "").endswith(ends))
        custom: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
        facts = custom.get("facts") or {}
        if of_it and custom.get("note") == "told" and facts.get("details"):
            return str(facts["details"]), str(facts.get("order_number") or "")
        if messages > LATELY:
            return None
    return None


def _of_waiting(dispatcher: CollectingDispatcher, tracker: Tracker, said: str) -> list[Any]:
    """That nothing was asked for yet, and what can be done now, where a refund is offered and it is only said how long it was."""
    last, offer, offered = last_outcome(tracker), tracker.get_slot("offer"), tracker.get_slot("offered_need")
    if offer == "next" and offered in PLANS and how_come(said):
        _say(dispatcher, tracker, "wonders")
        return offer_need(dispatcher, tracker, offered)
    if not has_waited(said):
        return []
    if offer == "next" and offered == "refund_request" and last.get("outcome") == "none":
        _say(dispatcher, tracker, "waited.none")
        return offer_need(dispatcher, tracker, offered)
    if offer == "more" and f"{last.get('task')} {last.get('outcome')}" in ON_ITS_WAY:
        _say(dispatcher, tracker, "waited")
        return [SlotSet("issue", "late"), *offer_need(dispatcher, tracker, "delivery_problem")]
    return []


def _of_trying(dispatcher: CollectingDispatcher, tracker: Tracker, said: str) -> list[Any]:
    """Who tries what was told may take the time; where it brought nothing a person is offered."""
    last = last_outcome(tracker)
    if (
        f"{last.get('task')} {last.get('outcome')}" in NOT_CHEAPER
        and speaks_of_prices(said)
        and not is_question(turn_of(tracker))
    ):
        return fetch_instead(dispatcher, "task")
    missed = tracker.get_slot("offer") == "more" and tracker.get_slot("offered_need") == "delivery_problem"
    if missed and had_no_luck(said) and last.get("outcome") != "case_opened":
        return [SlotSet("issue", "not_received"), *offer_need(dispatcher, tracker, "delivery_problem")]
    if tries(said) and (last or tracker.get_slot("last_need")):
        _say(dispatcher, tracker, "tries")
        return [SlotSet("offer", tracker.get_slot("offer"))]
    if last.get("task") != "account_help" or not had_no_luck(said):
        return []
    dispatcher.utter_message(response="utter_no_help")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "failures")]


def _of_cancelling(dispatcher: CollectingDispatcher, tracker: Tracker, said: str) -> list[Any]:
    """That nothing was cancelled, where nothing was and it is said not to be wanted; what was done is another matter."""
    if not not_to_be_cancelled(said) or _cancelled(tracker):
        return []
    order = tracker.get_slot("order_number")
    key = "stays.order" if order and HOLDER.get().order_digits.fit(str(order)) else "stays"
    _say(dispatcher, tracker, key, number=number(str(order or "")))
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


def _cancelled(tracker: Tracker) -> bool:
    """Whether an order was cancelled in this talk, or is told to be."""
    for event in itertools.islice(reversed(tracker.events), FAR):
        custom: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
        if custom.get("note") == "task" and custom.get("task") == "cancel_order":
            return custom.get("outcome") not in ("declined", "too_late", "on_its_way", "not_found")
        if (custom.get("facts") or {}).get("order_state") == "cancelled":
            return True
    return False


def _say(dispatcher: CollectingDispatcher, tracker: Tracker, key: str, **values: Form) -> None:
    heard = medium_of(tracker) == "voice"
    told = {name: value.spoken if heard else value.text for name, value in values.items()}
    dispatcher.utter_message(text=WORDS[locale_of(tracker)][key].format(**told))
