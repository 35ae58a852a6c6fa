"""How a trouble is to be made good, said where it is only asked whether to report it: the money is wanted. Knows the tracker."""

import re

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.asking import asks_which
from actions.meaning.follow_ups import asks_when
from actions.meaning.kinds import MADE_GOOD, wished
from actions.meaning.taking_back import act_in
from actions.meaning.ways import yes_with_way
from actions.talk.filling import MOST_DETAILS, Filling
from actions.talk.heard import is_question
from actions.talk.turn import CustomerTurn, locale_of
from actions.words import WORDS

_ASKS_FOR = re.compile(r"\b(?:can|could|may) (?:i|we|you)\b|能不能|可以|可不可以|能", re.I)
REPORTED = frozenset({"case_opened", "already_open", "declined"})


def money_noted(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether the money is wanted for what is being reported. It is written down with it; but for a yes beside it, it is asked
    again whether to report it: nothing else gives it back, and goods that came broken or never need not be sent back first."""
    at = tracker.get_slot("requested_slot") == "confirmed" and found.get("need") == "delivery_problem"
    if at and not turn.is_payload and found.get("issue") in MADE_GOOD and yes_with_way(turn.said):
        _note(found, turn)
        return False
    if not at or turn.is_payload or found.get("issue") not in MADE_GOOD or wished(turn.said) != "money":
        return False
    asks = is_question(turn) and _ASKS_FOR.search(turn.said) is None
    if asks or asks_which(turn.said) or asks_when(turn.said, "refund_request") or act_in(turn.said) is not None:
        return False
    _note(found, turn)
    if found.get("confirmed") is True:
        return False
    found.set("confirmed", None)
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["report_delivery_problem.money_noted"])
    return True


def _note(found: Filling, turn: CustomerTurn) -> None:
    told, known = turn.text.strip(), found.get("details") or ""
    found.set("details", (known if told in known else f"{known} {told}".strip())[-MOST_DETAILS:])


def money_wanted(tracker: Tracker, need: str, outcome: str) -> bool:
    """Whether a trouble was reported, or left, by who wants the money, which a person decides on."""
    reported = need == "delivery_problem" and outcome in REPORTED
    return reported and wished(tracker.get_slot("details") or "") == "money"
