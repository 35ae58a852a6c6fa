"""A sketch with its layout as SVG text: shapes by kind, curved lines with labels, shading by traffic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape, quoteattr

from frontdesk.ivr.draw.layout import Grid, Layout, Point, lay_out
from frontdesk.ivr.draw.sketch import LONGEST, Box, Line, Sketch, short, sketch, width
from frontdesk.ivr.draw.style import FAMILIES, KINDS, SHEET
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.model import FlowBook

MARGIN, HEAD, BETWEEN = 28.0, 56.0, 72.0
ELSEWHERE, FOREIGN_H = "elsewhere", 28.0  # boxes of other flows are lower
Traffic = Mapping[str, int]  # "main.menu": how often it was entered


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How to draw: in which language, over which traffic, how large."""

    lang: str = "en"
    traffic: Traffic = field(default_factory=dict)
    grid: Grid = field(default_factory=Grid)

    def heat(self, spot: Spot) -> float:
        most = max(self.traffic.values(), default=0)
        return self.traffic.get(".".join(spot), 0) / most if most else 0.0


def draw(book: FlowBook, look: Look, flow: str | None = None) -> str:
    """One flow, or all of them side by side."""
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
    yield '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
    yield '<path class="tip" d="M0 0.8 L8 4 L0 7.2 z"/></marker></defs>'
    yield f'<rect class="paper" width="{wide:.0f}" height="{high:.0f}"/>'


def _panel(drawn: Sketch, layout: Layout, look: Look) -> Iterator[str]:
    yield f'<text class="flow" x="0" y="-22">{escape(drawn.name)}</text>'
    tall = {spot: FOREIGN_H if box.kind == ELSEWHERE else look.grid.box_h for spot, box in drawn.boxes.items()}
    runs = _ports(layout, look.grid, tall)
    yield from (_line(line, points) for line, points in runs)
    yield from (_box(drawn.boxes[spot], at, look) for spot, at in layout.boxes.items())
    yield from _labels(runs)


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


def _line(line: Line, points: tuple[Point, ...]) -> str:
    up = points[-1][1] < points[0][1]
    kind = " skip" if line.skip else " back" if up else ""
    return f'<path class="line{kind}" d="{_curve(points)}" marker-end="url(#tip)"/>'


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
    grid = look.grid
    foreign = (min(grid.box_w, 30 + 7.6 * width(box.title)), FOREIGN_H)
    w, h = foreign if box.kind == ELSEWHERE else (grid.box_w, grid.box_h)
    x, y = at[0] - w / 2, at[1] - h / 2
    family = FAMILIES.get(box.kind, "way")
    kind = KINDS.get(look.lang, KINDS["en"]).get(box.kind, box.kind)
    name = ".".join(box.spot)
    count = look.traffic.get(name)
    words = box.words if count is None else short(box.words, LONGEST - 2 - 1.6 * len(f"{count:,}"))
    parts = [
        f'<g class="box k-{family}" data-node={quoteattr(name)}><title>{escape(f"{name}: {box.whole}".strip(": "))}</title>'
    ]
    parts.append(_shape(family, (x, y), (w, h)))
    if (heat := look.heat(box.spot)) > 0:
        parts.append(
            _shape(family, (x, y), (w, h)).replace('class="shape"', f'class="heat" opacity="{0.08 + 0.5 * heat:.2f}"')
        )
    if family == "elsewhere":
        parts.append(
            f'<text class="title" text-anchor="middle" x="{at[0]:.1f}" y="{at[1] + 4.5:.1f}">{escape(box.title)}</text>'
        )
    else:
        low = 18 if box.words else 28
        parts.append(f'<text class="title" x="{x + 16:.1f}" y="{y + low + 1:.1f}">{escape(box.title)}</text>')
        parts.append(
            f'<text class="kind" text-anchor="end" x="{x + w - 13:.1f}" y="{y + low:.1f}">{escape(kind)}</text>'
        )
        parts.append(f'<text class="words" x="{x + 16:.1f}" y="{y + 36:.1f}">{escape(words)}</text>')
    if count is not None:
        parts.append(f'<text class="count" text-anchor="end" x="{x + w - 13:.1f}" y="{y + 36:.1f}">{count:,}</text>')
    return "".join((*parts, "</g>"))


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


def _labels(runs: Sequence[tuple[Line, tuple[Point, ...]]]) -> Iterator[str]:
    """Each label beside its line, moved along it until it covers no other."""
    taken: list[tuple[float, float, float]] = []
    for line, points in sorted(runs, key=lambda run: (run[1][0][1], run[1][0][0])):
        if not line.label:
            continue
        lines = _wrapped(line.labels)
        half = max(width(text) for text in lines) * 3.3 + 4
        x, y = _free(points, half, len(lines), taken)
        taken += [(x, y + 13 * row, half) for row in range(len(lines))]
        for row, text in enumerate(lines):
            yield f'<text class="label" x="{x:.1f}" y="{y + 13 * row:.1f}">{escape(text)}</text>'


def _wrapped(labels: Sequence[str]) -> list[str]:
    """Labels joined by commas into short rows."""
    rows = [""]
    for label in labels:
        longer = f"{rows[-1]}, {label}" if rows[-1] else label
        rows = [*rows[:-1], longer] if width(longer) <= 22 or not rows[-1] else [*rows[:-1], f"{rows[-1]},", label]
    return rows


def _free(points: tuple[Point, ...], half: float, rows: int, taken: Sequence[tuple[float, float, float]]) -> Point:
    (x0, y0), (x1, y1) = points[0], points[1]
    spots = [
        (x0 + (x1 - x0) * s(t), y0 + (y1 - y0) * t + 4 - 6.5 * (rows - 1)) for t in (0.3, 0.42, 0.54, 0.66, 0.2, 0.78)
    ]

    def clash(at: Point) -> float:
        return sum(
            max(0.0, half + other - abs(at[0] - x))
            for x, y, other in taken
            for row in range(rows)
            if abs(at[1] + 13 * row - y) < 13
        )

    return min(spots, key=clash)


def s(t: float) -> float:
    """How far aside a curve is at this part of its height."""
    return 3 * t * t - 2 * t * t * t
