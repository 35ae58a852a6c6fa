"""The order a verified customer may hear about. Somebody else's order and no order at all are the same: none."""

from actions.numbers import digits_in
from actions.shop import Order, Shop
from actions.task import Facts


async def owned_order(shop: Shop, facts: Facts) -> Order | None:
    """The order named by `order_number` if it belongs to `customer_id`. Raises ShopDown."""
    wanted = digits_in(facts.get("order_number", ""))
    order = await shop.order(wanted) if wanted else None
    return order if order and order.customer_id == facts.get("customer_id") else None
