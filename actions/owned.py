"""The order a verified customer may hear about. Somebody else's order and no order at all are the same: none."""

from actions.reading.numbers import digits_in
from actions.shop import Order, Shop
from actions.task import Facts

LAST = "last"  # as an order number: the customer's newest order, whatever its number


async def owned_order(shop: Shop, facts: Facts) -> Order | None:
    """The order named by `order_number` if it belongs to `customer_id`. Raises ShopDown."""
    customer, named = facts.get("customer_id", ""), facts.get("order_number", "")
    if named == LAST:
        newest = await shop.orders.orders_of(customer, 1) if customer else ()
        return next((order for order in newest if order.customer_id == customer), None)
    wanted = digits_in(named)
    order = await shop.orders.order(wanted) if wanted else None
    return order if order and order.customer_id == customer else None
