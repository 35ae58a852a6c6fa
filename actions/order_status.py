"""Tell a verified customer where their order is. Says only what the shop said; an order of somebody else is not found."""

from dataclasses import replace
from datetime import date

from actions.meaning.order_asked import BOTH, DAY, TRACKING
from actions.order import Locale, Order
from actions.order_task import Asked, OrderTask
from actions.task import Medium, TaskResult
from actions.words import WORDS, by_day, goods, in_groups, number, result

_COMING = frozenset({"paid", "packed", "shipped", "out_for_delivery", "delayed"})
UNPACKED = frozenset({"placed", "paid", "packed"})
_ON_TIME = frozenset({"paid", "packed", "shipped", "out_for_delivery"})
_MOVING = frozenset({"shipped", "out_for_delivery", "delayed", "sent"})


class OrderStatus(OrderTask):
    """Where one order is. `asks`: the only fact that is asked for, or one that is, too."""

    name = "order_status"
    own = ("found",)

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        return _tell(order, asked.locale, asked.medium, asked.fact("asks"))


def _tell(order: Order, locale: Locale, medium: Medium, asks: str) -> TaskResult:
    numbered = _tracking(order, locale) if asks in (TRACKING, BOTH) else []
    dated = _when(order, locale) if asks == DAY and order.state in _ON_TIME else []
    parts = dated or (numbered if asks == TRACKING else [])
    parts = parts or [_state(order, locale), *_when(order, locale), *(numbered or _details(order, locale, medium))]
    join = "" if locale == "zh" else " "
    return replace(
        parts[0],
        words=join.join(p.words for p in parts),
        spoken=join.join(p.spoken for p in parts),
        facts={"order_number": order.number, "order_state": order.state},
    )


def _line(key: str, order: Order, locale: Locale, day: date | None = None) -> TaskResult:
    return result(
        OrderStatus.name,
        "found",
        locale,
        f"order_status.{key}",
        number=number(order.number),
        goods=goods(order.lines, locale),
        carrier=order.carrier.of(locale) if order.carrier else WORDS[locale]["order_status.unknown_carrier"],
        day=by_day(day, order.as_of, locale) if day else "",
        tracking=in_groups(order.tracking or ""),
        return_number=number(order.return_number or ""),
    )


def _state(order: Order, locale: Locale) -> TaskResult:
    if order.state == "delivered" and order.delivered_on is None:
        return _line("delivered_undated", order, locale)
    return _line(order.state, order, locale, order.delivered_on)


def _when(order: Order, locale: Locale) -> list[TaskResult]:
    if order.state not in _COMING or order.expected_on is None:
        return []
    late = order.expected_on < order.as_of
    key = "overdue" if late else "expected_now" if order.state == "delayed" else "expected"
    return [_line(key, order, locale, order.expected_on)]


def _tracking(order: Order, locale: Locale) -> list[TaskResult]:
    """The number of the parcel, asked for; or that there is none yet. Nothing of what is not sent at all."""
    if order.tracking:
        return [_line("tracking_asked", order, locale)]
    return [_line("no_tracking", order, locale)] if order.state in UNPACKED else []


def _details(order: Order, locale: Locale, medium: Medium) -> list[TaskResult]:
    """Unasked, a tracking number is for the eye only; an open return is worth telling anybody."""
    found = []
    if medium == "text" and order.tracking and order.state in _MOVING:
        found.append(_line("tracking", order, locale))
    if order.return_number and order.state == "delivered":
        found.append(_line("return_open", order, locale))
    return found
