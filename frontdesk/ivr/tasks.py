"""What a flow must know of the self-service tasks it runs: their facts and outcomes. Knows no task by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


class TaskShape(Protocol):
    """The outside of a task; those of `actions/` fit."""

    @property
    def needs(self) -> tuple[str, ...]: ...

    @property
    def may_use(self) -> tuple[str, ...]: ...

    @property
    def outcomes(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTask:
    """A task's outside, written down."""

    needs: tuple[str, ...] = ()
    may_use: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()


Tasks = Mapping[str, TaskShape]
