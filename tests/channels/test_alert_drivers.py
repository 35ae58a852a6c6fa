"""A cause planted in a record is named by the alert's sentence; where nothing moved but by chance, nobody is."""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from itertools import product
from random import Random  # noqa: TID251 - seeded
from typing import Any, cast

import pytest

from frontdesk.channels.board.alarm import alerts
from frontdesk.channels.board.ask import asked
from frontdesk.channels.board.reading import Reading
from frontdesk.record.cells import Deltas, cells, start_of
from frontdesk.record.packed import packed
from frontdesk.record.ports import Place, ProjectionStore
from frontdesk.record.session_row import SessionRow
from frontdesk.record.targets import Target
from tests.channels.test_board_figures import LEDGER, UTC_ZONE, Kept

DAY, A_DAY = 86400.0, 2000
GROUPS = tuple(
    product(("order_status", "invoice", "return_item"), ("v1", "v2"), ("GB", "CN", "DE"), ("main.menu", "orders.ask"))
)
OF = {"intent": 0, "version": 1, "region": 2, "node": 3}
Group = tuple[str, str, str, str]
Rate = Callable[[Group, int], float]
TARGETS = {"self_service": Target(at_least=0.55)}


@cache
def counted(group: Group, day: int, *, helped: bool) -> Deltas:
    """What one session of that kind adds to the record."""
    intent, version, region, node = group
    row = SessionRow(
        id="S", started_at=day * DAY + 36000, last_at=day * DAY + 36300, ended_at=day * DAY + 36300, channel="voice",
        lang="en", flow_version=version, region=region, goal=intent, needed=True, inputs=2, node=node,
        nodes={node: (1, 0, 0)}, outcome="resolved_verified" if helped else "gave_up",
    )  # fmt: skip
    return cells(row, LEDGER.name, LEDGER.zone)


def record(rate: Rate, seed: int, *, weigh: Rate = lambda group, day: 1.0) -> Reading:
    """A day's sessions and the next day's, drawn by how often each kind comes and how often it is helped."""
    random, found = Random(seed), dict[Place, Counter[str]]()
    for day in (0, 1):
        drawn = random.choices(GROUPS, [weigh(group, day) for group in GROUPS], k=A_DAY)
        kinds = Counter((group, random.random() < rate(group, day)) for group in drawn)
        for (group, helped), times in kinds.items():
            for place, counts in counted(group, day, helped=helped).items():
                into = found.setdefault(place, Counter())
                for name, count in counts.items():
                    into[name] += times * count
    rows = {p: packed(start_of(p, UTC_ZONE), counts, named=p[0].endswith("/nodes")) for p, counts in found.items()}
    return Reading(cast(ProjectionStore, Kept(rows)), LEDGER.name, lambda: 2 * DAY)


async def told(reading: Reading) -> Mapping[str, Any]:
    ask = asked({"from": "1970-01-02", "to": "1970-01-02"}, 2 * DAY, UTC_ZONE)
    (alert,) = (await alerts(reading, ask, TARGETS, "UTC"))["alerts"]
    return cast(Mapping[str, Any], alert)


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(("cut", "value", "words"), [
    ("intent", "invoice", "the intent “invoice”"),
    ("version", "v2", "the flow version “v2”"),
    ("region", "CN", "the region “CN”"),
    ("node", "orders.ask", "sessions whose last menu step was “orders.ask”"),
])  # fmt: skip
async def test_the_planted_cause_is_named(cut: str, value: str, words: str, seed: int) -> None:
    """One intent, version, region or node that falls from 60 % to 20 %, the rest as before, is what the sentence names."""

    def rate(group: Group, day: int) -> float:
        return 0.2 if day == 1 and group[OF[cut]] == value else 0.6

    alert = await told(record(rate, seed))
    assert (alert["driver"]["kind"], alert["driver"]["slice"], alert["driver"]["value"]) == ("change", cut, value)
    assert f"Most of the change comes from {words}" in alert["en"]
    assert value in alert["zh"]


async def test_what_merely_grew_is_named() -> None:
    """Twice as many about a thing that self-service rarely settles, none faring worse."""
    reading = record(
        lambda group, day: 0.1 if group[0] == "invoice" else 0.7,
        1,
        weigh=lambda group, day: 1 + 3 * day * (group[0] == "invoice"),
    )
    assert "the intent “invoice”: now 6" in (await told(reading))["en"]


async def test_nobody_is_named_where_nothing_moved_or_all_did() -> None:
    """Of twenty records in which all fell alike, or nothing moved, none names anybody (of 240 tried, none did)."""
    rates: tuple[Rate, ...] = (lambda group, day: 0.45 - 0.1 * day, lambda group, day: 0.4)
    alerts_told = [await told(record(rate, seed)) for seed in range(10) for rate in rates]
    assert [alert["en"] for alert in alerts_told if alert["driver"] is not None] == []
    assert all("No single slice explains it." in alert["en"] for alert in alerts_told)


async def test_what_keeps_a_figure_from_its_target_is_named() -> None:
    """Nothing moved; one intent is never settled. That is a gap, not a change."""
    alert = await told(record(lambda group, day: 0.1 if group[0] == "return_item" else 0.6, 1))
    assert (alert["driver"]["kind"], alert["driver"]["value"]) == ("gap", "return_item")
