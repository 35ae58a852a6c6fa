"""A live try as a trial: what was done, what machines answered, where it led. Read off inputs and the events they led to."""

from collections.abc import Iterable, Iterator

from frontdesk.core.events import (
    DialogueAnswered,
    Event,
    HandoffRequested,
    MachineDidFail,
    NodeEntered,
    Said,
    SessionEnded,
    TaskFinished,
)
from frontdesk.core.inputs import ChoicePicked, CustomerInput, KeysPressed, NothingHeard, TextTyped, WordsSpoken
from frontdesk.ivr.trial.do import Do
from frontdesk.ivr.trial.script import Expect, Line

KEYS_TOLD = ("system.press_for", "system.press_choice")


def lines_of(given: CustomerInput | None, events: Iterable[Event]) -> Iterator[Line]:
    """The steps one turn of a live try makes: what was done (nothing, when it began), then what came of it."""
    happened = tuple(events)
    if given is not None:
        yield Line(_done(given))
    for event in happened:
        does = _machine(event)
        if does is not None:
            yield Line(does)
    yield Line(_seen(happened))


def _done(given: CustomerInput) -> Do:
    match given:
        case KeysPressed():
            return Do("press", given.digits)
        case WordsSpoken():
            return Do("say", given.text)
        case TextTyped():
            return Do("type", given.text)
        case ChoicePicked():
            return Do("pick", given.title or given.payload)
        case NothingHeard():
            return Do("silence")


def _machine(event: Event) -> Do | None:
    match event:
        case TaskFinished(by="menu"):
            return Do("task", event.outcome, facts=tuple(sorted(event.facts.items())))
        case DialogueAnswered():
            return Do("bot", "answers" if event.understood else "lost")
        case MachineDidFail(machine="task"):
            return Do("task", event.reason)
        case MachineDidFail(machine="dialogue"):
            return Do("bot", event.reason)
        case _:
            return None


def _seen(events: tuple[Event, ...]) -> Expect:
    """Where it led and what was said: the prompt's name where there is one, for words change."""
    nodes = [f"{event.flow}.{event.node}" for event in events if isinstance(event, NodeEntered)]
    said = [event.prompt for event in events if isinstance(event, Said) and event.prompt]
    plain = tuple(dict.fromkeys(prompt for prompt in said if prompt not in KEYS_TOLD))
    queue = next((event.queue for event in events if isinstance(event, HandoffRequested)), None)
    over = any(isinstance(event, SessionEnded) for event in events)
    waits = "person" if queue else "nobody" if over else None
    return Expect(says=plain, node=nodes[-1] if nodes else None, queue=queue, waits=waits)
