"""The embedded demo shop on SQLite or PostgreSQL, behind the Shop port of the tasks. Knows no session and no channel."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import delete, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import Customer, Name, Order, OrderLine, Return, ShopDown
from frontdesk.adapters.demo_shop import demo_customers, demo_orders, demo_returns, return_number
from frontdesk.adapters.sql.database import Database, DatabaseDown, whole
from frontdesk.adapters.sql.shop_tables import customers, lines, metadata, orders, returns, tries

_FILLING = "shop"  # any text: the advisory lock that lets one process at a time fill the shop


class SqlShop:
    """Keeps the Shop port's promises. `clock` tells epoch seconds, `zone` where the shop's days begin."""

    def __init__(self, database: Database, clock: Callable[[], float], zone: tzinfo) -> None:
        self._database = database
        self._clock = clock
        self._zone = zone

    @whole
    async def order(self, number: str) -> Order | None:
        found = select(orders, returns.c.number.label("return_number")).outerjoin(
            returns, returns.c.order_number == orders.c.number
        )
        async with _told_as_shop_down(), self._database.read() as connection:
            row = (await connection.execute(found.where(orders.c.number == number))).mappings().first()
            its_lines = select(lines).where(lines.c.order_number == number).order_by(lines.c.line)
            goods = (await connection.execute(its_lines)).mappings().all()
        return _order(row, tuple(_line(g) for g in goods), self._today()) if row else None

    @whole
    async def customer(self, customer: str) -> Customer | None:
        async with _told_as_shop_down(), self._database.read() as connection:
            row = (await connection.execute(select(customers).where(customers.c.id == customer))).mappings().first()
        return Customer(**row) if row else None

    @whole
    async def open_return(self, order_number: str, reason: str) -> Return:
        async with _told_as_shop_down(), self._database.write() as connection:
            await _alone(connection, self._database, order_number)
            known = select(returns.c.number).where(returns.c.order_number == order_number)
            number = (await connection.execute(known)).scalar()
            if number is not None:
                return Return(number=number, order_number=order_number, new=False)
            number = return_number(order_number)
            row = {"order_number": order_number, "number": number, "reason": reason, "opened_at": self._clock()}
            await connection.execute(insert(returns).values(row))
        return Return(number=number, order_number=order_number, new=True)

    @whole
    async def take_try(self, order_number: str, *, limit: int, within_s: float) -> bool:
        now = self._clock()
        async with _told_as_shop_down(), self._database.write() as connection:
            await _alone(connection, self._database, order_number)
            await connection.execute(delete(tries).where(tries.c.at <= now - within_s))
            recent = select(func.count()).select_from(tries).where(tries.c.order_number == order_number)
            if (await connection.execute(recent)).scalar_one() >= limit:
                return False
            await connection.execute(insert(tries).values(order_number=order_number, at=now))
        return True

    @whole
    async def forget_tries(self, order_number: str) -> None:
        async with _told_as_shop_down(), self._database.write() as connection:
            await connection.execute(delete(tries).where(tries.c.order_number == order_number))

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), self._zone).date()


async def create_and_fill(database: Database, as_of: date) -> None:
    """Make the shop's tables and fill them as of a day. Again on a later day, all its days move along.

    Returns that customers opened and tries they made are kept. Many processes may call it at once.
    """
    async with database.write() as connection:
        await _alone(connection, database, _FILLING)
        await connection.run_sync(metadata.create_all)
        for table in (lines, orders, customers):
            await connection.execute(delete(table))
        made = demo_orders(as_of)
        await connection.execute(insert(customers), [_customer_row(c) for c in demo_customers()])
        await connection.execute(insert(orders), [_order_row(o) for o in made])
        await connection.execute(insert(lines), [row for o in made for row in _line_rows(o)])
        kept = set((await connection.execute(select(returns.c.order_number))).scalars())
        new = [(o, r) for o, r in demo_returns(made).items() if o not in kept]
        if new:
            rows = [{"order_number": o, "number": r, "reason": "", "opened_at": 0.0} for o, r in new]
            await connection.execute(insert(returns), rows)


@asynccontextmanager
async def _told_as_shop_down() -> AsyncIterator[None]:
    try:
        yield
    except (DatabaseDown, SQLAlchemyError, OSError) as error:
        raise ShopDown("The shop's database did not answer; see that it runs, then try again.") from error


async def _alone(connection: AsyncConnection, database: Database, key: str) -> None:
    """Wait until no other transaction works on the same thing; SQLite's write transactions are alone already."""
    if not database.sqlite:
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"shop:{key}"})


def _order(row: Any, goods: tuple[OrderLine, ...], today: date) -> Order:
    return Order(
        number=row["number"],
        customer_id=row["customer_id"],
        state=row["state"],
        as_of=today,
        placed_on=row["placed_on"],
        lines=goods,
        expected_on=row["expected_on"],
        delivered_on=row["delivered_on"],
        carrier=Name(row["carrier_en"], row["carrier_zh"]) if row["carrier_en"] else None,
        tracking=row["tracking"],
        returnable_until=row["returnable_until"],
        return_number=row["return_number"],
        currency=row["currency"],
    )


def _line(row: Any) -> OrderLine:
    name = Name(row["name_en"], row["name_zh"])
    return OrderLine(sku=row["sku"], name=name, quantity=row["quantity"], price=row["price"])


def _customer_row(customer: Customer) -> dict[str, Any]:
    return {name: getattr(customer, name) for name in ("id", "name", "phone", "tier", "lang")}


def _order_row(order: Order) -> dict[str, Any]:
    same = ("number", "customer_id", "state", "placed_on", "expected_on", "delivered_on", "returnable_until")
    row = {name: getattr(order, name) for name in (*same, "tracking", "currency")}
    carrier = order.carrier
    return row | {"carrier_en": carrier.en if carrier else None, "carrier_zh": carrier.zh if carrier else None}


def _line_rows(order: Order) -> list[dict[str, Any]]:
    return [
        {
            "order_number": order.number,
            "line": i,
            "sku": line.sku,
            "name_en": line.name.en,
            "name_zh": line.name.zh,
            "quantity": line.quantity,
            "price": line.price,
        }
        for i, line in enumerate(order.lines)
    ]
