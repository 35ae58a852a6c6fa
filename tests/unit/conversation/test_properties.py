"""Whatever people and machines do: never silent, always bounded, JSON between turns, the same input the same turn."""

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.core.codec import decode, encode
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import Event, Said, SessionEnded
from frontdesk.core.inputs import (
    AgentClosed,
    AgentJoined,
    AgentLeft,
    AgentWrote,
    BotMessage,
    ChoicePicked,
    ContactLeft,
    ContactStarted,
    DialogueReply,
    Input,
    KeysPressed,
    MachineFailed,
    MachineReplied,
    NothingHeard,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    TaskNote,
    TaskReply,
    TextTyped,
    TimerRang,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.rooms import Outside, State
from frontdesk.core.turn import Turn
from frontdesk.core.waits import AskDialogue, Choice, EstimateWait, ForAgent, ForCustomer, ForReply, RunTask
from tests.fakes.desk import BOOK, NOON

MAX_MACHINES = 8
Draw = Callable[[st.SearchStrategy[Any]], Any]
WORDS = st.sampled_from(
    [
        "where is my order",
        "我要退货",
        "operator",
        "人工",
        "yes",
        "no",
        "一零零二三",
        "10023",
        "0",
        "7",
        "???",
        "🙂",
        "/restart",
        "help",
    ]
) | st.text(max_size=30)
KEYS = st.text(alphabet="0123456789*#", min_size=1, max_size=12)
FAILURES = st.sampled_from(["late", "down", "invalid"])


def customer(draw: Draw, state: State, at: float) -> Input:
    """Something the customer can do here."""
    options: list[st.SearchStrategy[Input]] = [st.just(ContactLeft(at=at))]
    if state.channel == "voice":
        options += [
            st.just(NothingHeard(at=at)),
            KEYS.map(lambda keys: KeysPressed(at=at, digits=keys)),
            WORDS.map(lambda words: WordsSpoken(at=at, text=words, confidence=0.5)),
        ]
    else:
        options.append(WORDS.map(lambda words: TextTyped(at=at, text=words)))
    if isinstance(state.wait, ForCustomer) and state.wait.choices:
        pick = st.sampled_from(state.wait.choices)
        picked = pick.map(
            lambda c: (
                KeysPressed(at=at, digits=c.key)
                if c.key and state.channel == "voice"
                else ChoicePicked(at=at, payload=c.payload)
            )
        )
        options += [picked, picked, picked]
    return draw(st.one_of(options))  # type: ignore[no-any-return]


def agent(draw: Draw, at: float) -> Input:
    """Something the desk can do; much of it will not fit, and must be refused without harm."""
    return draw(  # type: ignore[no-any-return]
        st.sampled_from(
            [
                OfferMade(at=at, agent="amy", agent_name="Amy", until=at + 30),
                OfferAccepted(at=at, agent="amy", until=at + 40),
                OfferDeclined(at=at, agent="amy"),
                AgentJoined(at=at, agent="amy"),
                AgentWrote(at=at, agent="amy", text="hello"),
                AgentLeft(at=at, agent="amy"),
                AgentClosed(at=at, agent="amy", disposition="solved"),
                TimerRang(at=at + 100),
            ]
        )
    )


def machine(draw: Draw, wait: ForReply, at: float) -> Input:
    """An answer of the machine that is asked, good or bad."""
    if draw(st.integers(0, 4)) == 0:
        name = {"ask_dialogue": "dialogue", "run_task": "task", "estimate_wait": "estimate"}[wait.request.kind]
        return MachineFailed(at=at, machine=name, reason=draw(FAILURES))  # type: ignore[arg-type]
    match wait.request:
        case AskDialogue():
            return MachineReplied(at=at, reply=draw(st.sampled_from(DIALOGUE)))
        case RunTask():
            outcome = draw(st.sampled_from(TASKS[wait.request.task].outcomes))
            facts = {"customer_id": "C1"} if outcome == "verified" else {}
            reply = TaskReply(task=wait.request.task, outcome=outcome, words="Done.", spoken="Done.", facts=facts)
            return MachineReplied(at=at, reply=reply)
        case EstimateWait():
            return MachineReplied(at=at, reply=draw(st.sampled_from(WAITS)))


DIALOGUE = [
    DialogueReply(messages=(BotMessage(text="Which order?"),), intent="order_status", confidence=0.9),
    DialogueReply(
        messages=(BotMessage(text="Hm?", choices=(Choice(label="Yes", payload="/affirm"),)),), understood=False
    ),
    DialogueReply(messages=(BotMessage(text="Bye."),), finished=True),
    DialogueReply(messages=(BotMessage(text="Of course."),), handoff="asked"),
    DialogueReply(),
    DialogueReply(
        messages=(BotMessage(text="Shipped."),),
        tasks=(TaskNote(task="order_status", outcome="found"),),
        expects_secret=True,
    ),
]
WAITS = [
    WaitReply(position=1, staffed=0),
    WaitReply(position=3, staffed=1, low_s=60, high_s=300),
    WaitReply(position=1, staffed=2),
]


def whole_turn(draw: Draw, state: State, given_: Input) -> Turn:
    """Step, and answer machines until a person must speak, as the loop does."""
    turn, events = step(BOOK, state, given_), list[Event]()
    assert turn == step(BOOK, state, given_), "the same input gave another turn"
    for _ in range(MAX_MACHINES):
        events += turn.events
        if not isinstance(turn.state.wait, ForReply):
            return Turn(turn.state, tuple(events))
        turn = step(BOOK, turn.state, machine(draw, turn.state.wait, given_.at))
    raise AssertionError("too many machines in one turn")


def check(before: State, given_: Input, turn: Turn) -> None:
    """What must hold after every turn."""
    state = turn.state
    assert decode(State, encode(state)) == state, "the state is not JSON between turns"
    said = any(isinstance(event, Said) for event in turn.events)
    with_human = isinstance(state.wait, ForAgent)
    from_customer = isinstance(
        given_, ContactStarted | KeysPressed | WordsSpoken | TextTyped | ChoicePicked | NothingHeard
    )
    assert said or state.over or with_human or not from_customer, "the customer is left in silence"
    if state.over:
        assert isinstance(state.room, Outside)
    assert sum(isinstance(event, SessionEnded) for event in turn.events) <= (0 if before.over else 1)
    if state.ticket is not None and state.ticket.status == "connected":
        assert not any(isinstance(e, Said) for e in turn.events) or not from_customer, (
            "the bot speaks while a human owns it"
        )


@settings(max_examples=250, deadline=None)
@given(st.data(), st.sampled_from(["voice", "chat"]), st.sampled_from(["en", "zh"]))
def test_every_conversation_keeps_the_promises(data: st.DataObject, channel: str, lang: str) -> None:
    """Forty inputs of customers, agents and machines in any order."""
    draw: Draw = data.draw
    state = State(session="S-1", channel=channel, lang=lang, started_at=NOON)  # type: ignore[arg-type]
    at = NOON
    given_: Input = ContactStarted(at=at, channel=channel, lang=lang)  # type: ignore[arg-type]
    for _ in range(40):
        try:
            turn = whole_turn(draw, state, given_)
        except NotAllowed:
            pass
        else:
            check(state, given_, turn)
            state = decode(State, encode(turn.state))
        if state.over and (state.ticket is None or state.ticket.status != "wrap_up"):
            return
        at += draw(st.sampled_from([0.0, 5.0, 31.0]))
        from_agent = state.over or (state.ticket is not None and draw(st.booleans()))
        given_ = agent(draw, at) if from_agent else customer(draw, state, at)
