"""What agents say of the facts they were handed."""

from collections.abc import Iterator

from frontdesk.core.desk_inputs import FactJudged
from frontdesk.core.rooms import State
from frontdesk.core.tickets import FACT_MARKS, Ticket
from frontdesk.simulate.chance import Chance, happens, pick
from frontdesk.simulate.scenario import Staff
from handoff.packet import SHOWN


def judged(chance: Chance, staff: Staff, state: State, ticket: Ticket, at: float) -> Iterator[FactJudged]:
    """After some talks, a mark for each fact of the packet."""
    if not happens(chance, staff.marks):
        return
    shares = {"wrong": staff.wrong, "asked_again": staff.asked_again, "used": 1.0 - staff.wrong - staff.asked_again}
    for fact in (name for name in SHOWN if name in state.facts):
        came = pick(chance, shares)
        mark = next(known for known in FACT_MARKS if known == came)
        yield FactJudged(at=at, agent=ticket.agent or "", fact=fact, mark=mark, ticket=ticket.id)
