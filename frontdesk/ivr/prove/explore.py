"""Walking every state the flows can reach, by the real step; keeps the ways between them and how each was first reached."""

from collections import deque
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import Event, NodeEntered, Said
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import Channel, ContactStarted, Input
from frontdesk.core.rooms import InMenu, InTalk, Room, State, WithHuman
from frontdesk.core.turn import Turn
from frontdesk.core.waits import ForAgent, ForCustomer, ForReply
from frontdesk.ivr.graph import Spot
from frontdesk.ivr.marks import looked_up
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.moves import Move, moves
from frontdesk.ivr.prove.sameness import facts_at, folded, likeness, sameness
from frontdesk.ivr.prove.world import AT, World
from frontdesk.ivr.seconds import read_s, spoken_s
from frontdesk.ivr.trial.do import Do, given

MOST_STATES = 400_000
BROKEN = (AssertionError, LookupError, ValueError, FrontdeskError)


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that can happen and where it leads: several places when opening hours decide."""

    move: Move
    ends: tuple[tuple[int, float], ...]  # state and seconds until it stands
    exact: bool = True  # False where an end stands for another language or other facts


@dataclass(slots=True)
class Place:
    """A state, how it was first reached, the ways on. `wrong`: what the engine said when it could not go on."""

    state: State
    parent: int
    by: tuple[Do, ...]
    quiet: bool
    machines: int
    heard: float = 0.0  # the longest that is said on the way in
    ways: list[Way] = field(default_factory=list)

    @property
    def human(self) -> bool:
        """With a person, or in the queue for one, or promised a call or an answer."""
        return isinstance(self.state.room, WithHuman) or self.state.promises > 0

    @property
    def over(self) -> bool:
        return self.state.over

    @property
    def asks_customer(self) -> bool:
        return isinstance(self.state.wait, ForCustomer)

    @property
    def spot(self) -> str:
        room = self.state.room
        return f"{room.flow}.{room.node}" if isinstance(room, InMenu) else room.kind.removeprefix("in_")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that must never happen, seen while walking: where, after what."""

    claim: str
    message: str
    place: int
    by: tuple[Do, ...]


@dataclass(slots=True)
class Atlas:
    """All that was found."""

    channel: Channel
    places: list[Place] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    entered: set[Spot] = field(default_factory=set)
    langs: dict[int, str] = field(default_factory=dict)  # the language a contact began in, by its first place
    complete: bool = True
    merged: int = 0

    @property
    def way_count(self) -> int:
        return sum(len(place.ways) for place in self.places)

    def path(self, place: int) -> tuple[int, tuple[Do, ...]]:
        """The first place of the way that led here first, and what was done on it."""
        done: list[Do] = []
        while self.places[place].parent >= 0:
            done = [*self.places[place].by, *done]
            place = self.places[place].parent
        return place, (*self.places[place].by, *done)


def counted(state: State) -> bool:
    """Whether silences or misses were counted at this question."""
    room = state.room
    return isinstance(room, InMenu | InTalk) and bool(room.silences or room.misses)


