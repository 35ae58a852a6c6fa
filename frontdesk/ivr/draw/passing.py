"""Counts of ways taken, laid on the lines that are drawn: a node that was passed by is on the way, though nobody entered it."""

from collections import Counter, deque
from collections.abc import Mapping
from itertools import pairwise

from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Consent, Node
from frontdesk.ivr.trial.ways import ways

Taken = Mapping[tuple[str, str], int]  # from one node to another, by their full names: how often


def on_lines(book: FlowBook, taken: Taken) -> Taken:
    """Each way on the lines that make it up. One with no lines from end to end is left as it is."""
    nodes = {f"{node.flow}.{node.name}": node for node in book.nodes()}
    lines = {name: [".".join(way.spot) for way in ways(node)] for name, node in nodes.items()}
    passed = {name for name, node in nodes.items() if _may_be_passed(node)}
    counted: Counter[tuple[str, str]] = Counter()
    for (start, end), n in taken.items():
        for line in pairwise(_path(lines, passed, start, end)):
            counted[line] += n
    return counted


def _may_be_passed(node: Node) -> bool:
    return node.skip is not None or isinstance(node, Consent)


def _path(lines: Mapping[str, list[str]], passed: set[str], start: str, end: str) -> list[str]:
    """The shortest way whose nodes in between may be passed by."""
    open_, seen = deque([[start]]), {start}
    while open_:
        path = open_.popleft()
        for following in lines.get(path[-1], ()):
            if following == end:
                return [*path, end]
            if following in passed and following not in seen:
                seen.add(following)
                open_.append([*path, following])
    return [start, end]
