"""A part that is to be exchanged without the rest: which is meant is asked before anything begins. Knows the tracker."""

import itertools
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.spare_parts import part_alone, part_to_swap
from actions.shop import ShopCannot, ShopDown
from actions.talk.guesses import offer_need
from actions.talk.repair import fetch_instead
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of
from actions.words.loose_ends import WORDS

FAR = 60  # events in which the question is looked for
MEANT_WHOLE = (None, "order_number", "last4", "wish")  # what may be asked while it is open what is exchanged


async def asks_which(
    need: str, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str | None
) -> list[Any]:
    """The whole article is offered to be exchanged, and a colleague for the part alone; nothing where no part is named."""
    if need != "exchange_item" or turn.is_payload or asked not in MEANT_WHOLE:
        return []
    part = part_to_swap(turn.said)
    if part is None or await _sold(part):
        return []
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["part"].format(part=part))
    return offer_need(dispatcher, tracker, "exchange_item")


async def _sold(part: str) -> bool:
    """Whether the shop sells it by itself: it is the article then."""
    try:
        found = await HOLDER.get().goods.find(part, 1)
    except (ShopCannot, ShopDown, OSError):
        return False
    return any(part.casefold() in f"{one.name.en} {one.name.zh}".casefold() for one in found)


def means_part(dispatcher: CollectingDispatcher, tracker: Tracker, said: str) -> list[Any]:
    """A person is offered to who means the part alone, where that was asked; nothing for all else."""
    offered = tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") == "exchange_item"
    if not offered or not part_alone(said):
        return []
    words = WORDS[locale_of(tracker)]["part"].split("{part}")[-1]
    lately = itertools.islice(reversed(tracker.events), FAR)
    asked = any(event.get("event") == "bot" and words in str(event.get("text") or "") for event in lately)
    return fetch_instead(dispatcher, "task") if asked else []
