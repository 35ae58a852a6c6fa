"""What must hold on every way through the shipped flows, whatever the customer and the machines do."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import TASKS
from frontdesk.core.codec import decode, encode
from frontdesk.core.events import Said
from frontdesk.core.exits import Exit, ToHandoff, ToMenu, ToTalk
from frontdesk.core.inputs import (
    ChoicePicked,
    KeysPressed,
    MachineFailed,
    MachineReplied,
    NothingHeard,
    TaskReply,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.rooms import InMenu, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer, ForReply, RunTask
from frontdesk.ivr import step as menus
from frontdesk.ivr.loader import load_book

from .bench import AT, SHIPPED, draft

BOOK = load_book(SHIPPED, TASKS)
MOST_EVENTS = 60
WORDS = (
    "yes",
    "no",
    "是的",
    "不是",
    "return",
    "查订单",
    "my number is 10023",
    "四三二一",
    "blah",
    "",
    "😀",
    "10023",
    "2",
    "*",
)
PLAY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def an_input(data: st.DataObject, state: State) -> Any:
    """Something that can come in at this wait."""
    if isinstance(state.wait, ForReply):
        return data.draw(replies(state.wait.request), label="reply")
    wait = state.wait
    assert isinstance(wait, ForCustomer)
    words = st.sampled_from(WORDS)
    kinds = [
        st.just(NothingHeard(at=AT)),
        st.text("0123456789*#", max_size=6).map(lambda d: KeysPressed(at=AT, digits=d)),
        words.map(lambda t: WordsSpoken(at=AT, text=t)),
        words.map(lambda t: TextTyped(at=AT, text=t)),
        st.just(ChoicePicked(at=AT, payload="old.button.1", title="an old button")),
    ]
    if wait.choices:
        choice = st.sampled_from(wait.choices)
        kinds.append(choice.map(lambda c: KeysPressed(at=AT, digits=c.key or "1")))
        kinds.append(choice.map(lambda c: ChoicePicked(at=AT, payload=c.payload, title=c.label)))
    else:
        digits = st.text("0123456789", min_size=wait.max_digits or 1, max_size=wait.max_digits)
        kinds += [digits.map(lambda d: KeysPressed(at=AT, digits=d))] * 3
    return data.draw(st.one_of(kinds), label="input")


def replies(request: Any) -> st.SearchStrategy[Any]:
    assert isinstance(request, RunTask)
    outcomes = st.sampled_from((*TASKS[request.task].outcomes, "nonsense"))
    facts = {"customer_id": "C1", "verified_by": "order_and_phone"} if request.task == "verify_identity" else {}
    answered = outcomes.map(
        lambda o: MachineReplied(
            at=AT,
            reply=TaskReply(
                task=request.task, outcome=o, words="W.", spoken="W.", facts=facts if o == "verified" else {}
            ),
        )
    )
    reasons = st.sampled_from(("late", "down", "invalid"))
    return st.one_of(answered, reasons.map(lambda r: MachineFailed(at=AT, machine="task", reason=r)))


def go(pencil: Draft, given: Any) -> Exit | None:
    room = pencil.state.room
    assert isinstance(room, InMenu)
    return menus.step(BOOK, pencil, room, given)


def begun(data: st.DataObject) -> Draft:
    pencil = draft(
        data.draw(st.sampled_from(("voice", "chat"))), data.draw(st.sampled_from(("en", "zh"))), settled=False
    )
    menus.start(BOOK, pencil)
    return pencil


@PLAY
@given(st.data())
def test_every_turn_speaks_ends_or_hands_over(data: st.DataObject) -> None:
    """Never silent, bounded, the same again for the same input, and nothing but JSON between turns."""
    pencil = begun(data)
    for _ in range(data.draw(st.integers(1, 25), label="turns")):
        state = decode(State, json.loads(json.dumps(encode(pencil.state))))
        assert state == pencil.state
        came = an_input(data, state)
        pencil, twin = Draft(state, at=AT), Draft(deepcopy(state), at=AT)
        leaving = go(pencil, came)
        assert go(twin, came) == leaving
        assert (twin.state, twin.events) == (pencil.state, pencil.events)
        assert len(pencil.events) <= MOST_EVENTS
        said = any(isinstance(event, Said) for event in pencil.events)
        assert said or leaving is not None or isinstance(pencil.state.wait, ForReply)
        if isinstance(leaving, ToTalk | ToMenu):
            back = (leaving.back_flow, leaving.back_node) if isinstance(leaving, ToTalk) else (None, None)
            assert menus.resume(BOOK, pencil, back[0] or "main", back[1] or BOOK.flows["main"].home) is None
        elif leaving is not None:
            return


@PLAY
@given(st.data())
def test_a_human_is_always_one_key_or_three_failures_away(data: st.DataObject) -> None:
    """Wherever a customer stands, 0 leads to a human, asking does, three silences do, and so do three misses."""
    pencil = begun(data)
    for _ in range(data.draw(st.integers(0, 20), label="turns")):
        before = pencil.state
        leaving = go(pencil, an_input(data, before))
        if leaving is not None:
            pencil = Draft(before, at=AT)
            break
    state = pencil.state
    if not isinstance(state.wait, ForCustomer):
        return
    for asking in (
        KeysPressed(at=AT, digits="0"),
        TextTyped(at=AT, text="人工"),
        WordsSpoken(at=AT, text="a person please"),
    ):
        assert isinstance(go(Draft(state, at=AT), asking), ToHandoff)
    for failing in (NothingHeard(at=AT), KeysPressed(at=AT, digits="9" * 33)):
        tired = Draft(state, at=AT)
        assert any(isinstance(go(tired, failing), ToHandoff) for _ in range(menus.FAILURES))


@PLAY
@given(st.text("0123456789", min_size=4, max_size=4).filter(lambda s: s not in ("0000",)))
def test_a_secret_is_nowhere_once_the_task_is_asked(digits: str) -> None:
    """The last four digits are in the request and in nothing else: no event, no fact, no room."""
    pencil = draft()
    pencil.learn({"order_number": "xxxxx", "goal": "order_status"})
    menus.resume(BOOK, pencil, "orders", "ask_last4")
    go(pencil, KeysPressed(at=0.0, digits=digits))
    wait = pencil.state.wait
    assert isinstance(wait, ForReply)
    assert isinstance(wait.request, RunTask)
    assert wait.request.facts["last4"] == digits
    rest = json.dumps([encode(pencil.state.room), encode(dict(pencil.state.facts)), encode(pencil.events)])
    assert digits not in rest
