"""Logs for tests of the record: a session's events with times, and whole random sessions."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from hypothesis import strategies as st

from frontdesk.core.codec import encode
from frontdesk.core.desk_events import FactMarked
from frontdesk.core.events import (
    AgentSaid,
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    Event,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffOffered,
    HandoffRequested,
    HandoffReturned,
    IdentityVerified,
    InputNotMatched,
    LanguageChosen,
    MachineDidFail,
    NodeEntered,
    Said,
    SessionEnded,
    SessionOpened,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
    WaitTold,
)
from frontdesk.core.tickets import FACT_MARKS
from frontdesk.record.log import LogEntry
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import fold, session_row

T = "T-1-1"
CHAT = SessionOpened(channel="chat", lang="en", flow_version="v1")
CALL = SessionOpened(channel="voice", lang="en", flow_version="v1")
SPOKE = CustomerSpoke(text="hello", via="text")
FOUND = TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"})
NOT_FOUND = TaskFinished(task="order_status", outcome="not_found", by="bot")
VERIFIED = TaskFinished(task="verify_identity", outcome="verified", by="bot")
MISMATCH = TaskFinished(task="verify_identity", outcome="mismatch", by="bot")
ASKED = HandoffRequested(ticket=T, queue="service", reason="asked", priority=50)
FAILURES = HandoffRequested(ticket=T, queue="service", reason="failures", priority=55)
CONNECTED = HandoffConnected(ticket=T, agent="amy", agent_name="Amy")
TALK_ENDED = HandoffEnded(ticket=T, agent="amy")
CLOSED = HandoffClosed(ticket=T, agent="amy", disposition="solved")
ABANDONED = HandoffAbandoned(ticket=T, waited_s=1)
EXPIRED = HandoffExpired(ticket=T, waited_s=1800)
SURVEY = SurveyAsked(question="ces2")
HUNG_UP = SessionEnded(reason="hung_up")
COMPLETED = SessionEnded(reason="completed")


def understood(intent: str | None, *, well: bool = True) -> DialogueAnswered:
    return DialogueAnswered(intent=intent, confidence=0.9, understood=well)


def log(*events: Event, session: str = "S-1", start: float = 1000.0, position: int = 1) -> list[LogEntry]:
    """One entry per event, ten seconds and a turn apart."""
    return [
        LogEntry(position=position + i, session=session, seq=i + 1, at=start + 10 * i, event=event)
        for i, event in enumerate(events)
    ]


def row_of(entries: Iterable[LogEntry]) -> SessionRow:
    row = None
    for entry in entries:
        row = fold(row, entry)
    assert row is not None
    return row


def through_projection(entries: Sequence[LogEntry]) -> dict[str, Any]:
    """The rows as the store would keep them, one entry at a time, through JSON."""
    rows: dict[str, Any] = {}
    for entry in entries:
        stored = rows.get(entry.session)
        row = fold(None if stored is None else session_row(json.loads(stored)), entry)
        if row is not None:
            rows[entry.session] = json.dumps(encode(row))
    return {key: json.loads(row) for key, row in rows.items()}


ANY_EVENT: st.SearchStrategy[Event] = st.one_of(
    st.sampled_from([SPOKE, FOUND, NOT_FOUND, VERIFIED, MISMATCH, ASKED, FAILURES, CONNECTED, TALK_ENDED, CLOSED]),
    st.sampled_from([ABANDONED, EXPIRED, SURVEY, HUNG_UP, COMPLETED, SessionEnded(reason="idle")]),
    st.sampled_from([CustomerSilent(count=1), InputNotMatched(count=2), LanguageChosen(lang="zh", how="detected")]),
    st.sampled_from([MachineDidFail(machine="dialogue", reason="late"), NodeEntered(flow="main", node="menu")]),
    st.sampled_from([Said(text="Hi", spoken="Hi", lang="en"), AgentSaid(agent="amy", agent_name="Amy", text="Hi")]),
    st.sampled_from([HandoffOffered(ticket=T, agent="amy"), HandoffAccepted(ticket=T, agent="amy")]),
    st.builds(
        FactMarked,
        ticket=st.just(T),
        agent=st.just("amy"),
        fact=st.sampled_from(["order_number", "issue"]),
        mark=st.sampled_from(FACT_MARKS),
    ),
    st.just(HandoffReturned(ticket=T, agent="amy", reason="no_answer")),
    st.just(WaitTold(ticket=T, position=2, low_s=60.0, high_s=None)),
    st.just(IdentityVerified(customer="C1", how="order_and_phone")),
    st.builds(SurveyAnswered, question=st.just("ces2"), score=st.integers(1, 7)),
    st.builds(
        understood,
        st.sampled_from(
            [None, "order_status", "return_item", "greeting", "goodbye", "human_agent", "out_of_scope", "x"]
        ),
        well=st.booleans(),
    ),
)


@st.composite
def sessions(draw: st.DrawFn) -> list[LogEntry]:
    """The interleaved log of a few sessions of random events."""
    lists = draw(st.lists(st.lists(ANY_EVENT, max_size=15), min_size=1, max_size=4))
    entries: list[LogEntry] = []
    for i, events in enumerate(lists):
        opened = draw(st.sampled_from([CHAT, CALL]))
        entries += log(opened, *events, session=f"S-{i}", start=1000.0 + draw(st.integers(0, 50)))
    entries.sort(key=lambda e: (e.at, e.session))
    return [
        LogEntry(position=i, session=e.session, seq=e.seq, at=e.at, event=e.event) for i, e in enumerate(entries, 1)
    ]
