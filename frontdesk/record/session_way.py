"""What a session's way through menus and bot changes in its row: nodes, silences, misses, words not understood. Pure."""

import re

from frontdesk.core.events import (
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    InputNotMatched,
    MachineDidFail,
    NodeEntered,
    Said,
)
from frontdesk.core.evolve import replace
from frontdesk.core.privacy import ERASED
from frontdesk.record.masking import masked
from frontdesk.record.needs import HUMAN_INTENTS, NO_NEED, NOT_SERVED, NOT_UNDERSTOOD, PARTING, TASK_OF_GOAL, THANKS
from frontdesk.record.session_row import SessionRow

NODES_AT_MOST, WORDS_AT_MOST, WORDS_LONG = 64, 3, 120
KEYS_TOLD = ("system.press_for", "system.press_choice")  # one for each key of a menu
_DIGITS = re.compile(r"\d+")
_VISITS, _SILENCES, _MISSES = 0, 1, 2

Trouble = CustomerSilent | InputNotMatched | MachineDidFail


def entered(row: SessionRow, event: NodeEntered) -> SessionRow:
    """A menu node was entered. Of endless wandering the first nodes are kept."""
    name = f"{event.flow}.{event.node}"
    row = _at_node(row, name, _VISITS)
    way = f"{row.node or ''}>{name}"
    ways = {**row.ways, way: row.ways.get(way, 0) + 1} if len(row.ways) < 2 * NODES_AT_MOST else row.ways
    return replace(row, ways=ways, node=name)


def trouble(row: SessionRow, event: Trouble) -> SessionRow:
    """Silence, a miss, a machine that failed."""
    match event:
        case CustomerSilent():
            return replace(_at_node(_next_turn(row), row.node, _SILENCES), silences=row.silences + 1)
        case InputNotMatched():
            return replace(_at_node(row, row.node, _MISSES), misses=row.misses + 1)
        case MachineDidFail():
            return replace(row, machine_failures=row.machine_failures + 1)


def spoke(row: SessionRow, event: CustomerSpoke) -> SessionRow:
    """The customer did something; who had left the queue goes on without a human."""
    told = event.via in ("text", "speech") and event.text != ERASED
    words = _DIGITS.sub("#", masked(event.text[:WORDS_LONG])).lower() if told else None
    back = row.went_back or (row.abandoned and row.waiting_since is None)
    row = replace(_next_turn(row), inputs=row.inputs + 1, needed=row.needed or row.channel == "voice", went_back=back)
    return replace(row, heard=words or None)


def said(row: SessionRow, event: Said) -> SessionRow:
    """The house spoke. A prompt that was said in the turn before, too, is a question asked again, once a turn; not the words of
    single keys, which every menu has, nor what is told while one waits for a human."""
    prompt = event.prompt
    if prompt is None or prompt in KEYS_TOLD or prompt in row.prompts or row.waiting_since is not None:
        return row
    again = prompt in row.prompts_before
    before = () if again else row.prompts_before
    return replace(row, prompts=(*row.prompts, prompt), prompts_before=before, asked_again=row.asked_again + again)


def _next_turn(row: SessionRow) -> SessionRow:
    return replace(row, prompts_before=row.prompts, prompts=())


def understood(row: SessionRow, event: DialogueAnswered, at: float) -> SessionRow:
    """What the customer wanted, as the dialogue model understood it."""
    intent = event.intent
    row = replace(row, bot_answers=row.bot_answers + 1, parted=False, thanked=False)
    if not event.understood or intent is None or intent in NOT_SERVED:
        row = _missed(row) if not event.understood or intent != "out_of_scope" else row
        return replace(row, needed=True, open_need=row.open_need or NOT_UNDERSTOOD)
    if intent in HUMAN_INTENTS:
        return replace(row, needed=True, asked_for_human=True, went_back=False)
    if intent in NO_NEED:
        return replace(row, parted=intent in PARTING, thanked=intent in THANKS)
    row = replace(row, needed=True, goal=row.goal or intent)
    if intent in TASK_OF_GOAL:
        return replace(row, open_need=intent)
    return answered(replace(row, open_need=None), at)


def answered(row: SessionRow, at: float) -> SessionRow:
    """Self-service told the customer something they wanted; `answered_at` is the first time. What is asked after it, such as
    whether there is anything else, is asked anew."""
    first = at if row.answered_at is None else row.answered_at
    return replace(row, answered=True, answered_at=first, prompts_before=())


def _missed(row: SessionRow) -> SessionRow:
    words = row.not_understood
    if row.heard is not None and row.heard not in words and len(words) < WORDS_AT_MOST:
        words = (*words, row.heard)
    return replace(row, bot_misses=row.bot_misses + 1, not_understood=words, heard=None)


def _at_node(row: SessionRow, name: str | None, what: int) -> SessionRow:
    if name is None or (name not in row.nodes and len(row.nodes) >= NODES_AT_MOST):
        return row
    counts = list(row.nodes.get(name, (0, 0, 0)))
    counts[what] += 1
    return replace(row, nodes={**row.nodes, name: tuple(counts)})
