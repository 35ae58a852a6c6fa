"""Who is next, and with whom: which waiting ticket goes to which ready agent. Pure.

Agents who could take a kind of ticket stand in a heap, made once a round for each kind there is: a round over many
tickets costs tickets × log, plus agents for each kind, and not tickets × agents.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from heapq import heapify, heappop, heappush
from typing import Literal

from frontdesk.core.queues import QueueRules, Reach
from frontdesk.core.tickets import OPEN, Ticket
from handoff.ports import Agent, QueuedTicket

NO_ANSWER = "no_answer"  # why an agent is on break who let an offer run out
LATE_BONUS = 10.0  # points for whoever waits longer than they were told
Rules = Callable[[str], QueueRules]
Key = tuple[bool, int, int, float, str]


@cache
def plain_rules(queue: str) -> QueueRules:
    """For when no queue was written down."""
    return QueueRules(name=queue)


@dataclass(frozen=True, slots=True)
class Match:
    """A ticket and the agent it should be offered to."""

    queued: QueuedTicket
    agent: Agent


@dataclass(frozen=True, slots=True)
class Load:
    """What an agent has on hand: offers not answered yet, calls and chats (being rung and in wrap-up included)."""

    offers: int = 0
    calls: int = 0
    chats: int = 0

    @property
    def busy(self) -> bool:
        return bool(self.offers or self.calls or self.chats)


NO_LOAD = Load()


def loads(tickets: Iterable[QueuedTicket]) -> dict[str, Load]:
    """Every agent's load, in one pass over the desk's tickets."""
    found: dict[str, Load] = {}
    for ticket in (q.ticket for q in tickets):
        for helper in ticket.helpers if ticket.channel == "voice" else ():  # who helps on the phone is on the phone
            had = found.get(helper.agent, NO_LOAD)
            found[helper.agent] = replace(had, calls=had.calls + 1)
        if ticket.agent is None or ticket.status == "closed":
            continue
        had = found.get(ticket.agent, NO_LOAD)
        call = on_the_phone(ticket)
        found[ticket.agent] = Load(
            offers=had.offers + (ticket.status == "offered"), calls=had.calls + call, chats=had.chats + (not call)
        )
    return found


def on_the_phone(ticket: Ticket) -> bool:
    """Whether it takes the agent's phone; a message that a caller left does not."""
    return ticket.channel == "voice" and ticket.mode != "message"


def holds_phone(ticket: Ticket, agent: str) -> bool:
    """Whether it takes this person's telephone now, as its agent or as who helps; wrap-up does not."""
    has_it = ticket.agent == agent and ticket.status in OPEN and on_the_phone(ticket)
    return has_it or (ticket.channel == "voice" and ticket.helper(agent) is not None)


def has_room(agent: Agent, load: Load, *, call: bool) -> bool:
    """Ready, with room for it: a call needs an agent without chats, a chat one without calls. One offer at a time."""
    return agent.status == "ready" and not load.offers and fits(load, agent.calls, agent.chats, call=call)


def rests(ticket: Ticket, agent: Agent, now: float, rules: QueueRules) -> bool:
    """Whether they declined this ticket, or let it ring, only just now, and have not said since that they are ready."""
    said_no = ticket.refused_at(agent.id)
    return said_no > agent.status_since and now < said_no + rules.declined_pause_s


def fits(load: Load, calls: int, chats: int, *, call: bool) -> bool:
    """Whether one more call, or chat, fits beside this load, for somebody who takes so many at a time."""
    return load.calls < calls and not load.chats if call else not load.calls and load.chats < chats


def rank(ticket: Ticket, now: float, rules: QueueRules) -> tuple[bool, float, float]:
    """Sort key, smallest first: who was lost in the middle; then priority with ageing; then who came first.

    Ageing gives every ticket a point each `ageing_s`, so a difference in priority of n points is made up by n × `ageing_s`
    of waiting, and nobody starves.
    """
    late = ticket.told_at is not None and ticket.told_high_s is not None and now > ticket.told_at + ticket.told_high_s
    points = ticket.priority + (LATE_BONUS if late else 0.0) + (now - ticket.since) / rules.ageing_s
    return (not ticket.front, -points, ticket.since)


