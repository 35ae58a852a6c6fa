"""The embedded demo shop on SQLite or PostgreSQL: its parts put together, and its orders. Knows no session and no channel."""

from collections.abc import Callable, Sequence
from datetime import tzinfo
from typing import Any

from sqlalchemy import Select, bindparam, func, select

from actions import Customer, Order, Shop
from actions.reading.contacts import SHORTEST_PHONE, Contact, same
from actions.reading.number_kinds import EMBEDDED
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.shop_cases import SqlCases, SqlTries
from frontdesk.adapters.sql.shop_changes import SqlChanges
from frontdesk.adapters.sql.shop_filling import create_and_fill
from frontdesk.adapters.sql.shop_goods import SqlGoods
from frontdesk.adapters.sql.shop_money import SqlMoney
from frontdesk.adapters.sql.shop_rows import ShopDay, line_of, order_of, rows_of, told_as_shop_down
from frontdesk.adapters.sql.shop_tables import changes, contacts, customers, exchanges, lines, orders, returns

__all__ = ["SqlOrders", "create_and_fill", "sql_shop"]


def sql_shop(database: Database, clock: Callable[[], float], zone: tzinfo, tries_key: bytes) -> Shop:
    """The embedded shop. `clock` tells epoch seconds, `zone` where the shop's days begin; `tries_key` is that of SqlTries."""
    day = ShopDay(clock, zone)
    return Shop(
        orders=SqlOrders(database, day),
        changes=SqlChanges(database, day),
        money=SqlMoney(database, day),
        goods=SqlGoods(database),
        cases=SqlCases(database, day),
        tries=SqlTries(database, day, tries_key),
        order_digits=EMBEDDED,
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


_NOBODY = "-"
_NEWEST_FIRST = (orders.c.placed_on.desc(), orders.c.number.desc())
_BY_CUSTOMER = orders.c.customer_id == bindparam("customer")
_BY_NUMBER = _found().where(orders.c.number == bindparam("number"))
_NEWEST_OF = _found().where(_BY_CUSTOMER).order_by(*_NEWEST_FIRST).limit(bindparam("most"))
_ITS_LINES = select(lines).where(lines.c.order_number == bindparam("number")).order_by(lines.c.line)
_THEIR_LINES = (
    select(lines)
    .where(
        lines.c.order_number.in_(
            select(orders.c.number).where(_BY_CUSTOMER).order_by(*_NEWEST_FIRST).limit(bindparam("most"))
        )
    )
    .order_by(lines.c.line)
)
_CUSTOMER_OF_EMAIL = select(customers.c.id, contacts.c.email.label("kept")).where(
    contacts.c.customer_id == customers.c.id, func.lower(contacts.c.email) == bindparam("email")
)
_CUSTOMER_OF_PHONE = select(customers.c.id, customers.c.phone.label("kept")).where(
    customers.c.phone.like(bindparam("ending"))
)
_CUSTOMER = (
    select(customers, contacts.c.email)
    .outerjoin(contacts, contacts.c.customer_id == customers.c.id)
    .where(customers.c.id == bindparam("customer"))
)


class SqlOrders:
    """Keeps the Orders port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    async def order(self, number: str) -> Order | None:
        found = await self._orders(_BY_NUMBER, _ITS_LINES, number=number)
        return found[0] if found else None

    async def orders_of(self, customer: str, limit: int) -> tuple[Order, ...]:
        return await self._orders(_NEWEST_OF, _THEIR_LINES, customer=customer, most=limit)

    async def orders_by(self, contact: Contact, limit: int) -> tuple[Order, ...]:
        """As many questions for a contact nobody has as for one that somebody has."""
        if contact.kind == "email":
            rows = await rows_of(self._database, _CUSTOMER_OF_EMAIL, email=contact.value)
        else:
            rows = await rows_of(self._database, _CUSTOMER_OF_PHONE, ending=f"%{contact.value[-SHORTEST_PHONE:]}")
        theirs = [row.id for row in rows if same(contact, row.kept)] or [_NOBODY]
        orders = [order for one in theirs for order in await self.orders_of(one, limit)]
        return tuple(sorted(orders, key=lambda order: (order.placed_on, order.number), reverse=True)[:limit])

    async def customer(self, customer: str) -> Customer | None:
        rows = await rows_of(self._database, _CUSTOMER, customer=customer)
        return Customer(**rows[0]._asdict()) if rows else None

    async def _orders(self, found: Select[Any], their_lines: Select[Any], **wanted: Any) -> tuple[Order, ...]:
        async def look(connection: Connection) -> tuple[Sequence[Any], Sequence[Any]]:
            rows = (await connection.execute(found, wanted)).all()
            return rows, (await connection.execute(their_lines, wanted)).all()  # also of none: it shows in the time

        async with told_as_shop_down():
            rows, goods = await self._database.look(look)
        today = self._day.today()
        return tuple(
            order_of(row, tuple(line_of(g) for g in goods if g.order_number == row.number), today) for row in rows
        )
