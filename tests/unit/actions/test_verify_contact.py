"""Proof by contact: what proves, what does not, and that nothing tells whether anybody has the contact."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from actions import TASKS, Shop, TaskResult
from actions.shop import whole_shop
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import MemoryShop
from tests.fakes.down_shop import bare_shop, broken_shop, down_shop

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AVERY, XIAOYU, NOBODY = "avery.lane@example.com", "c0042@example.com", "nobody@example.com"
PHONE, ENDING = "+1 415 555 0198", "0198"


class Counting(MemoryShop):
    """A shop that writes down what it is asked."""

    def __init__(self) -> None:
        customers = [*demo_customers(), replace(demo_customers()[0], id="C9999", email="none.yet@example.com")]
        super().__init__(customers, demo_orders(NOW.date()), NOW.timestamp, UTC)
        self.asked: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        if name in ("order", "orders_by", "orders_of", "customer", "take_try", "forget_tries"):
            self.asked.append(name)
        return super().__getattribute__(name)


class _NoCustomers:
    """Tells orders, and breaks when it is asked for a customer."""

    def __init__(self, orders: object) -> None:
        self._orders = orders

    def __getattr__(self, name: str) -> Any:
        return getattr(down_shop().orders if name == "customer" else self._orders, name)


@pytest.fixture
def world() -> Counting:
    return Counting()


@pytest.fixture
def shop(world: Counting) -> Shop:
    return whole_shop(world)


async def told(shop: Shop, contact: str, proof: str, caller: str = "") -> TaskResult:
    facts = {"contact": contact, "proof": proof, **({"caller": caller} if caller else {})}
    return await TASKS["verify_contact"].run(facts, shop, "en", "text")


@pytest.mark.parametrize(
    ("contact", "proof"),
    [
        (AVERY, ENDING),
        ("Avery.Lane@Example.COM", "ends in 0198"),
        ("ａｖｅｒｙ．ｌａｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "０１９８"),
        (AVERY, "+1 415 555 0198"),
        (PHONE, AVERY),
        (PHONE, "it's avery dot lane at example dot com"),
        ("(415) 555-0198", "AVERY.LANE@example.com"),
    ],
)
async def test_both_together_prove(shop: Shop, contact: str, proof: str) -> None:
    """An address with the phone's last digits, a phone number with the whole address; neither is among what was learnt."""
    result = await told(shop, contact, proof)
    assert result.outcome == "verified"
    assert result.facts == {
        "customer_id": "C0007", "customer_name": "Avery Lane", "customer_tier": result.facts["customer_tier"],
        "verified_by": "contact_and_proof",
    }  # fmt: skip


@pytest.mark.stands("S8")
@pytest.mark.parametrize(
    ("contact", "proof"),
    [
        (AVERY, "6688"),  # another customer's digits
        (XIAOYU, ENDING),
        (NOBODY, ENDING),
        ("none.yet@example.com", "0101"),  # has an account and no order
        ("avery.lane+x@example.com", ENDING),
        ("аvery.lane@example.com", ENDING),  # its first letter is Cyrillic
        ("avery.lane@example.com.evil.example", ENDING),
        ("*@example.com", ENDING),
        ("avery.lane@example.com OR email:*", ENDING),
        ('avery.lane@example.com" OR name:"#10023', ENDING),
        ("{customer}@example.com", ENDING),
        (AVERY, AVERY),
        (AVERY, "the last four digits"),
        ("", ""),
    ],
)
async def test_all_that_proves_nothing_sounds_the_same(shop: Shop, contact: str, proof: str) -> None:
    """Somebody else's proof, nobody's address, no orders, an address that only looks like one."""
    result = await told(shop, contact, proof)
    assert (result.outcome, dict(result.facts)) == ("mismatch", {})
    assert result.words == (await told(whole_shop(Counting()), NOBODY, "0000")).words


@pytest.mark.stands("S8")
@pytest.mark.parametrize("proof", [XIAOYU, NOBODY, PHONE, ENDING, "avery.lane@example.co"])
async def test_a_phone_number_is_proved_by_the_whole_address_alone(shop: Shop, proof: str) -> None:
    """Neither by its own end nor by somebody else's address."""
    result, nobodys = await told(shop, PHONE, proof), await told(shop, "+1 415 555 9999", proof)
    assert (result.outcome, result.words) == (nobodys.outcome, nobodys.words)
    assert result.outcome == "mismatch"


@pytest.mark.stands("S8")
@pytest.mark.parametrize("contact", [AVERY, NOBODY, "none.yet@example.com", "+14155550198", "+14155559999"])
async def test_the_same_questions_whether_anybody_has_it(world: Counting, contact: str) -> None:
    """A wrong proof of a contact that somebody has takes the steps of one that nobody has."""
    await told(whole_shop(world), contact, "0000" if "@" in contact else "x@example.com")
    assert world.asked == ["orders_by", "customer", "take_try", "take_try"]


