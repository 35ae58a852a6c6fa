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

# How a customer is reached, beside what `shop_customers` has held from the first version on.
contacts = Table(
    "shop_contacts",
    metadata,
    Column("customer_id", Text, primary_key=True),
    Column("email", Text, nullable=False),
    Column("address", Text, nullable=False),
)

# What customers changed about an order. Filling the demo anew replaces the orders and keeps these.
changes = Table(
    "shop_changes",
    metadata,
    Column("order_number", Text, primary_key=True),
    Column("cancelled_at", Double),
    Column("address", Text),
)

exchanges = Table(
    "shop_exchanges",
    metadata,
    Column("order_number", Text, primary_key=True),  # an order has one exchange at most
    Column("number", Text, nullable=False),
    Column("wish", Text, nullable=False),
    Column("opened_at", Double, nullable=False),
)

payments = Table(
    "shop_payments",
    metadata,
    Column("id", Text, primary_key=True),
    Column("order_number", Text, nullable=False, index=True),
    Column("amount", Integer, nullable=False),  # cents
    Column("currency", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("paid_on", Date, nullable=False),
    Column("method_en", Text, nullable=False),
    Column("method_zh", Text, nullable=False),
)

refunds = Table(
    "shop_refunds",
    metadata,
    Column("order_number", Text, primary_key=True),  # an order has one refund at most
    Column("number", Text, nullable=False),
    Column("amount", Integer, nullable=False),
    Column("currency", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("requested_on", Date, nullable=False),
    Column("expected_on", Date),
    Column("paid_on", Date),
    Column("reason", Text, nullable=False),
    Column("asked_at", Double, nullable=False),  # 0: part of the demo, made anew when it is filled
)

invoices = Table(
    "shop_invoices",
    metadata,
    Column("order_number", Text, primary_key=True),  # the one that holds; an earlier one is void
    Column("edition", Integer, nullable=False),
    Column("number", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("tax_number", Text),
    Column("email", Text, nullable=False),
    Column("sent", Integer, nullable=False),  # how often
    Column("asked_at", Double, nullable=False),  # 0: part of the demo
)

products = Table(
    "shop_products",
    metadata,
    Column("sku", Text, primary_key=True),
    Column("name_en", Text, nullable=False),
    Column("name_zh", Text, nullable=False),
    Column("price", Integer, nullable=False),  # today's
    Column("currency", Text, nullable=False),
    Column("stock", Integer),
)

cases = Table(
    "shop_cases",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", Text, nullable=False),
    Column("order_number", Text, nullable=False),
    Column("customer_id", Text, nullable=False),
    Column("details", Text, nullable=False),
    Column("opened_at", Double, nullable=False),
    Index("ix_shop_cases_about", "order_number", "kind", "customer_id"),
)

# Links the shop sends to a customer's own address.
links = Table(
    "shop_links",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("customer_id", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("asked_at", Double, nullable=False),
)

tries = Table(
    "shop_tries",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("order_number", Text, nullable=False),  # what or whom the try is about, as a digest
    Column("at", Double, nullable=False),
    Index("ix_shop_tries_order_number_at", "order_number", "at"),
    Index("ix_shop_tries_at", "at"),
)
