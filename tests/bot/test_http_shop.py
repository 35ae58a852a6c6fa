"""The real bot over a shop behind HTTP: it does what the interface has, leaves the rest to people, survives its failing."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web

from actions.shop import Shop
from frontdesk.core.inputs import DialogueReply
from tests.bench_shop import Bench, bench
from tests.bot.conftest import Talk, Talks, outcomes, words
from tests.bot.in_process import BotHere
from tests.fakes.down_shop import down_shop

pytestmark = pytest.mark.rasa


@pytest.fixture
async def shopify(bot_here: BotHere) -> AsyncIterator[Bench]:
    """The bot asks Shopify; its connections belong to the bot's own loop."""
    async with bench("shopify") as at:
        one, world = at.one, at.fake.world
        bot_here.hand_in(Shop(orders=one, changes=one, money=one, goods=one, cases=world, tries=world))
        yield at
        bot_here.run(at.client.close())


def offered(reply: DialogueReply) -> list[str]:
    """What the buttons say."""
    return [choice.payload for message in reply.messages for choice in message.choices]


async def test_an_order_is_found_proved_and_cancelled_once(bot_here: BotHere, shopify: Bench) -> None:
    """Identity by the account's phone, the yes, one mutation however often it is asked."""
    talk: Talk = Talks(bot_here)()
    assert outcomes(await talk("cancel order 10025", "0198")) == [("verify_identity", "verified")]
    assert outcomes(await talk("yes")) == [("cancel_order", "cancelled")]
    assert outcomes(await talk("cancel order 10025")) == [("cancel_order", "already_cancelled")]
    assert shopify.fake.named.count("orderCancel") == 1


async def test_what_the_interface_lacks_a_person_does(bot_here: BotHere, shopify: Bench) -> None:
    """No invoice over Shopify: said so, and a person is offered."""
    reply = await Talks(bot_here)(known={"customer_id": "7"})("invoice for order 10023")
    assert outcomes(reply)[-1:] == [("request_invoice", "needs_person")]
    assert "/human_agent" in offered(reply)


@pytest.mark.parametrize("lang", ["en", "zh"])
async def test_a_failing_shop_leaves_words_and_a_person(bot_here: BotHere, shopify: Bench, lang: str) -> None:
    """Status 500 at every try: no order is invented, no trace is told, a person is offered; afterwards it works again."""

    async def broken(request: web.Request) -> web.StreamResponse:
        return web.Response(status=500)

    talk = Talks(bot_here)(lang, known={"customer_id": "7"})
    shopify.fake.troubles = [broken] * 3
    reply = await talk("10023")
    assert outcomes(reply) == [("order_status", "shop_down")]
    assert words(reply)
    assert "/human_agent" in offered(reply)
    assert outcomes(await talk("10023")) == [("order_status", "found")]


async def test_a_shop_that_is_gone(bot_here: BotHere) -> None:
    """Whatever is asked, the same: words, and a way to a person."""
    bot_here.hand_in(down_shop())
    for said in ("where is my order 10023", "return order 10024", "cancel order 10025", "how much is the desk lamp"):
        reply = await Talks(bot_here)(known={"customer_id": "C0007"})(said)
        assert words(reply), said
        assert "/human_agent" in offered(reply), said
