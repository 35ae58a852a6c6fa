"""Which facts still matter at a node: those that some way on reads before it is written anew. Static; errs towards mattering."""

from collections.abc import Mapping

from frontdesk.ivr.graph import Edge, Spot, edges
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Handoff, Hangup


def alive(book: FlowBook, reads: Mapping[Spot, frozenset[str]], matters: frozenset[str]) -> dict[Spot, frozenset[str]]:
    """For each node the facts that may still be read from there on."""
    ways = {(node.flow, str(node.name)): edges(node, book) for node in book.nodes()}
    spots = {(node.flow, str(node.name)): node for node in book.nodes()}
    found = {
        spot: reads[spot] & matters if ways[spot] or isinstance(node, Handoff | Hangup) else matters
        for spot, node in spots.items()  # a node without ways that is no end leads back to where somebody came from
    }
    into: dict[Spot, list[Spot]] = {}
    for spot, on in ways.items():
        for edge in on:
            into.setdefault(edge.spot, []).append(spot)
    todo = list(found)
    while todo:
        here = todo.pop()
        needs = found[here].union(*(found.get(edge.spot, matters) - _written(edge) for edge in ways[here]))
        if needs != found[here]:
            found[here] = needs
            todo += into.get(here, [])
    return found


def _written(edge: Edge) -> frozenset[str]:
    """The fact an answer puts in the place of what was known."""
    return frozenset({edge.learns}) if edge.asked and edge.learns else frozenset()
