"""The demo shop's people, goods and orders: the same ones every time, by arithmetic, with days counted from `as_of`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from actions import Customer, Name, Order, OrderLine, OrderState, Tier
from frontdesk.adapters.demo_goods import (
    CARRIERS,
    CHINESE_NAMES,
    CHINESE_STREETS,
    ENGLISH_NAMES,
    ENGLISH_STREETS,
    GOODS,
)

FIRST_ORDER = 10001
ORDERS = 240
RETURN_DAYS = 30
_STATES: tuple[OrderState, ...] = (
    "delivered", "shipped", "paid", "delivered", "out_for_delivery",
    "delivered", "packed", "shipped", "delayed", "delivered",
    "placed", "shipped", "delivered", "cancelled", "returned",
    "delivered", "out_for_delivery", "lost", "delivered", "paid",
)  # fmt: skip
_TIERS: tuple[Tier, ...] = ("silver", "standard", "standard", "gold", "standard", "silver", "standard")
_SENT = frozenset({"shipped", "out_for_delivery", "delivered", "returned", "delayed", "lost"})
AVERY, XIAOYU = "C0007", "C0042"


@dataclass(frozen=True, slots=True)
class _Fixed:
    customer: str
    state: OrderState
    placed_days_ago: int
    goods: int


# The orders that the tutorial and the tests name.
_FIXED = {
    10023: _Fixed(AVERY, "shipped", 4, 1),
    10024: _Fixed(AVERY, "delivered", 9, 2),
    10025: _Fixed(AVERY, "paid", 1, 1),
    10026: _Fixed(AVERY, "delivered", 12, 1),
    10027: _Fixed(AVERY, "cancelled", 15, 1),
    10028: _Fixed(AVERY, "delayed", 10, 1),
    10031: _Fixed(XIAOYU, "out_for_delivery", 3, 1),
    10032: _Fixed(XIAOYU, "delivered", 8, 1),
    10033: _Fixed(XIAOYU, "paid", 1, 1),
    10034: _Fixed(XIAOYU, "delivered", 12, 1),
    10035: _Fixed(XIAOYU, "cancelled", 15, 1),
    10036: _Fixed(XIAOYU, "delayed", 10, 1),
}


def demo_customers() -> tuple[Customer, ...]:
    """Everybody who has ordered; half speak English, half Chinese. The phone numbers are nobody's."""
    english = [_customer(i, name, f"+1415555{_last4_en(i):04d}", "en") for i, name in enumerate(ENGLISH_NAMES, 1)]
    first = len(ENGLISH_NAMES) + 1
    chinese = [_customer(i, name, f"+861005550{_last4_zh(i):04d}", "zh") for i, name in enumerate(CHINESE_NAMES, first)]
    return tuple(english + chinese)


def _customer(i: int, name: str, phone: str, lang: str) -> Customer:
    return Customer(
        id=f"C{i:04d}",
        name=name,
        phone=phone,
        tier=_TIERS[i % len(_TIERS)],
        lang="zh" if lang == "zh" else "en",
        email=f"{name.lower().replace(' ', '.')}@example.com" if lang == "en" else f"c{i:04d}@example.com",
    )


def demo_address(customer: str) -> str:
    """Where a customer lives; no such house exists."""
    i, streets = int(customer[1:]), ENGLISH_STREETS
    if i <= len(ENGLISH_NAMES):
        return f"{i * 7 % 190 + 1} {streets[i % len(streets)]}"
    return f"{CHINESE_STREETS[i % len(CHINESE_STREETS)]}{i * 7 % 190 + 1}号{i % 9 + 1}0{i % 4 + 1}室"


def _last4_en(i: int) -> int:
    """Within 555-0100 to 555-0199, which is kept for stories."""
    return 198 if f"C{i:04d}" == AVERY else 100 + i


def _last4_zh(i: int) -> int:
    return 6688 if f"C{i:04d}" == XIAOYU else 1000 + (i * 137) % 5000