def waiting(tickets: Iterable[QueuedTicket], now: float, rules: Rules = plain_rules) -> list[QueuedTicket]:
    """Tickets that wait for an offer, next one first."""
    found = [q for q in tickets if q.ticket.status == "waiting" and (q.ticket.not_before or 0.0) <= now]
    return sorted(found, key=lambda q: rank(q.ticket, now, rules(q.ticket.queue)))


Language = Literal["must", "while_there", "any"]


@dataclass(frozen=True, slots=True)
class Need:
    """What a ticket asks of an agent; tickets with the same need share a heap. `language`: whether the agent must speak it,
    be it only while somebody who does is signed in.
    """

    call: bool
    lang: str
    language: Language
    places: tuple[tuple[str, frozenset[str], int], ...]  # a queue, its skills, the level that is enough

    def level(self, agent: Agent) -> int | None:
        """How well the agent fits: the lowest level of the skills needed; None: not at all."""
        if self.language == "must" and self.lang not in agent.langs:
            return None
        return max((fit for place in self.places if (fit := _fits(agent, *place)) is not None), default=None)

    def meant(self, agents: Iterable[Agent]) -> "Need":
        """The same, with the language settled: whether somebody who speaks it is there decides whether it must be spoken."""
        if self.language != "while_there":
            return self
        must = replace(self, language="must")
        there = any(signed_in(agent) and must.level(agent) is not None for agent in agents)
        return must if there else replace(self, language="any")


def signed_in(agent: Agent) -> bool:
    """At work, be it on a break of their own; who was put on break because an offer rang in vain is not there."""
    return agent.status != "offline" and (agent.status != "break" or agent.reason != NO_ANSWER)


def _fits(agent: Agent, queue: str, skills: frozenset[str], least: int) -> int | None:
    if agent.queues and queue not in agent.queues:
        return None
    level = min((agent.skills.get(skill, 0) for skill in skills), default=least)
    return level if level >= least else None


def need(ticket: Ticket, now: float, rules: Rules) -> Need:
    """What this ticket asks for after having waited so long."""
    own = rules(ticket.queue)
    reach = own.reach(now - ticket.since)
    skills = frozenset((*ticket.skills, *own.skills))
    return Need(
        call=on_the_phone(ticket),
        lang=ticket.lang,
        language="any" if reach.any_language else "must" if own.language_must else "while_there",
        places=((ticket.queue, skills, reach.level), *_elsewhere(reach, rules)),
    )


def _elsewhere(reach: Reach, rules: Rules) -> tuple[tuple[str, frozenset[str], int], ...]:
    """The queues whose people may take it, too, with what those people can do."""
    return tuple((name, frozenset(rules(name).skills), 1) for name in reach.queues)


@dataclass(slots=True)
class Round:
    """One round of matching. `looked` counts how often an agent was looked at: the cost of the round."""

    agents: Mapping[str, Agent]
    load: dict[str, Load]
    looked: int = 0
    taken: set[str] = field(default_factory=set)
    _meant: dict[Need, Need] = field(default_factory=dict)
    _benches: dict[tuple[Need, bool], list[Key]] = field(default_factory=dict)

    def meant(self, wanted: Need) -> Need:
        """The need, knowing who is signed in; looked up once a round for each kind."""
        if wanted not in self._meant:
            self.looked += len(self.agents)
            self._meant[wanted] = wanted.meant(self.agents.values())
        return self._meant[wanted]

    def best(self, wanted: Need, ticket: Ticket, resting: Collection[str] = ()) -> Agent | None:
        """The best agent with room now; who refused this ticket only if there is nobody else, who is `resting` not yet."""
        bench, passed = self._bench(wanted, soon=False), list[Key]()
        found: Key | None = None
        while bench and found is None:
            key = heappop(bench)
            self.looked += 1
            if key[-1] in self.taken:
                continue
            if key[-1] in ticket.declined_by:
                passed.append(key)
            else:
                found = key
        again = [key for key in passed if key[-1] not in resting]
        if found is None and again:
            found = min(again, key=lambda key: ticket.declined_by.index(key[-1]))
        for key in passed:
            if key is not found:
                heappush(bench, key)
        return self.agents[found[-1]] if found is not None else None

    def keep_for(self, wanted: Need) -> None:
        """For a call that nobody is free for: an agent who still chats is kept from chats that rank behind it."""
        bench = self._bench(wanted, soon=True)
        while bench:
            self.looked += 1
            name = heappop(bench)[-1]
            if name not in self.taken:
                self.taken.add(name)
                return

    def _bench(self, wanted: Need, *, soon: bool) -> list[Key]:
        """All agents who could take it now (or, `soon`, when their chats are over), best first."""
        key = (wanted, soon)
        if key not in self._benches:
            bench = [fit for agent in self.agents.values() if (fit := self._key(agent, wanted, soon=soon)) is not None]
            heapify(bench)
            self._benches[key] = bench
        return self._benches[key]

    def _key(self, agent: Agent, wanted: Need, *, soon: bool) -> Key | None:
        """Sort key: the language, the skill level, the fewest on hand, then who has been idle longest."""
        self.looked += 1
        load = self.load.get(agent.id, NO_LOAD)
        if soon:
            fits = agent.status == "ready" and bool(load.chats) and not load.calls
        else:
            fits = has_room(agent, load, call=wanted.call)
        level = wanted.level(agent) if fits else None
        if level is None:
            return None
        idle = max(agent.status_since, agent.idle_since)
        return (wanted.lang not in agent.langs, -level, load.chats, idle, agent.id)


