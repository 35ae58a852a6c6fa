"""The simulation: a clock that jumps from one thing to the next, and the real engine stepped at each. Deterministic by seed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from heapq import heappop, heappush

from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.step import step
from frontdesk.core.desk_inputs import BridgeConfirmed
from frontdesk.core.events import Event
from frontdesk.core.inputs import (
    AgentClosed,
    AgentJoined,
    AgentLeft,
    AgentRung,
    ContactLeft,
    ContactStarted,
    Input,
    NothingHeard,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    TimerRang,
)
from frontdesk.core.rooms import State
from frontdesk.core.staffing import AgentStatus, AgentStatusChanged
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Turn
from frontdesk.core.waits import AskDialogue, ForCustomer, ForReply
from frontdesk.ivr.model import FlowBook
from frontdesk.record.log import LogEntry
from frontdesk.record.sessions import fold
from frontdesk.simulate import chance, days
from frontdesk.simulate.bot import StandInBot
from frontdesk.simulate.caller import Caller, Errand, new_caller
from frontdesk.simulate.chance import happens, some_time
from frontdesk.simulate.contact import Contact
from frontdesk.simulate.figures import Figures
from frontdesk.simulate.floor import Floor, new_agents
from frontdesk.simulate.guide import Guide
from frontdesk.simulate.judging import judged
from frontdesk.simulate.machines import StandIns
from frontdesk.simulate.people import Day, Open, region_of
from frontdesk.simulate.reply import IDLE_S, Replies, takes_s
from frontdesk.simulate.scenario import Scenario
from handoff.desk import OFFER_S, PICKUP_S
from handoff.order import plain_rules

MAX_MACHINES = 8
REST_S = 300.0  # a break after an offer that was not answered
AFTERWARDS_S = 3600.0  # of the last day, until what is under way is cut off
MOST_RECORDED = 2000  # contacts whose record is folded for the report; of more contacts, every so manieth
PROGRESS_S = 300.0  # of simulated time between two words on how far it is
Plan = Callable[[float], None]
Progress = Callable[[int, float], None]  # contacts that have begun, and the part of the run that is done (0..1)
TellStatus = Callable[[float, AgentStatusChanged], None]


@dataclass(slots=True)
class Clock:
    """What is to happen, in order of time; things at the same time in the order they were planned."""

    now: float = 0.0
    todo: list[tuple[float, int, Plan]] = field(default_factory=list)
    count: int = 0

    def plan(self, at: float, what: Plan) -> None:
        self.count += 1
        heappush(self.todo, (max(at, self.now), self.count, what))

    def run(self, until: float) -> None:
        while self.todo and self.todo[0][0] <= until:
            self.now, _, what = heappop(self.todo)
            what(self.now)
        self.now = max(self.now, until)


class Simulation:
    """One run. `ended` is handed every contact that is over; with `keeps`, its turns as the log holds them.

    `records`: of about so many contacts the record is folded too, for the report.
    """

    def __init__(
        self,
        scenario: Scenario,
        book: FlowBook,
        open_shop: Open,
        seed: int = 1,
        *,
        keeps: bool = False,
        records: int = MOST_RECORDED,
    ) -> None:
        self.scenario, self.seed = scenario, seed
        self.clock = Clock(now=days.midnight(days.dates(scenario)[0], scenario.zone))
        self.figures = Figures(scenario.answered_within_s)
        self._book, self._open_shop, self._keeps = book, open_shop, keeps
        staff = scenario.staff
        self.floor = Floor(new_agents(staff.agents, staff.bilingual, staff.chats))
        self._replies = Replies(book, Guide(book))
        self._agents, self._marks = chance.stream(seed, chance.AGENT), chance.stream(seed, chance.AGENT, 1)
        self._machines: StandIns
        self._day: Day
        self._contacts: dict[str, Contact] = {}
        self._number = self._first_comers = 0
        self._every = 1 + int(scenario.days * scenario.contacts * scenario.volume / records) if records else 0
        self._tell_ended: Callable[[Contact], None] | None = None
        self._offering = False
        self._tell_status: TellStatus | None = None

    def run(
        self,
        ended: Callable[[Contact], None] | None = None,
        progress: Progress | None = None,
        status: TellStatus | None = None,
    ) -> Figures:
        """Day after day; what is still under way an hour after the last is left out. `status` is told who comes and goes."""
        self._tell_ended, self._tell_status = ended, status
        dates = days.dates(self.scenario)
        for i, day in enumerate(dates):
            begin = days.midnight(day, self.scenario.zone)
            before, coming = self._first_comers, self._open(day, begin)
            for part in range(round(86400.0 / PROGRESS_S)):
                self.clock.run(begin + PROGRESS_S * (part + 1))
                if progress is not None:
                    come = (self._first_comers - before) / coming if coming else 1.0
                    progress(self._number, (i + come) / len(dates))
        self.clock.run(self.clock.now + AFTERWARDS_S)
        self.figures.staffed_s, self.figures.busy_s = self.floor.times(self.clock.now)
        return self.figures

    def _open(self, day: date, begin: float) -> int:
        """The shop, the rota and the arrivals of one day; how many come."""
        self._day = self._open_shop(day, lambda: self.clock.now)
        if day == days.dates(self.scenario)[0]:
            bot = StandInBot(self.scenario.bot, self._day.shop, chance.stream(self.seed, chance.MACHINE, 1))
            self._machines = StandIns(self.scenario, bot, self.floor, chance.stream(self.seed, chance.MACHINE, 2))
        self._machines.open(self._day.shop)
        present = sorted(self.floor.agents)[: self.scenario.staff.agents - self.scenario.staff.out]
        for agent, begins, ends in days.rota(self.scenario.staff.shifts, present):
            self.clock.plan(begin + begins, lambda at, agent=agent: self._ready(agent, at))  # type: ignore[misc]
            self.clock.plan(begin + ends, lambda at, agent=agent: self._home(agent, at))  # type: ignore[misc]
        came = chance.stream(self.seed, chance.DAY, day.toordinal())
        coming = 0
        for offset in days.arrivals(self.scenario, day, came):
            self.clock.plan(begin + offset, self._first)
            coming += 1
        return coming

    def _ready(self, agent: str, at: float) -> None:
        self._set(agent, "ready", at)
        self._dispatch(at)

    def _home(self, agent: str, at: float) -> None:
        self._set(agent, "offline", at)

    def _set(self, agent: str, status: AgentStatus, at: float) -> None:
        self.floor.set_status(agent, status, at)
        if self._tell_status is not None:
            reason = "no_answer" if status == "break" else ""
            self._tell_status(at, AgentStatusChanged(agent=agent, status=status, reason=reason))

    def _first(self, at: float) -> None:
        """Somebody new comes."""
        self._first_comers += 1
        mind = self._next_chance()
        order = chance.one_of(mind, self._day.orders)
        customer = self._day.customers[order.customer_id]
        channel = chance.pick(mind, self.scenario.channels)
        known = self.scenario.languages.get(customer.lang, 0.0) > 0
        lang = customer.lang if known else chance.pick(mind, self.scenario.languages)
        need = chance.pick(mind, self.scenario.needs)
        errand = Errand(customer, order, need, "voice" if channel == "voice" else "chat", lang)
        self._come(errand, new_caller(errand, mind, self.scenario.callers), at)

    def _next_chance(self) -> chance.Chance:
        self._number += 1
        return chance.stream(self.seed, chance.CALLER, self._number)

    def _come(self, errand: Errand, caller: Caller, at: float) -> None:
        session = f"S-sim{self.seed}-{self._number:07d}"
        voice = errand.channel == "voice"
        hint = None if voice else errand.lang
        state = State(session=session, channel=errand.channel, lang=hint or "en", started_at=at,
                      address=f"{errand.channel}:sim{self.seed}-{self._number:07d}")  # fmt: skip
        contact = self._contacts[session] = Contact(
            caller, state, recorded=bool(self._every) and self._number % self._every == 0
        )
        number, region = (errand.customer.phone, region_of(errand.customer)) if voice else (None, "")
        start = ContactStarted(at=at, channel=errand.channel, lang=hint, caller=number, region=region)
        self.take(contact, start)

    def take(self, contact: Contact, given: Input) -> None:
        """One turn: the engine, the machines it asks, then whoever must act next."""
        before = contact.state
        turn, at = step(self._book, before, given), given.at
        for _ in range(MAX_MACHINES):
            wait = turn.state.wait
            if not isinstance(wait, ForReply):
                break
            answer = self._machines.answer(wait, turn.state.session, at)
            at = answer.at
            if isinstance(wait.request, AskDialogue):
                self._read(contact, answer)
            following = step(self._book, turn.state, answer)
            turn = Turn(following.state, turn.events + following.events)
        else:
            raise AssertionError("One turn asked too many machines; a flow goes round without the customer.")
        self._commit(contact, turn, given.at)
        self._after(contact, before, turn.events, at)

    def _read(self, contact: Contact, answer: Input) -> None:
        """The bot's answer out of the help pages is for the customer to judge, not for the record."""
        if self._machines.answers_question(answer, contact.caller.errand.need):
            contact.caller.read()

    def _commit(self, contact: Contact, turn: Turn, at: float) -> None:
        contact.version += 1
        contact.state = replace(turn.state, seq=contact.version)
        session = contact.state.session
        for event in turn.events if contact.recorded else ():
            entry = LogEntry(position=0, session=session, seq=contact.version, at=at, event=event)
            contact.row = fold(contact.row, entry)
        if self._keeps:
            key = f"simulated:{contact.version}"
            contact.turns.append(StoredTurn(session=session, seq=contact.version, key=key, at=at, state=contact.state,
                                            events=turn.events))  # fmt: skip
        contact.caller.hear(turn.events, at)

    def _after(self, contact: Contact, before: State, events: Sequence[Event], at: float) -> None:
        state = contact.state
        old = {ticket.id: ticket for ticket in before.all_tickets}
        changed = [ticket for ticket in state.all_tickets if old.get(ticket.id) != ticket]
        for ticket in changed:
            self.floor.keep(state.session, old.get(ticket.id), ticket, at)
            self._ticket(contact, old.get(ticket.id), ticket, at)
        if isinstance(state.wait, ForCustomer):
            self._customer(contact, events, at)
        if state.over and contact.ended_at is None:
            self._over(contact, at)
        if changed:
            self._dispatch(at)

    def _customer(self, contact: Contact, events: Sequence[Event], at: float) -> None:
        """The customer is to speak: what they do, and when."""
        caller, state, version = contact.caller, contact.state, contact.version
        doing = self._replies.to(caller, state, self._machines.asks(state.session), at)
        if isinstance(doing, NothingHeard) and state.channel == "chat":
            doing = ContactLeft(at=at, reason="idle")
        wait = takes_s(caller, state, tuple(events), doing)
        if isinstance(doing, ContactLeft) and doing.reason == "idle":
            wait = IDLE_S
        self.clock.plan(at + wait, lambda then: self._still(contact, version, replace(doing, at=then)))

    def _still(self, contact: Contact, version: int, given: Input) -> None:
        if contact.version == version and not contact.state.over:
            self.take(contact, given)

    def _over(self, contact: Contact, at: float) -> None:
        """They are gone; who was not helped may come back."""
        contact.ended_at = at
        caller, errand, manner = contact.caller, contact.caller.errand, self.scenario.callers
        self._machines.forget(contact.state.session)
        if caller.there and not caller.helped and happens(caller.chance, manner.comes_back):
            contact.comes_back_at = at + 1800.0 + float(caller.chance.exponential(1.5 * 86400.0))
            other = "chat" if errand.channel == "voice" else "voice"
            switches = happens(caller.chance, manner.switches) and self.scenario.channels.get(other, 0.0) > 0
            channel = other if switches else errand.channel
            again = replace(errand, channel="voice" if channel == "voice" else "chat", again=contact.state.session,
                            visits=errand.visits + 1)  # fmt: skip
            self.clock.plan(contact.comes_back_at, lambda then: self._again(again, then))
        if not any(ticket.status in ("wrap_up", "connected") for ticket in contact.state.all_tickets):
            self._file(contact)

    def _again(self, errand: Errand, at: float) -> None:
        self._come(errand, new_caller(errand, self._next_chance(), self.scenario.callers), at)

    def _file(self, contact: Contact) -> None:
        """Contact and wrap-up are over."""
        if self._contacts.pop(contact.state.session, None) is not None:
            self.figures.add(contact)
            if self._tell_ended is not None:
                self._tell_ended(contact)

    def _dispatch(self, at: float) -> None:
        if self._offering:  # an offer being made makes no other possible
            return
        self._offering = True
        for match in self.floor.offers(at):
            contact = self._contacts[match.queued.session]
            offer = OfferMade(at=at, agent=match.agent.id, agent_name=match.agent.name, until=at + OFFER_S,
                              ticket=match.queued.ticket.id)  # fmt: skip
            self.take(contact, offer)
        self._offering = False

    def _ticket(self, contact: Contact, before: Ticket | None, ticket: Ticket, at: float) -> None:
        """A ticket moved: what the customer's patience, the clock and the agent make of it."""
        if before is None:
            patience = ticket.created_at + contact.caller.patience_s
            if patience < float("inf"):
                self.clock.plan(patience, lambda then: self._gives_up(contact, ticket.id, then))
        if ticket.due_at is not None and (before is None or before.due_at != ticket.due_at):
            self.clock.plan(ticket.due_at, lambda then: self._rings(contact, ticket, then))
        was = before.status if before else None
        if ticket.status == "waiting" and was in ("offered", "connected"):  # who said no to it may be asked again
            self.clock.plan(at + plain_rules(ticket.queue).declined_pause_s, self._dispatch)
        elif ticket.status == "offered" and was != "offered":
            self._offered(contact, ticket, at)
        elif ticket.status == "accepted" and was != "accepted":
            self._picks_up(contact, ticket, at)
        elif ticket.status == "briefed" and was != "briefed":
            self._tell(contact, ticket, BridgeConfirmed(at=at, ticket=ticket.id))
        elif ticket.status == "connected" and was != "connected":
            self._talks(contact, ticket, at)
        elif ticket.status == "wrap_up" and was != "wrap_up":
            wrap = some_time(self._agents, self.scenario.staff.wrap_s)
            self.clock.plan(at + wrap, lambda then: self._closes(contact, ticket, then))
        elif ticket.status == "closed" and contact.ended_at is not None:
            self._file(contact)

    def _gives_up(self, contact: Contact, ticket: str, at: float) -> None:
        now = contact.state.ticket
        if now is not None and now.id == ticket and now.status in ("waiting", "offered", "accepted"):
            self.take(contact, ContactLeft(at=at))

    def _rings(self, contact: Contact, ticket: Ticket, at: float) -> None:
        """The step's time ran out; an agent who let an offer pass takes a break, as on the real desk."""
        now = contact.state.ticket
        if now is None or now.id != ticket.id or now.due_at != ticket.due_at or now.status != ticket.status:
            return
        self.take(contact, TimerRang(at=at, ticket=ticket.id))
        if ticket.status == "offered" and ticket.agent in self.floor.ready:
            agent = ticket.agent
            self._set(agent, "break", at)
            self.clock.plan(at + REST_S, lambda then: self._back(agent, then))

    def _back(self, agent: str, at: float) -> None:
        if self.floor.agents[agent].status == "break":
            self._ready(agent, at)

    def _offered(self, contact: Contact, ticket: Ticket, at: float) -> None:
        staff, agent = self.scenario.staff, ticket.agent or ""
        if happens(self._agents, staff.misses):
            return
        then = at + min(some_time(self._agents, staff.answers_s, 0.5), OFFER_S - 1.0)
        if happens(self._agents, staff.declines):
            self._tell(contact, ticket, OfferDeclined(at=then, agent=agent, ticket=ticket.id))
        else:
            self._tell(contact, ticket, OfferAccepted(at=then, agent=agent, until=then + PICKUP_S, ticket=ticket.id))

    def _picks_up(self, contact: Contact, ticket: Ticket, at: float) -> None:
        agent = ticket.agent or ""
        self._tell(contact, ticket, AgentRung(at=at, agent=agent, leg=f"leg-{ticket.id}", ticket=ticket.id))
        then = at + min(some_time(self._agents, self.scenario.staff.picks_up_s, 0.5), PICKUP_S - 1.0)
        self._tell(contact, ticket, AgentJoined(at=then, agent=agent, ticket=ticket.id))

    def _talks(self, contact: Contact, ticket: Ticket, at: float) -> None:
        staff = self.scenario.staff
        then = at + some_time(self._agents, staff.talk_s, staff.spread)
        contact.caller.serve(happens(self._agents, staff.helps))
        self._tell(contact, ticket, AgentLeft(at=then, agent=ticket.agent or "", ticket=ticket.id))

    def _closes(self, contact: Contact, ticket: Ticket, at: float) -> None:
        if all(other.id != ticket.id or other.status != "wrap_up" for other in contact.state.all_tickets):
            return  # filed by itself meanwhile
        for given in judged(self._marks, self.scenario.staff, contact.state, ticket, at):
            self.take(contact, given)
        solved = "solved" if contact.caller.helped else "follow_up"
        self.take(contact, AgentClosed(at=at, agent=ticket.agent or "", disposition=solved, ticket=ticket.id))

    def _tell(self, contact: Contact, ticket: Ticket, given: Input) -> None:
        """At its time, if the ticket is still where it was."""

        def tell(at: float) -> None:
            now = contact.state.ticket
            if now is not None and (now.id, now.status, now.agent) == (ticket.id, ticket.status, ticket.agent):
                self.take(contact, replace(given, at=at))

        self.clock.plan(given.at, tell)
