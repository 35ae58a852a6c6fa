"""Which goods a need is about that takes the place of another: what was named on the way goes on with it. Knows the tracker."""

import itertools
import re

from rasa_sdk import Tracker

from actions.meaning.kinds import kind_of
from actions.meaning.parts import told_with
from actions.plans import OF_PART
from actions.talk.turn import CustomerTurn, said_before

NOT_THERE = frozenset({"incomplete", "not_received", "lost"})  # troubles that name goods which are not to go back
NEAR = 6  # messages before
_NEW_ONE = re.compile(
    r"一?[个件双](?:新|好)的|\b(?:an? new|another|a (?:different|working|good)) one\b", re.I
)  # of what is named


def goods_onward(tracker: Tracker, turn: CustomerTurn, before: str | None, need: str, goods: str | None) -> str | None:
    """What was told of goods for the need that takes the place of the one before, with what the message says of them."""
    if need not in OF_PART:
        return None
    if goods and goods.replace(" ", "").isdecimal():
        return goods
    told = goods if before in OF_PART else None
    if before == "delivery_problem":
        told = told_with(None, of_trouble(tracker.get_slot("details"))) or None
    return told if turn.is_payload else told_with(told, _NEW_ONE.sub(" ", turn.text)) or None


def of_trouble(details: str | None) -> str:
    """What was told of a trouble, where the goods that it names may be sent back: what is missing can't be."""
    return "" if not details or kind_of("issue", details) in NOT_THERE else details


def named_before(tracker: Tracker) -> str:
    """What was said lately, and may name the goods that "it" is: a trouble with them, a question about them."""
    told: list[str] = []
    for said in itertools.islice(said_before(tracker), NEAR):
        if said.intent in OF_PART:
            break
        if not said.is_payload and of_trouble(said.text):
            told.insert(0, said.text)
    lines = ""
    for text in told:
        lines = told_with(lines, text)
    return lines
