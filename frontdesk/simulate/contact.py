"""One contact under way: its session's state, its turns, the record's row of it, and the customer's mind."""

from dataclasses import dataclass, field
from typing import Any

from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.rooms import State
from frontdesk.record.session_row import SessionRow
from frontdesk.simulate.caller import Caller


@dataclass(slots=True)
class Contact:
    """`version` counts turns: what was planned before a newer turn is not done any more. `row` is what the record makes of
    it, where it is `recorded`.
    """

    caller: Caller
    state: State
    version: int = 0
    recorded: bool = True
    row: SessionRow | None = None
    turns: list[StoredTurn] = field(default_factory=list)
    ended_at: float | None = None
    comes_back_at: float | None = None

    def truth(self) -> dict[str, Any]:
        """What is true of this contact, as one row of the truth file: see docs/reference/simulator.md."""
        caller, errand = self.caller, self.caller.errand
        return {
            "session": self.state.session, "started_at": self.state.started_at, "ended_at": self.ended_at,
            "channel": errand.channel, "lang": errand.lang, "customer": errand.customer.id,
            "tier": errand.customer.tier, "need": errand.need, "order_number": errand.order.number,
            "outcome": caller.outcome(), "helped": bool(caller.helped), "helped_by": caller.by if caller.helped else "",
            "self_served": bool(caller.helped and not caller.reached), "needed": caller.there and caller.spoke > 0,
            "wanted_person": caller.asked_person, "reached_person": caller.reached,
            "waited_s": round(caller.waited_s, 1), "troubles": caller.troubles, "effort": caller.effort(),
            "survey_asked": caller.surveyed, "survey_answer": caller.answered,
            "repeat_of": errand.again, "visit": errand.visits, "comes_back_at": self.comes_back_at,
        }  # fmt: skip
