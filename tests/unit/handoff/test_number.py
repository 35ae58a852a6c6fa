"""A call back to a number that the caller gives, where their own can't be rung."""

import re
from typing import Any

import pytest

from frontdesk.core.events import CustomerSpoke, Said
from frontdesk.core.inputs import KeysPressed, NothingHeard, WordsSpoken
from frontdesk.core.rooms import Outside, WithHuman
from frontdesk.core.waits import ForAgent, ForCustomer

from .stories import NUMBER, Story

CALL = "voice:CA1"


async def wants_a_call(caller: str | None = None) -> tuple[Story, str]:
    """Nobody is at the desk; the caller takes the call back by its key."""
    house = Story()
    await house.agents.set_status("amy", "break", house.clock())
    session = await house.asks(CALL, caller=caller)
    wait = (await house.state(session)).wait
    assert isinstance(wait, ForAgent)
    key = next(choice.key for choice in wait.choices if choice.payload == "/queue_number")
    await house.does(CALL, KeysPressed(at=house.clock(), digits=key or ""))
    return house, session


def keys(digits: str) -> KeysPressed:
    return KeysPressed(at=1_800_000_000.0, digits=digits)


def words(text: str) -> WordsSpoken:
    return WordsSpoken(at=1_800_000_000.0, text=text)


async def prompts(house: Story, session: str) -> list[str | None]:
    return [event.prompt for event in await house.events(session) if isinstance(event, Said)]


@pytest.mark.parametrize(("caller", "why"), [(None, "system.number_hidden"), (NUMBER, "system.number_not_rung")])
async def test_why_it_cannot_be_done_at_once_is_told(caller: str | None, why: str) -> None:
    """The number is withheld, or none that this house rings; then one is asked for, and waiting is offered."""
    house = Story()
    house.refused.add(NUMBER)
    await house.agents.set_status("amy", "break", house.clock())
    session = await house.asks(CALL, caller=caller)
    assert "number" in (await house.ticket(session)).offered_options
    wait = (await house.state(session)).wait
    assert isinstance(wait, ForAgent)
    await house.does(CALL, keys(next(c.key or "" for c in wait.choices if c.payload == "/queue_number")))
    assert (await prompts(house, session))[-3:] == [why, "system.number_ask", "system.number_or_wait"]
    assert (await house.ticket(session)).status == "waiting"


@pytest.mark.parametrize(
    "given",
    [
        [keys("01632960011"), keys("1")],
        [words("it's 01632 960 011"), words("yes that's right")],
        [words("zero one six three two"), words("nine six oh oh double one"), words("对")],
        [words("零幺六三二，九六零，零幺幺"), keys("1")],
        [keys("01632960012"), words("no it's 01632 960011"), words("correct")],
        [keys("01632960012"), keys("2"), NothingHeard(at=1_800_000_000.0), keys("01632960011#"), words("yep")],
    ],
)
async def test_a_number_is_taken_read_back_and_rung(given: list[Any]) -> None:
    """Keyed, spoken, in pieces or corrected: what was agreed to is rung, and stands in no words of the record."""
    house, session = await wants_a_call()
    for one in given:
        await house.does(CALL, one)
    state = await house.state(session)
    assert isinstance(state.room, Outside)
    assert (state.call_at, (await house.ticket(session)).mode) == ("+441632960011", "callback")
    assert (await prompts(house, session))[-2] == "system.callback_booked_given"
    events = await house.events(session)
    spoken = [event.text for event in events if isinstance(event, CustomerSpoke)]
    assert not any("011" in text or "幺幺" in text for text in spoken if "it's" not in text)
    back = [event for event in events if isinstance(event, Said) and event.prompt == "system.number_right"]
    assert re.search("011|幺幺", re.sub("[ ,，]", "", back[-1].spoken))
    assert not any(re.search("[0-9]{3}", event.text.replace(" ", "")) for event in events if isinstance(event, Said))
    await house.free_again()
    await house.takes(session)
    await house.react()
    assert house.rung("+441632960011")


@pytest.mark.parametrize(
    "rather", [keys("1"), keys("1#"), keys("0"), words("no thanks I'll wait"), words("我等"), words("never mind")]
)
async def test_who_would_rather_wait_keeps_the_place(rather: Any) -> None:
    """By a key or in words; nothing was lost by asking."""
    house, session = await wants_a_call()
    await house.does(CALL, rather)
    state = await house.state(session)
    assert (state.room, type(state.wait)) == (WithHuman(), ForAgent)
    assert (await house.ticket(session)).status == "waiting"
    assert state.call_at is None


async def test_a_number_that_cannot_be_rung_is_told() -> None:
    """It is named, and another is asked for; after three the caller waits on."""
    house, session = await wants_a_call()
    house.refused.add("+449001234567")
    for tried in range(3):
        wait = (await house.state(session)).wait
        assert isinstance(wait, ForCustomer), tried
        await house.does(CALL, keys("09001234567"))
    assert (await prompts(house, session)).count("system.number_wrong") == 3
    assert isinstance((await house.state(session)).wait, ForAgent)


async def test_silence_at_the_number_leads_back_to_the_queue() -> None:
    """Asked three times, then they wait as before."""
    house, session = await wants_a_call()
    for _ in range(3):
        await house.does(CALL, NothingHeard(at=house.clock()))
    assert isinstance((await house.state(session)).wait, ForAgent)


async def test_a_corrected_number_said_in_words_stands_in_no_record() -> None:
    """The read-back is answered with another number, digit by digit."""
    house, session = await wants_a_call()
    for one in (keys("01632960012"), words("no it's zero one six three two nine six oh oh double one")):
        await house.does(CALL, one)
    said = [event.text for event in await house.events(session) if isinstance(event, CustomerSpoke)]
    assert not any("six" in text for text in said)
    await house.does(CALL, words("correct"))
    assert (await house.state(session)).call_at == "+441632960011"


@pytest.mark.parametrize(
    "given", [words("12345678901234567890"), words("one two three " * 30), words("one two three four " * 4)]
)
async def test_more_digits_than_a_number_has_are_begun_again(given: Any) -> None:
    """Nothing is kept of them, and the caller may key a whole number after it."""
    house, session = await wants_a_call()
    for _ in range(2):
        await house.does(CALL, given)
        state = await house.state(session)
        assert isinstance(state.room, WithHuman)
        assert isinstance(state.wait, ForCustomer)
        assert (state.room.number, state.wait.max_digits) == ("", 15)
    assert (await prompts(house, session))[-3:] == [
        "system.not_understood",
        "system.number_ask",
        "system.number_or_wait",
    ]


async def test_pieces_that_come_to_too_much_are_begun_again() -> None:
    """The same where each piece alone would do."""
    house, session = await wants_a_call()
    for piece in ("one two three four five six", "one two three four five six seven eight nine oh"):
        await house.does(CALL, words(piece))
    state = await house.state(session)
    assert isinstance(state.room, WithHuman)
    assert state.room.number == ""


async def test_another_language_puts_the_question_for_the_number_in_it() -> None:
    """The number as it was given so far, and the read-back, too."""
    for given, again in (
        ([], "system.number_ask"),
        ([words("one two three four")], "system.digits_so_far"),
        ([keys("01632960011")], "system.number_right"),
    ):
        house, session = await wants_a_call()
        for one in [*given, words("中文")]:
            before = len(await house.events(session))
            await house.does(CALL, one)
        said = [event for event in (await house.events(session))[before:] if isinstance(event, Said)]
        assert again in [event.prompt for event in said]
        assert {event.lang for event in said} == {"zh"}
