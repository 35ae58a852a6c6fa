"""The embedded demo shop on SQLite or PostgreSQL: its parts put together, and its orders. Knows no session and no channel."""

from collections.abc import Callable
from datetime import tzinfo
from typing import Any

from sqlalchemy import Select, select

from actions import Customer, Order, Shop
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.shop_cases import SqlCases, SqlTries
from frontdesk.adapters.sql.shop_changes import SqlChanges
from frontdesk.adapters.sql.shop_filling import create_and_fill
from frontdesk.adapters.sql.shop_goods import SqlGoods
from frontdesk.adapters.sql.shop_money import SqlMoney
from frontdesk.adapters.sql.shop_rows import ShopDay, line_of, order_of, told_as_shop_down
from frontdesk.adapters.sql.shop_tables import changes, contacts, customers, exchanges, lines, orders, returns

__all__ = ["SqlOrders", "create_and_fill", "sql_shop"]


def sql_shop(database: Database, clock: Callable[[], float], zone: tzinfo) -> Shop:
    """The embedded shop. `clock` tells epoch seconds, `zone` where the shop's days begin."""
    day = ShopDay(clock, zone)
    return Shop(
        orders=SqlOrders(database, day),
        changes=SqlChanges(database, day),
        money=SqlMoney(database, day),
        goods=SqlGoods(database),
        cases=SqlCases(database, day),
        tries=SqlTries(database, day),
    )


class SqlOrders:
    """Keeps the Orders port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    @whole
    async def order(self, number: str) -> Order | None:
        found = await self._orders(_found().where(orders.c.number == number))
        return found[0] if found else None

    @whole
    async def orders_of(self, customer: str, limit: int) -> tuple[Order, ...]:
        newest = _found().where(orders.c.customer_id == customer).limit(limit)
        return await self._orders(newest.order_by(orders.c.placed_on.desc(), orders.c.number.desc()))

    @whole
    async def customer(self, customer: str) -> Customer | None:
        found = select(customers, contacts.c.email).outerjoin(contacts, contacts.c.customer_id == customers.c.id)
        async with told_as_shop_down(), self._database.read() as connection:
            row = (await connection.execute(found.where(customers.c.id == customer))).mappings().first()
        return Customer(**row) if row else None

    async def _orders(self, found: Select[Any]) -> tuple[Order, ...]:
        async with told_as_shop_down(), self._database.read() as connection:
            rows = (await connection.execute(found)).mappings().all()
            numbers = [row["number"] for row in rows]
            its_lines = select(lines).where(lines.c.order_number.in_(numbers)).order_by(lines.c.line)
            goods = (await connection.execute(its_lines)).mappings().all()
        today = self._day.today()
        return tuple(
            order_of(row, tuple(line_of(g) for g in goods if g["order_number"] == row["number"]), today) for row in rows
        )


def _found() -> Select[Any]:
    """Orders with what customers did to them."""
    return (
        select(
            orders,
            returns.c.number.label("return_number"),
            exchanges.c.number.label("exchange_number"),
            changes.c.cancelled_at,
            changes.c.address.label("changed_address"),
            contacts.c.address,
        )
        .outerjoin(returns, returns.c.order_number == orders.c.number)
        .outerjoin(exchanges, exchanges.c.order_number == orders.c.number)
        .outerjoin(changes, changes.c.order_number == orders.c.number)
        .outerjoin(contacts, contacts.c.customer_id == orders.c.customer_id)
    )
