"""One row per session, folded from the event log. Pure; knows no store."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any

from frontdesk.core.codec import encode
from frontdesk.core.events import (
    ArmChosen,
    CallbackPromised,
    ChatContinued,
    ChatLinkPromised,
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    Event,
    IdentityVerified,
    InputNotMatched,
    LanguageChosen,
    MachineDidFail,
    MessageLeft,
    NodeEntered,
    Said,
    SessionEnded,
    SessionOpened,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
)
from frontdesk.core.evolve import replace
from frontdesk.core.questions import EFFORT
from frontdesk.record import session_human, session_way
from frontdesk.record.log import LogEntry
from frontdesk.record.needs import ANSWERS, GOAL_OF_TASK, IDENTITY, NOT_UNDERSTOOD, PROOFS, SETTLED, WHOSE
from frontdesk.record.outcome import outcome_of
from frontdesk.record.session_human import HandoffEvent
from frontdesk.record.session_row import PromiseRow, SessionRow, TaskRun, TicketRow


def kept(row: SessionRow) -> dict[str, Any]:
    """The row to store: what is not as it began. Most sessions never see most of the fields."""
    return {name: encode(value) for name in _FIELDS if (value := getattr(row, name)) != _UNTOUCHED[name]}


def session_row(stored: Mapping[str, Any]) -> SessionRow:
    """A stored row read back. By hand, as it is read for every session of every portion of the log."""
    given = {name: stored[name] for name in _FIELDS if name in stored}
    for name, made in _PARTS.items():
        if name in given:
            given[name] = tuple(made(**part) for part in given[name])
    if "nodes" in given:
        given["nodes"] = {node: tuple(counts) for node, counts in given["nodes"].items()}
    if "not_understood" in given:
        given["not_understood"] = tuple(given["not_understood"])
    return SessionRow(**given)


_PARTS: Mapping[str, Any] = {"tasks": TaskRun, "tickets": TicketRow, "promises": PromiseRow}
_FIELDS = tuple(f.name for f in fields(SessionRow))
_UNTOUCHED = {
    f.name: f.default
    if f.default is not MISSING
    else f.default_factory()
    if f.default_factory is not MISSING
    else MISSING
    for f in fields(SessionRow)
}


def fold(row: SessionRow | None, entry: LogEntry) -> SessionRow | None:
    """The row after one entry; None as long as the session's beginning was not seen."""
    if row is None:
        return _opened(entry, entry.event) if isinstance(entry.event, SessionOpened) else None
    if row.ended_at is None:
        row = replace(row, last_at=entry.at)
    row = replace(_after(row, entry.event, entry.at), turns=max(row.turns, entry.seq))
    return replace(row, outcome=outcome_of(row))


def _opened(entry: LogEntry, event: SessionOpened) -> SessionRow:
    return SessionRow(
        id=entry.session,
        started_at=entry.at,
        last_at=entry.at,
        channel=event.channel,
        lang=event.lang,
        flow_version=event.flow_version,
        contact=event.contact,
        region=event.region,
        turns=entry.seq,
    )


def _after(row: SessionRow, event: Event, at: float) -> SessionRow:
    match event:
        case CustomerSpoke() | Said() if row.ended_at is not None:
            return row  # a question by message and its answer change nothing of how it went
        case LanguageChosen():
            return replace(row, lang=event.lang)
        case NodeEntered():
            return session_way.entered(row, event)
        case CustomerSpoke():
            return session_way.spoke(row, event)
        case Said():
            return session_way.said(row, event)
        case CustomerSilent() | InputNotMatched() | MachineDidFail():
            return session_way.trouble(row, event)
        case DialogueAnswered():
            return session_way.understood(row, event, at)
        case TaskFinished():
            return _task(row, event, at)
        case SurveyAsked() | SurveyAnswered() | ArmChosen() | IdentityVerified():
            return _noted(row, event)
        case CallbackPromised() | MessageLeft():
            return _promised(row, event)
        case SessionEnded():
            return _ended(row, event, at)
        case ChatLinkPromised() | ChatContinued():
            return replace(row, needed=True)
        case _:
            return session_human.handoff(row, event, at) if isinstance(event, HandoffEvent) else row


def _noted(row: SessionRow, event: SurveyAsked | SurveyAnswered | ArmChosen | IdentityVerified) -> SessionRow:
    match event:
        case SurveyAsked() | SurveyAnswered() if not _of_house(event):  # of a flow, kept by its name
            answered = {event.question: event.score} if isinstance(event, SurveyAnswered) else {}
            return replace(row, ratings={**row.ratings, **answered})
        case SurveyAsked():
            finished = row.finished or row.ended_at is None  # asked at the end, not by a message afterwards
            return replace(row, survey_asked=True, question=event.question, finished=finished)
        case SurveyAnswered():
            return replace(row, survey_asked=True, question=event.question, score=event.score)
        case ArmChosen():
            return replace(row, arms={**row.arms, event.experiment: event.arm})
        case IdentityVerified():
            return replace(row, verified=True, customer=event.customer)


def _of_house(event: SurveyAsked | SurveyAnswered) -> bool:
    return event.question == EFFORT if event.house is None else event.house


def _promised(row: SessionRow, event: CallbackPromised | MessageLeft) -> SessionRow:
    kind = "callback" if isinstance(event, CallbackPromised) else "message"
    made = PromiseRow(id=event.promise, kind=kind, queue=event.queue, due_at=event.due_at)  # type: ignore[arg-type]
    others = tuple(promise for promise in row.promises if promise.id != made.id)
    return replace(row, promised=True, needed=True, promises=(*others, made))


def _task(row: SessionRow, event: TaskFinished, at: float) -> SessionRow:
    """A task answers the need it is for (and what was not understood before), or leaves it open."""
    run = TaskRun(task=event.task, outcome=event.outcome, by=event.by)
    need = IDENTITY if event.task in WHOSE else GOAL_OF_TASK.get(event.task, event.task)
    tier = event.facts.get("customer_tier", row.tier)
    proofs = row.verifications + (event.task in PROOFS)
    row = replace(row, tasks=(*row.tasks, run), needed=True, goal=row.goal or GOAL_OF_TASK.get(event.task))
    row = replace(row, tier=tier, verifications=proofs, parted=False, thanked=False)
    ended = (event.task, event.outcome)
    if ended not in ANSWERS | SETTLED:
        return replace(row, open_need=row.open_need or need)
    met = row.open_need in (None, NOT_UNDERSTOOD, IDENTITY, need) if ended in ANSWERS else row.open_need == need
    row = replace(row, open_need=None if met else row.open_need)
    return session_way.answered(row, at) if ended in ANSWERS else row


def _ended(row: SessionRow, event: SessionEnded, at: float) -> SessionRow:
    if row.ended_at is not None:
        return row
    finished = row.finished or event.reason == "completed"
    row = session_human.ended(row, at)
    return replace(
        row, ended_at=at, end_reason=event.reason, finished=finished, heard=None, prompts=(), prompts_before=()
    )
