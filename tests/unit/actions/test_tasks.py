"""The tasks keep their contract: outcomes, words in both forms and languages, nothing told to the wrong customer."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from actions import TASKS, Customer, Name, Order, OrderLine, Shop, TaskResult
from actions.task import Facts, Locale, Medium
from frontdesk.adapters.memory_shop import memory_shop
from tests.fakes.down_shop import down_shop

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()
AVERY = Customer(id="C1", name="Avery Lane", phone="+1 415 555 0198", tier="silver")
OTHER = Customer(id="C2", name="林小雨", phone="+8610055506688", lang="zh")
LAMP = OrderLine(sku="L", name=Name("a desk lamp", "台灯"))
SOCKS = OrderLine(sku="S", name=Name("cotton socks", "纯棉袜子"))
SHIPPED = Order(
    number="10023",
    customer_id="C1",
    state="shipped",
    as_of=TODAY,
    placed_on=date(2026, 11, 18),
    lines=(LAMP,),
    expected_on=date(2026, 11, 23),
    carrier=Name("Harbor Parcel", "海湾快递"),
    tracking="HB12345678",
)
DELIVERED = replace(
    SHIPPED,
    number="10024",
    state="delivered",
    delivered_on=date(2026, 11, 20),
    returnable_until=date(2026, 12, 20),
    lines=(LAMP, SOCKS),
)
KNOWN = {"customer_id": "C1"}


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


def shop(*orders: Order, clock: Clock | None = None) -> Shop:
    return memory_shop((AVERY, OTHER), orders or (SHIPPED, DELIVERED), clock or Clock(), UTC)


async def run(
    task: str, facts: Facts, at: Shop | None = None, locale: Locale = "en", medium: Medium = "text"
) -> TaskResult:
    return await TASKS[task].run(facts, at or shop(), locale, medium)


async def test_verified() -> None:
    """Order number and last four digits prove who it is; the facts learnt are told, the digits are not."""
    got = await run("verify_identity", {"order_number": "one double zero 23", "last4": "０１９８"})
    assert got.outcome == "verified"
    assert got.facts == {
        "customer_id": "C1",
        "customer_name": "Avery Lane",
        "customer_tier": "silver",
        "verified_by": "order_and_phone",
        "order_number": "10023",
    }


@pytest.mark.parametrize("locale", ["en", "zh"])
async def test_unknown_order_sounds_like_wrong_digits(locale: Locale) -> None:
    """Nobody learns from the answer which orders exist."""
    wrong = await run("verify_identity", {"order_number": "10023", "last4": "6688"}, locale=locale)
    unknown = await run("verify_identity", {"order_number": "99999", "last4": "6688"}, locale=locale)
    unread = await run("verify_identity", {"order_number": "10023", "last4": "98"}, locale=locale)
    assert wrong == unknown == unread
    assert wrong.outcome == "mismatch"
    assert wrong.facts == {}


@pytest.mark.parametrize("number", ["10023", "99999"])
async def test_locks_after_five(number: str) -> None:
    """After five wrong tries even the right digits are not looked at, for orders that exist and others alike."""
    at = shop()
    for _ in range(5):
        assert (await run("verify_identity", {"order_number": number, "last4": "0000"}, at)).outcome == "mismatch"
    assert (await run("verify_identity", {"order_number": number, "last4": "0198"}, at)).outcome == "locked"
    assert (await run("verify_identity", {"order_number": "10024", "last4": "0198"}, at)).outcome == "verified"


async def test_tries_are_forgotten() -> None:
    """An hour later the right customer gets in; getting in gives all tries back."""
    clock = Clock()
    at = shop(clock=clock)
    for _ in range(5):
        await run("verify_identity", {"order_number": "10023", "last4": "0000"}, at)
    clock.now += 3601
    for _ in range(4):
        await run("verify_identity", {"order_number": "10023", "last4": "0000"}, at)
    assert (await run("verify_identity", {"order_number": "10023", "last4": "0198"}, at)).outcome == "verified"
    assert (await run("verify_identity", {"order_number": "10023", "last4": "0000"}, at)).outcome == "mismatch"


async def test_tries_at_once_do_not_pass_the_limit() -> None:
    """Thirty tries at the same time are still five."""
    at = shop()
    tries = (run("verify_identity", {"order_number": "10023", "last4": f"{i:04d}"}, at) for i in range(30))
    outcomes = [r.outcome for r in await asyncio.gather(*tries)]
    assert outcomes.count("mismatch") == 5
    assert outcomes.count("locked") == 25


async def test_status_in_both_forms() -> None:
    """The number is read as one and heard digit by digit; a tracking number is only for the eye."""
    text = await run("order_status", {**KNOWN, "order_number": "10023"})
    assert text.words == (
        "Your order 10023, a desk lamp, is on its way with Harbor Parcel. It should arrive tomorrow. "
        "Tracking number: HB12345678."
    )
    voice = await run("order_status", {**KNOWN, "order_number": "10023"}, medium="voice")
    assert voice.spoken == (
        "Your order 1 0 0 2 3, a desk lamp, is on its way with Harbor Parcel. It should arrive tomorrow."
    )
    assert voice.facts == {"order_number": "10023", "order_state": "shipped"}


async def test_status_in_chinese() -> None:
    """Chinese words are Chinese throughout, days and goods and carrier."""
    got = await run("order_status", {**KNOWN, "order_number": "10023"}, locale="zh", medium="voice")
    assert got.words == "您的订单10023，台灯，已经发货，由海湾快递配送。预计明天送到。"
    later = await run("order_status", {**KNOWN, "order_number": "10024"}, locale="zh")
    assert later.words == "您的订单10024，台灯和纯棉袜子，11月20日星期五已经送达。"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (
            {"expected_on": date(2026, 11, 20)},
            "It should have been there on Friday, November 20. I'm sorry it is late.",
        ),
        ({"state": "delayed", "expected_on": date(2026, 11, 24)}, "It should arrive on Tuesday, November 24 now."),
        ({"expected_on": None}, "with Harbor Parcel. Tracking"),
        ({"state": "out_for_delivery", "expected_on": TODAY}, "It should arrive today."),
        ({"carrier": None}, "on its way with the carrier."),
        ({"state": "delivered", "delivered_on": date(2025, 1, 2)}, "was delivered on January 2, 2025."),
        ({"state": "delivered"}, "was delivered."),
        ({"lines": (LAMP, SOCKS, LAMP)}, "a desk lamp and 2 more items"),
        ({"lines": ()}, "your goods"),
        ({"state": "delivered", "return_number": "R10023"}, "Your return R10023 is open."),
    ],
)
async def test_status_says_what_the_shop_said(change: dict[str, object], words: str) -> None:
    """Lateness is admitted, and what the shop did not tell is not told."""
    order = replace(SHIPPED, **change)  # type: ignore[arg-type]  # parametrized
    got = await run("order_status", {**KNOWN, "order_number": "10023"}, shop(order))
    assert got.outcome == "found"
    assert words in got.words


@pytest.mark.parametrize("task", ["order_status", "start_return"])
async def test_only_ones_own_orders(task: str) -> None:
    """Somebody else's order is not there, in the same words as one that is not; who is unknown learns nothing."""
    theirs = await run(task, {"customer_id": "C2", "order_number": "10023"})
    nobodys = await run(task, {"customer_id": "C2", "order_number": "77777"})
    assert theirs == nobodys
    assert theirs.outcome == "not_found"
    assert (await run(task, {"order_number": "10023"})).outcome == "identity_needed"
    assert (await run(task, {"customer_id": "C1"})).outcome == "not_found"


