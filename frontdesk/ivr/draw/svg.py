"""A sketch with its layout as SVG text: shapes by kind, curved lines with labels, shading by traffic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from frontdesk.ivr.draw.layout import Grid, Layout, Point, lay_out
from frontdesk.ivr.draw.passing import on_lines
from frontdesk.ivr.draw.sketch import LONGEST, Box, Line, Sketch, short, sketch, width
from frontdesk.ivr.draw.style import FAMILIES, KINDS, LOST, SHEET
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.model import FlowBook

MARGIN, HEAD, BETWEEN = 28.0, 56.0, 72.0
ROW = 40.0  # lines are looked for in strips so high
ELSEWHERE, FOREIGN_H = "elsewhere", 28.0  # boxes of other flows are lower
Traffic = Mapping[str, int]  # "main.menu": how often it was entered
THIN, THICK = 1.5, 6.0  # lines, by how many went that way


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: in which language, over which traffic, how large. `lost`: sessions that ended at a node unhelped;
    `ways`: how many went from one node to another.
    """

    lang: str = "en"
    traffic: Traffic = field(default_factory=dict)
    lost: Traffic = field(default_factory=dict)
    ways: Mapping[tuple[str, str], int] = field(default_factory=dict)
    grid: Grid = field(default_factory=Grid)

    def heat(self, spot: Spot) -> float:
        most = max(self.traffic.values(), default=0)
        return self.traffic.get(".".join(spot), 0) / most if most else 0.0

    def went(self, line: Line) -> int | None:
        """How many went this way; None where nobody counted."""
        way = ".".join(line.start), ".".join(line.end)
        return self.ways.get(way, 0) if self.ways and not line.skip else None

    def thickness(self, line: Line) -> float:
        most = max(self.ways.values(), default=0)
        return THIN + (THICK - THIN) * (self.went(line) or 0) / most if most else THIN


def draw(book: FlowBook, look: Look, flow: str | None = None) -> str:
    """One flow, or all of them side by side."""
    look = replace(look, ways=on_lines(book, look.ways))
    flows = [book.flows[flow]] if flow else [one for one in book.flows.values() if one.nodes]
    panels = [(drawn, lay_out(drawn, look.grid)) for drawn in (sketch(book, one, look.lang) for one in flows)]
    parts: list[str] = []
    x = MARGIN
    for drawn, layout in panels:
        parts.append(f'<g transform="translate({x:.1f} {HEAD:.1f})">')
        parts += _panel(drawn, layout, look)
        parts.append("</g>")
        x += layout.width + BETWEEN
    high = max((layout.height for _, layout in panels), default=0.0) + HEAD + MARGIN
    return "\n".join((*_head(x - BETWEEN + MARGIN, high, [d.name for d, _ in panels]), *parts, "</svg>")) + "\n"


def _head(wide: float, high: float, names: Sequence[str]) -> Iterator[str]:
    size = f'width="{wide:.0f}" height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}"'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-label={quoteattr("Flows: " + ", ".join(names))}>'
    yield f"<style>{SHEET}</style>"
    tip = 'viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10.5" markerHeight="10.5" markerUnits="userSpaceOnUse"'
    yield f'<defs><marker id="tip" {tip} orient="auto">'
    yield '<path class="tip" d="M0 0.8 L8 4 L0 7.2 z"/></marker></defs>'
    yield f'<rect class="paper" width="{wide:.0f}" height="{high:.0f}"/>'


def _panel(drawn: Sketch, layout: Layout, look: Look) -> Iterator[str]:
    yield f'<text class="flow" x="0" y="-22">{escape(drawn.name)}</text>'
    tall = {spot: FOREIGN_H if box.kind == ELSEWHERE else look.grid.box_h for spot, box in drawn.boxes.items()}
    runs = _ports(layout, look.grid, tall)
    yield from (_line(line, points, look.thickness(line)) for line, points in runs)
    yield from (_box(drawn.boxes[spot], at, look) for spot, at in layout.boxes.items())
    yield from _labels(runs, look)


