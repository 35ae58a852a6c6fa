"""Who is asked how it was: a share of conversations, nobody again within some days, and some by a message after the call."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from frontdesk.app.kept import ledger_of
from frontdesk.app.settings import Settings
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import ChatContinued, ChatLinkPromised, CustomerSpoke, SessionEnded
from frontdesk.core.inputs import ContactStarted, SurveyDue
from frontdesk.record import repeats
from frontdesk.record.ledger import Ledger
from frontdesk.record.ports import LogReader, ProjectionStore
from frontdesk.survey.step import may_ask_later

log = logging.getLogger(__name__)
DAY_S = 86400.0
FINE = 1_000_000


@dataclass(frozen=True, slots=True)
class Asking:
    """`pause_days` reach back no further than the record remembers a customer's visits (seven days)."""

    projections: ProjectionStore
    ledger: Ledger
    share: float
    pause_days: int

    async def spared(self, given: ContactStarted) -> bool:
        """Whether this customer is not asked in the conversation that begins."""
        if secrets.randbelow(FINE) >= self.share * FINE:
            return True
        if not self.pause_days or not given.contact:
            return False
        try:
            return await self._lately(given.contact, given.at - self.pause_days * DAY_S)
        except FrontdeskError:
            log.warning("who was asked lately could not be looked up; the question may come again")
            return False

    async def _lately(self, contact: str, since: float) -> bool:
        known = await self.projections.row(self.ledger.customers, f"contact:{contact}")
        for visit in repeats.visits_from(known):
            if visit.ended_at >= since:
                row = await self.projections.row(self.ledger.sessions, visit.session)
                if row is not None and row.get("survey_asked"):
                    return True
        return False


def asking_of(settings: Settings, projections: ProjectionStore) -> Asking:
    """Whom this house asks."""
    return Asking(projections, ledger_of(settings), settings.survey_share, settings.survey_pause_days)


class Past(Protocol):
    """The loop, for sessions that are over."""

    async def tell(self, session: str, given: SurveyDue, key: str) -> StoredTurn: ...

    async def present(self, address: str) -> StoredTurn | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AskingLater:
    """Asks callers who hung up before the question by a text message: once, and only who did or said something.

    `number` makes the number to text of the caller's, `address` the one its answer will come from.
    """

    turns: Past
    log: LogReader
    clock: Callable[[], float]
    number: Callable[[str], str]
    address: Callable[[str], str]

    async def ask(self, turn: StoredTurn) -> None:
        """To be called when a session has ended; does nothing where it should not."""
        state = turn.state
        if not (hung_up(turn) and state.caller and may_ask_later(state)):
            return
        kinds = {entry.event.kind for entry in await self.log.of_session(state.session)}
        if CustomerSpoke.kind not in kinds or kinds & {ChatLinkPromised.kind, ChatContinued.kind}:
            return
        address = self.address(self.number(state.caller))
        there = await self.turns.present(address)
        if there is None or there.state.over:  # nobody is interrupted in a conversation by text
            await self.turns.tell(state.session, SurveyDue(at=self.clock(), address=address), "survey")


def hung_up(turn: StoredTurn) -> bool:
    """Whether the caller ended the session in this turn."""
    return any(isinstance(event, SessionEnded) and event.reason == "hung_up" for event in turn.events)
