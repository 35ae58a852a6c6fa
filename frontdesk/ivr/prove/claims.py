"""What is proved: each claim looks at all that was found and names the places where it does not hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf

from frontdesk.ivr.prove.distance import Lost, asking, can_end, inputs, lost, seconds
from frontdesk.ivr.prove.explore import MOST_STATES, Atlas
from frontdesk.ivr.prove.moves import Move
from frontdesk.ivr.trial.do import Do
from frontdesk.ivr.trial.script import Line, Script

MOST_MACHINES = 8  # machines one after another with nobody asked; the loop gives up there


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How far a person may be: inputs and seconds for who asks, seconds for who is lost or silent."""

    inputs: int = 2
    seconds: float = 60.0
    lost_s: float = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A claim that does not hold: where, and the shortest way there as a trial that can be played."""

    claim: str
    message: str
    spot: str
    script: Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """The worst there is in one language on one channel, each with its place."""

    channel: str
    lang: str
    states: int
    inputs: tuple[float, str]
    seconds: tuple[float, str]
    silent: tuple[float, str]
    lost: tuple[float, str]


@dataclass(frozen=True, slots=True)
class Measured:
    """All distances of an atlas."""

    inputs: list[float]
    seconds: list[float]
    silent: Lost
    lost: Lost
    ends: list[bool]


def measure(atlas: Atlas) -> Measured:
    places = atlas.places
    return Measured(
        inputs=asking(places, inputs),
        seconds=asking(places, seconds),
        silent=lost(places, silent),
        lost=lost(places, helpless),
        ends=can_end(places),
    )


def helpless(move: Move) -> bool:
    return move.helpless


def silent(move: Move) -> bool:
    return move.helpless and (move.do.machine or move.do.verb == "silence")


def reaches(atlas: Atlas, found: Measured) -> Iterator[Reach]:
    """The worst figures by language."""
    asked = [here for here, place in enumerate(atlas.places) if place.asks_customer]
    for lang in dict.fromkeys(atlas.places[here].state.lang for here in asked):
        mine = [here for here in asked if atlas.places[here].state.lang == lang]

        whole = [place.heard + far for place, far in zip(atlas.places, found.seconds, strict=True)]
        yield Reach(
            channel=atlas.channel,
            lang=lang,
            states=len(mine),
            inputs=_worst(atlas, mine, found.inputs),
            seconds=_worst(atlas, mine, whole),
            silent=_worst(atlas, mine, found.silent.seconds),
            lost=_worst(atlas, mine, found.lost.seconds),
        )


def _worst(atlas: Atlas, among: list[int], values: list[float]) -> tuple[float, str]:
    """The highest value, and the node it is found at."""
    value, here = max((values[here], -here) for here in among)
    return value, atlas.places[-here].spot


def violations(atlas: Atlas, found: Measured, bounds: Bounds) -> list[Violation]:
    """Every claim that fails, once per claim and node, the shortest way first."""
    seen: dict[tuple[str, str], Violation] = {}
    for claim, message, place, by in _wrong(atlas, found, bounds):
        spot = atlas.places[place].spot if place >= 0 else "start"
        if (claim, spot) not in seen:
            seen[claim, spot] = _violation(atlas, claim, message, (place, by))
    return list(seen.values())


def _wrong(atlas: Atlas, found: Measured, bounds: Bounds) -> Iterator[tuple[str, str, int, tuple[Do, ...]]]:
    for fault in atlas.faults:
        yield fault.claim, fault.message, fault.place, fault.by
    for here, place in enumerate(atlas.places):
        if place.machines > MOST_MACHINES:
            yield "asks", f"More than {MOST_MACHINES} machines run in a row, and the customer is not asked.", here, ()
        if not found.ends[here]:
            yield "ends", "From here no way leads to an end, nor to a person.", here, ()
        if place.asks_customer:
            yield from ((claim, message, here, ()) for claim, message in _too_far(place.heard, found, here, bounds))
    for what, circle in (("silent", found.silent.circle), ("never understood", found.lost.circle)):
        if circle:
            yield "lets go", f"Who is {what} goes round here for ever and meets no person.", min(circle), ()
    if not atlas.complete:
        yield "is whole", f"More than {MOST_STATES} states: the rest was not looked at.", 0, ()


def _too_far(heard: float, found: Measured, here: int, bounds: Bounds) -> Iterator[tuple[str, str]]:
    count, time = found.inputs[here], found.seconds[here] + heard
    if count == inf:
        yield "human", "From here nothing the customer does leads to a person for sure."
        return
    if count > bounds.inputs:
        yield "inputs", f"A person is {count:.0f} inputs away; at most {bounds.inputs}."
    if time > bounds.seconds:
        yield "seconds", f"A person is {time:.0f} s away, prompts heard out; at most {bounds.seconds:.0f} s."
    if max(found.lost.seconds[here], found.silent.seconds[here]) > bounds.lost_s:
        far = max(found.lost.seconds[here], found.silent.seconds[here])
        yield "lost", f"Who is never understood is kept for {far:.0f} s; at most {bounds.lost_s:.0f} s."


def _violation(atlas: Atlas, claim: str, message: str, where: tuple[int, tuple[Do, ...]]) -> Violation:
    place, by = where
    first, done = atlas.path(place) if place >= 0 else (0, ())
    start = atlas.places[first].state if atlas.places else None
    steps = (*done, *by)
    script = Script(
        title=message,
        channel=atlas.channel,
        lang=atlas.langs.get(first, start.lang if start else "en"),
        caller=start.caller if start else None,
        recorded=start.recordable if start else False,
        lines=tuple(Line(do) for do in steps),
    )
    spot = atlas.places[place].spot if place >= 0 else "start"
    return Violation(claim=claim, message=message, spot=spot, script=script)
