"""Figures by the last node of the menus that sessions were at: how those who were there last fared. Pure.

Only figures that are a share of outcomes can be read there. Sessions that saw no menu are at no node, yet among all.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

from frontdesk.record.drivers import Slices
from frontdesk.record.figures.value import Value, share
from frontdesk.record.session_row import Outcome

_CALLED = ("escalated", "promised", "abandoned_in_queue", "trapped")
_ENDED = tuple(outcome for outcome in get_args(Outcome) if outcome != "running")
_NEEDED = tuple(outcome for outcome in _ENDED if outcome != "unreachable")
_READ: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "self_service": ("resolved_verified", _NEEDED),
        "gave_up": ("gave_up", _ENDED),
        "trapped": ("trapped", _CALLED),
    }
)
READABLE = frozenset(_READ)
Counts = Mapping[str, int]


def by_last_node(figure: str, before: tuple[Counts, Counts], now: tuple[Counts, Counts]) -> Slices:
    """A figure before and now; each by the counters of all sessions and those of the nodes."""
    (all_then, nodes_then), (all_now, nodes_now) = before, now
    names = {name.rpartition("|")[0] for counts in (nodes_then, nodes_now) for name in counts if name.endswith("|last")}
    parts = {node: (_at(figure, nodes_then, f"{node}|"), _at(figure, nodes_now, f"{node}|")) for node in sorted(names)}
    return Slices(_at(figure, all_then, "o."), _at(figure, all_now, "o."), parts)


def _at(figure: str, counts: Counts, place: str) -> Value:
    hit, among = _READ[figure]
    return share(counts.get(f"{place}{hit}", 0), sum(counts.get(f"{place}{outcome}", 0) for outcome in among))
