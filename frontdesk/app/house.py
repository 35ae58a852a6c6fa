"""The house: everything that runs, as the doors and the command line see it. Holds; decides nothing."""

from dataclasses import dataclass

from argon2 import PasswordHasher

from frontdesk.adapters.audio.playing import Sounds
from frontdesk.adapters.tracing import Tracing
from frontdesk.adapters.twilio.recordings import Recordings
from frontdesk.app.call_followers import CallFollowers
from frontdesk.app.carrier import Phone
from frontdesk.app.kept import CONTACTS, files_of
from frontdesk.app.outside import Outside
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores
from frontdesk.app.texts import limits_of, links_of
from frontdesk.app.worker import Worker
from frontdesk.channels.chat.links import ChatLinks
from frontdesk.channels.files import Files
from frontdesk.channels.ops import Ops
from frontdesk.conversation.background import Background
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import CurrentWords
from frontdesk.conversation.service import TurnService
from frontdesk.record.ledger import Ledger
from handoff import packet
from handoff.desk import Desk
from handoff.packet import Happened


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Everything that runs, for the doors and the command line."""

    settings: Settings
    books: PublishedBooks
    words: CurrentWords
    stores: Stores
    turns: TurnService
    desk: Desk
    phone: Phone
    ops: Ops
    background: Background
    hasher: PasswordHasher
    worker: Worker | None
    new_password: str | None
    sounds: Sounds
    ledger: Ledger
    followers: CallFollowers
    recordings: Recordings
    outside: Outside | None = None
    tracing: Tracing | None = None

    async def whisper(self, ticket: str) -> tuple[str, str] | None:
        """The agent's briefing for a ticket, and its language."""
        queued = await self.stores.tickets.ticket(ticket)
        state = await self.stores.sessions.load(queued.session) if queued else None
        if queued is None or state is None:
            return None
        entries = await self.stores.log.of_session(queued.session)
        happened = [Happened(at=e.at, seq=e.seq, event=e.event) for e in entries]
        return packet.whisper(packet.build(state, queued.ticket, happened)), queued.ticket.lang

    def files(self) -> Files:
        """What customers and agents send each other in chats."""
        return files_of(self.settings)

    def textable(self, number: str) -> bool:
        """Whether this number may be sent a text: a carrier that sends them, and a beginning that is allowed."""
        return self.phone.exchange is None and limits_of(self.settings).allows(number)

    def links(self) -> ChatLinks:
        """Links from calls to the chat."""
        return links_of(self.settings)

    async def catch_up(self) -> None:
        """Read the log to its end into the record, and into the rows of customers' contacts."""
        for projection in (self.ledger, CONTACTS):
            while await self.stores.projections.advance(projection, 500):
                pass
