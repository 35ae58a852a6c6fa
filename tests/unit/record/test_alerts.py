"""An alert says what is missed, which slice likely moved it or holds it, and what happened meanwhile."""

from frontdesk.record.alerts import beside, told
from frontdesk.record.drivers import Slices, driver, holder, worse
from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.figures.value import NOTHING, Value, share
from frontdesk.record.targets import Target

RATE, TARGET = FIGURES["self_service"], Target(at_least=0.4)
CHANNELS = {"voice": (share(500, 1000), share(490, 1000)), "chat": (share(500, 1000), share(100, 1000))}


def test_what_made_it_worse() -> None:
    """The slice that fell, with its share of the change; not one that is merely big."""
    before, now = share(1000, 2000), share(590, 2000)
    moved = driver({"channel": Slices(before, now, CHANNELS)})
    assert moved is not None
    assert (moved.value, moved.kind, round(moved.explains, 2)) == ("chat", "change", 0.95)
    assert worse(before, now, 0.4)
    said = told(RATE, now, before, TARGET, moved)
    assert said["en"] == (
        "Self-service rate is 29.5 % (27.5 % to 31.5 %, n = 2,000), below the target of 40.0 %, down from 50.0 % in the period "
        "before. Most of the change comes from the channel “chat”: 10.0 % after 50.0 % (n = 1,000), 95 % of it."
    )
    assert "低于目标 40.0 %，低于上一周期的 50.0 %。变化主要来自渠道“chat”：10.0 %，此前为 50.0 %" in said["zh"]


def test_what_holds_it() -> None:
    """A figure that got better and is still missed: what is furthest from the target, for its size."""
    before, now = share(300, 2000), share(590, 2000)
    assert not worse(before, now, 0.4)
    held = holder({"channel": Slices(before, now, CHANNELS)}, 0.4)
    assert held is not None
    assert (held.value, held.kind) == ("chat", "gap")
    said = told(RATE, now, before, TARGET, held)
    assert "up from 15.0 %" in said["en"]
    assert "What keeps it from the target most is the channel “chat”: 10.0 % (n = 1,000)" in said["en"]
    assert "高于上一周期的 15.0 %。与目标的差距主要在渠道“chat”" in said["zh"]


def test_what_grew() -> None:
    """A slice that fares as before and became big is told by its share; so is one that was not there."""
    before, now = share(570, 1000), share(450, 1000)
    parts = {"invoice": (share(5, 50), share(30, 300)), "order_status": (share(565, 950), share(420, 700))}
    moved = driver({"intent": Slices(before, now, parts)})
    assert moved is not None
    assert moved.grew
    said = told(RATE, now, before, TARGET, moved)
    assert "the intent “invoice”: now 30.0 % of all cases after 5.0 %, at 10.0 % (n = 300)" in said["en"]
    assert "意图“invoice”：占比由 5.0 % 变为 30.0 %，其值为 10.0 %（n = 300）" in said["zh"]
    new = driver({"intent": Slices(before, now, parts | {"invoice": (NOTHING, share(30, 300))})})
    assert new is not None
    assert new.grew


def test_a_small_part_of_the_change_is_called_a_part() -> None:
    """Only half of the change or more is "most of it"."""
    parts = {str(n): (share(50, 100), share(50 - 10 * (n < 4), 100)) for n in range(8)}
    parts["0"] = share(50, 100), share(10, 100)
    moved = driver({"region": Slices(share(400, 800), share(330, 800), parts)})
    assert moved is not None
    assert (moved.value, moved.explains > 0.5) == ("0", True)
    parts["1"] = share(50, 100), share(15, 100)
    moved = driver({"region": Slices(share(400, 800), share(305, 800), parts)})
    assert moved is not None
    assert (
        "Part of the change comes from the region" in told(RATE, share(305, 800), share(400, 800), TARGET, moved)["en"]
    )


def test_nobody_is_blamed_by_chance() -> None:
    """Slices that fare alike explain nothing, nor do handfuls, nor is a figure without a past told with one."""
    alike = {"en": (share(30, 100), share(30, 100)), "zh": (share(30, 100), share(30, 100))}
    assert holder({"lang": Slices(share(60, 200), share(60, 200), alike)}, 0.4) is None
    few = {"en": (share(300, 600), share(200, 600)), "zh": (share(6, 9), share(0, 9))}
    assert driver({"lang": Slices(share(306, 609), share(200, 609), few)}) is None
    said = told(RATE, Value(value=0.3, low=0.25, high=0.35, n=200), NOTHING, TARGET, None)
    assert said["en"].endswith("below the target of 40.0 %. No single slice explains it.")


def test_what_happened_meanwhile() -> None:
    """Three are named, incidents first; more are counted; the first flows are no change; without any it stays."""
    said = {"en": "Missed.", "zh": "未达标。"}
    published = [
        {"at": float(n), "kind": "publish", "number": n, "en": f"flows {n}", "zh": f"流程 {n}"} for n in (1, 2, 3, 4)
    ]
    incident = {"at": 0.5, "kind": "incident", "en": "“down”", "zh": "“故障”"}
    assert beside(said, []) == beside(said, published[:1]) == said
    assert beside(said, [*published, incident]) == {
        "en": "Missed. Meanwhile: incident “down”; flows 4; flows 3; and 1 more.",
        "zh": "未达标。期间：事故“故障”；流程 4；流程 3；另有 1 件。",
    }
