"""What a rule is: a code, what it is about, a search. A rule knows the book and the tasks, nothing else."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from frontdesk.core.issues import Issue
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of mistake. `whole`: look only when every node was read and every goto leads somewhere."""

    code: str
    title: str
    find: Callable[[FlowBook, Tasks], Iterator[Issue]]
    whole: bool = False
