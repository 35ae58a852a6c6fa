"""What a simulation came to, in numbers: waits, service level, abandonment, occupancy, self-service. Sums; no events."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from frontdesk.record.figures.value import share
from frontdesk.record.repeats import counts
from frontdesk.record.session_row import SessionRow
from frontdesk.simulate.contact import Contact


@dataclass(slots=True)
class Figures:
    """Added to as contacts end."""

    within_s: float
    contacts: int = 0
    rows: list[SessionRow] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)  # of the answered
    left_after: list[float] = field(default_factory=list)
    talks: list[float] = field(default_factory=list)
    outcomes: dict[str, int] = field(default_factory=dict)
    efforts: list[int] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)
    helped_alone: int = 0
    settled_alone: int = 0  # of them, by a task
    needed: int = 0
    staffed_s: float = 0.0
    busy_s: float = 0.0
    turns: int = 0

    def add(self, contact: Contact) -> None:
        caller = contact.caller
        self.contacts += 1
        if contact.row is not None:
            self.rows.append(contact.row)
        outcome = caller.outcome()
        self.outcomes[outcome] = self.outcomes.get(outcome, 0) + 1
        if contact.state.tickets:
            (self.waits if caller.reached else self.left_after).append(caller.waited_s)
        if caller.reached:
            self.talks.append(caller.talked_s)
        if caller.there and caller.spoke:
            self.needed += 1
            self.helped_alone += bool(caller.helped and not caller.reached)
            self.settled_alone += outcome == "resolved_verified"
            self.efforts.append(caller.effort())
        if caller.answered is not None:
            self.answers.append(caller.answered)
        self.turns += contact.version

    def result(self) -> dict[str, Any]:
        """All figures as one object. Seconds; shares are 0 to 1; None where there is nothing to divide by."""
        queued, ended = len(self.waits) + len(self.left_after), [r for r in self.rows if r.outcome != "running"]
        needy = [row for row in ended if counts(row)]
        recorded = share(sum(row.outcome == "resolved_verified" for row in needy), len(needy)).value
        naive = share(sum(not row.connected for row in ended), len(ended)).value
        soon = sum(wait <= self.within_s for wait in self.waits)
        return {
            "contacts": self.contacts,
            "turns": self.turns,
            "queued": queued,
            "answered": len(self.waits),
            "answer_rate": _share(len(self.waits), queued),
            "abandonment": _share(len(self.left_after), queued),
            "service_level": _share(soon, queued),
            "answered_within_s": self.within_s,
            "wait_mean_s": _mean(self.waits),
            "wait_median_s": _quantile(self.waits, 0.5),
            "wait_p90_s": _quantile(self.waits, 0.9),
            "waited": _share(sum(wait > 0 for wait in self.waits), len(self.waits)),
            "left_after_mean_s": _mean(self.left_after),
            "talk_mean_s": _mean(self.talks),
            "occupancy": _share(self.busy_s, self.staffed_s),
            "staffed_h": round(self.staffed_s / 3600.0, 2),
            "self_service": {
                "recorded": None if recorded is None else round(recorded, 4),
                "naive": None if naive is None else round(naive, 4),
                "true": _share(self.helped_alone, self.needed),
                "true_verified": _share(self.settled_alone, self.needed),
                "recorded_of": len(self.rows),
            },
            "effort": {
                "recorded_mean": _mean(self.answers), "true_mean": _mean(self.efforts),
                "answered": len(self.answers),
            },
            "true_outcomes": dict(sorted(self.outcomes.items())),
        }  # fmt: skip


def _share(part: float, whole: float) -> float | None:
    return round(part / whole, 4) if whole else None


def _mean(values: list[Any]) -> float | None:
    return round(float(np.mean(values)), 3) if values else None


def _quantile(values: list[float], level: float) -> float | None:
    return round(float(np.quantile(values, level)), 2) if values else None
