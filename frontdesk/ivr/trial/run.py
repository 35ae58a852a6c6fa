"""Running a trial through the real step: what was expected and did not come, and which ways were taken. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import Event, HandoffRequested, NodeEntered, Said
from frontdesk.core.inputs import ContactStarted, Input
from frontdesk.core.issues import Issue
from frontdesk.core.rooms import State
from frontdesk.core.turn import Turn
from frontdesk.core.waits import AskDialogue, EstimateWait, ForAgent, ForCustomer, ForReply, RunTask, Wait
from frontdesk.ivr.fields import meant
from frontdesk.ivr.marks import Mark
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.world import AT, closed_always, opened_always
from frontdesk.ivr.trial.do import Do, Misfit, given
from frontdesk.ivr.trial.script import Expect, Line, Script

Step = Callable[[FlowBook, State, Input], Turn]
UNFIT, UNMET = "TEST002", "TEST003"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What came of a trial. `events` are all of them in order."""

    script: Script
    issues: tuple[Issue, ...]
    events: tuple[Event, ...]
    state: State

    @property
    def ok(self) -> bool:
        return not self.issues


@dataclass(slots=True)
class _Trial:
    """A trial under way. `lately` is what happened since the customer did something."""

    book: FlowBook
    step: Step
    state: State
    at: float = AT
    lately: list[Event] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def take(self, came: Input, *, fresh: bool) -> None:
        self.at += 1.0
        turn = self.step(self.book, self.state, came)
        self.state = turn.state
        self.lately = [*([] if fresh else self.lately), *turn.events]
        self.events += turn.events


def run(book: FlowBook, step: Step, script: Script) -> Ran:
    """The trial from its first step to its last, or to the first that can't be done."""
    trial = _Trial(book, step, _fresh(script))
    lines = list(script.lines)
    while lines and isinstance(lines[0].does, Do) and lines[0].does.verb == "hours":
        first = lines.pop(0)  # hours the contact begins in
        _set_hours(trial, first.does, first.at)
    textable = (script.caller or "").startswith("+")
    start = ContactStarted(
        at=AT,
        channel=script.channel,
        lang=script.lang,
        caller=script.caller,
        textable=textable,
        recordable=script.recorded,
    )
    _try(trial, script.at, lambda: start, fresh=True)
    for number, line in enumerate(lines):
        after = lines[number + 1].does if number + 1 < len(lines) else None
        if not _go(trial, line) or not _desk(trial, line, after):
            break
    return Ran(script=script, issues=tuple(trial.issues), events=tuple(trial.events), state=trial.state)


def _fresh(script: Script) -> State:
    return State(
        session="T-1",
        channel=script.channel,
        lang=script.lang,
        lang_settled=script.settled,
        started_at=AT,
        facts=dict(script.facts),
    )


def _go(trial: _Trial, line: Line) -> bool:
    """One line; False when the trial can't go on."""
    does = line.does
    if isinstance(does, Expect):
        unmet = list(_unmet(trial, does))
        trial.issues += [line.at.issue(UNMET, message) for message in unmet]
        return not unmet
    if does.verb == "hours":
        return _set_hours(trial, does, line.at)
    if isinstance(trial.state.wait, ForReply) and not does.machine and does.verb != "hang_up":
        trial.issues.append(line.at.issue(UNFIT, _asks_machine(trial.state.wait)))
        return False
    made = lambda: given(does, trial.state.wait, trial.at, trial.state.lang)  # noqa: E731 - two lines would not say more
    return _try(trial, line.at, made, fresh=not does.machine)


def _try(trial: _Trial, at: Mark, made: Callable[[], Input], *, fresh: bool) -> bool:
    try:
        trial.take(made(), fresh=fresh)
    except Misfit as error:
        trial.issues.append(at.issue(UNFIT, str(error)))
    except (AssertionError, LookupError, ValueError, FrontdeskError) as error:
        trial.issues.append(at.issue(UNFIT, f"The flows can't go on here: {error}"))
    else:
        return True
    return False


def _desk(trial: _Trial, line: Line, after: Do | Expect | None) -> bool:
    """A person was asked for: the desk says how long it takes, unless the trial says what it says."""
    waits = isinstance(trial.state.wait, ForReply) and isinstance(trial.state.wait.request, EstimateWait)
    if not waits or (isinstance(after, Do) and after.verb == "desk"):
        return True
    return _go(trial, Line(Do("desk", "staffed"), line.at))


