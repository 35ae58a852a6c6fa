"""How the desk reaches the house. Knows neither."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from frontdesk.core.inputs import ContactLeft, TicketInput
from handoff.order import Rules, plain_rules
from handoff.ports import MayCall, call_nobody

Tell = Callable[[str, TicketInput | ContactLeft, str], Awaitable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the desk reaches the house: `tell` an input to a session (with a key), time, fresh keys, the queues' rules,
    whether a number may be called, whether any may (`calls_out`), and how one that a customer gave is dialled (+44…), if it is
    a number at all."""

    tell: Tell
    clock: Callable[[], float]
    new_key: Callable[[], str]
    rules: Rules = plain_rules
    may_call: MayCall = call_nobody
    calls_out: bool = False
    dialled: Callable[[str], str | None] = str
