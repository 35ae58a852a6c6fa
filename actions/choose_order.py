"""Which order a verified customer means who named none: the only one, or one of the newest, which are told."""

from actions.list_orders import ListOrders


class ChooseOrder(ListOrders):
    """Needs `customer_id` (a verified one). Of a single order `order_number` is learnt; of several the customer says which."""

    name = "choose_order"
    outcomes = ("one", "several", "none", "identity_needed", "needs_person", "shop_down")
    one, several = "one", "several"
