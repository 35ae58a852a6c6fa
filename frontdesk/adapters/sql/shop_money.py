"""The books of the embedded shop: payments, refunds, invoices."""

from dataclasses import replace

from sqlalchemy import bindparam, func, select, update
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
    rows_of,
    told_as_shop_down,
)
from frontdesk.adapters.sql.shop_tables import invoices, lines, orders, payments, refunds
from frontdesk.adapters.sql.upsert import insert_new, put

_PAYMENTS = select(payments).where(payments.c.order_number == bindparam("number")).order_by(payments.c.id)
_REFUND = select(refunds).where(refunds.c.order_number == bindparam("number"))
_INVOICE = select(invoices).where(invoices.c.order_number == bindparam("number"))


class SqlMoney:
    """Keeps the Money port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    async def payments(self, order_number: str) -> tuple[Payment, ...]:
        return tuple(map(payment_of, await rows_of(self._database, _PAYMENTS, number=order_number)))

    async def refund(self, order_number: str) -> Refund | None:
        rows = await rows_of(self._database, _REFUND, number=order_number)
        return refund_of(rows[0]) if rows else None

    @whole
    async def ask_refund(self, order_number: str, reason: str) -> Refund:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            known = (await connection.execute(_REFUND, {"number": order_number})).first()
            if known is not None:
                return refund_of(known)
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

    async def invoice(self, order_number: str) -> Invoice | None:
        rows = await rows_of(self._database, _INVOICE, number=order_number)
        return invoice_of(rows[0]) if rows else None

    @whole
    async def ask_invoice(self, order_number: str, wish: InvoiceWish) -> Invoice:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, order_number)
            row = (await connection.execute(_INVOICE, {"number": order_number})).first()
            if row is not None and invoice_of(row).wish == wish:
                again = update(invoices).where(invoices.c.order_number == order_number)
                await connection.execute(again.values(sent=row.sent + 1, asked_at=self._day.clock()))
                return invoice_of(row)
            edition = row.edition + 1 if row else 1
            number = invoice_number(order_number, edition)
            made = Invoice(number=number, order_number=order_number, wish=wish, issued=True)
            await put(connection, invoices, [invoice_row(made, edition=edition, asked_at=self._day.clock())])
        return replace(made, new=True)


async def _total(connection: AsyncConnection, order_number: str) -> tuple[int, str]:
    summed = select(func.sum(lines.c.quantity * lines.c.price)).where(lines.c.order_number == order_number)
    money = select(orders.c.currency).where(orders.c.number == order_number)
    currency = (await connection.execute(money)).scalar()
    if currency is None:
        raise ShopDown("An order vanished between two questions; see that nobody fills the shop anew meanwhile.")
    return int((await connection.execute(summed)).scalar() or 0), str(currency)
