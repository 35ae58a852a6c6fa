"""What Prometheus is told of machines: each that failed, and the shop, which fails within a task that itself goes well."""

from time import monotonic

from frontdesk.channels.ops import Ops
from frontdesk.core.events import CustomerSilent, MachineDidFail, TaskFinished


def test_a_shop_that_is_away_is_measured() -> None:
    """As often as a customer was told so, by menus and bot alike; what went well or is a customer's trouble is no failure."""
    ops = Ops({}, monotonic)
    down = TaskFinished(task="order_status", outcome="shop_down", by="bot")
    ops.happened([down, CustomerSilent(count=1), TaskFinished(task="order_status", outcome="found", by="menu")])
    ops.happened([down, MachineDidFail(machine="dialogue", reason="late")])

    def told(machine: str, reason: str) -> float | None:
        return ops.registry.get_sample_value("frontdesk_machine_failures_total", {"machine": machine, "reason": reason})

    assert (told("shop", "down"), told("dialogue", "late"), told("task", "down")) == (2, 1, None)