def _set_hours(trial: _Trial, does: Do | Expect, at: Mark) -> bool:
    """`open`, `closed`, or `service closed`: from here on, whatever the clock says."""
    *names, how = does.what.split() if isinstance(does, Do) else ("",)
    made = {"open": opened_always, "closed": closed_always}.get(how)
    unknown = next((name for name in names if name not in trial.book.hours), None)
    if made is None or unknown is not None:
        known = ", ".join(trial.book.hours)
        trial.issues.append(at.issue(UNFIT, f"'hours' is open or closed, or '<name> closed' for one of {known}."))
        return False
    hours = trial.book.hours
    changed = {name: made(one) if not names or name in names else one for name, one in hours.items()}
    trial.book = replace(trial.book, hours=changed)
    return True


def _asks_machine(wait: ForReply) -> str:
    match wait.request:
        case RunTask() as task:
            return f"The task '{task.task}' runs here; say what comes of it first, as 'task: <outcome>'."
        case AskDialogue():
            return "The bot is asked here; say what it does first, as 'bot: answers'."
        case _:
            return "The desk is asked here how long it takes; write 'desk: staffed' or 'desk: empty' first."


def _unmet(trial: _Trial, expect: Expect) -> Iterator[str]:
    said = [event for event in trial.lately if isinstance(event, Said)]
    for wanted in expect.says:
        if not any(_is_said(wanted, event) for event in said):
            yield f"It should say '{wanted}'; it says {_quoted(said)}."
    for unwanted in expect.says_not:
        if any(_is_said(unwanted, event) for event in said):
            yield f"It should not say '{unwanted}'."
    here = _here(trial.events)
    if expect.node is not None and expect.node != here:
        names = [f"{node.flow}.{node.name}" for node in trial.book.nodes()]
        near = meant(expect.node, names) if expect.node not in names else None
        yield f"It should be at {expect.node}{f' (did you mean {near}?)' if near else ''}; it is at {here or 'no node'}."
    yield from _unmet_wait(trial, expect)
    for name, value in expect.facts.items():
        if trial.state.facts.get(name) != value:
            yield f"'{name}' should be '{value}'; it is {trial.state.facts.get(name, 'not known')!r}."


def _unmet_wait(trial: _Trial, expect: Expect) -> Iterator[str]:
    wait = trial.state.wait
    if expect.waits is not None and expect.waits != waits_for(wait):
        yield f"It should wait for the {expect.waits}; it waits for the {waits_for(wait)}."
    task = wait.request.task if isinstance(wait, ForReply) and isinstance(wait.request, RunTask) else None
    if expect.task is not None and expect.task != task:
        yield f"The task '{expect.task}' should run; {f'it is {task!r}' if task else 'none does'}."
    queue = next((e.queue for e in reversed(trial.events) if isinstance(e, HandoffRequested)), None)
    if expect.queue is not None and expect.queue != queue:
        yield f"It should be in the queue '{expect.queue}'; it is {f'in {queue!r}' if queue else 'in none'}."
    if expect.lang is not None and expect.lang != trial.state.lang:
        yield f"The language should be {expect.lang}; it is {trial.state.lang}."
    labels = [choice.label for choice in wait.choices] if isinstance(wait, ForCustomer) else []
    for label in expect.buttons:
        if label not in labels:
            yield f"There should be the choice '{label}'; there are {', '.join(map(repr, labels)) or 'none'}."


def _is_said(wanted: str, event: Said) -> bool:
    return wanted == event.prompt or wanted.casefold() in event.text.casefold()


def _quoted(said: list[Said]) -> str:
    return " / ".join(f"“{event.text}”" for event in said) or "nothing"


def _here(events: list[Event]) -> str:
    return next((f"{e.flow}.{e.node}" for e in reversed(events) if isinstance(e, NodeEntered)), "")


def waits_for(wait: Wait) -> str:
    """Who must speak next, in a word."""
    match wait:
        case ForCustomer():
            return "customer"
        case ForReply(request=AskDialogue()):
            return "bot"
        case ForReply(request=RunTask()):
            return "task"
        case ForReply() | ForAgent():
            return "person"
        case _:
            return "nobody"
