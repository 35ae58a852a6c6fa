"""Where boxes stand and lines run: layers from the start down, by fast-sugiyama. Knows no node and no colour."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from fast_sugiyama import from_edges

from frontdesk.ivr.draw.sketch import Line, Sketch
from frontdesk.ivr.graph import Spot

UNIT = 10.0  # what the layout library takes for the distance of two boxes
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Grid:
    """The size of a box and the room around it."""

    box_w: float = 214.0
    box_h: float = 46.0
    gap_x: float = 34.0
    gap_y: float = 100.0


@dataclass(frozen=True, slots=True)
class Layout:
    """Centres of boxes, the points each line runs through (its ends included), the whole size."""

    boxes: Mapping[Spot, Point]
    lines: Sequence[tuple[Line, tuple[Point, ...]]]
    width: float
    height: float


def lay_out(sketch: Sketch, grid: Grid) -> Layout:
    """The places of one flow."""
    back = _back(sketch)
    down = {(line.end, line.start) if line in back else (line.start, line.end) for line in sketch.lines}
    places, chains = _places(sorted((s, e) for s, e in down if s != e), list(sketch.boxes), grid)
    lines = []
    for line in sketch.lines:
        way = chains.get((line.end, line.start), ())[::-1] if line in back else chains.get((line.start, line.end), ())
        lines.append((line, (places[line.start], *way, places[line.end])))
    width = max((x for x, _ in (*places.values(), *(p for _, run in lines for p in run))), default=0.0)
    height = max((y for _, y in places.values()), default=0.0)
    return Layout(places, lines, width + grid.box_w, height + grid.box_h)


def _back(sketch: Sketch) -> set[Line]:
    """The lines that lead back up: what a walk from the start, in the order written, meets again on its way."""
    onward: dict[Spot, list[Line]] = {}
    for line in sketch.lines:
        onward.setdefault(line.start, []).append(line)
    back: set[Line] = set()
    state: dict[Spot, int] = {}
    for first in (sketch.start, *sketch.boxes):
        todo = [(first, iter(onward.get(first, ())))] if first not in state else []
        state.setdefault(first, 1)
        while todo:
            here, lines = todo[-1]
            met = next(lines, None)
            if met is None:
                state[here] = 2
                todo.pop()
                continue
            if state.get(met.end) == 1:
                back.add(met)
            elif met.end not in state:
                state[met.end] = 1
                todo.append((met.end, iter(onward.get(met.end, ()))))
    return back


def _places(
    edges: list[tuple[Spot, Spot]], boxes: list[Spot], grid: Grid
) -> tuple[dict[Spot, Point], dict[tuple[Spot, Spot], tuple[Point, ...]]]:
    """Centres of all boxes, and what each line runs through in between; parts without a line stand side by side."""
    places: dict[Spot, Point] = {}
    chains: dict[tuple[Spot, Spot], tuple[Point, ...]] = {}
    right = 0.0
    numbers = {spot: number for number, spot in enumerate(boxes)}
    numbered = [(numbers[s], numbers[e]) for s, e in edges]
    for points, _, top, runs in from_edges(numbered, vertex_spacing=UNIT, dummy_vertices=True):
        at = {int(n): _scaled((x, top - y), right, grid) for n, (x, y) in points}
        places |= {boxes[n]: point for n, point in at.items() if n < len(boxes)}
        pairs = [(int(s), int(e)) for s, e in runs or ()]
        chains |= {(boxes[s], boxes[e]): through for s, e, through in _chains(pairs, at, len(boxes))}
        right = max(x for x, _ in at.values()) + grid.box_w + grid.gap_x
    for spot in boxes:
        if spot not in places:
            places[spot] = (right + grid.box_w / 2, grid.box_h / 2)
            right += grid.box_w + grid.gap_x
    return places, chains


def _scaled(point: Point, right: float, grid: Grid) -> Point:
    x, y = point
    return (
        right + grid.box_w / 2 + x / UNIT * (grid.box_w + grid.gap_x),
        grid.box_h / 2 + y / UNIT * (grid.box_h + grid.gap_y),
    )


def _chains(
    runs: Iterable[tuple[int, int]], at: Mapping[int, Point], count: int
) -> Iterable[tuple[int, int, tuple[Point, ...]]]:
    """From each box along its helping points to the next box."""
    onward: dict[int, list[int]] = {}
    for start, end in runs:
        onward.setdefault(start, []).append(end)
    for start in [n for n in onward if n < count]:
        for end in onward[start]:
            through: list[Point] = []
            here = end
            while here >= count:
                through.append(at[here])
                here = onward[here][0]
            yield start, here, tuple(through)
