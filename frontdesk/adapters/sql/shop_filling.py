"""Makes the embedded shop's tables and fills them with the demo, as of a day. What customers did is kept."""

from datetime import date
from typing import Any

from sqlalchemy import Table, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import Customer, Order
from actions.order import Product
from frontdesk.adapters.demo_money import demo_invoices, demo_payments, demo_products, demo_refunds
from frontdesk.adapters.demo_shop import demo_address, demo_customers, demo_orders, demo_returns
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop_rows import alone, invoice_row, refund_row
from frontdesk.adapters.sql.shop_tables import (
    contacts,
    customers,
    invoices,
    lines,
    metadata,
    orders,
    payments,
    products,
    refunds,
    returns,
)

_FILLING = "shop"  # any text: the advisory lock that lets one process at a time fill the shop


async def create_tables(database: Database) -> None:
    """Make the tables and leave them empty: cases and tries are kept here whatever the shop is."""
    async with database.write() as connection:
        await alone(connection, database, _FILLING)
        await connection.run_sync(metadata.create_all)


async def create_and_fill(database: Database, as_of: date) -> None:
    """Make the shop's tables and fill them as of a day. Again on a later day, all its days move along.

    What customers did (returns, cancellations, refunds, invoices, cases) and tries they made are kept. Many processes
    may call it at once.
    """
    async with database.write() as connection:
        await alone(connection, database, _FILLING)
        await connection.run_sync(metadata.create_all)
        for table in (lines, orders, customers, contacts, payments, products):
            await connection.execute(delete(table))
        made = demo_orders(as_of)
        await connection.execute(insert(customers), [_customer_row(c) for c in demo_customers()])
        await connection.execute(insert(contacts), [_contact_row(c) for c in demo_customers()])
        await connection.execute(insert(orders), [_order_row(o) for o in made])
        await connection.execute(insert(lines), [row for o in made for row in _line_rows(o)])
        await connection.execute(insert(products), [_product_row(p) for p in demo_products()])
        await _fill_books(connection, made)


async def _fill_books(connection: AsyncConnection, made: tuple[Order, ...]) -> None:
    names = {c.id: (c.name, c.email or "") for c in demo_customers()}
    charged = [
        {
            **{n: getattr(p, n) for n in ("id", "order_number", "amount", "currency", "state", "paid_on")},
            "method_en": p.method.en,
            "method_zh": p.method.zh,
        }
        for p in demo_payments(made)
    ]
    await connection.execute(insert(payments), charged)
    opened = [{"order_number": o, "number": r, "reason": "", "opened_at": 0.0} for o, r in demo_returns(made).items()]
    await _beside(connection, returns, opened)
    for table in (refunds, invoices):
        await connection.execute(delete(table).where(table.c.asked_at == 0.0))
    await _beside(connection, refunds, [refund_row(r, reason="", asked_at=0.0) for r in demo_refunds(made)])
    await _beside(connection, invoices, [invoice_row(i, edition=1, asked_at=0.0) for i in demo_invoices(made, names)])


async def _beside(connection: AsyncConnection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Add the demo's rows where no customer's own stands for the order."""
    kept = set((await connection.execute(select(table.c.order_number))).scalars())
    new = [row for row in rows if row["order_number"] not in kept]
    if new:
        await connection.execute(insert(table), new)


def _customer_row(customer: Customer) -> dict[str, Any]:
    return {name: getattr(customer, name) for name in ("id", "name", "phone", "tier", "lang")}


def _contact_row(customer: Customer) -> dict[str, Any]:
    return {"customer_id": customer.id, "email": customer.email or "", "address": demo_address(customer.id)}


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


def _product_row(product: Product) -> dict[str, Any]:
    row = {name: getattr(product, name) for name in ("sku", "price", "currency", "stock")}
    return row | {"name_en": product.name.en, "name_zh": product.name.zh}