async def test_return_starts_once() -> None:
    """The same order again gives the same return number and says so."""
    at = shop()
    facts = {**KNOWN, "order_number": "10024", "return_reason": "too dim"}
    first = await run("start_return", facts, at, medium="voice")
    assert first.outcome == "started"
    assert first.facts["return_reason"] == "too dim"
    assert "return number is R 1 0 0 2 4" in first.spoken
    assert "on Sunday, December 20 at the latest" in first.words
    again = await run("start_return", facts, at)
    assert again.outcome == "already_started"
    assert again.facts["return_number"] == first.facts["return_number"] == "R10024"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"returnable_until": date(2026, 11, 21)}, "could be returned until yesterday"),
        ({"returnable_until": None}, "can't be returned here"),
        ({"state": "shipped"}, "has not been delivered yet"),
        ({"state": "lost"}, "can't be returned here"),
        ({"state": "cancelled"}, "was cancelled, so there is nothing to return"),
        ({"state": "returned", "return_number": "R10024"}, "was returned already"),
    ],
)
async def test_not_returnable(change: dict[str, object], words: str) -> None:
    """Why not is said."""
    order = replace(DELIVERED, **change)  # type: ignore[arg-type]  # parametrized
    got = await run("start_return", {**KNOWN, "order_number": "10024"}, shop(order))
    assert got.outcome == "not_returnable"
    assert words in got.words


@pytest.mark.parametrize("locale", ["en", "zh"])
@pytest.mark.parametrize("task", sorted(TASKS))
async def test_shop_down_is_admitted(task: str, locale: Locale) -> None:
    """A shop that can't be reached is an outcome with words, never an error and never an invented order."""
    facts = {"customer_id": "C1", "order_number": "10023", "last4": "0198", "question": "how much is a desk lamp"}
    facts |= {"account_topic": "password", "details": "so rude", "contact": "a@example.com", "proof": "0198"}
    got = await run(task, facts, down_shop(), locale)
    assert got.outcome == "shop_down"
    assert got.words
    assert got.facts == {}
