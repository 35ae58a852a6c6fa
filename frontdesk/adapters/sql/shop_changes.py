"""What customers change about orders of the embedded shop: cancelled, sent elsewhere, returned, exchanged. Each once."""

from typing import Any

from sqlalchemy import Table, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import Return
from actions.money import Refund
from frontdesk.adapters.demo_money import exchange_number, refund_day, refund_number
from frontdesk.adapters.demo_shop import return_number
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.shop_rows import ShopDay, alone, refund_row, told_as_shop_down
from frontdesk.adapters.sql.shop_tables import changes, exchanges, lines, orders, refunds, returns
from frontdesk.adapters.sql.upsert import insert_new, put

CANCELLABLE, READDRESSABLE = frozenset({"placed", "paid"}), frozenset({"placed", "paid", "packed"})


class SqlChanges:
    """Keeps the Changes port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    @whole
    async def cancel(self, order_number: str) -> bool:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            state, cancelled, address = await _standing(connection, order_number)
            if cancelled is not None or state == "cancelled":
                return True
            if state not in CANCELLABLE:
                return False
            row = {"order_number": order_number, "cancelled_at": self._day.clock(), "address": address}
            await put(connection, changes, [row])
            if state == "paid":
                await self._give_back(connection, order_number)
        return True

    async def _give_back(self, connection: AsyncConnection, order_number: str) -> None:
        its_lines = (
            (await connection.execute(select(lines).where(lines.c.order_number == order_number))).mappings().all()
        )
        currency = select(orders.c.currency).where(orders.c.number == order_number)
        today = self._day.today()
        refund = Refund(
            number=refund_number(order_number),
            order_number=order_number,
            amount=sum(line["quantity"] * line["price"] for line in its_lines),
            currency=(await connection.execute(currency)).scalar_one(),
            state="approved",
            requested_on=today,
            expected_on=refund_day(today),
        )
        await insert_new(connection, refunds, refund_row(refund, reason="cancelled", asked_at=self._day.clock()))

    @whole
    async def readdress(self, order_number: str, address: str) -> bool:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            state, cancelled, _ = await _standing(connection, order_number)
            if cancelled is not None or state not in READDRESSABLE:
                return False
            await put(connection, changes, [{"order_number": order_number, "cancelled_at": None, "address": address}])
        return True

    @whole
    async def open_return(self, order_number: str, reason: str) -> Return:
        opened = {"reason": reason, "number": return_number(order_number)}
        return await self._open(returns, order_number, opened)

    @whole
    async def open_exchange(self, order_number: str, wish: str) -> Return:
        opened = {"wish": wish, "number": exchange_number(order_number)}
        return await self._open(exchanges, order_number, opened)

    async def _open(self, table: Table, order_number: str, opened: dict[str, Any]) -> Return:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            known = select(table.c.number).where(table.c.order_number == order_number)
            number = (await connection.execute(known)).scalar()
            if number is None:
                row = {"order_number": order_number, "opened_at": self._day.clock(), **opened}
                await connection.execute(insert(table).values(row))
        return Return(number=number or opened["number"], order_number=order_number, new=number is None)


async def _standing(connection: AsyncConnection, order_number: str) -> tuple[str | None, float | None, str | None]:
    """State as filled, when it was cancelled, and the changed address."""
    found = (
        select(orders.c.state, changes.c.cancelled_at, changes.c.address)
        .outerjoin(changes, changes.c.order_number == orders.c.number)
        .where(orders.c.number == order_number)
    )
    row = (await connection.execute(found)).first()
    return (row[0], row[1], row[2]) if row else (None, None, None)
