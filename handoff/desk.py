"""The desk: makes offers and takes agents' doings to the session. Knows no channel and no store; `watching` keeps the time."""

import asyncio
import logging

from frontdesk.core.attachments import Attachment
from frontdesk.core.desk_inputs import (
    AgentNoteWritten,
    AnswerGiven,
    BotCalled,
    CallbackDropped,
    FactJudged,
    HelperAsked,
    HelperCame,
    HelperWent,
    HoldSet,
    MessageCalled,
    MessagePutBack,
    MuteSet,
    RecordingPauseSet,
    TalkGiven,
    TicketMoved,
    TicketTaken,
)
from frontdesk.core.errors import FrontdeskError, NotAllowed
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import (
    AgentClosed,
    AgentLeft,
    AgentWrote,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    TicketInput,
    WaitReply,
)
from frontdesk.core.language import clean
from frontdesk.core.staffing import AgentStatus
from frontdesk.core.tickets import ANSWERS, FACT_MARKS, HelperRole
from frontdesk.core.waits import EstimateWait
from handoff.expecting import Expectation, WaitForecast
from handoff.order import Match, holds_phone, matches
from handoff.packet import SHOWN
from handoff.ports import Agent, AgentStore, QueuedTicket, TicketQueue
from handoff.watching import Hands, Watch
from handoff.ways import Ways

log = logging.getLogger(__name__)
OFFER_S = 30.0  # an agent's time to answer an offer (RONA after that)
PICKUP_S = 40.0  # a phone agent's time to pick up and press the key
DIAL_S = 75.0  # a customer's time to answer the call they were promised, and to say that it is them
DISPOSITIONS = ("solved", "follow_up", "wrong_number", "no_answer_needed", "other")
SUPERVISORS = ("supervisor", "admin")


