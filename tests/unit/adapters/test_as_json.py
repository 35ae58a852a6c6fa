"""What is kept as JSON is `codec.encode`'s form, whoever wrote it."""

import json
import math
from dataclasses import dataclass, fields, replace
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.adapters.as_json import AGAIN, text_of, value_of, written_once
from frontdesk.core.codec import encode
from frontdesk.core.events import Event, Said
from frontdesk.core.rooms import State
from frontdesk.core.waits import Choice, ForAgent, ForCustomer
from frontdesk.core.words import OfHouse
from tests.contracts.made import rich_events, rich_state, state

KEPT = (State, *get_args(Event))


@pytest.mark.parametrize("cls", KEPT, ids=lambda cls: cls.__name__)
def test_every_kept_type_is_written_as_it_is_encoded(cls: Any) -> None:
    """Members of unions carry their `kind`, whatever the fields hold."""

    @settings(max_examples=5, deadline=None, database=None)
    @given(st.from_type(cls))
    def holds(value: Any) -> None:
        plain = encode(value)
        try:
            wanted = json.dumps(plain, allow_nan=False)
        except ValueError:
            with pytest.raises(ValueError, match="not JSON compliant"):
                text_of(value)
        else:
            assert json.loads(text_of(value)) == json.loads(wanted)

    holds()


@pytest.mark.parametrize("value", [rich_state("S-1", 3), *rich_events()], ids=lambda value: type(value).__name__)
def test_text_is_compact_and_comes_back(value: Any) -> None:
    """No blanks; what is read again is what `encode` gives."""
    assert value_of(text_of(value)) == json.loads(json.dumps(encode(value)))
    assert '": ' not in text_of(value)


@pytest.mark.parametrize("cls", AGAIN, ids=lambda cls: cls.__name__)
def test_what_is_written_once_differs_in_nothing_that_is_written(cls: Any) -> None:
    """The text of an equal value is taken again, so every field must count in the comparison."""
    assert all(field.compare and field.hash is not False for field in fields(cls))
    other = Said(text=OfHouse("a"), spoken=OfHouse("a"), lang="en", prompt="p")
    assert [value_of(text_of(replace(other, text=OfHouse(text))))["text"] for text in ("b", "c", "b")] == [
        "b",
        "c",
        "b",
    ]


def test_only_words_of_the_house_are_kept_in_memory() -> None:
    """What names an order or an address is written anew each time; a menu's question is not."""
    same, own = "Welcome. What is it about?", "I will send order 10023 to: 5 Quay Street."
    for cls, of_house, of_customer in (
        (Said, Said(text=OfHouse(same), spoken=OfHouse(same), lang="en"), Said(text=own, spoken=own, lang="en")),
        (ForCustomer, asked(OfHouse("Orders"), "1"), asked("10023", "10023")),
    ):
        written_once(cls).cache_clear()
        assert value_of(text_of(of_customer)) == json.loads(json.dumps(encode(of_customer)))
        assert written_once(cls).cache_info().currsize == 0
        assert text_of(of_house) is text_of(of_house)
        assert text_of(of_house) == text_of(replace(of_house))
        assert written_once(cls).cache_info().hits == 1


def asked(label: str, payload: str) -> ForCustomer:
    return ForCustomer(hints=("of this test",), choices=(Choice(label=label, payload=payload, key="1"),))


def test_a_lone_surrogate_is_kept() -> None:
    """Somebody's odd words are no reason to lose a turn."""
    said = Said(text="\ud800", spoken="NaN", lang="en", prompt="p")
    assert value_of(text_of(said))["text"] == "\ud800"


@pytest.mark.parametrize("number", [math.nan, math.inf])
def test_what_is_no_number_is_refused(number: float) -> None:
    """In a field of a type, and in plain JSON."""
    for value in (state(started_at=number), {"at": number}):
        with pytest.raises(ValueError, match="not JSON compliant"):
            text_of(value)


def test_a_value_of_another_type_than_was_said_is_written_all_the_same() -> None:
    """A list for a tuple, another member of the union: the form is that of `encode`."""
    odd = state(calls=["a"], room=ForAgent(ticket="T-1"))
    assert value_of(text_of(odd)) == json.loads(json.dumps(encode(odd)))


def test_a_type_nobody_said_how_to_write_is_our_mistake() -> None:
    """It is told when the first value of its class is written."""

    @dataclass(frozen=True, slots=True)
    class Odd:
        value: set[str]

    with pytest.raises(AssertionError, match="Say it here"):
        text_of(Odd({"a"}))
