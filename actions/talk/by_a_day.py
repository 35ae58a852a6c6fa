"""An address wanted only if the parcel comes by a day: it is kept, and said that no day is promised. Knows the tracker."""

import re
from collections.abc import Collection
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.reading.characters import simplified
from actions.reading.day_conditions import depends, depends_on_day
from actions.talk.filling import Filling
from actions.talk.turn import CustomerTurn, locale_of
from actions.words import WORDS

_IF_NOT = re.compile(
    r"(?:(?:and|but|or)\b[, ]*)?if (?:(?:that|it|this)(?:'?s| is) )?not(?: possible)?,? [^?]{3,40}$"
    r"|(?:要是|如果)?(?:改不了|不能改|改不成)(?:的话)?[,，]?就[^?？]{2,12}$",
    re.I,
)
TO_AN_ADDRESS = ("change_address", "change_order")


def day_told(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether a day is asked for with the address: said that none can be promised."""
    of_address = found.get("need") in TO_AN_ADDRESS and found.get("new_address")
    if not of_address or turn.is_payload or not depends(turn.text):
        return False
    key = "change_address.day" if depends_on_day(turn.text) else "change_address.condition"
    dispatcher.utter_message(text=WORDS[locale_of(tracker)][key])
    return True


def _unless_possible(found: Filling, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether it is told what shall be done if what was read back can't be: it can."""
    at_yes = tracker.get_slot("requested_slot") == "confirmed" and found.plan.task == "change_address"
    return (
        at_yes
        and not turn.is_payload
        and _IF_NOT.match(simplified(turn.text.strip()).replace("\u2019", "'")) is not None
    )


async def told_of_day(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, put_right: Collection[str]
) -> list[Any]:
    """The yes asked for again, where it was given on a condition; nothing where an address comes with it, or for all else."""
    if not (day_told(found, dispatcher, tracker, turn) or _unless_possible(found, tracker, turn)):
        return []
    if tracker.get_slot("requested_slot") != "confirmed" or "new_address" in put_right:
        return []
    found.set("confirmed", None)
    return await found.again()
