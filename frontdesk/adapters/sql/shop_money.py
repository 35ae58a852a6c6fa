"""The books of the embedded shop: payments, refunds, invoices."""

from dataclasses import replace
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import ShopDown
from actions.money import Invoice, InvoiceWish, Payment, Refund
from frontdesk.adapters.demo_money import invoice_number, refund_day, refund_number
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.shop_rows import (
    ShopDay,
    alone,
    invoice_of,
    invoice_row,
    payment_of,
    refund_of,
    refund_row,
    told_as_shop_down,
)
from frontdesk.adapters.sql.shop_tables import invoices, lines, orders, payments, refunds
from frontdesk.adapters.sql.upsert import insert_new, put


class SqlMoney:
    """Keeps the Money port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    @whole
    async def payments(self, order_number: str) -> tuple[Payment, ...]:
        found = select(payments).where(payments.c.order_number == order_number).order_by(payments.c.id)
        async with told_as_shop_down(), self._database.read() as connection:
            rows = (await connection.execute(found)).mappings().all()
        return tuple(payment_of(row) for row in rows)

    @whole
    async def refund(self, order_number: str) -> Refund | None:
        async with told_as_shop_down(), self._database.read() as connection:
            return await _refund(connection, order_number)

    @whole
    async def ask_refund(self, order_number: str, reason: str) -> Refund:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            known = await _refund(connection, order_number)
            if known is not None:
                return known
            amount, currency = await _total(connection, order_number)
            today = self._day.today()
            asked = Refund(
                number=refund_number(order_number),
                order_number=order_number,
                amount=amount,
                currency=currency,
                state="requested",
                requested_on=today,
                expected_on=refund_day(today),
            )
            await insert_new(connection, refunds, refund_row(asked, reason=reason, asked_at=self._day.clock()))
        return replace(asked, new=True)

    @whole
    async def invoice(self, order_number: str) -> Invoice | None:
        async with told_as_shop_down(), self._database.read() as connection:
            row = await _invoice(connection, order_number)
        return invoice_of(row) if row else None

    @whole
    async def ask_invoice(self, order_number: str, wish: InvoiceWish) -> Invoice:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            row = await _invoice(connection, order_number)
            if row is not None and invoice_of(row).wish == wish:
                again = update(invoices).where(invoices.c.order_number == order_number)
                await connection.execute(again.values(sent=row["sent"] + 1, asked_at=self._day.clock()))
                return invoice_of(row)
            edition = row["edition"] + 1 if row else 1
            number = invoice_number(order_number, edition)
            made = Invoice(number=number, order_number=order_number, wish=wish, issued=True)
            await put(connection, invoices, [invoice_row(made, edition=edition, asked_at=self._day.clock())])
        return replace(made, new=True)


async def _refund(connection: AsyncConnection, order_number: str) -> Refund | None:
    found = select(refunds).where(refunds.c.order_number == order_number)
    row = (await connection.execute(found)).mappings().first()
    return refund_of(row) if row else None


async def _invoice(connection: AsyncConnection, order_number: str) -> Any:
    found = select(invoices).where(invoices.c.order_number == order_number)
    return (await connection.execute(found)).mappings().first()


async def _total(connection: AsyncConnection, order_number: str) -> tuple[int, str]:
    summed = select(func.sum(lines.c.quantity * lines.c.price)).where(lines.c.order_number == order_number)
    money = select(orders.c.currency).where(orders.c.number == order_number)
    currency = (await connection.execute(money)).scalar()
    if currency is None:
        raise ShopDown("An order vanished between two questions; see that nobody fills the shop anew meanwhile.")
    return int((await connection.execute(summed)).scalar() or 0), str(currency)
