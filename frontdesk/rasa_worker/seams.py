"""Where Rasa has no place to put something of ours: changes Rasa's own modules, once they are loaded. For one version only."""

import functools
import types
from collections.abc import Callable
from typing import Any

import rasa
import rasa.core.actions.action as rasa_actions
import rasa.core.actions.forms as rasa_forms
import rasa.core.policies.memoization as rasa_memoization
import rasa.core.policies.rule_policy as rasa_rules
import rasa.core.processor as rasa_processor
import rasa.shared.core.events as rasa_events
from rasa.shared.utils.common import all_subclasses

from frontdesk.core.errors import FrontdeskError
from frontdesk.rasa_worker.lighter import VERSION

PAYLOAD_READER = "RegexMessageHandler"
Make = Callable[[str, Any, Any], Any]


class OtherRasa(FrontdeskError):
    """This Rasa is not the one that was looked into; see `seams.py`, test it with the new version, and say so there."""


def apply(make_action: Callable[[Make], Make]) -> None:
    """Event classes by table, no copies for debug logs that are off, actions of ours where Rasa makes its own.

    `make_action` gets Rasa's way of making an action and gives ours; doing this twice changes nothing more.
    """
    if rasa.__version__ != VERSION:
        raise OtherRasa(f"Rasa is {rasa.__version__}, but {VERSION} is expected; see frontdesk/rasa_worker/seams.py.")
    _events_by_table()
    for module in (rasa_processor, rasa_forms, rasa_rules, rasa_memoization):
        module.copy = _NO_DEBUG_COPIES
    if not hasattr(rasa_actions.action_for_name_or_text, "frontdesk"):
        made = make_action(rasa_actions.action_for_name_or_text)
        made.frontdesk = True  # type: ignore[attr-defined]  # a mark of ours on a function of ours
        rasa_actions.action_for_name_or_text = made


def _events_by_table() -> None:
    """Rasa searches all event classes for each event it reads; the first one of a name wins, here as there."""
    table: dict[str, Any] = {}
    for kind in all_subclasses(rasa_events.Event):
        table.setdefault(kind.type_name, kind)
    stock = rasa_events.Event.resolve_by_type
    if hasattr(stock, "frontdesk"):
        return

    @functools.wraps(stock)
    def resolve(type_name: str, default: Any = None) -> Any:
        return table.get(type_name) or stock(type_name, default)

    resolve.frontdesk = True  # type: ignore[attr-defined]  # a mark of ours on a function of ours
    rasa_events.Event.resolve_by_type = staticmethod(resolve)


# These four modules copy deeply for nothing but debug logs (and `copy` nothing else); those are off in the worker.
_NO_DEBUG_COPIES = types.SimpleNamespace(deepcopy=lambda value: value)