def demo_orders(as_of: date) -> tuple[Order, ...]:
    """All orders as they stand on the day `as_of`."""
    people = [c.id for c in demo_customers()]
    return tuple(_order(FIRST_ORDER + i, people, as_of, _FIXED.get(FIRST_ORDER + i)) for i in range(ORDERS))


def many_orders(as_of: date, people: Sequence[str], count: int) -> tuple[Order, ...]:
    """So many orders of these customers (ids), for a simulated shop; made like the demo's."""
    return tuple(_order(FIRST_ORDER + i, people, as_of) for i in range(count))


def demo_returns(orders: Sequence[Order]) -> dict[str, str]:
    """Return numbers by order number: of what came back, and of some that are still on their way back."""
    return {o.number: return_number(o.number) for o in orders if o.return_number}


def return_number(order_number: str) -> str:
    """The number a return of this order gets."""
    return f"R{order_number}"


def _order(number: int, people: Sequence[str], as_of: date, fixed: _Fixed | None = None) -> Order:
    i = number - FIRST_ORDER
    state = fixed.state if fixed else _STATES[i % len(_STATES)]
    ago = fixed.placed_days_ago if fixed else _placed_days_ago(state, i)
    customer = fixed.customer if fixed else people[(i * 11 + i // 20) % len(people)]
    order = Order(
        number=str(number),
        customer_id=customer,
        address=demo_address(customer),
        state=state,
        as_of=as_of,
        placed_on=as_of - timedelta(days=ago),
        lines=_lines(i, fixed.goods if fixed else 1 + (i % 4) // 2 + (i % 11) // 10),
    )
    return _dated(_sent(order, i), ago, i, returned=not fixed and i % 15 == 0)


def _placed_days_ago(state: OrderState, i: int) -> int:
    """Young for what has just come in, old for what has been there."""
    match state:
        case "placed" | "paid":
            return i % 2
        case "packed":
            return 1 + i % 2
        case "shipped" | "out_for_delivery" | "sent":
            return 2 + i % 4
        case "delayed" | "lost":
            return 8 + i % 9
        case "delivered" | "returned":
            return 6 + (i * 13) % 70
        case "cancelled":
            return 3 + i % 20


def _sent(order: Order, i: int) -> Order:
    if order.state not in _SENT:
        return order
    prefix, name = CARRIERS[i % len(CARRIERS)]
    return replace(order, carrier=name, tracking=f"{prefix}{int(order.number) * 7919 % 10**8:08d}")


def _dated(order: Order, ago: int, i: int, *, returned: bool) -> Order:
    """Expected and delivered days, and until when it may go back, as they follow from the state."""
    ahead = {"paid": 4, "packed": 3, "shipped": 1 + i % 3, "out_for_delivery": 0, "delayed": 2 + i % 4, "lost": -5}
    if order.state in ahead:
        return replace(order, expected_on=order.as_of + timedelta(days=ahead[order.state]))
    if order.state not in ("delivered", "returned"):
        return order
    delivered = order.placed_on + timedelta(days=min(ago - 1, 4 + i % 3))
    until = delivered + timedelta(days=RETURN_DAYS)
    opened = order.state == "returned" or (returned and until >= order.as_of)
    number = return_number(order.number) if opened else None
    return replace(order, delivered_on=delivered, returnable_until=until, return_number=number)


def _lines(i: int, count: int) -> tuple[OrderLine, ...]:
    picked = [GOODS[(i * 5 + k * 7) % len(GOODS)] for k in range(count)]
    return tuple(
        OrderLine(sku=sku, name=Name(en, zh), quantity=_quantity(en, i + k), price=price)
        for k, (sku, en, zh, price) in enumerate(picked)
    )


def _quantity(name: str, i: int) -> int:
    """Two now and then, of what its name does not count ("a tea set" is one)."""
    return 2 if not name.startswith(("a ", "an ")) and i % 3 == 0 else 1
