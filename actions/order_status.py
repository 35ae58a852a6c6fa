"""Tell a verified customer where their order is. Says only what the shop said; an order of somebody else is not found."""

from dataclasses import replace
from datetime import date

from actions.order import Locale, Order
from actions.order_task import Asked, OrderTask
from actions.task import Medium, TaskResult
from actions.words import WORDS, by_day, goods, number, result

_COMING = frozenset({"paid", "packed", "shipped", "out_for_delivery", "delayed"})
_MOVING = frozenset({"shipped", "out_for_delivery", "delayed", "sent"})


class OrderStatus(OrderTask):
    """Where one order is."""

    name = "order_status"
    own = ("found",)

    async def about(self, order: Order, asked: Asked) -> TaskResult:
        return _tell(order, asked.locale, asked.medium)


def _tell(order: Order, locale: Locale, medium: Medium) -> TaskResult:
    parts = [_state(order, locale), *_when(order, locale), *_details(order, locale, medium)]
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
        tracking=order.tracking or "",
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


def _details(order: Order, locale: Locale, medium: Medium) -> list[TaskResult]:
    """A tracking number is for the eye only; an open return is worth telling anybody."""
    found = []
    if medium == "text" and order.tracking and order.state in _MOVING:
        found.append(_line("tracking", order, locale))
    if order.return_number and order.state == "delivered":
        found.append(_line("return_open", order, locale))
    return found
