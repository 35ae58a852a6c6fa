"""The projection `sessions`: one row per session, folded from the event log. Pure; knows no store."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from frontdesk.core.codec import decode, encode
from frontdesk.core.events import (
    AgentSaid,
    AgentWasRung,
    ArmChosen,
    CallbackPromised,
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
    MessageLeft,
    NodeEntered,
    OutsideDidFail,
    Said,
    SessionEnded,
    SessionOpened,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
    WaitTold,
)
from frontdesk.record.log import LogEntry
from frontdesk.record.needs import (
    ANSWERS,
    GOAL_OF_TASK,
    HUMAN_INTENTS,
    IDENTITY,
    NO_NEED,
    NOT_SERVED,
    NOT_UNDERSTOOD,
    PARTING,
    SETTLED,
    TASK_OF_GOAL,
)
from frontdesk.record.outcome import outcome_of
from frontdesk.record.ports import Rows
from frontdesk.record.session_row import SessionRow, TaskRun

HandoffEvent = HandoffRequested | HandoffConnected | HandoffEnded | HandoffClosed | HandoffAbandoned | HandoffExpired


class Sessions:
    """One row per session, by its id. Rows are `SessionRow` as JSON; `session_row` reads one back."""

    name = "sessions.1"

    def keys(self, entry: LogEntry) -> Sequence[str]:
        return (entry.session,)

    def fold(self, rows: Rows, entry: LogEntry) -> Rows:
        """A session whose beginning is not in the log any more is left alone."""
        stored = rows.get(entry.session)
        before = session_row(stored) if stored is not None else None
        after = fold(before, entry)
        return {} if after is None else {entry.session: encode(after)}


def session_row(stored: Mapping[str, Any]) -> SessionRow:
    """A stored row read back."""
    row = decode(SessionRow, stored)
    assert isinstance(row, SessionRow)
    return row


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
        turns=entry.seq,
    )


def _after(row: SessionRow, event: Event, at: float) -> SessionRow:
    match event:
        case LanguageChosen():
            return replace(row, lang=event.lang)
        case CustomerSpoke():
            return replace(row, inputs=row.inputs + 1, needed=row.needed or row.channel == "voice")
        case CustomerSilent() | InputNotMatched() | MachineDidFail():
            return _trouble(row, event)
        case DialogueAnswered():
            return _answered(row, event)
        case TaskFinished():
            return _task(row, event)
        case IdentityVerified():
            return replace(row, verified=True)
        case CallbackPromised() | MessageLeft():
            return replace(row, promised=True, needed=True)
        case SurveyAsked():
            return replace(row, survey_asked=True, finished=True)
        case SurveyAnswered():
            return replace(row, score=event.score)
        case SessionEnded():
            return _ended(row, event, at)
        case (
            HandoffRequested()
            | HandoffConnected()
            | HandoffEnded()
            | HandoffClosed()
            | HandoffAbandoned()
            | HandoffExpired()
        ):
            return _handoff(row, event, at)
        case SessionOpened() | ArmChosen() | NodeEntered() | Said() | AgentSaid() | WaitTold():
            return row
        case HandoffOffered() | HandoffAccepted() | AgentWasRung() | HandoffReturned() | OutsideDidFail():
            return row


def _trouble(row: SessionRow, event: CustomerSilent | InputNotMatched | MachineDidFail) -> SessionRow:
    match event:
        case CustomerSilent():
            return replace(row, silences=row.silences + 1)
        case InputNotMatched():
            return replace(row, misses=row.misses + 1)
        case MachineDidFail():
            return replace(row, machine_failures=row.machine_failures + 1)


def _answered(row: SessionRow, event: DialogueAnswered) -> SessionRow:
    """What the customer wanted, as the dialogue model understood it."""
    intent = event.intent
    if not event.understood or intent is None or intent in NOT_SERVED:
        return replace(row, needed=True, open_need=row.open_need or NOT_UNDERSTOOD, parted=False)
    if intent in HUMAN_INTENTS:
        return replace(row, needed=True, asked_for_human=True, parted=False)
    if intent in NO_NEED:
        return replace(row, parted=intent in PARTING)
    row = replace(row, needed=True, parted=False, goal=row.goal or intent)
    if intent in TASK_OF_GOAL:
        return replace(row, open_need=intent)
    return replace(row, open_need=None, answered=True)


def _task(row: SessionRow, event: TaskFinished) -> SessionRow:
    """A task answers the need it is for (and what was not understood before), or leaves it open."""
    run = TaskRun(task=event.task, outcome=event.outcome, by=event.by)
    need = GOAL_OF_TASK.get(event.task, event.task)
    row = replace(row, tasks=(*row.tasks, run), needed=True, goal=row.goal or GOAL_OF_TASK.get(event.task))
    ended = (event.task, event.outcome)
    if ended not in ANSWERS | SETTLED:
        return replace(row, open_need=row.open_need or need)
    met = row.open_need in (None, NOT_UNDERSTOOD, IDENTITY, need) if ended in ANSWERS else row.open_need == need
    return replace(row, answered=row.answered or ended in ANSWERS, open_need=None if met else row.open_need)


def _handoff(row: SessionRow, event: HandoffEvent, at: float) -> SessionRow:
    match event:
        case HandoffRequested():
            asked = row.asked_for_human or event.reason == "asked"
            reason = row.handoff_reason or event.reason
            row = replace(row, handoffs=row.handoffs + 1, handoff_reason=reason, asked_for_human=asked, needed=True)
            return replace(row, waiting_since=at, abandoned=False, expired=False)
        case HandoffConnected():
            return replace(_waited(row, at), connected=True, talking_since=at)
        case HandoffEnded():
            return _talked(row, at)
        case HandoffClosed():
            return replace(row, disposition=event.disposition)  # maybe of an earlier talk: it ends no present one
        case HandoffAbandoned():
            return replace(_waited(row, at), abandoned=True)
        case HandoffExpired():
            return replace(_waited(row, at), expired=True)


def _waited(row: SessionRow, at: float) -> SessionRow:
    since = at if row.waiting_since is None else row.waiting_since
    return replace(row, waited_s=row.waited_s + at - since, waiting_since=None)


def _talked(row: SessionRow, at: float) -> SessionRow:
    since = at if row.talking_since is None else row.talking_since
    return replace(row, human_s=row.human_s + at - since, talking_since=None)


def _ended(row: SessionRow, event: SessionEnded, at: float) -> SessionRow:
    row = _talked(_waited(row, at), at)
    finished = row.finished or event.reason == "completed"
    return replace(row, ended_at=at, end_reason=event.reason, finished=finished)
