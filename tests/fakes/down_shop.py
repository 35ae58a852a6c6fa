"""Shops that fail: one that can't be reached, and one that can do nothing over its interface."""

from typing import Any

from actions import Shop, ShopCannot, ShopDown
from actions.shop import whole_shop


class _Failing:
    """Every method raises the same."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def __getattr__(self, name: str) -> Any:
        async def fail(*args: object, **kwargs: object) -> Any:
            raise self._error

        return fail


def down_shop() -> Shop:
    """A shop that can't be reached."""
    return whole_shop(_Failing(ShopDown("down")))


def broken_shop() -> Shop:
    """A shop whose connection breaks below it."""
    return whole_shop(_Failing(ConnectionResetError()))


def bare_shop(over: Shop) -> Shop:
    """A shop that tells its orders and can do nothing else."""
    cannot: Any = _Failing(ShopCannot("cannot"))
    return Shop(orders=over.orders, changes=cannot, money=cannot, goods=cannot, cases=cannot, tries=over.tries)
