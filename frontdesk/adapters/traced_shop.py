"""A shop whose every call is a step of a trace, by the name of what is asked; never what it is asked about."""

from collections.abc import Awaitable, Callable
from dataclasses import fields, replace
from typing import Any, cast

from actions.shop import Shop
from frontdesk.conversation.ports import Span


class _TracedPart:
    """One part of a shop."""

    def __init__(self, part: object, span: Span) -> None:
        self._part, self._span = part, span

    def __getattr__(self, name: str) -> Callable[..., Awaitable[Any]]:
        asked = getattr(self._part, name)

        async def call(*args: Any, **kwargs: Any) -> Any:
            with self._span(f"shop {name}"):
                return await asked(*args, **kwargs)

        return call


def traced_shop(shop: Shop, span: Span) -> Shop:
    """The same shop, followed."""
    parts = (part.name for part in fields(shop) if part.name != "order_digits")
    return replace(shop, **{name: cast(Any, _TracedPart(getattr(shop, name), span)) for name in parts})
