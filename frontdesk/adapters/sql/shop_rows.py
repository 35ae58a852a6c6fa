"""What the parts of the embedded shop share: rows of its tables as the tasks' data, and its failures as ShopDown."""

import sqlite3
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from sqlalchemy import Select, text
from sqlalchemy.exc import SQLAlchemyError

from actions import Name, Order, OrderLine, ShopDown
from actions.money import Invoice, InvoiceWish, Payment, Refund
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.trouble import DatabaseDown


@dataclass(frozen=True, slots=True)
class ShopDay:
    """The shop's clock (epoch seconds), and where its days begin."""

    clock: Callable[[], float]
    zone: tzinfo

    def today(self) -> date:
        return self.on(self.clock())

    def on(self, at: float) -> date:
        """The shop's day of a moment (epoch seconds)."""
        return datetime.fromtimestamp(at, self.zone).date()


@asynccontextmanager
async def told_as_shop_down() -> AsyncIterator[None]:
    """For the tasks a database that is gone is a shop that is down."""
    try:
        yield
    except (DatabaseDown, SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise ShopDown("The shop's database did not answer; see that it runs, then try again.") from error


async def rows_of(database: Database, found: Select[Any], **wanted: Any) -> Sequence[Any]:
    """What a statement made once finds; on SQLite at once."""
    async with told_as_shop_down():
        return await database.ask(found, **wanted)


async def alone(connection: Connection, database: Database, key: str) -> None:
    """Wait until no other transaction works on the same thing; SQLite's write transactions are alone already."""
    if not database.sqlite:
        await connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:key))"), {"key": f"shop:{key}"})


def order_of(row: Any, goods: tuple[OrderLine, ...], today: date) -> Order:
    """An order with what customers changed about it."""
    cancelled = row.cancelled_at is not None
    return Order(
        number=row.number,
        customer_id=row.customer_id,
        state="cancelled" if cancelled else row.state,
        as_of=today,
        placed_on=row.placed_on,
        lines=goods,
        expected_on=None if cancelled else row.expected_on,
        delivered_on=row.delivered_on,
        carrier=Name(row.carrier_en, row.carrier_zh) if row.carrier_en else None,
        tracking=row.tracking,
        returnable_until=row.returnable_until,
        return_number=row.return_number,
        exchange_number=row.exchange_number,
        currency=row.currency,
        address=row.changed_address or row.address,
    )


def line_of(row: Any) -> OrderLine:
    name = Name(row.name_en, row.name_zh)
    return OrderLine(sku=row.sku, name=name, quantity=row.quantity, price=row.price)


def payment_of(row: Any) -> Payment:
    return Payment(
        id=row.id,
        order_number=row.order_number,
        amount=row.amount,
        currency=row.currency,
        state=row.state,
        paid_on=row.paid_on,
        method=Name(row.method_en, row.method_zh),
    )


REFUND_COLUMNS = ("number", "order_number", "amount", "currency", "state", "requested_on", "expected_on", "paid_on")


def refund_of(row: Any) -> Refund:
    return Refund(**{name: getattr(row, name) for name in REFUND_COLUMNS})


def refund_row(refund: Refund, *, reason: str, asked_at: float) -> dict[str, Any]:
    return {name: getattr(refund, name) for name in REFUND_COLUMNS} | {"reason": reason, "asked_at": asked_at}


def invoice_of(row: Any) -> Invoice:
    wish = InvoiceWish(kind=row.kind, title=row.title, tax_number=row.tax_number, email=row.email)
    return Invoice(number=row.number, order_number=row.order_number, wish=wish, issued=True)


def invoice_row(invoice: Invoice, *, edition: int, asked_at: float) -> dict[str, Any]:
    wish = {name: getattr(invoice.wish, name) for name in ("kind", "title", "tax_number", "email")}
    kept = {"order_number": invoice.order_number, "number": invoice.number, "edition": edition}
    return kept | wish | {"sent": 1, "asked_at": asked_at}