def _ports(layout: Layout, grid: Grid, tall: Mapping[Spot, float]) -> list[tuple[Line, tuple[Point, ...]]]:
    """Lines end at the edges of boxes, each at a place of its own, in the order of where they come from and lead."""
    ends: dict[tuple[Spot, bool], list[tuple[float, int, int]]] = {}
    for number, (line, points) in enumerate(layout.lines):
        down = points[1][1] >= points[0][1]
        ends.setdefault((line.start, down), []).append((points[1][0], number, 0))
        comes_down = points[-2][1] <= points[-1][1]
        ends.setdefault((line.end, not comes_down), []).append((points[-2][0], number, -1))
    runs = [list(points) for _, points in layout.lines]
    for (spot, below), sides in ends.items():
        x, y = layout.boxes[spot]
        step = min(44.0, grid.box_w * 0.8 / max(1, len(sides)))
        for place, (_, number, end) in enumerate(sorted(sides)):
            shift = (place - (len(sides) - 1) / 2) * step
            away = tall[spot] / 2 + (0 if end == 0 else 3)
            runs[number][end] = (x + shift, y + away * (1 if below else -1))
    return [(line, tuple(points)) for (line, _), points in zip(layout.lines, runs, strict=True)]


def _line(line: Line, points: tuple[Point, ...], thick: float) -> str:
    up = points[-1][1] < points[0][1]
    kind = " skip" if line.skip else " back" if up else ""
    width = f' style="stroke-width:{thick:.1f}"' if thick > THIN else ""
    return f'<path class="line{kind}"{width} d="{_curve(points)}" marker-end="url(#tip)"/>'


def _curve(points: tuple[Point, ...]) -> str:
    """Smooth from point to point, leaving and meeting boxes upright."""
    (x, y), *rest = points
    parts = [f"M{x:.1f} {y:.1f}"]
    for there_x, there_y in rest:
        bend = (there_y - y) * 0.5
        parts.append(f"C{x:.1f} {y + bend:.1f} {there_x:.1f} {there_y - bend:.1f} {there_x:.1f} {there_y:.1f}")
        x, y = there_x, there_y
    return " ".join(parts)


def _box(box: Box, at: Point, look: Look) -> str:
    count = look.traffic.get(".".join(box.spot))
    title = box.title if count is None or box.kind != ELSEWHERE else f"{box.title} · {count:,}"
    foreign = (min(look.grid.box_w, 30 + 7.6 * width(title)), FOREIGN_H)
    w, h = foreign if box.kind == ELSEWHERE else (look.grid.box_w, look.grid.box_h)
    x, y = at[0] - w / 2, at[1] - h / 2
    family = FAMILIES.get(box.kind, "way")
    name = ".".join(box.spot)
    shape = _shape(family, (x, y), (w, h))
    heat = look.heat(box.spot)
    return "".join(
        (
            f'<g class="box k-{family}" data-node={quoteattr(name)}>',
            f"<title>{escape(f'{name}: {box.whole}'.strip(': '))}</title>",
            shape,
            shape.replace('class="shape"', f'class="heat" opacity="{0.08 + 0.5 * heat:.2f}"') if heat > 0 else "",
            _centred(title, at) if box.kind == ELSEWHERE else "".join(_words(box, (x, y), look)),
            "</g>",
        )
    )


def _centred(title: str, at: Point) -> str:
    return f'<text class="title" text-anchor="middle" x="{at[0]:.1f}" y="{at[1] + 4.5:.1f}">{escape(title)}</text>'


def _words(box: Box, at: Point, look: Look) -> Iterator[str]:
    """The name and the kind, below them what it says and how often it was entered; under the box who was lost there."""
    (x, y), name = at, ".".join(box.spot)
    right, count, lost = x + look.grid.box_w - 13, look.traffic.get(name), look.lost.get(name, 0)
    words = box.words if count is None else short(box.words, LONGEST - 2 - 1.6 * len(f"{count:,}"))
    low = 18 if box.words or count is not None else 28
    kind = KINDS.get(look.lang, KINDS["en"]).get(box.kind, box.kind)
    yield f'<text class="title" x="{x + 16:.1f}" y="{y + low + 1:.1f}">{escape(box.title)}</text>'
    yield f'<text class="kind" text-anchor="end" x="{right:.1f}" y="{y + low:.1f}">{escape(kind)}</text>'
    yield f'<text class="words" x="{x + 16:.1f}" y="{y + 36:.1f}">{escape(words)}</text>'
    if count is not None:
        yield f'<text class="count" text-anchor="end" x="{right:.1f}" y="{y + 36:.1f}">{count:,}</text>'
    if lost:
        share = f" ({lost / count:.0%})" if count else ""
        told = f"{LOST.get(look.lang, LOST['en'])} {lost:,}{share}"
        below = y + look.grid.box_h + 14
        yield f'<text class="lost" text-anchor="end" x="{right + 9:.1f}" y="{below:.1f}">{told}</text>'


