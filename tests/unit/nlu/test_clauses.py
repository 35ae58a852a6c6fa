"""What a message holds beside its request, by what a classifier says of the clauses; the real one is tried in tests/bot."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.rasa_worker.clauses import Later, later_of, request_in

SOUNDS = {
    "cancel": "cancel_order",
    "return": "return_item",
    "where": "order_status",
    "10033": "inform",
    "ok 5551": "inform",
    "that is all": "thanks",
}


def guess(name: str, confidence: float = 0.9) -> dict[str, Any]:
    return {"name": name, "confidence": confidence}


def classifier(confidence: float = 0.9) -> Callable[[str], dict[str, Any]]:
    """Takes a clause for what its words are listed as."""
    return lambda text: guess(next((need for word, need in SOUNDS.items() if word in text), "out_of_scope"), confidence)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("thanks, and where is 10033?", "where is 10033?"),
        ("thanks, and 10033?", "10033?"),
        ("thanks, ok 5551", "thanks, ok 5551"),
        ("thanks, that is all", "thanks, that is all"),
        ("thank you", "thank you"),
    ],
)
def test_what_is_asked_beside_a_courtesy(text: str, left: str) -> None:
    """A request, or the next order by its number; what says no more than the courtesy leaves it as it is."""
    assert request_in(text, guess("thanks"), classifier()) == left


@pytest.mark.parametrize(
    ("text", "later", "words"),
    [
        ("cancel 10023 and also return 10024", "return_item 10024", "cancel 10023"),
        ("cancel 20000123 and also return 2000012401", "return_item 2000012401", "cancel 20000123"),
        (
            "cancel 20000123, return 20000124, where is 20000125",
            "return_item 20000124;order_status 20000125",
            "cancel 20000123",
        ),
    ],
)
def test_a_second_request_is_kept_with_its_order(text: str, later: str, words: str) -> None:
    """However long the shop's numbers are; the first is heard in its own words only."""
    assert later_of(text, guess("cancel_order"), classifier(0.7)) == Later(guess("cancel_order", 0.7), later, words)


def test_a_guess_is_no_second_request() -> None:
    """Without a number it has to be surer."""
    assert later_of("cancel it and return the lamp", guess("cancel_order"), classifier(0.7)) is None
    assert later_of("cancel it and return the lamp", guess("cancel_order"), classifier(0.9)) is not None


@pytest.mark.parametrize(("sure", "found"), [(0.7, "return_item"), (0.5, "")])
def test_what_comes_on_top_need_not_be_that_sure(sure: float, found: str) -> None:
    """ "And also" says that there are two: likelier than not is enough."""
    later = later_of("cancel it and also return the lamp", guess("cancel_order"), classifier(sure))
    assert (later.value if later else "") == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("cancel 10023 and return 10024 and where is 10025", "return_item 10024;order_status 10025"),
        ("where is 10023, return 10024", "return_item 10024"),
        ("where is 10023 and where is 10024", "order_status 10024"),
        ("cancel 10023 and return it", "return_item"),
    ],
)
def test_each_order_has_its_own_request(text: str, value: str) -> None:
    """However many there are, as long as each names another order."""
    later = later_of(text, guess("cancel_order"), classifier())
    assert (later.value if later else "") == value


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("a human please, but first tell me where 10023 is", "order_status"),
        ("can you cancel 10023, then put me through to a person", "cancel_order"),
        ("转人工之前先 where 10031", "order_status"),
        ("i want a human", None),
        ("i want a human to cancel 10023", None),
        ("the first person hung up, get me another human", None),
        (
            "cancel 5510, wrong lens, then the wrong bill, then nothing. have somebody ring me on 0171 555 012 please",
            None,
        ),
    ],
)
def test_a_person_may_come_second(text: str, first: str | None) -> None:
    """Only where it is said outright that something else comes first; else a person is fetched at once."""
    later = later_of(text, guess("human_agent"), classifier())
    assert (later.first["name"] if later else None) == first
    assert later is None or later.value == "human_agent"
