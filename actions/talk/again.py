"""What was said last, once more: an outcome, an offer, the bot's own words. Knows the tracker's shape."""

import itertools
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.plans import PLANS
from actions.talk.asked_of_done import part_of_last, told_of_done
from actions.talk.guesses import offer_need

PENDING = {"person": "utter_offer_person", "more": "utter_anything_else"}  # how what is offered is asked about


def told_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """The outcome again, or the sentence of it that is asked for, and what was offered with it; nothing when there was none."""
    words = part_of_last(tracker) or told_of_done(tracker)
    if words is None:
        return []
    dispatcher.utter_message(text=words)
    return pending(dispatcher, tracker)


def pending(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What was asked or offered last outside a form, once more: in the language of now."""
    offer, need = tracker.get_slot("offer"), tracker.get_slot("offered_need")
    if offer == "next" and need in PLANS:
        return offer_need(dispatcher, tracker, need)
    dispatcher.utter_message(response=PENDING.get(offer, "utter_what_else"))
    return [SlotSet("offer", offer)]


def last_words(tracker: Tracker) -> list[Any]:
    before = itertools.dropwhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    next(before, None)  # the wish to hear it again
    said = list(itertools.takewhile(lambda event: event.get("event") != "user", before))
    return [event for event in reversed(said) if event.get("event") == "bot" and event.get("text")]


def say_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """What was said last, with its buttons; False when nothing was."""
    words = last_words(tracker)
    for event in words:
        buttons = (event.get("data") or {}).get("buttons")
        dispatcher.utter_message(text=event["text"], buttons=buttons)
    return bool(words)
