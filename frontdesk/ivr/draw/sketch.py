"""What is in the picture of one flow: boxes with their words, lines with their labels. Knows no place and no colour."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.ivr.draw.labels import called, passed
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import Flow, FlowBook
from frontdesk.ivr.nodes import Node
from frontdesk.ivr.trial.ways import NodeWay, ways

LONGEST = 30  # of a box's words, in Latin letters; a Han character counts for two
LONGEST_LABEL = 24
PROMPTS = ("prompt", "task", "hours", "fact", "queue", "reason", "experiment")  # what a box says of its node, by choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A node, or a node of another flow (`kind` "elsewhere") that lines lead to."""

    spot: Spot
    kind: str
    title: str
    words: str = ""
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The ways from one box to another, with their labels; `skip` when only passing by leads there."""

    start: Spot
    end: Spot
    labels: tuple[str, ...]
    skip: bool = False

    @property
    def label(self) -> str:
        return ", ".join(self.labels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """One flow."""

    name: str
    boxes: Mapping[Spot, Box]
    lines: tuple[Line, ...]
    start: Spot


def sketch(book: FlowBook, flow: Flow, lang: str) -> Sketch:
    """The picture's content for one flow, in one language."""
    boxes = {(node.flow, str(node.name)): _box(book, node, lang) for node in flow.nodes.values()}
    lines: list[Line] = []
    for node in flow.nodes.values():
        lines += _lines(book, node, lang)
    for line in lines:
        if line.end not in boxes:
            boxes[line.end] = Box(spot=line.end, kind="elsewhere", title=".".join(line.end))
    return Sketch(name=flow.name, boxes=boxes, lines=tuple(lines), start=(flow.start.flow, flow.start.node))


def _box(book: FlowBook, node: Node, lang: str) -> Box:
    kind = type(node).__name__.lower()
    told = next((str(value) for name in PROMPTS if (value := getattr(node, name, None))), "")
    whole = _said(book, told, lang)
    return Box(
        spot=(node.flow, str(node.name)), kind=kind, title=str(node.name), words=short(whole, LONGEST), whole=whole
    )


def _lines(book: FlowBook, node: Node, lang: str) -> list[Line]:
    """One line for each box led to; ways that lead to the same share it."""
    by_end: dict[tuple[Spot, bool], list[str]] = {}
    for way in ways(node):
        by_end.setdefault((way.spot, way.label.startswith("skip")), []).append(_label(book, way, lang))
    here = (node.flow, str(node.name))
    return [Line(here, end, tuple(label for label in labels if label), skip) for (end, skip), labels in by_end.items()]


def _label(book: FlowBook, way: NodeWay, lang: str) -> str:
    """The key with its words, an outcome, a case; nothing where there is but one way."""
    if way.label in ("goto", "back"):
        return ""
    if way.label.startswith("skip"):
        return passed(way.label.removeprefix("skip").strip(), lang)
    if way.prompt is None:
        return called(way.label, lang)
    return f"{way.label} {short(_said(book, way.prompt, lang), LONGEST_LABEL)}".strip()


def _said(book: FlowBook, key: str, lang: str) -> str:
    """The prompt's text, or the name itself when it is none."""
    locale = book.locales.get(lang)
    prompt = locale.prompts.get(Marked(key)) if locale else None
    return str(prompt.source) if prompt is not None else key


def short(text: str, longest: float) -> str:
    """Text that fits, cut with an ellipsis."""
    size, kept = 0.0, ""
    for c in text:
        size += width(c)
        if size > longest:
            return kept.rstrip(" ,.，。") + "…"
        kept += c
    return kept


def width(text: str) -> float:
    """How wide text is, in Latin letters."""
    return sum(2.0 if ord(c) > 0x2E80 else 1.0 for c in text)
