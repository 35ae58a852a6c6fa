"""What may go out to paid numbers: the same caps on every backend, kept by all processes together."""

import asyncio
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoff.outgoing import NEVER, Limits, Outgoing, Refused
from tests.contracts.conftest import Stores

UK = "+442071838750"
LIMITS = Limits(to=("+44", "+86"), per_number=3, per_hour=5, per_day=1.0, price_call=0.15, price_text=0.05)


def outgoing(stores: Stores, limits: Limits = LIMITS) -> Outgoing:
    return Outgoing(limits, stores.outgoing, stores.clock, b"secret")


@pytest.mark.stands("S6")
async def test_nothing_goes_out_by_default(stores: Stores) -> None:
    """A house that was told of no number rings and texts none."""
    with pytest.raises(Refused, match="OUTGOING_TO"):
        await outgoing(stores, Limits()).take("text", UK)


@pytest.mark.stands("S6")
@pytest.mark.parametrize(
    "number", ["+8821300000", "+447011223344", "+449123456789", "+15551234567", "447071838750", ""]
)
def test_dear_numbers_within_an_allowed_country_are_refused(number: str) -> None:
    """Premium, satellite and personal numbers look like their neighbours."""
    assert not LIMITS.allows(number)


def test_a_dear_number_may_be_allowed_by_name() -> None:
    """The longest beginning decides: an owner on Jamaica can ring home, +1 alone does not reach it."""
    assert not Limits(to=("+1",)).allows("+18765551234")
    assert Limits(to=("+1", "+1876")).allows("+18765551234")
    assert Limits(to=("+1",)).allows("+12125551234")


@given(st.sampled_from(NEVER), st.from_regex(r"[0-9]{6}", fullmatch=True))
def test_no_country_allows_a_dear_number(start: str, rest: str) -> None:
    """Whatever short beginning is allowed."""
    assert not Limits(to=tuple(start[:n] for n in range(2, len(start)))).allows(start + rest)


@pytest.mark.stands("S6")
async def test_caps_by_number_and_for_the_house(stores: Stores) -> None:
    """An hour later the counts are fresh; the refusal says which cap it was."""
    out = outgoing(stores)
    for _ in range(3):
        await out.take("text", UK)
    with pytest.raises(Refused, match="OUTGOING_PER_NUMBER"):
        await out.take("text", UK)
    for _ in range(2):
        await out.take("call", "+8613800138000")
    with pytest.raises(Refused, match="OUTGOING_PER_HOUR"):
        await out.take("text", "+8613900139000")
    stores.clock.now += 3601
    await out.take("text", UK)


@pytest.mark.stands("S6")
async def test_a_days_money_stops_everything(stores: Stores) -> None:
    """However slowly it is spent; after a day there is new money."""
    out = outgoing(stores, replace(LIMITS, per_hour=100, per_day=0.3))
    await out.take("call", UK)
    await out.take("call", UK)
    with pytest.raises(Refused, match="SPEND_PER_DAY"):
        await out.take("text", "+8613800138000")
    stores.clock.now += 86401
    await out.take("text", UK)


@pytest.mark.stands("S6")
async def test_many_at_once_keep_one_cap(stores: Stores) -> None:
    """Twenty at the same moment are three, not twenty."""
    results = await asyncio.gather(*(outgoing(stores).take("text", UK) for _ in range(20)), return_exceptions=True)
    assert sum(result is None for result in results) == 3


async def test_no_number_is_kept(stores: Stores) -> None:
    """What is written down names nobody, and no message of a refusal does."""
    seen: list[str] = []

    class Spy:
        async def take(self, number: str, *_: object) -> None:
            seen.append(number)

    await Outgoing(LIMITS, Spy(), stores.clock, b"secret").take("text", UK)  # type: ignore[arg-type]
    assert seen
    assert "2071838750" not in seen[0]
