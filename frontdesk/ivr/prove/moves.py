"""What can happen at a wait, one of each kind: every key, a right and a wrong answer, silence, each answer of a machine."""

from collections.abc import Iterator
from dataclasses import dataclass

from frontdesk.core.events import InputNotMatched
from frontdesk.core.rooms import InMenu, State
from frontdesk.core.waits import AskDialogue, ForCustomer, ForReply, RunTask
from frontdesk.ivr.listen import DONT_KNOW
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.prove.world import AT, World
from frontdesk.ivr.trial.do import Do, Misfit, Verb, given

PRESS_S, DIGIT_S, SAY_S, TYPE_S, PICK_S = 1.0, 0.5, 2.5, 4.0, 1.0
STORY = {
    "en": "qwerty asdf zxcv poiu lkjh mnbv",
    "zh": "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往",
}  # no answer to anything
RIGHT = ("12345678901234567890", "20260302", "0302", "1030", "4111111111111111", "79927398713", "100", "12")
WRONG = "99999999999999999999999999999999999"
ANSWERS = ("answers", "lost", "finished", "human", "down", "late")
ASKED_FOR_HUMAN = ("human", "down", "late")  # what the bot does when asked for a person; its own tests hold it to that


@dataclass(frozen=True, slots=True)
class Move:
    """Something that can happen, how long it takes at most. `helpless`: somebody lost does no better than this."""

    do: Do
    seconds: float
    helpless: bool = False


def moves(world: World, state: State, *, few: bool = False) -> Iterator[Move]:
    """Everything that can happen at the wait of this state; `few`: no asides, and facts only from a task's first outcome."""
    for move in _moves(world, state):
        if not few or move.do.facts == () or move.do.what in _first_outcomes(world, state):
            yield move
    if not few and isinstance(state.wait, ForCustomer):
        verb: Verb = "say" if state.channel == "voice" else "type"
        yield from (Move(Do(verb, word), SAY_S) for word in _asides(world, state))


def _first_outcomes(world: World, state: State) -> tuple[str, ...]:
    wait = state.wait
    shape = (
        world.tasks.get(wait.request.task) if isinstance(wait, ForReply) and isinstance(wait.request, RunTask) else None
    )
    return shape.outcomes[:1] if shape else ANSWERS


def _moves(world: World, state: State) -> Iterator[Move]:
    match state.wait:
        case ForCustomer() as wait if state.channel == "voice":
            yield from _by_phone(world, state, wait)
        case ForCustomer() as wait:
            yield from _by_chat(world, state, wait)
        case ForReply(request=RunTask() as task) as asked:
            shape = world.tasks.get(task.task)
            for outcome in shape.outcomes if shape else ():
                yield Move(Do("task", outcome), asked.deadline_s, True)
                if world.taught:
                    yield Move(Do("task", outcome, facts=world.taught), asked.deadline_s, True)
            yield from (Move(Do("task", why), asked.deadline_s, True) for why in ("down", "late"))
        case ForReply(request=AskDialogue()) as asked:
            for answer in ASKED_FOR_HUMAN if wants_person(world, state) else ANSWERS:
                yield Move(Do("bot", answer), asked.deadline_s, answer in ("lost", "down", "late"))
            if world.taught and not wants_person(world, state):
                yield Move(Do("bot", "answers", facts=world.taught), asked.deadline_s)
        case ForReply() as asked:
            yield from (Move(Do("desk", how), asked.deadline_s, True) for how in ("staffed", "empty", "late"))


def _by_phone(world: World, state: State, wait: ForCustomer) -> Iterator[Move]:
    keys = [choice.key for choice in wait.choices if choice.key]
    yield from (Move(Do("press", key), PRESS_S) for key in keys)
    yield from (Move(Do("press", key), PRESS_S) for key in ("0", "*") if key not in keys)
    yield from (Move(Do("press", key), PRESS_S + wait.timeout_s) for key in _gone_without(world, state))
    yield Move(Do("silence"), wait.timeout_s, True)
    wrong = next((key for key in "987654321" if key not in keys), "9" * 12)
    yield Move(Do("press", wrong if wait.max_digits == 1 else WRONG), PRESS_S, True)
    yield Move(Do("say", _story(state)), SAY_S, True)
    if not keys:
        yield from _right(world, state, wait)


def _by_chat(world: World, state: State, wait: ForCustomer) -> Iterator[Move]:
    yield from (Move(Do("pick", choice.payload), PICK_S) for choice in wait.choices)
    yield Move(Do("type", "0"), PRESS_S)
    yield Move(Do("type", operator(world, state)), SAY_S)
    yield Move(Do("type", WRONG), TYPE_S, True)
    yield from (Move(Do("type", key), PRESS_S) for key in _gone_without(world, state))
    yield from (
        Move(Do("type", STORY[lang]), TYPE_S, lang == state.lang) for lang in STORY if lang in world.book.locales
    )
    if not wait.choices:
        yield from _right(world, state, wait)


def _asides(world: World, state: State) -> Iterator[str]:
    """The first word for going back, for help, for not knowing it, where the flows know one."""
    for aside in ("back", "help", DONT_KNOW):
        yield from world.book.words_in(aside, state.lang)[:1]


def _gone_without(world: World, state: State) -> Iterator[str]:
    """The key of who does not know what is asked for, where there is one."""
    room = state.room
    node = world.book.node(room.flow, room.node) if isinstance(room, InMenu) and room.pending is None else None
    if isinstance(node, Collect) and node.lost_key is not None:
        yield node.lost_key


def operator(world: World, state: State) -> str:
    """How a customer asks for a person in this language."""
    return next(iter(world.book.words_in("operator", state.lang)), "operator")


def wants_person(world: World, state: State) -> bool:
    """Whether the bot is being asked for a person."""
    wait = state.wait
    asked = wait.request.text if isinstance(wait, ForReply) and isinstance(wait.request, AskDialogue) else ""
    return asked in world.operators


def _story(state: State) -> str:
    return STORY.get(state.lang, STORY["en"])


def _right(world: World, state: State, wait: ForCustomer) -> Iterator[Move]:
    """The first answer in digits that is not refused: how long, or of what form, only the node knows."""
    if not isinstance(state.room, InMenu):
        return
    verb = "press" if state.channel == "voice" else "type"
    for digits in dict.fromkeys(text[: wait.max_digits] for text in RIGHT):
        do = Do("press" if verb == "press" else "type", digits)
        try:
            turn = world.step(world.book, state, given(do, wait, AT))
        except (AssertionError, LookupError, Misfit):
            continue  # told when it is tried for good
        if not any(isinstance(event, InputNotMatched) for event in turn.events):
            yield Move(do, DIGIT_S * len(digits))
            return
