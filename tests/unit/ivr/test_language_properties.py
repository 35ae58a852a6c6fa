"""What must hold on every way through a flow that uses the whole language, whatever the customer does."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import TASKS
from frontdesk.core.codec import decode, encode
from frontdesk.core.events import Said
from frontdesk.core.exits import Exit
from frontdesk.core.inputs import ChoicePicked, KeysPressed, NothingHeard, TextTyped, WordsSpoken
from frontdesk.core.rooms import InMenu, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer
from frontdesk.ivr import step as menus
from frontdesk.ivr.loader import read_book, read_files

from .bench import AT, ROOT, draft, house_words

BOOK = read_book([*read_files([ROOT / "tests/scenarios/language/flows"]), *map(house_words, ("en", "zh"))], TASKS).book
WORDS = (
    "yes", "no", "是", "不对", "back", "返回", "help", "帮助", "operator", "repeat", "next friday", "下周五",
    "29 february", "0 yuan",
    "twelve dollars fifty", "十二块五", "100000000000", "SO 10023",
    "79927398713", "a card", "an amount", "留言", "please ring", "", "😀",
    "一万亿", "99", "1e9", "12*50", "2026-13-45",
)  # fmt: skip
KEYS = (
    "1",
    "2",
    "3",
    "4",
    "5",
    "9",
    "0",
    "*",
    "#",
    "79927398713",
    "0310",
    "1231",
    "12*50",
    "9999",
    "10023",
    "**",
    "",
    "*0#",
)


def an_input(data: st.DataObject, state: State) -> Any:
    wait = state.wait
    assert isinstance(wait, ForCustomer)
    kinds: list[st.SearchStrategy[Any]] = [
        st.just(NothingHeard(at=AT)),
        st.sampled_from(KEYS).map(lambda d: KeysPressed(at=AT, digits=d)),
        st.text("0123456789*#", max_size=20).map(lambda d: KeysPressed(at=AT, digits=d)),
        st.sampled_from(WORDS).map(lambda t: WordsSpoken(at=AT, text=t)),
        st.text(max_size=30).map(lambda t: TextTyped(at=AT, text=t)),
    ]
    if wait.choices:
        kinds.append(st.sampled_from(wait.choices).map(lambda c: ChoicePicked(at=AT, payload=c.payload, title=c.label)))
    return data.draw(st.one_of(kinds), label="input")


def go(pencil: Draft, came: Any) -> Exit | None:
    room = pencil.state.room
    assert isinstance(room, InMenu)
    return menus.step(BOOK, pencil, room, came)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_every_turn_speaks_or_leads_on(data: st.DataObject) -> None:
    """Never silent, bounded, the same again for the same input, and nothing but JSON between turns."""
    pencil = draft(data.draw(st.sampled_from(("voice", "chat"))), data.draw(st.sampled_from(("en", "zh"))))
    pencil.change(caller=data.draw(st.sampled_from((None, "+8613800138000"))))
    menus.start(BOOK, pencil)
    for _ in range(data.draw(st.integers(1, 30), label="turns")):
        state = decode(State, json.loads(json.dumps(encode(pencil.state))))
        assert state == pencil.state
        came = an_input(data, state)
        pencil, twin = Draft(state, at=AT), Draft(deepcopy(state), at=AT)
        leaving = go(pencil, came)
        assert go(twin, came) == leaving
        assert (twin.state, twin.events) == (pencil.state, pencil.events)
        assert len(pencil.events) <= 40
        if leaving is not None:
            return
        assert any(isinstance(event, Said) for event in pencil.events)
        assert isinstance(pencil.state.room, InMenu)
        assert len(pencil.state.room.trail) <= 8
        assert len(pencil.state.calls) <= 8
