"""What a simulated customer does at a wait: a key, words, a choice, silence, or they go. And how long they take for it."""

import math
from dataclasses import dataclass

from frontdesk.core.events import Event, Said
from frontdesk.core.inputs import (
    ChoicePicked,
    ContactLeft,
    CustomerInput,
    KeysPressed,
    NothingHeard,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.rooms import InMenu, InSurvey, State
from frontdesk.core.waits import Choice, ForCustomer
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu
from frontdesk.simulate.bot import Asks
from frontdesk.simulate.caller import Caller
from frontdesk.simulate.chance import happens
from frontdesk.simulate.guide import END, PERSON, TALK, Guide
from frontdesk.simulate.phrases import speak

HEARD_PER_S = {"en": 15.0, "zh": 5.0}  # characters of a prompt a second
READ_PER_S = {"en": 35.0, "zh": 12.0}
CUTS_IN = 0.6  # of a prompt, when a key is pressed
IDLE_S = 600.0  # a chat left alone this long is closed
Doing = CustomerInput | ContactLeft


@dataclass(slots=True)
class Replies:
    """How customers deal with one book of flows."""

    book: FlowBook
    guide: Guide

    def to(self, caller: Caller, state: State, asks: Asks, at: float) -> Doing:
        """What they do at a wait for the customer; `at` is only stamped on it."""
        if not caller.there:
            return ContactLeft(at=at) if happens(caller.chance, 0.5) else NothingHeard(at=at)
        if isinstance(state.room, InSurvey):
            return self._score(caller, state, at)
        if happens(caller.chance, caller.manner.silent):
            return NothingHeard(at=at) if state.channel == "voice" else self._act(caller, state, asks, at)
        return self._act(caller, state, asks, at)

    def _act(self, caller: Caller, state: State, asks: Asks, at: float) -> Doing:
        wish = _wish(caller)
        if wish == "":
            return ContactLeft(at=at)
        caller.spoke += 1
        if isinstance(state.room, InMenu):
            node = self.book.node(state.room.flow, state.room.node)
            if isinstance(node, Menu):
                return self._choose(caller, state, node, wish, at)
            if isinstance(node, Collect):
                return _enter(caller, state, node, wish, at)
        return _talk(caller, state, asks, wish, at)

    def _choose(self, caller: Caller, state: State, menu: Menu, wish: str, at: float) -> Doing:
        lang = next((o for o in menu.options if o.lang == caller.errand.lang), None)
        option = lang or self.guide.option(menu, wish) or self.guide.option(menu, TALK)
        if option is None and wish == END:
            return ContactLeft(at=at)
        slips = happens(caller.chance, caller.manner.errors)
        if slips or option is None:
            key = str(int(caller.chance.integers(1, 10))) if slips else "0"
            return KeysPressed(at=at, digits=key) if state.channel == "voice" else TextTyped(at=at, text=key)
        choice = _shown(state, option.key)
        if state.channel == "chat":
            if choice is None:
                return TextTyped(at=at, text=option.key)
            return ChoicePicked(at=at, payload=choice.payload, title=choice.label)
        if choice and happens(caller.chance, caller.manner.speaks):
            return WordsSpoken(at=at, text=choice.label, confidence=round(float(caller.chance.uniform(0.55, 0.98)), 2))
        return KeysPressed(at=at, digits=str(option.key))

    def _score(self, caller: Caller, state: State, at: float) -> Doing:
        """The happy answer more readily than the rest, as everywhere."""
        score = caller.effort()
        ready = caller.manner.answers_survey * (1.25 if score >= 5 else 0.8)
        if not happens(caller.chance, ready):
            return ContactLeft(at=at)
        return _plain(state, str(score), at)


def _wish(caller: Caller) -> str:
    """What they are after now; empty: to go."""
    if caller.helped:
        return "" if happens(caller.chance, caller.manner.abrupt) else END
    if caller.wants_person or caller.asked_person:
        return PERSON
    if caller.helped is False or caller.tired:
        caller.wants_person = happens(caller.chance, 0.6)
        return PERSON if caller.wants_person else ""
    return caller.errand.need


def _shown(state: State, key: str) -> Choice | None:
    choices = state.wait.choices if isinstance(state.wait, ForCustomer) else ()
    return next((choice for choice in choices if choice.key == key), None)


def _plain(state: State, text: str, at: float) -> CustomerInput:
    """Keys on the phone, text in a chat."""
    return KeysPressed(at=at, digits=text) if state.channel == "voice" else TextTyped(at=at, text=text)


def _enter(caller: Caller, state: State, node: Collect, wish: str, at: float) -> Doing:
    """A number, or yes or no to its read-back."""
    assert isinstance(state.room, InMenu)
    if wish == PERSON:
        return _plain(state, "0", at)
    right = {"order_number": caller.errand.order.number, "last4": caller.errand.customer.phone[-4:]}.get(str(node.fact))
    if right is None:
        return _plain(state, "0", at)
    if state.room.pending is not None:
        return _plain(state, "1" if state.room.pending == right else "2", at)
    return _plain(state, _typed(caller, right), at)


def _typed(caller: Caller, number: str) -> str:
    """The number, now and then with a wrong digit or one too few."""
    if not happens(caller.chance, caller.manner.errors):
        return number
    place = int(caller.chance.integers(0, len(number)))
    wrong = str((int(number[place]) + 1 + int(caller.chance.integers(0, 9))) % 10)
    return number[:place] + wrong * int(caller.chance.integers(0, 2)) + number[place + 1 :]


def _talk(caller: Caller, state: State, asks: Asks, wish: str, at: float) -> Doing:
    """To the bot, in their own words."""
    errand = caller.errand
    if wish == PERSON:
        caller.asked_person = True
        return _words(caller, state, "affirm" if asks == "person" else "human_agent", at)
    if wish == END:
        return _words(caller, state, "goodbye" if caller.spoke > 1 and happens(caller.chance, 0.6) else "thanks", at)
    if asks == "number":
        return _number(caller, state, _typed(caller, errand.order.number), at)
    if asks == "last4":
        return _number(caller, state, _typed(caller, errand.customer.phone[-4:]), at)
    if asks == "return":
        return _words(caller, state, "affirm" if wish == "return_item" else "deny", at)
    if asks == "person":
        caller.asked_person = caller.wants_person = happens(caller.chance, 0.7)
        return _words(caller, state, "affirm" if caller.wants_person else "deny", at)
    if caller.said and caller.helped is None:
        caller.troubles += 1  # having to say it again
    caller.said = True
    return _words(caller, state, "lost" if happens(caller.chance, caller.manner.errors) else wish, at)


def _number(caller: Caller, state: State, number: str, at: float) -> CustomerInput:
    if state.channel == "voice" and happens(caller.chance, caller.manner.speaks):
        return WordsSpoken(at=at, text=" ".join(number), confidence=0.9)
    return _plain(state, number, at)


def _words(caller: Caller, state: State, intent: str, at: float) -> CustomerInput:
    text = speak(caller.errand.lang, intent, float(caller.chance.random()))
    if state.channel == "voice":
        return WordsSpoken(at=at, text=text, confidence=round(float(caller.chance.uniform(0.55, 0.98)), 2))
    return TextTyped(at=at, text=text)


def takes_s(caller: Caller, state: State, events: tuple[Event, ...], doing: Doing) -> float:
    """Seconds from the end of the turn until the customer has done it: listening or reading, thinking, saying."""
    said = [(len(e.spoken), e.lang) for e in events if isinstance(e, Said)]
    speeds = HEARD_PER_S if state.channel == "voice" else READ_PER_S
    listens = math.fsum(length / speeds.get(lang, 12.0) for length, lang in said)
    if isinstance(doing, NothingHeard):
        return listens + (state.wait.timeout_s if isinstance(state.wait, ForCustomer) else 6.0)
    thinks = float(caller.chance.gamma(3.0, caller.manner.thinks_s / 3.0)) if caller.manner.thinks_s > 0 else 0.0
    if isinstance(doing, KeysPressed):
        return listens * CUTS_IN + thinks
    return listens + (2.0 if state.channel == "chat" else 1.0) * thinks
