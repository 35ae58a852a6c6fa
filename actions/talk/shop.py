"""The shop the bot's actions ask. Handed in by whoever runs them; knows no shop in particular."""

import importlib
import os
from collections.abc import Callable
from typing import cast

from actions.owned import owned_order
from actions.shop import Order, Shop, ShopCannot, ShopDown

OPENER_VARIABLE = "ACTIONS_SHOP"
DEFAULT_OPENER = "frontdesk.rasa_worker.shop:open_shop"


class ShopHolder:
    """Keeps the one shop of this process. Rasa makes action objects by itself, so it can't be a constructor argument."""

    def __init__(self) -> None:
        self._shop: Shop | None = None

    def hand_in(self, shop: Shop) -> None:
        """Use this shop from now on."""
        self._shop = shop

    def get(self) -> Shop:
        """The shop handed in; under stock `rasa run actions` nobody does, then the one named by ACTIONS_SHOP."""
        if self._shop is None:
            self._shop = _opener(os.environ.get(OPENER_VARIABLE, DEFAULT_OPENER))()
        return self._shop


def _opener(name: str) -> Callable[[], Shop]:
    module, _, function = name.partition(":")
    return cast("Callable[[], Shop]", getattr(importlib.import_module(module), function))


HOLDER = ShopHolder()


async def own_order(customer: str | None, number: str | None) -> Order | None:
    """The customer's order; None where it is nobody's or somebody else's, and where the shop does not tell."""
    try:
        return await owned_order(HOLDER.get(), {"customer_id": customer or "", "order_number": number or ""})
    except (ShopCannot, ShopDown, OSError):
        return None
