"""The flows as a graph: where each node leads, which nodes ask the customer, which prompts are used where."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from frontdesk.core.facts import FACTS
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import (
    Action,
    Branch,
    Broken,
    Call,
    Callback,
    ChatLink,
    Collect,
    Consent,
    Decide,
    Handoff,
    Hangup,
    Leading,
    Menu,
    Message,
    Node,
    OpenHours,
    Return,
    Say,
    Set,
    Split,
    Survey,
    Talk,
    Target,
)

Spot = tuple[str, str]  # flow and node
SECRETS = frozenset(name for name, fact in FACTS.items() if fact.secret)
SPECIAL = ("language_settled", "identity_verified")


@dataclass(frozen=True, slots=True)
class Edge:
    """One way on. `asked`: the customer was asked first; `learns`: the fact known on this way, `sets`: those set on it."""

    target: Target
    asked: bool = False
    learns: str | None = None
    sets: frozenset[str] = frozenset()

    @property
    def spot(self) -> Spot:
        return self.target.flow, self.target.node


@dataclass(frozen=True, slots=True)
class PromptUse:
    """A prompt used by a node; `has` is what is filled in besides the facts known there."""

    key: Marked
    node: Node
    has: str | None = None


def spot(node: Node) -> Spot:
    return node.flow, node.name


def edges(node: Node, book: FlowBook | None = None) -> tuple[Edge, ...]:
    """Every way on from a node; with the book, also from a `return` to where its flow is called from."""
    if book is None:
        return _own_edges(node)
    find = partial(_returns, node, book) if isinstance(node, Return) else partial(_own_edges, node)
    return book.once(("edges", node.flow, node.name), find)


def _returns(node: Return, book: FlowBook) -> tuple[Edge, ...]:
    return tuple(
        Edge(call.on[node.result])
        for call in book.nodes()
        if isinstance(call, Call) and call.to.flow == node.flow and node.result in call.on
    )


def _own_edges(node: Node) -> tuple[Edge, ...]:
    skip = (Edge(node.skip.goto, learns=_fact(node.skip.when)),) if node.skip else ()
    return (*skip, *_edges(node))


def _fact(when: str) -> str | None:
    return when if when in FACTS else None


def _edges(node: Node) -> tuple[Edge, ...]:
    match node:
        case Menu():
            return tuple(Edge(o.goto, asked=True, learns="goal" if o.goal else None) for o in node.options)
        case Collect():
            lost = (Edge(node.lost, asked=True),) if node.lost else ()
            return (*((Edge(node.goto, asked=True, learns=node.fact),) if node.goto else ()), *lost)
        case Say():
            return (Edge(node.goto),) if node.goto else ()
        case Survey():
            return (Edge(node.goto, asked=True),) if node.goto else ()
        case Consent():
            return (Edge(node.goto, asked=True, learns="recording"),) if node.goto else ()
        case Action():
            return tuple(Edge(o.goto) for o in node.on)
        case Handoff():
            return (Edge(node.closed),) if node.closed else ()
        case Talk():
            return (Edge(node.back, asked=True),)
        case Hangup() | Broken():
            return ()
        case _:
            return _leading(node)


def _leading(node: Leading) -> tuple[Edge, ...]:
    match node:
        case OpenHours():
            return (Edge(node.open), Edge(node.closed))
        case Branch():
            return (*(Edge(t) for t in node.cases.values()), Edge(node.otherwise))
        case Set():
            return (Edge(node.goto, sets=frozenset(map(str, node.values))),) if node.goto else ()
        case Decide():
            return (Edge(node.then, sets=node.test.proves), Edge(node.otherwise))
        case Split():
            return tuple(Edge(arm.goto) for arm in node.arms)
        case Call():
            return (Edge(node.to, sets=frozenset(map(str, node.given))),)
        case Callback():
            return (*((Edge(node.goto),) if node.goto else ()), Edge(node.no_number))
        case ChatLink():
            return (*((Edge(node.goto),) if node.goto else ()), Edge(node.not_sent))
        case Message():
            return (Edge(node.goto),) if node.goto else ()
        case Return():
            return ()


def entries(book: FlowBook) -> tuple[Target, ...]:
    """Where a session can come in: the start of main, and its home (a chat comes there from the bot)."""
    main = book.flows.get("main")
    return (main.start, main.home_target) if main else ()


def reachable(book: FlowBook, start: tuple[Target, ...]) -> frozenset[Spot]:
    """Every node there is a way to."""
    seen: set[Spot] = set()
    todo = [(t.flow, t.node) for t in start]
    while todo:
        here = todo.pop()
        node = book.node(*here)
        if here in seen or node is None:
            continue
        seen.add(here)
        todo += [edge.spot for edge in edges(node, book)]
    return frozenset(seen)


def targets(book: FlowBook) -> Iterator[Target]:
    """Every goto in the book."""
    for flow in book.flows.values():
        yield from (flow.start, flow.home_target)
    for node in book.nodes():
        yield from (edge.target for edge in edges(node))
        if isinstance(node, Call):
            yield from node.on.values()


def whole(book: FlowBook) -> bool:
    """Whether every node was read and every goto leads somewhere, so that questions about ways make sense."""
    unread = any(isinstance(node, Broken) for node in book.nodes())
    return "main" in book.flows and not unread and all(book.node(t.flow, t.node) for t in targets(book))


def prompt_uses(book: FlowBook) -> tuple[PromptUse, ...]:
    """Every prompt a node uses, once per place."""
    return book.once("prompt_uses", lambda: tuple(_uses(book)))


def _uses(book: FlowBook) -> Iterator[PromptUse]:
    for node in book.nodes():
        yield from (PromptUse(key, node, has) for key, has in _prompts(node))


def _prompts(node: Node) -> Iterator[tuple[Marked, str | None]]:
    match node:
        case Menu():
            yield node.prompt, None
            yield from ((key, None) for o in node.options for key in (o.label, o.press) if key is not None)
            yield from _handlers(node)
        case Collect():
            yield node.prompt, None
            if node.confirm:
                yield from ((node.confirm.prompt, node.fact), (node.confirm.yes, None), (node.confirm.no, None))
            if node.known:
                yield node.known, node.fact
            if node.answers:
                yield from ((node.answers.yes, None), (node.answers.no, None))
            yield from _handlers(node)
        case Say():
            yield node.prompt, None
        case Survey():
            yield from ((key, None) for key in (node.prompt, node.again, node.thanks) if key is not None)
        case Consent():
            yield from ((key, None) for key in (node.prompt, node.refused) if key is not None)
        case Action():
            yield from ((outcome.say, None) for outcome in node.on if outcome.say)
            yield from ((key, None) for key in node.filler)
        case _:
            return


def _handlers(node: Menu | Collect) -> Iterator[tuple[Marked, None]]:
    """What is said when the question alone did not do."""
    keys = (*node.patience.silence, *node.patience.miss, node.manners.help)
    wrong = node.wrong if isinstance(node, Collect) else None
    yield from ((key, None) for key in (*keys, wrong) if key is not None)


def known_facts(book: FlowBook) -> dict[Spot, frozenset[str]]:
    """The facts known at each reachable node on every way to it. A secret is lost as soon as anybody else speaks."""
    known: dict[Spot, frozenset[str]] = {}
    todo: list[tuple[Spot, frozenset[str]]] = [((t.flow, t.node), frozenset()) for t in entries(book)]
    while todo:
        here, facts = todo.pop()
        node = book.node(*here)
        merged = known[here] & facts if here in known else facts
        if node is None or known.get(here) == merged:
            continue
        known[here] = merged
        for edge in edges(node, book):
            learnt = edge.sets | ({edge.learns} if edge.learns else set())
            todo.append((edge.spot, _kept(node, edge, merged) | learnt))
    return known


def _kept(node: Node, edge: Edge, facts: frozenset[str]) -> frozenset[str]:
    return facts - SECRETS if edge.asked or isinstance(node, Action) else facts
