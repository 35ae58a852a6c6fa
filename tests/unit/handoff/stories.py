"""A desk with the real loop in memory, and shortcuts through its stories."""

from dataclasses import replace
from typing import Any

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.log import MemoryLogReader
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.desk_events import PromiseSettled
from frontdesk.core.desk_inputs import BridgeConfirmed
from frontdesk.core.events import Event, Said
from frontdesk.core.inputs import AgentJoined, ContactStarted, KeysPressed, TextTyped
from frontdesk.core.queues import Overflow, QueueRules
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from tests.fakes.desk import AMY, WEI, TestHouse

RULES = QueueRules(overflow=(Overflow(after_s=0.0, offer=("callback", "message")),), sticky_s=3600.0, wrap_up_s=60.0)
NUMBER = "+441632960000"
SAM = replace(AMY, id="sam", name="Sam", role="supervisor", status="offline")


class Story(TestHouse):
    """Amy is ready, Wei on break, Sam the supervisor not there."""

    __test__ = False

    def __init__(self) -> None:
        data = MemoryData()
        agents = MemoryAgentStore([AMY, replace(WEI, status="break"), SAM])
        tickets = MemoryTicketQueue(data)
        super().__init__(MemorySessionStore(data), tickets, agents, lambda queue: replace(RULES, name=queue))
        self.log = MemoryLogReader(data)

    async def asks(self, address: str = "chat:1", *, caller: str | None = None, first: str = "") -> str:
        """A customer asks for a person, after they have said something `first`; their session's id."""
        session = await self.begins(address, caller=caller)
        if first:
            await self.does(address, TextTyped(at=self.clock(), text=first))
        if address.startswith("voice"):
            await self.presses(address, "0")
        else:
            await self.does(address, TextTyped(at=self.clock(), text="0"))
        return session

    async def begins(self, address: str, *, caller: str | None = None) -> str:
        """A contact in English, at the first question; its session's id."""
        voice = address.startswith("voice")
        channel: Any = "voice" if voice else "chat"
        started = ContactStarted(at=self.clock(), channel=channel, lang="en", caller=caller)
        turn = await self.turns.handle(address, started, self.new_key())
        if voice:
            await self.presses(address, "1")
        return turn.session

    async def presses(self, address: str, keys: str | None) -> None:
        await self.does(address, KeysPressed(at=self.clock(), digits=keys or ""))

    async def does(self, address: str, given: Any) -> None:
        await self.turns.handle(address, given, self.new_key())

    async def tell(self, session: str, given: Any) -> None:
        await self.turns.tell(session, given, self.new_key())

    async def state(self, session: str) -> State:
        state = await self.sessions.load(session)
        assert state is not None
        return state

    async def ticket(self, session: str) -> Ticket:
        ticket = (await self.state(session)).ticket
        assert ticket is not None
        return ticket

    async def takes(self, session: str, agent: str = "amy") -> str:
        """Offered and accepted; the ticket's id."""
        await self.desk.dispatch()
        ticket = await self.ticket(session)
        await self.desk.accept(agent, ticket.id)
        return ticket.id

    async def connects(self, session: str, agent: str = "amy") -> None:
        """The agent pressed the key, and the caller's own call came."""
        await self.tell(session, AgentJoined(at=self.clock(), agent=agent))
        await self.tell(session, BridgeConfirmed(at=self.clock()))

    async def keep(self, session: str, state: State) -> None:
        """Commit a state as the session's next turn."""
        changed = replace(state, seq=(await self.state(session)).seq + 1)
        key = self.new_key()
        turn = StoredTurn(session=session, seq=changed.seq, key=key, at=self.clock(), state=changed, events=())
        await self.sessions.commit(turn)

    async def events(self, session: str) -> list[Event]:
        return [entry.event for entry in await self.log.of_session(session)]

    async def heard(self, session: str, prompt: str) -> bool:
        return any(isinstance(e, Said) and e.prompt == prompt for e in await self.events(session))

    async def settled(self, session: str) -> dict[str, str]:
        """What became of the promises, by kind."""
        return {e.what: e.how for e in await self.events(session) if isinstance(e, PromiseSettled)}

    async def call_back(self) -> str:
        """Nobody is free; a caller takes the call back. The session."""
        await self.agents.set_status("amy", "break", self.clock())
        session = await self.asks("voice:CA1", caller=NUMBER)
        choices = (await self.state(session)).wait.choices  # type: ignore[union-attr]
        key = next(c.key for c in choices if c.payload.endswith("callback"))
        await self.does("voice:CA1", KeysPressed(at=self.clock(), digits=key or ""))
        return session

    async def free_again(self) -> None:
        """Amy is there and ready."""
        await self.agents.save(replace(AMY, status="ready", seen_at=self.clock(), status_since=self.clock()))

    def rung(self, number: str) -> list[str]:
        """The legs that rang at this number."""
        return [leg for leg, _, to in self.calls.rung if to == number]

    async def verify(self, session: str, customer: str = "C0007") -> None:
        """As if the shop had verified the customer."""
        state = await self.state(session)
        assert state.ticket is not None
        facts = {**state.facts, "customer_id": customer}
        await self.keep(session, replace(state, facts=facts, ticket=replace(state.ticket, customer=customer)))
