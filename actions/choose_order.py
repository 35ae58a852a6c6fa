"""Which order a verified customer means who named none: the only one, or one of the newest, which are told."""

from actions.list_orders import TOLD, told
from actions.order import Locale
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import result


class ChooseOrder:
    """Needs `customer_id` (a verified one). Of a single order `order_number` is learnt; of several the customer says which."""

    name = "choose_order"
    needs = ("customer_id",)
    may_use: tuple[str, ...] = ()
    outcomes = ("one", "several", "none", "identity_needed", "needs_person", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer = facts.get("customer_id")
        if not customer:
            return self._ends("identity_needed", locale)
        try:
            orders = await shop.orders.orders_of(customer, TOLD[medium])
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return self._ends("shop_down", locale)
        own = [order for order in orders if order.customer_id == customer]
        if not own:
            return self._ends("none", locale)
        return told(self.name, "one" if len(own) == 1 else "several", own, locale)

    def _ends(self, outcome: str, locale: Locale) -> TaskResult:
        return result(self.name, outcome, locale, f"list_orders.{outcome}")
