"""An alert says what is missed, which slice likely moved it or holds it, and what happened meanwhile."""

from frontdesk.record.alerts import beside, told
from frontdesk.record.drivers import Pairs, driver, holder, worse
from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.figures.value import NOTHING, Value, share
from frontdesk.record.targets import Target

RATE, TARGET = FIGURES["self_service"], Target(at_least=0.4)
CHANNELS: dict[str, Pairs] = {
    "channel": {"voice": (share(500, 1000), share(490, 1000)), "chat": (share(500, 1000), share(100, 1000))}
}


def test_what_made_it_worse() -> None:
    """The slice that fell, with its share of the change; not one that is merely big."""
    before, now = share(1000, 2000), share(590, 2000)
    moved = driver(CHANNELS, before, now)
    assert moved is not None
    assert (moved.value, moved.kind, round(moved.explains, 2)) == ("chat", "change", 0.98)
    assert worse(before, now, 0.4)
    said = told(RATE, now, before, TARGET, moved)
    assert said["en"] == (
        "Self-service rate is 29.5 % (27.5 % to 31.5 %, n = 2,000), below the target of 40.0 %, down from 50.0 % in the period "
        "before. Most of the change comes from the channel “chat”: 10.0 % after 50.0 % (n = 1,000), 98 % of it."
    )
    assert "低于目标 40.0 %，低于上一周期的 50.0 %。变化主要来自渠道“chat”：10.0 %，此前为 50.0 %" in said["zh"]


def test_what_holds_it() -> None:
    """A figure that got better and is still missed: what is furthest from the target, for its size."""
    before, now = share(300, 2000), share(590, 2000)
    assert not worse(before, now, 0.4)
    held = holder(CHANNELS, now, 0.4)
    assert held is not None
    assert (held.value, held.kind) == ("chat", "gap")
    said = told(RATE, now, before, TARGET, held)
    assert "up from 15.0 %" in said["en"]
    assert "What keeps it from the target most is the channel “chat”: 10.0 % (n = 1,000)" in said["en"]
    assert "高于上一周期的 15.0 %。与目标的差距主要在渠道“chat”" in said["zh"]


def test_nobody_is_blamed_by_chance() -> None:
    """Slices that fare alike explain nothing; a figure without a past is told without one."""
    alike: dict[str, Pairs] = {"lang": {"en": (share(30, 100), share(30, 100)), "zh": (share(30, 100), share(30, 100))}}
    assert holder(alike, share(60, 200), 0.4) is None
    said = told(RATE, Value(value=0.3, low=0.25, high=0.35, n=200), NOTHING, TARGET, None)
    assert said["en"].endswith("below the target of 40.0 %. No single slice explains it.")


def test_what_happened_meanwhile() -> None:
    """Three are named, incidents first; more are counted; without any the sentence is as it was."""
    said = {"en": "Missed.", "zh": "未达标。"}
    published = [{"at": float(n), "kind": "publish", "en": f"flows {n}", "zh": f"流程 {n}"} for n in range(3)]
    incident = {"at": 0.5, "kind": "incident", "en": "“down”", "zh": "“故障”"}
    assert beside(said, []) == said
    assert beside(said, [*published, incident]) == {
        "en": "Missed. Meanwhile: incident “down”; flows 2; flows 1; and 1 more.",
        "zh": "未达标。期间：事故“故障”；流程 2；流程 1；另有 1 件。",
    }