class Desk:
    """The human queue as agents meet it."""

    def __init__(
        self,
        queue: TicketQueue,
        agents: AgentStore,
        ways: Ways,
        forecast: WaitForecast | None = None,
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        """`elsewhere`: channels whose tickets an outside queue has, unless it could not take one."""
        self._elsewhere = elsewhere
        self._queue, self._agents, self._ways = queue, agents, ways
        self._turn = asyncio.Lock()
        self._expectation = Expectation(queue, agents, ways, forecast)
        self._watch = Watch(queue, agents, ways, Hands(tried=self.tried, freed=self.freed))

    def learn_from(self, forecast: WaitForecast) -> None:
        """From now on waits are told as this forecast has them, wherever it knows enough."""
        self._expectation.learn_from(forecast)

    async def expect(self, request: EstimateWait) -> WaitReply:
        """How long a customer who joins this queue now, or waits there already, will wait (still)."""
        return await self._expectation.expect(request)

    async def watch(self) -> int:
        """Ring the timers of tickets whose time ran out, and see to all else that time brings; returns how many rang."""
        await self._expectation.keep_up()
        return await self._watch.look()

    async def dispatch(self) -> int:
        """Offer what can be offered now; returns how many offers were made."""
        async with self._turn:
            tickets = await self._queue.open_tickets()
            ours = [q for q in tickets if q.ticket.brought_in or q.ticket.channel not in self._elsewhere]
            found = matches(ours, await self._agents.agents(), self._ways.clock(), self._ways.rules)
            made = 0
            for match in found:
                made += await self.tried(match.queued, self._offer(match))
            return made

    def _offer(self, match: Match) -> OfferMade:
        agent, now = match.agent, self._ways.clock()
        foreign = match.queued.ticket.lang not in agent.langs
        return OfferMade(at=now, agent=agent.id, agent_name=agent.name, until=now + OFFER_S, foreign=foreign)

    async def tried(self, queued: QueuedTicket, given: TicketInput) -> bool:
        """Tell it; that the world moved on meanwhile is no fault."""
        try:
            await self._ways.tell(queued.session, replace(given, ticket=queued.ticket.id), self._ways.new_key())
        except NotAllowed:
            return False
        except FrontdeskError as error:
            log.warning("the desk could not tell a session: %s", type(error).__name__)
            return False
        return True

    async def set_status(self, agent: str, status: AgentStatus, reason: str = "") -> None:
        await self._agents.set_status(agent, status, self._ways.clock(), clean(reason, 100))
        await self.dispatch()

    async def log_off(self, agent: str) -> None:
        """The agent goes: offers go to others at once, and whoever they chat with goes back to the front of the queue."""
        now = self._ways.clock()
        await self._agents.set_status(agent, "offline", now, "")
        for queued in await self._queue.open_tickets():
            ticket = queued.ticket
            if ticket.agent != agent:
                continue
            if ticket.status == "offered":
                await self.tried(queued, OfferDeclined(at=now, agent=agent))
            elif ticket.status == "connected" and ticket.channel == "chat":  # a call goes on without the page
                given = TicketMoved(at=now, by=agent, why="transfer", agent=None, queue=ticket.queue)
                await self.tried(queued, given)
        await self.dispatch()

    async def accept(self, agent: str, ticket: str) -> None:
        queued, now = await self._found(ticket), self._ways.clock()
        until = now + (DIAL_S if queued.ticket.mode == "callback" else PICKUP_S)
        await self._tell(queued, OfferAccepted(at=now, agent=agent, until=until))

    async def decline(self, agent: str, ticket: str) -> None:
        await self._tell(await self._found(ticket), OfferDeclined(at=self._ways.clock(), agent=agent))
        await self.dispatch()

    async def say(
        self, agent: str, ticket: str, text: str, attachment: Attachment | None = None, *, key: str = ""
    ) -> None:
        """A message of the customer's agent, or of a third in the chat. One of the same `key` is taken once."""
        words, now = _words(text, "message"), self._ways.clock()
        given = AgentWrote(at=now, agent=agent, text=words, attachment=attachment)
        await self._tell(await self._found(ticket), given, f"a:{agent}:{key}" if key else "")

    async def end(self, agent: str, ticket: str) -> None:
        """The talk is over; wrap-up follows."""
        await self._tell(await self._found(ticket), AgentLeft(at=self._ways.clock(), agent=agent))

    async def close(self, agent: str, ticket: str, disposition: str, note: str = "") -> None:
        if disposition not in DISPOSITIONS:
            raise NotAllowed(f"'{disposition}' is no disposition; use one of {', '.join(DISPOSITIONS)}.")
        now = self._ways.clock()
        given = AgentClosed(at=now, agent=agent, disposition=disposition, note=clean(note))
        await self._tell(await self._found(ticket), given)
        await self.freed(agent)
        await self.dispatch()

    async def freed(self, agent: str) -> None:
        """The agent is done with a customer: idle from now on, and ready again if that goes by itself."""
        now = self._ways.clock()
        await self._agents.idle(agent, now)
        person = await self._agents.agent(agent)
        if person is not None and person.status == "ready" and not person.auto_ready:
            await self._agents.set_status(agent, "wrap_up", now)

    async def move(self, by: Agent, ticket: str, *, agent: str = "", queue: str = "", note: str = "") -> None:
        """Pass the customer on, with everything known: their own agent (transfer), or a supervisor (reassign)."""
        queued = await self._found(ticket)
        if not agent and not queue:
            raise NotAllowed("Say to whom: an agent or a queue.")
        if agent and await self._agents.agent(agent) is None:
            raise NotAllowed(f"There is no agent '{agent}'; choose one of the list.")
        mine = queued.ticket.agent == by.id
        if not mine and by.role not in SUPERVISORS:
            raise NotAllowed("Only the agent who has the conversation, or a supervisor, can pass it on.")
        given = TicketMoved(
            at=self._ways.clock(),
            by=by.id,
            why="transfer" if mine else "reassign",
            agent=agent or None,
            queue=queue or None,
            note=clean(note),
        )
        await self._tell(queued, given)
        await self.dispatch()

    async def take(self, supervisor: Agent, ticket: str) -> None:
        """A supervisor takes the conversation over."""
        now = self._ways.clock()
        name = supervisor.name
        given = TicketTaken(at=now, agent=supervisor.id, agent_name=name, until=now + PICKUP_S)
        await self._tell(await self._found(ticket), given)

    async def to_bot(self, agent: str, ticket: str, note: str = "") -> None:
        """The customer goes on with the bot; wrap-up follows."""
        await self._tell(await self._found(ticket), BotCalled(at=self._ways.clock(), agent=agent, note=clean(note)))

    async def to_message(self, agent: str, ticket: str, note: str = "") -> None:
        """Voicemail: the customer leaves a message, which waits for whoever comes to it; the agent is free."""
        await self._tell(await self._found(ticket), MessageCalled(at=self._ways.clock(), agent=agent, note=clean(note)))
        await self.freed(agent)
        await self.dispatch()

    async def open_message(self, by: Agent, ticket: str) -> None:
        """Take a message that waits for an answer, without being offered it first."""
        queued, now = await self._found(ticket), self._ways.clock()
        if queued.ticket.mode != "message":
            raise NotAllowed("Only a message that was left can be opened from the list; who waits is offered.")
        await self._tell(queued, self._offer(Match(queued, by)))
        await self._tell(queued, OfferAccepted(at=now, agent=by.id, until=now + PICKUP_S))

    async def answer(self, agent: str, ticket: str, how: str, text: str = "", note: str = "") -> None:
        """A left message is answered, one of ANSWERS; `text` is what the customer reads in the chat."""
        way = next((one for one in ANSWERS if one == how), None)
        if way is None:
            raise NotAllowed(f"'{how}' is no way to answer; use one of {', '.join(ANSWERS)}.")
        now, words = self._ways.clock(), clean(text, limit=4000)
        given = AnswerGiven(at=now, agent=agent, how=way, text=words, note=clean(note))
        await self._tell(await self._found(ticket), given)
        await self.freed(agent)
        await self.dispatch()

    async def put_back(self, agent: str, ticket: str) -> None:
        """A left message is for somebody else to answer."""
        await self._tell(await self._found(ticket), MessagePutBack(at=self._ways.clock(), agent=agent))
        await self.freed(agent)
        await self.dispatch()

    async def ask_in(self, by: Agent, ticket: str, helper: str, role: HelperRole) -> None:
        """Ask a colleague for advice or into the talk; a supervisor comes by themselves."""
        person = await self._agents.agent(helper)
        if person is None:
            raise NotAllowed(f"There is no agent '{helper}'; choose one of the list.")
        queued, now = await self._found(ticket), self._ways.clock()
        if queued.ticket.channel == "voice":
            await self._phone_free(person, ticket)
        asked = HelperAsked(at=now, agent=by.id, helper=helper, helper_name=person.name, role=role)
        await self._tell(queued, asked)
        if helper == by.id and queued.ticket.channel != "voice":  # else their phone rings
            await self._tell(queued, HelperCame(at=now, helper=helper))

    async def _phone_free(self, person: Agent, ticket: str) -> None:
        """A chat can be read beside another; on the phone nobody is in two calls. The store looks once more when it keeps it."""
        others = (q.ticket for q in await self._queue.open_tickets() if q.ticket.id != ticket)
        if any(holds_phone(other, person.id) for other in others):
            raise NotAllowed(
                f"{person.name} is on the phone, or their phone rings; ask somebody else, or again in a moment."
            )

    async def come(self, helper: str, ticket: str) -> None:
        """The helper is there."""
        await self._tell(await self._found(ticket), HelperCame(at=self._ways.clock(), helper=helper))

    async def leave(self, by: Agent, ticket: str, helper: str) -> None:
        """The helper goes by themselves, or is sent away by the agent or a supervisor."""
        queued = await self._found(ticket)
        if by.id not in (helper, queued.ticket.agent) and by.role not in SUPERVISORS:
            raise NotAllowed("Only the helper, the agent or a supervisor can do that.")
        await self._tell(queued, HelperWent(at=self._ways.clock(), helper=helper))

    async def hold(self, agent: str, ticket: str, *, on: bool) -> None:
        await self._tell(await self._found(ticket), HoldSet(at=self._ways.clock(), agent=agent, on=on))

    async def mute(self, agent: str, ticket: str, *, on: bool) -> None:
        await self._tell(await self._found(ticket), MuteSet(at=self._ways.clock(), agent=agent, on=on))

    async def pause_recording(self, agent: str, ticket: str, *, on: bool) -> None:
        await self._tell(await self._found(ticket), RecordingPauseSet(at=self._ways.clock(), agent=agent, on=on))

    async def hand_over(self, by: Agent, ticket: str, helper: str) -> None:
        """A warm transfer: a helper who is there has the talk from now on; who had it is free."""
        given = TalkGiven(at=self._ways.clock(), agent=by.id, helper=helper)
        await self._tell(await self._found(ticket), given)
        await self.freed(by.id)
        await self.dispatch()

    async def note(self, by: Agent, ticket: str, text: str) -> None:
        """Words among agents, which the customer never sees."""
        words = _words(text, "note")
        given = AgentNoteWritten(at=self._ways.clock(), agent=by.id, agent_name=by.name, text=words)
        await self._tell(await self._found(ticket), given)

    async def mark(self, agent: str, ticket: str, fact: str, mark: str) -> None:
        """What a fact of the packet was worth."""
        known = next((one for one in FACT_MARKS if one == mark), None)
        if known is None:
            raise NotAllowed(f"'{mark}' is no mark; use one of {', '.join(FACT_MARKS)}.")
        if fact not in SHOWN:
            raise NotAllowed("No packet holds such a fact; mark one that the packet shows.")
        given = FactJudged(at=self._ways.clock(), agent=agent, fact=fact, mark=known)
        await self._tell(await self._found(ticket), given)

    async def call_off(self, by: Agent, ticket: str) -> None:
        """The promised call is not needed any more."""
        await self._tell(await self._found(ticket), CallbackDropped(at=self._ways.clock(), by=by.id))

    async def _found(self, ticket: str) -> QueuedTicket:
        queued = await self._queue.ticket(ticket)
        if queued is None:
            raise NotAllowed("There is no such ticket; reload the desk.")
        return queued

    async def _tell(self, queued: QueuedTicket, given: TicketInput, key: str = "") -> None:
        await self._ways.tell(queued.session, replace(given, ticket=queued.ticket.id), key or self._ways.new_key())


def _words(text: str, what: str) -> str:
    words = clean(text, limit=4000)
    if not words:
        raise NotAllowed(f"The {what} is empty; write something to send.")
    return words
