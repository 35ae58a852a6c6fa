"""Words the bot could not answer, used by the menus instead of asking again: the request in them, and entries. Pure."""

from actions.plans import PLANS
from frontdesk.core.inputs import TextTyped
from frontdesk.core.rooms import InTalk
from frontdesk.core.turn import Draft
from frontdesk.ivr.ask import is_secret
from frontdesk.ivr.entry.reading import entered
from frontdesk.ivr.listen import keys_of, mentions, said, yes_or_no
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu, Option, Talk, Target


def request_heard(book: FlowBook, draft: Draft, target: Target) -> Option | None:
    """The option with a goal that the words name, or that the bot was in the middle of, at the node to come back to or in the
    main menu; None if it is not clear."""
    if not draft.state.unheard and not amid(draft):
        return None
    for place in (target, book.flows["main"].home_target):
        node = book.node(place.flow, place.node)
        if isinstance(node, Menu) and (option := _named(book, node, draft.state.unheard) or _begun(draft, node)):
            return option
    return None


def _begun(draft: Draft, menu: Menu) -> Option | None:
    """The option of what the bot was in the middle of, where it was told of it, or did not hear a number and nothing else."""
    number = keys_of(TextTyped(at=draft.at, text=draft.state.unheard)) or ""
    goal = draft.state.facts.get("goal")
    if not goal or not (len(number) > 1 or amid(draft)):
        return None
    task = PLANS[goal].task if goal in PLANS else goal
    return next((o for o in menu.options if o.goal in (goal, task)), None)


def amid(draft: Draft) -> bool:
    """Whether the bot was in the middle of something, and had been told of it, when it did not answer any more."""
    room = draft.state.room
    return isinstance(room, InTalk) and bool(room.told)


def _named(book: FlowBook, menu: Menu, text: str) -> Option | None:
    """Of two that are named none is taken: "my order came broken, I want a refund" is for the customer to choose."""
    named = [o for o in menu.options if o.goal is not None and mentions(text, said(book, o))]
    return named[0] if len(named) == 1 and not _to_bot(book, named[0]) else None


def _to_bot(book: FlowBook, option: Option) -> bool:
    return isinstance(book.node(option.goto.flow, option.goto.node), Talk)


def entry_heard(book: FlowBook, draft: Draft, node: Collect) -> str | None:
    """A sound entry in the words, to be read back; taken once. Secrets and free text are always asked for."""
    text = draft.state.unheard
    if not text or node.confirm is None or is_secret(node) or node.form.kind in ("text", "yes_no"):
        return None
    given = TextTyped(at=draft.at, text=text)
    entry = entered(node.form, given, book.today(draft.at), lambda one: yes_or_no(book, one))
    if entry is None or not entry.sound:
        return None
    draft.change(unheard="")
    return entry.value
