"""What the embedded shop sells now."""

from typing import Any

from sqlalchemy import bindparam, select

from actions import Name
from actions.order import Product
from frontdesk.adapters.found_goods import found_goods
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop_rows import rows_of
from frontdesk.adapters.sql.shop_tables import products

_BY_SKU = select(products).where(products.c.sku == bindparam("sku"))
_ALL = select(products).order_by(products.c.sku)


class SqlGoods:
    """Keeps the Goods port's promises. The demo sells some dozen things: finding one reads them all."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def product(self, sku: str) -> Product | None:
        rows = await rows_of(self._database, _BY_SKU, sku=sku)
        return _product(rows[0]) if rows else None

    async def find(self, words: str, limit: int) -> tuple[Product, ...]:
        rows = await rows_of(self._database, _ALL)
        return found_goods((_product(row) for row in rows), words, limit)


def _product(row: Any) -> Product:
    name = Name(row.name_en, row.name_zh)
    return Product(sku=row.sku, name=name, price=row.price, currency=row.currency, stock=row.stock)
