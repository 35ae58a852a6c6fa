"""What the embedded shop sells now."""

from typing import Any

from sqlalchemy import select

from actions import Name
from actions.order import Product
from frontdesk.adapters.found_goods import found_goods
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.shop_rows import told_as_shop_down
from frontdesk.adapters.sql.shop_tables import products


class SqlGoods:
    """Keeps the Goods port's promises. The demo sells some dozen things: finding one reads them all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def product(self, sku: str) -> Product | None:
        async with told_as_shop_down(), self._database.read() as connection:
            row = (await connection.execute(select(products).where(products.c.sku == sku))).mappings().first()
        return _product(row) if row else None

    @whole
    async def find(self, words: str, limit: int) -> tuple[Product, ...]:
        async with told_as_shop_down(), self._database.read() as connection:
            rows = (await connection.execute(select(products).order_by(products.c.sku))).mappings().all()
        return found_goods((_product(row) for row in rows), words, limit)


def _product(row: Any) -> Product:
    name = Name(row["name_en"], row["name_zh"])
    return Product(sku=row["sku"], name=name, price=row["price"], currency=row["currency"], stock=row["stock"])