def _shape(family: str, at: Point, size: tuple[float, float]) -> str:
    """Round for talk and ends, six-cornered for ways, leaning for what is asked for, else a plain box."""
    (x, y), (w, h) = at, size
    if family in ("talk", "human", "end", "elsewhere"):
        return f'<rect class="shape" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{h / 2:.1f}"/>'
    if family == "way":
        corners = [
            (x + 12, y),
            (x + w - 12, y),
            (x + w, y + h / 2),
            (x + w - 12, y + h),
            (x + 12, y + h),
            (x, y + h / 2),
        ]
        return _polygon(corners)
    if family == "collect":
        return _polygon([(x + 9, y), (x + w, y), (x + w - 9, y + h), (x, y + h)])
    radius = 3 if family == "action" else 9
    bar = (
        f'<rect class="bar" x="{x:.1f}" y="{y + 8:.1f}" width="4" height="{h - 16:.1f}" rx="2"/>'
        if family != "say"
        else ""
    )
    return f'<rect class="shape" x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{radius}"/>{bar}'


def _polygon(corners: Sequence[Point]) -> str:
    return f'<polygon class="shape" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in corners)}"/>'


def _labels(runs: Sequence[tuple[Line, tuple[Point, ...]]], look: Look) -> Iterator[str]:
    """Each label on its line or beside it, where it covers no other label and as few lines as can be."""
    taken: list[tuple[float, float, float]] = []
    drawn = _drawn(runs)
    for number, (line, points) in sorted(enumerate(runs), key=lambda run: (run[1][1][0][1], run[1][1][0][0])):
        went = look.went(line)
        lines = _wrapped(line.labels)
        if went is not None:
            lines = [*lines[:-1], " · ".join(part for part in (lines[-1], f"{went:,}") if part)]
        if not any(lines):
            continue
        half = max(width(text) for text in lines) * 3.3 + 4
        near = [at for row in range(-1, 3) for at in drawn.get(int(points[0][1] // ROW) + row, ()) if at[2] != number]
        x, y = _free(points, half, len(lines), taken, near)
        taken += [(x, y + 13 * row, half) for row in range(len(lines))]
        for row, text in enumerate(lines):
            yield f'<text class="label" x="{x:.1f}" y="{y + 13 * row:.1f}">{escape(text)}</text>'


def _drawn(runs: Sequence[tuple[Line, tuple[Point, ...]]]) -> dict[int, list[tuple[float, float, int]]]:
    """Points of every line with its number, by height."""
    found: dict[int, list[tuple[float, float, int]]] = {}
    for number, (_, points) in enumerate(runs):
        for (x0, y0), (x1, y1) in pairwise(points):
            for t in (tenth / 10 for tenth in range(11)):
                x, y = x0 + (x1 - x0) * s(t), y0 + (y1 - y0) * t
                found.setdefault(int(y // ROW), []).append((x, y, number))
    return found


def _wrapped(labels: Sequence[str]) -> list[str]:
    """Labels joined by commas into short rows."""
    rows = [""]
    for label in labels:
        longer = f"{rows[-1]}, {label}" if rows[-1] else label
        rows = [*rows[:-1], longer] if width(longer) <= 22 or not rows[-1] else [*rows[:-1], f"{rows[-1]},", label]
    return rows


def _free(
    points: tuple[Point, ...],
    half: float,
    rows: int,
    taken: Sequence[tuple[float, float, float]],
    near: Sequence[tuple[float, float, int]],
) -> Point:
    (x0, y0), (x1, y1) = points[0], points[1]
    spots = [
        (x0 + (x1 - x0) * s(t) + beside, y0 + (y1 - y0) * t + 4 - 6.5 * (rows - 1))
        for beside in (0.0, half + 3, -half - 3)
        for t in (0.3, 0.42, 0.54, 0.66, 0.2, 0.78)
    ]

    def clash(at: Point) -> float:
        labels = sum(
            max(0.0, half + other - abs(at[0] - x))
            for x, y, other in taken
            for row in range(rows)
            if abs(at[1] + 13 * row - y) < 13
        )
        lines = sum(abs(at[0] - x) < half and at[1] - 12 < y < at[1] + 13 * rows - 8 for x, y, _ in near)
        return labels + 6 * lines

    return min(spots, key=clash)


def s(t: float) -> float:
    """How far aside a curve is at this part of its height."""
    return 3 * t * t - 2 * t * t * t