@dataclass(slots=True)
class Explorer:
    """One walk, for one channel. `thorough`: without shortcuts. Every answer is tried again after each silence or miss,
    and all counters are told apart, though neither can matter.
    """

    world: World
    channel: Channel
    thorough: bool = False
    contexts: int | None = None  # at most so many languages and sets of facts at one question; None: all
    atlas: Atlas = field(init=False)
    _index: dict[Hashable, int] = field(default_factory=dict)
    _todo: deque[int] = field(default_factory=deque)
    _like: dict[Hashable, list[int]] = field(default_factory=dict)
    _spare: deque[tuple[Place, int]] = field(default_factory=deque)
    _looked: set[Spot] = field(default_factory=set)
    _edge: set[Spot] = field(default_factory=set)  # entered, and lead to a node that was not
    _decide: frozenset[str] = frozenset()
    _tried: set[Hashable] = field(default_factory=set)
    _said: dict[tuple[str, str], float] = field(default_factory=dict)

    def walk(self) -> Atlas:
        self.atlas = Atlas(self.channel)
        for caller in self.world.callers if self.channel == "voice" else (None,):
            for lang in self.world.book.locales:
                if self.world.consents and self.channel == "voice":
                    self._begin(
                        lang, caller, recordable=True
                    )  # first: the longer way, which also leads where the other does
                self._begin(lang, caller, recordable=False)
        while self._todo or self._unmerge():
            if len(self.atlas.places) > MOST_STATES:
                self.atlas.complete = False
                break
            self._from(self._todo.popleft())
        return self.atlas

    def _begin(self, lang: str, caller: str | None, *, recordable: bool) -> None:
        state = State(session="P-1", channel=self.channel, lang=lang, started_at=AT)
        start = ContactStarted(
            at=AT,
            channel=self.channel,
            lang=lang,
            caller=caller,
            textable=caller is not None,
            recordable=recordable,
        )
        for said, turn in self._turns(state, start, -1, ()):
            there = self._keep(turn, -1, () if said == "open" else (Do("hours", said),), from_customer=True)
            self.atlas.langs.setdefault(there, lang)

    def _from(self, here: int) -> None:
        place = self.atlas.places[here]
        if place.over or isinstance(place.state.wait, ForAgent):
            return
        for move in self._moves(place):
            ends, merged = [], self.atlas.merged
            wait, lang = place.state.wait, place.state.lang
            came = given(move.do, wait, AT, lang)
            for said, turn in self._turns(place.state, came, here, (move.do,)):
                by = (move.do,) if said == "open" else (Do("hours", said), move.do, Do("hours", "open"))
                there = self._keep(turn, here, by, from_customer=not move.do.machine)
                heard = self._heard(turn.events)
                self.atlas.places[there].heard = max(self.atlas.places[there].heard, heard)
                ends.append((there, move.seconds + heard))
            if ends:
                place.ways.append(Way(move, tuple(ends), exact=merged == self.atlas.merged))

    def _moves(self, place: Place) -> Iterator[Move]:
        """All, or only what a lost customer does when the same question was walked with fresh counters already."""
        twin = None if self.thorough else self._fresh_twin(place)
        if twin is None:
            yield from moves(self.world, place.state, few=self.contexts == 1)
            return
        copied = [way for way in twin.ways if not (way.move.helpless and self._stays(way, twin))]
        place.ways.extend(copied)
        same = {way.move.do for way in copied}
        here = moves(self.world, place.state, few=True)
        yield from (move for move in here if move.helpless and move.do not in same)

    def _stays(self, way: Way, place: Place) -> bool:
        """Whether it leads back to the same question, where counters count."""
        return any(self.atlas.places[there].spot == place.spot for there, _ in way.ends)

    def _fresh_twin(self, place: Place) -> Place | None:
        room = place.state.room
        if not isinstance(room, InMenu | InTalk) or not counted(place.state):
            return None
        fresh = replace(room, silences=0, misses=0)
        found = self._index.get(sameness(place.state, fresh, self.world, quiet=place.quiet))
        twin = self.atlas.places[found] if found is not None else None
        return twin if twin is not None and twin.ways else None

    def _turns(self, state: State, came: Input, here: int, by: tuple[Do, ...]) -> Iterator[tuple[str, Turn]]:
        """The turn this leads to, and the other turns it leads to at other hours when the clock was read."""
        clock_read = False
        for said, book in self.world.books.items():
            if said != "open" and not clock_read:
                return
            turn = self._turn(book, state, came, here, by if said == "open" else (Do("hours", said), *by))
            if turn is None:
                return
            spots = [(e.flow, e.node) for e in turn.events if isinstance(e, NodeEntered)]
            self.atlas.entered.update(spots)
            clock_read = clock_read or not self.world.clocked.isdisjoint(spots)
            yield said, turn

    def _turn(self, book: FlowBook, state: State, came: Input, here: int, by: tuple[Do, ...]) -> Turn | None:
        try:
            return self.world.step(book, state, came)
        except BROKEN as error:
            self.atlas.faults.append(Fault("goes on", f"The flows can't go on: {error}", here, by))
            return None

    def _keep(self, turn: Turn, parent: int, by: tuple[Do, ...], *, from_customer: bool) -> int:
        """The place this turn ends in, new or known; told when the customer heard nothing."""
        before = self.atlas.places[parent] if parent >= 0 else None
        quiet = not any(isinstance(event, Said) for event in turn.events)
        quiet = quiet and (from_customer or before is None or before.quiet)
        person = not isinstance(turn.state.wait, ForReply)
        if quiet and person and not turn.state.over and not isinstance(turn.state.room, WithHuman):
            self.atlas.faults.append(Fault("speaks", "The customer hears nothing and is waited for.", parent, by))
        key = sameness(turn.state, self._room(turn.state), self.world, quiet=quiet and not person)
        if key in self._index:
            return self._index[key]
        machines = 0 if person else (before.machines if before is not None and not from_customer else 0) + 1
        place = Place(turn.state, parent, by, quiet and not person, machines)
        merged = self._merged(place)
        return self._add(place, key) if merged is None else merged

    def _add(self, place: Place, key: Hashable) -> int:
        self._index[key] = there = len(self.atlas.places)
        self.atlas.places.append(place)
        self._todo.append(there)
        return there

    def _merged(self, place: Place) -> int | None:
        """In a very large book: the place walked already that stands for this one, in another language or with other facts."""
        if self.contexts is None:
            return None
        known = self._like.setdefault(self._likeness(place), [])
        if len(known) < self.contexts:
            known.append(len(self.atlas.places))
            return None
        self.atlas.merged += 1
        self._spare.append((place, known[0]))
        same = (there for there in known if self.atlas.places[there].state.lang == place.state.lang)
        return next(same, known[0])

    def _unmerge(self) -> bool:
        """Nodes nobody came to may be behind facts that were merged away: walk on with one set of them."""
        wanted = self._wanted() if self._spare else frozenset()
        while self._spare and wanted:
            place, stands_for = self._spare.popleft()
            facts = [fact for fact in facts_at(place.state, self.world) if fact[0] in wanted]
            known = [fact for fact in facts_at(self.atlas.places[stands_for].state, self.world) if fact[0] in wanted]
            sign = (self._likeness(place), tuple(facts))
            if facts != known and sign not in self._tried and not counted(place.state):
                self._tried.add(sign)
                self._add(place, sameness(place.state, self._room(place.state), self.world, quiet=place.quiet))
                return True
        return False

    def _room(self, state: State) -> Room:
        """Where the state counts as being."""
        return state.room if self.thorough else folded(state, self.world)

    def _likeness(self, place: Place) -> Hashable:
        return likeness(place.state, self._room(place.state), self.world, quiet=place.quiet)

    def _wanted(self) -> frozenset[str]:
        """The facts that decide on the way to nodes nobody came to."""
        entered = self.atlas.entered
        if len(entered) == len(self._looked):
            return self._decide
        fresh = entered - self._looked
        for here in fresh.union(*(self.world.before.get(here, ()) for here in fresh)) & entered:
            (self._edge.discard if self.world.leads[here] <= entered else self._edge.add)(here)
        self._looked |= fresh
        self._decide = self.world.deciding(self._edge)
        return self._decide

    def _heard(self, events: tuple[Event, ...]) -> float:
        """Seconds until all that was said is heard, or read."""
        return sum(self._one(event) for event in events if isinstance(event, Said))

    def _one(self, event: Said) -> float:
        key = (event.spoken, event.lang)
        if key not in self._said:
            measure = spoken_s if self.channel == "voice" else read_s
            calms = self.world.book.calms
            self._said[key] = max(
                measure(text, lang) / calms.of(lang, None).pace.rate for text, lang in self._versions(event)
            )
        return self._said[key]

    def _versions(self, event: Said) -> Iterator[tuple[str, str]]:
        """What was said; where languages are not walked one by one, the same prompt in the others too."""
        yield event.spoken, event.lang
        for lang, locale in self.world.book.locales.items() if self.contexts == 1 else ():
            prompt = looked_up(locale.prompts, event.prompt or "")
            if prompt is not None:
                yield prompt.source, lang
