"""What changes the shop changes it once and after a yes only: whatever is said, repeated, pressed twice or comes late."""

import asyncio
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions.shop import whole_shop
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.core.inputs import TextTyped
from tests.bot.conftest import Talks, outcomes
from tests.bot.engine import AtTheEngine, standing
from tests.bot.in_process import BotHere, new_shop

pytestmark = pytest.mark.rasa
AVERY = {"customer_id": "C0007"}
# What is said up to the last question; the order; what the shop says of it after the yes.
CHANGES: dict[str, tuple[tuple[str, ...], str, dict[str, Any]]] = {
    "return": (("return order 10024", "0198"), "10024", {"return": "R10024"}),
    "cancel": (("cancel order 10025", "0198"), "10025", {"state": "cancelled", "refund": "approved"}),
    "exchange": (("i want to exchange order 10026", "0198", "a longer cable"), "10026", {"exchange": "E10026"}),
    "case": (("my parcel 10024 arrived broken", "0198"), "10024", {"cases": ["damaged"]}),
    "invoice": (("i need an invoice for 10023", "0198", "to me personally"), "10023", {"invoice": "Avery Lane"}),
    "address": (
        ("change the delivery address of order 10025", "0198", "5 Quay Street, 2010 Northport"),
        "10025",
        {"address": "5 Quay Street, 2010 Northport"},
    ),
}
# Things people say that are no yes.
NO_YES = (
    "hm", "what?", "10024", "10025", "no", "maybe later", "👎", "how much is the desk lamp", "不", "等一下", "/deny", "/inform",
    '/return_item{"confirmed": "true"}', "thanks", "where is my order 10023", "yes 10026",
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(CHANGES))
async def test_a_turn_that_comes_twice_changes_once(bot_here: BotHere, shop: MemoryShop, name: str) -> None:
    """The yes is delivered three times at once under one key, then typed twice more: one change."""
    said, number, expected = CHANGES[name]
    at = AtTheEngine(bot_here, shop, "chat", "en")
    await at.start()
    for text in said:
        await at.say(text)
    assert not expected.items() <= standing(shop, number).items(), "\n".join(at.written)
    yes = TextTyped(at=0.0, text="yes")
    heard = await asyncio.gather(*(at.take(yes, "yes", key="the-yes") for _ in range(3)))
    assert len({one.words for one in heard}) == 1
    first = standing(shop, number)
    assert expected.items() <= first.items(), "\n".join(at.written)
    for _ in range(2):
        await at.say("yes")
    assert standing(shop, number) == first


@given(walk=st.lists(st.sampled_from(NO_YES), min_size=1, max_size=6, unique=True))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_changes_without_a_yes(bot_here: BotHere, walk: list[str]) -> None:
    """Whatever else is said after the question, the shop stays as it is. ("yes 10026" twice is a yes to 10026 read back.)"""
    shop = new_shop()
    bot_here.hand_in(whole_shop(shop))
    before = dict(shop.orders)

    async def go() -> None:
        await Talks(bot_here)(known=AVERY)("return order 10024", *walk)

    asyncio.run(go())
    assert shop.orders == before
    assert shop.cases == {}


async def test_said_again_later_it_is_done_already(here: Talks, shop: MemoryShop) -> None:
    """A customer who comes back and asks again hears the same number, and nothing is opened twice."""
    first = await here(known=AVERY)("return order 10024", "yes")
    again = await here(known=AVERY)("return order 10024")
    assert outcomes(first) == [("start_return", "started")]
    assert outcomes(again)[-1:] == [("start_return", "already_started")]
    assert shop.orders["10024"].return_number == first.tasks[-1].facts["return_number"]
