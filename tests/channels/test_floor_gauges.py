"""What Prometheus is told of the floor: who is there, who is busy, who waits and how long."""

from dataclasses import replace

from prometheus_client import CollectorRegistry

from frontdesk.channels.floor_gauges import FloorGauges
from tests.fakes.desk import AMY, NOON
from tests.unit.handoff.test_order import CALL, CHAT, READY, WITH_AMY, queued


def test_the_floor_at_a_moment() -> None:
    """Nobody of a status is 0, not missing; a queue that emptied goes back to 0, with no wait."""
    registry = CollectorRegistry()
    gauges = FloorGauges(registry)
    away = replace(AMY, id="wei", status="break")
    gauges.show([READY, away], [WITH_AMY, queued(CHAT), CALL], NOON)

    def told(name: str, **labels: str) -> float | None:
        return registry.get_sample_value(f"frontdesk_{name}", labels)

    assert [told("agents", status=s) for s in ("ready", "break", "wrap_up", "offline")] == [1, 1, 0, 0]
    assert (told("agents_busy"), told("waiting", queue="service")) == (1, 2)
    assert told("longest_wait_seconds", queue="service") == 90
    gauges.show([away], [], NOON)
    assert (told("agents_busy"), told("waiting", queue="service")) == (0, 0)
    assert told("longest_wait_seconds", queue="service") == 0