def matches(
    tickets: Sequence[QueuedTicket], agents: Sequence[Agent], now: float, rules: Rules = plain_rules
) -> list[Match]:
    """All offers that can be made now, by rank. See `Round` for who is chosen."""
    return match_all(tickets, agents, now, rules)[0]


def match_all(
    tickets: Sequence[QueuedTicket], agents: Sequence[Agent], now: float, rules: Rules = plain_rules
) -> tuple[list[Match], int]:
    """The offers, and how many looks at agents they cost."""
    this = Round({agent.id: agent for agent in agents}, loads(tickets))
    found: list[Match] = []
    for queued in waiting(tickets, now, rules):
        if len(this.taken) == len(this.agents):
            break  # whoever ranks lower changes nothing any more
        agent = _choose(this, queued.ticket, now, rules)
        if agent is not None:
            this.taken.add(agent.id)  # one offer at a time
            found.append(Match(queued, agent))
    return found, this.looked


def _choose(this: Round, ticket: Ticket, now: float, rules: Rules) -> Agent | None:
    wanted = this.meant(need(ticket, now, rules))
    if ticket.wanted is not None and _awaited(this, ticket, now):
        return _own(this, ticket.wanted, wanted)
    own = rules(ticket.queue)
    if ticket.last_agent is not None and own.sticky_s and _welcome(this, ticket, ticket.last_agent, wanted):
        agent = _own(this, ticket.last_agent, wanted)
        if agent is not None:
            return agent
        last = this.agents.get(ticket.last_agent)
        if last is not None and last.status == "ready" and now - ticket.since < own.sticky_wait_s:
            return None  # busy, but soon free: the customer's own agent is worth this much waiting
    agent = this.best(wanted, ticket, _resting(this, ticket, now, own))
    if agent is None and wanted.call:
        this.keep_for(wanted)
    return agent


def _welcome(this: Round, ticket: Ticket, name: str, wanted: Need) -> bool:
    """Whether the customer's own agent of last time is to be had again: has not declined, and speaks what must be spoken."""
    agent = this.agents.get(name)
    speaks = agent is None or wanted.language != "must" or wanted.lang in agent.langs
    return name not in ticket.declined_by and speaks


def _resting(this: Round, ticket: Ticket, now: float, rules: QueueRules) -> frozenset[str]:
    """Who said no to it so lately that it is for others only."""
    asked = (this.agents[name] for name in ticket.declined_by if name in this.agents)
    return frozenset(agent.id for agent in asked if rests(ticket, agent, now, rules))


def _awaited(this: Round, ticket: Ticket, now: float) -> bool:
    """Whether the agent it was passed on to may still come: at work, and not for too long already."""
    agent = this.agents.get(ticket.wanted or "")
    return agent is not None and agent.status != "offline" and now < (ticket.wanted_until or 0.0)


def _own(this: Round, name: str, wanted: Need) -> Agent | None:
    """That very agent, if there is room."""
    agent = this.agents.get(name)
    this.looked += 1
    free = agent is not None and name not in this.taken
    return agent if free and agent and has_room(agent, this.load.get(name, NO_LOAD), call=wanted.call) else None
