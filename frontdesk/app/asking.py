"""Who is asked how easy it was: a share of conversations, and nobody again within some days.."""

import logging
import secrets
from dataclasses import dataclass

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import ContactStarted
from frontdesk.record import repeats
from frontdesk.record.ledger import Ledger
from frontdesk.record.ports import ProjectionStore

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
