"""Self-service tasks: facts in, outcome and words out. The bot and the menus run the same ones; imports nothing of ours."""

from collections.abc import Mapping
from types import MappingProxyType

from actions.order_status import OrderStatus
from actions.shop import Customer, Locale, Name, Order, OrderLine, OrderState, Return, Shop, ShopDown, Tier
from actions.start_return import StartReturn
from actions.task import Facts, Medium, Task, TaskResult
from actions.verify_identity import VerifyIdentity

TASKS: Mapping[str, Task] = MappingProxyType({t.name: t for t in (VerifyIdentity(), OrderStatus(), StartReturn())})

__all__ = [
    "TASKS",
    "Customer",
    "Facts",
    "Locale",
    "Medium",
    "Name",
    "Order",
    "OrderLine",
    "OrderState",
    "Return",
    "Shop",
    "ShopDown",
    "Task",
    "TaskResult",
    "Tier",
]
