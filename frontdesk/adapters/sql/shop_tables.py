"""The tables of the embedded demo shop. Apart from the front desk's own, as a real shop would be; made when it is filled."""

from sqlalchemy import Column, Date, Double, ForeignKey, Index, Integer, MetaData, Table, Text

metadata = MetaData()

customers = Table(
    "shop_customers",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("lang", Text, nullable=False),
)

orders = Table(
    "shop_orders",
    metadata,
    Column("number", Text, primary_key=True),
    Column("customer_id", ForeignKey("shop_customers.id"), nullable=False),
    Column("state", Text, nullable=False),
    Column("placed_on", Date, nullable=False),
    Column("expected_on", Date),
    Column("delivered_on", Date),
    Column("returnable_until", Date),
    Column("carrier_en", Text),
    Column("carrier_zh", Text),
    Column("tracking", Text),
    Column("currency", Text, nullable=False),
)

lines = Table(
    "shop_order_lines",
    metadata,
    Column("order_number", ForeignKey("shop_orders.number"), primary_key=True),
    Column("line", Integer, primary_key=True),
    Column("sku", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("name_zh", Text, nullable=False),
    Column("quantity", Integer, nullable=False),
    Column("price", Integer, nullable=False),  # cents
)

# No foreign key: filling the demo anew replaces the orders and keeps the returns that customers opened.
returns = Table(
    "shop_returns",
    metadata,
    Column("order_number", Text, primary_key=True),  # an order has one return at most
    Column("number", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("opened_at", Double, nullable=False),
)

tries = Table(
    "shop_tries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("order_number", Text, nullable=False),
    Column("at", Double, nullable=False),
    Index("ix_shop_tries_order_number_at", "order_number", "at"),
    Index("ix_shop_tries_at", "at"),
)
