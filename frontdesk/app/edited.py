"""What is edited besides the flows: the bot's answers, the desk's replies, targets, `.env`. Every mistake in a sentence."""

import difflib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import get_args

import yaml

from actions import TASKS
from actions.answer_question import FOLDER
from actions.knowledge import FETCHED, WrongKnowledge, read_knowledge
from actions.order import OrderState
from actions.plans import PLANS
from frontdesk.app.board import read_targets_file
from frontdesk.app.settings import Settings
from frontdesk.app.stray_names import composed, rows, stray_names, stray_values, under
from frontdesk.channels.desk.replies import BadReplies, read_replies
from frontdesk.core.language import LANGS
from frontdesk.core.tickets import HandoffReason
from frontdesk.record.needs import TASKS_OF_GOAL
from handoff.packet import SHOWN

_OUTCOMES = frozenset(outcome for task in TASKS.values() for outcome in task.outcomes)
_SIGNS = _OUTCOMES | {*TASKS, *PLANS, *TASKS_OF_GOAL, *get_args(HandoffReason)}  # what a reply may be suggested for
_REPLY_FACTS = {
    **dict.fromkeys(SHOWN),
    "order_state": frozenset(get_args(OrderState)),
    "verified": frozenset({"yes", "no"}),
}
_ENTRY = {"id": None, "ask": None, "answer": None, "words": None, "first": None, "leads_to": {*PLANS, FETCHED}}
_NAME = re.compile(r"^\s*(?:export\s+)?(\w+)\s*=", re.MULTILINE)


def mistakes(settings: Settings, answers: Path = FOLDER, env: Path = Path(".env")) -> Sequence[str]:
    """A sentence for each mistake, with the file it is in; a file that is not there is none."""
    replies, targets = settings.desk_dir / "replies.yml", settings.targets_file
    return [*_names(env), *_answers(answers), *_replies(replies), *read_targets_file(targets)[1]]


def _names(env: Path) -> Iterator[str]:
    """Names that are nearly those of settings. Other programs' may stand in the file, too: of them nothing is said."""
    known = [name.upper() for name in Settings.model_fields]
    for name in _NAME.findall(env.read_text(encoding="utf-8", errors="replace")) if env.is_file() else ():
        near = difflib.get_close_matches(name.upper(), known, 1, 0.85)
        if near and name.upper() not in known:
            yield f"{env}: there is no setting {name}; did you mean {near[0]}?"


def _answers(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.yml")):
        if file.stem not in LANGS:
            yield f"{file}: nobody is told this; files are named for the languages spoken, {' and '.join(LANGS)}."
        whole = composed(file)
        yield from stray_names(file, whole, {"entries": None})
        for number, entry in enumerate(rows(under(whole, "entries")), 1):
            yield from stray_names(file, entry, _ENTRY, _whose(entry, number))
        try:
            read_knowledge(file)
        except WrongKnowledge as error:
            yield str(error)


def _whose(entry: yaml.Node, number: int) -> str:
    name = under(entry, "id")
    return f"{name.value if isinstance(name, yaml.ScalarNode) else f'entry {number}'}: "


def _replies(file: Path) -> Iterator[str]:
    if not file.is_file():
        return
    for number, reply in enumerate(rows(composed(file)), 1):
        whose = _whose(reply, number)
        yield from stray_values(file, under(reply, "when"), _SIGNS, f"{whose}when: ")
        yield from stray_names(file, under(reply, "facts"), _REPLY_FACTS, f"{whose}facts: ")
    try:
        read_replies(file.read_text(encoding="utf-8"), str(file))
    except BadReplies as error:
        yield str(error)
    except (OSError, UnicodeDecodeError) as error:
        yield f"{file} can't be read ({type(error).__name__}); give it as UTF-8, with the right to read it."