@pytest.mark.parametrize("breaks", ["orders", "customers"])
async def test_a_shop_that_is_away_uses_up_no_try(shop: Shop, breaks: str) -> None:
    """Whoever tried while it was down, wherever it broke, is let in when it is back."""
    away: Any = down_shop().orders
    orders: Any = away if breaks == "orders" else _NoCustomers(shop.orders)
    down = replace(shop, orders=orders)
    by_number = {"order_number": "10023", "last4": ENDING, "caller": "me"}
    for _ in range(9):
        assert (await told(down, AVERY, ENDING, "me")).outcome == "shop_down"
        assert (await TASKS["verify_identity"].run(by_number, down, "en", "text")).outcome == "shop_down"
    assert (await told(shop, AVERY, ENDING, "me")).outcome == "verified"
    assert (await TASKS["verify_identity"].run(by_number, shop, "en", "text")).outcome == "verified"


@pytest.mark.stands("S8")
@pytest.mark.parametrize("contact", [AVERY, NOBODY])
async def test_five_tries_of_a_contact(shop: Shop, contact: str) -> None:
    """Then even the right proof is refused, in the same words for an address that nobody has."""
    outcomes = [(await told(shop, contact, f"{digits:04d}")).outcome for digits in range(1, 7)]
    assert outcomes == ["mismatch"] * 5 + ["locked"]
    assert (await told(shop, contact.upper(), ENDING)).outcome == "locked"


@pytest.mark.stands("S8")
async def test_another_way_to_write_a_number_is_no_other_number(shop: Shop) -> None:
    """Country codes and zeros do not give new tries."""
    for form in ("+14155550198", "4155550198", "0014155550198", "14155550198", "5550198"):
        assert (await told(shop, form, "x@example.com")).outcome == "mismatch"
    assert (await told(shop, "+1 (415) 555-0198", AVERY)).outcome == "locked"


@pytest.mark.stands("S9")
async def test_who_asks_about_many_is_stopped(shop: Shop) -> None:
    """One caller or chat has eight tries over all contacts and orders; whoever is right gets theirs back."""
    for at in range(8):
        assert (await told(shop, f"nobody{at}@example.com", "0000", "me")).outcome == "mismatch"
    assert (await told(shop, AVERY, ENDING, "me")).outcome == "locked"
    by_number = {"order_number": "10023", "last4": ENDING, "caller": "me"}
    assert (await TASKS["verify_identity"].run(by_number, shop, "en", "text")).outcome == "locked"
    assert (await told(shop, AVERY, ENDING, "somebody else")).outcome == "verified"


@pytest.mark.stands("S9")
async def test_tries_count_by_account_over_both_ways(shop: Shop) -> None:
    """Order numbers, the address and the phone number of one account have eight wrong tries together; then nothing is right.

    It sounds like a wrong proof: a lock that comes early would tell that the order is the address's.
    """
    wrong: list[Callable[[], Any]] = [
        *[lambda: told(shop, AVERY, "0000")] * 4,
        *[lambda: told(shop, PHONE, XIAOYU)] * 4,
    ]
    assert [(await one()).outcome for one in wrong] == ["mismatch"] * 8
    by_number = {"order_number": "10023", "last4": ENDING}
    assert (await TASKS["verify_identity"].run(by_number, shop, "en", "text")).outcome == "mismatch"
    assert (await told(shop, AVERY, ENDING)).outcome == "mismatch"
    assert (await told(shop, XIAOYU, "6688")).outcome == "verified"


async def test_people_who_share_a_number_are_told_apart(world: Counting) -> None:
    """The address says who of them asks."""
    world._customers["C0042"] = replace(world._customers["C0042"], phone="+14155550198")
    shop = whole_shop(world)
    assert (await told(shop, PHONE, XIAOYU)).facts["customer_id"] == "C0042"
    assert (await told(shop, PHONE, AVERY)).facts["customer_id"] == "C0007"


@pytest.mark.parametrize(
    ("failing", "outcome"), [(down_shop(), "shop_down"), (broken_shop(), "shop_down"), (None, "needs_person")]
)
async def test_a_shop_that_fails_or_cannot(shop: Shop, failing: Shop | None, outcome: str) -> None:
    """Words and a way on; nothing is proved."""
    unable = replace(shop, orders=bare_shop(shop).changes) if failing is None else failing  # type: ignore[arg-type]
    result = await told(unable, AVERY, ENDING)
    assert (result.outcome, dict(result.facts)) == (outcome, {})
    assert result.words
