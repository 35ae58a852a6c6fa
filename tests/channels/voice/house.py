"""A small house that obeys the ports `Turns`, `TicketQueue` and `Words`: turns kept by key, one effect per key."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.desk_inputs import WaitContinued
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.events import AgentSaid, Event, HandoffConnected, Said, SessionEnded
from frontdesk.core.inputs import (
    AgentClosed,
    AgentJoined,
    AgentLeft,
    ContactLeft,
    ContactStarted,
    Input,
    KeysPressed,
    NothingHeard,
    OfferDeclined,
    WordsSpoken,
)
from frontdesk.core.rooms import InMenu, InSurvey, Outside, State, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForAgent, ForCustomer, ForNobody
from frontdesk.core.words import Phrase
from handoff.ports import QueuedTicket

ASK = ForCustomer(accepts=("keys", "speech"), max_digits=5, hints=("order", "return"))


class HouseWords:
    """The owner's prompts: one of them, in two languages."""

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        text = (
            {"en": "You are still in the queue.", "zh": "您仍在排队。"}[lang] if key == "system.waiting_still" else None
        )
        if text is None:
            raise KeyError(key)
        return Phrase(text, text)


@dataclass
class House:
    """Digits are echoed; 0 asks for a person; `taken` are the inputs that had an effect."""

    lang: str = "en"
    turns: dict[str, list[StoredTurn]] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    taken: list[Input] = field(default_factory=list)
    broken: Exception | None = None
    slow_s: float = 0.0
    whispers: tuple[str, str] | None = ("Order 1 0 0 2 3 is late.", "en")
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    # Turns

    async def handle(self, address: str, given: Input, key: str, *, asked: int = 0) -> StoredTurn:
        await self._strained()
        async with self._lock:
            session = self.addresses.get(address)
            if session is None and not isinstance(given, ContactStarted):
                raise UnknownSession("Nobody is there.")
            if session is None:
                session = self.addresses[address] = f"S-{len(self.addresses) + 1}"
                self.turns[session] = []
            if asked > len(self.turns[session]):
                return self.turns[session][-1]
            return await self._take(session, given, key)

    async def tell(self, session: str, given: Input, key: str) -> StoredTurn:
        await self._strained()
        async with self._lock:
            return await self._take(session, given, key)

    async def present(self, address: str) -> StoredTurn | None:
        await self._strained()
        session = self.addresses.get(address)
        return self.turns[session][-1] if session else None

    # TicketQueue

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        await self._strained()
        for session, turns in self.turns.items():
            held = turns[-1].state.ticket
            if held is not None and held.id == ticket:
                return QueuedTicket(session=session, ticket=held)
        return None

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        return []

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        return []

    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        return []

    # Briefing

    async def whisper(self, ticket: str) -> tuple[str, str] | None:
        return self.whispers

    # what tests do to it

    def change(self, session: str, **ticket: object) -> None:
        """Change the ticket as the desk would, in a turn of its own that says nothing."""
        last = self.turns[session][-1]
        held = replace(last.state.ticket or _ticket(last.state, 0.0), **ticket)  # type: ignore[arg-type]
        state = replace(last.state, ticket=held, seq=last.seq + 1)
        self.turns[session].append(replace(last, seq=state.seq, key=f"desk:{state.seq}", state=state, events=()))

    async def _strained(self) -> None:
        if self.broken is not None:
            raise self.broken
        await asyncio.sleep(self.slow_s)

    async def _take(self, session: str, given: Input, key: str) -> StoredTurn:
        turns = self.turns[session]
        for turn in turns:
            if turn.key == key:
                return turn
        fresh = State(session=session, channel="voice", lang=self.lang, started_at=given.at)
        state, events = self._step(turns[-1].state if turns else fresh, given)
        self.taken.append(given)
        state = replace(state, seq=len(turns) + 1)
        turns.append(StoredTurn(session=session, seq=state.seq, key=key, at=given.at, state=state, events=events))
        return turns[-1]

    def _step(self, state: State, given: Input) -> tuple[State, tuple[Event, ...]]:
        match given:
            case ContactStarted():
                return replace(state, room=InMenu(flow="main", node="menu"), wait=ASK), (self._said("Hello."),)
            case ContactLeft():
                return replace(state, room=Outside(over=True), wait=ForNobody()), (SessionEnded(reason="hung_up"),)
            case KeysPressed(digits="0"):
                ticket = _ticket(state, given.at)
                waiting = replace(state, ticket=ticket, room=WithHuman(), wait=ForAgent(ticket=ticket.id))
                return waiting, (self._said("I am connecting you."),)
            case KeysPressed(digits="9"):
                return replace(state, room=Outside(over=True), wait=ForNobody()), (self._said("Goodbye."),)
            case KeysPressed():
                return replace(state, wait=ASK), (self._said(f"You pressed {given.digits}."),)
            case WordsSpoken():
                return replace(state, wait=ASK), (self._said(f"You said {given.text}"),)
            case NothingHeard():
                return replace(state, wait=ASK), (self._said("I heard nothing."),)
            case _:
                return self._agents(state, given)

    def _agents(self, state: State, given: Input) -> tuple[State, tuple[Event, ...]]:
        ticket = state.ticket
        status = ticket.status if ticket else None
        if ticket is None:
            raise NotAllowed("There is no ticket.")
        match given:
            case AgentJoined(agent=agent) if status == "accepted" and agent == ticket.agent:
                joined = HandoffConnected(ticket=ticket.id, agent=agent, agent_name="Amy")
                there = replace(ticket, status="connected")
                return replace(state, ticket=there, wait=ForAgent(ticket=ticket.id, connected=True)), (joined,)
            case WaitContinued() if status == "waiting":
                return state, (self._said("You are still in the queue."),)
            case AgentLeft() if status == "connected":
                survey = replace(state, ticket=replace(ticket, status="wrap_up"), room=InSurvey(question="ces2"))
                return replace(survey, wait=replace(ASK, max_digits=1)), (self._said("Was it easy, 1 to 7?"),)
            case OfferDeclined() if status in ("offered", "accepted"):
                return replace(state, ticket=replace(ticket, status="waiting", agent=None, leg=None)), ()
            case AgentClosed() if status == "wrap_up":
                return replace(state, ticket=replace(ticket, status="closed")), ()
            case _:
                raise NotAllowed(f"The ticket is {status}.")

    def _said(self, text: str) -> Said:
        return Said(text=text, spoken=text, lang=self.lang)


def _ticket(state: State, at: float) -> Ticket:
    return Ticket(
        id=f"T-{state.session}-1",
        queue="service",
        reason="asked",
        priority=50,
        lang=state.lang,
        channel="voice",
        status="waiting",
        created_at=at,
    )


def agent_said(text: str) -> AgentSaid:
    return AgentSaid(agent="amy", agent_name="Amy", text=text)
