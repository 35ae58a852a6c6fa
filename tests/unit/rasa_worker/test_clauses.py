"""Thanks before a request, and two requests in one message: where it is parted."""

from typing import Any

import pytest

from frontdesk.rasa_worker.clauses import later_of, request_in, wanted_in

SURE = 0.95


def by_words(text: str) -> dict[str, Any]:
    name = (
        "return_item"
        if "return" in text or "退" in text
        else "order_status"
        if "100" in text or "order" in text
        else "thanks"
    )
    return {"name": name, "confidence": SURE}


@pytest.mark.parametrize(
    "text",
    ["where is 10023, and I want to return 10024", "我的订单10023到哪了，另外我要退货10024"],
)
def test_the_second_request_is_kept_with_its_order(text: str) -> None:
    """In both languages."""
    kept = later_of(text, {"name": "order_status", "confidence": SURE}, by_words)
    assert kept is not None
    assert (kept.first["name"], kept.value) == ("order_status", "return_item 10024")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("查一下10023，把10024退了，再查下10025", "return_item 10024;order_status 10025"),
        ("where is 10023, return 10024", "return_item 10024"),
        ("查一下10023，查一下10024", "order_status 10024"),
        ("查一下10023，快点，把10024退了", "return_item 10024"),
    ],
)
def test_requests_that_commas_part_have_orders_of_their_own(text: str, kept: str | None) -> None:
    """All are kept, in order; a piece without an order is more of the one before it."""
    later = later_of(text, {"name": "order_status", "confidence": SURE}, by_words)
    assert (later.value if later else None) == kept


@pytest.mark.parametrize(
    ("text", "whole", "first"),
    [
        ("where is my order? also I want to return a lamp", "return_item", "order_status"),
        ("i placed an order and i want to return it", "return_item", "return_item"),
        ("i placed an order and i want to return it", "order_status", "order_status"),
    ],
)
def test_what_is_begun_with(text: str, whole: str, first: str) -> None:
    """The first of two that are said to be two; else what the whole sounds like."""
    kept = later_of(text, {"name": whole, "confidence": SURE}, by_words)
    assert kept is not None
    assert kept.first["name"] == first


def test_a_named_order_makes_a_weak_request_sure() -> None:
    """ "and where is 10023" is short, but nothing else can be meant."""
    weak = lambda text: {**by_words(text), "confidence": SURE if "return" in text else 0.7}  # noqa: E731
    kept = later_of("I want to return 10024 and where is 10023", {"name": "return_item", "confidence": SURE}, weak)
    assert kept is not None
    assert kept.value == "order_status 10023"
    assert later_of("return my lamp and where is my order", {"name": "return_item", "confidence": SURE}, weak) is None


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", [" ", ", ", "，", ",;", "and "])
def test_signs_without_end_cost_nothing(piece: str) -> None:
    """A message made to keep the bot busy for everybody else does not."""
    assert later_of(piece * 10_000 + "x", {"name": "order_status", "confidence": SURE}, by_words) is None
    assert request_in(piece * 10_000 + "x", {"name": "thanks", "confidence": SURE}, by_words) == piece * 10_000 + "x"


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("thanks, and where is 10033?", "where is 10033?"),
        ("ok thank you so much for your help. now where is 10033", "where is 10033"),
        ("no problem, also where is my order", "where is my order"),
        ("謝謝，那10033到哪了", "10033到哪了"),
        ("好的谢谢 还有我想退货", "我想退货"),
    ],
)
def test_thanks_hide_no_request(text: str, request_: str) -> None:
    """What was taken for thanks is the request that comes after it."""
    assert request_in(text, {"name": "thanks", "confidence": SURE}, by_words) == request_


@pytest.mark.parametrize(
    "text", ["thanks", "thank you so much for everything", "谢谢你们的帮助", "great service, thanks"]
)
def test_thanks_alone_stay_thanks(text: str) -> None:
    """Nothing is read into them."""
    assert request_in(text, {"name": "thanks", "confidence": SURE}, by_words) == text


def test_a_request_that_was_understood_stays_whole() -> None:
    """Only what was taken for small talk is looked into."""
    text = "thanks, and where is 10033?"
    assert request_in(text, {"name": "order_status", "confidence": SURE}, by_words) == text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("no don't ask for the order, return it", "return it"),
        ("i don't want my order, i want to return it", "i want to return it"),
        ("return it, not the order", "return it"),
        ("不要查订单100，我要退货", "要退货"),
    ],
)
def test_what_is_refused_is_no_request(text: str, wanted: str) -> None:
    """What is wanted instead is read by itself, where the whole sounded like what is refused."""
    assert wanted_in(text, {"name": "order_status", "confidence": SURE}, by_words) == wanted


@pytest.mark.parametrize(
    "text", ["i don't have the order, i lost it", "it is not nice, thanks", "/deny", "where is my order"]
)
def test_a_no_without_a_request_changes_nothing(text: str) -> None:
    """The words stay as they are."""
    assert wanted_in(text, {"name": "order_status", "confidence": SURE}, by_words) == text


def test_many_parts_are_parted_where_another_matter_begins() -> None:
    """Not at each "and"."""
    kept = later_of(
        "what is with 10023 and 10025? also i want to return 10024",
        {"name": "return_item", "confidence": SURE},
        by_words,
    )
    assert kept is not None
    assert kept.value == "order_status 10025;return_item 10024"


def test_a_long_story_is_heard_for_its_first_wish() -> None:
    """Only where the whole is like nothing in particular."""
    story = f"i have waited {'so very long ' * 12}, and i want to know when my order 10023 comes, then i return it"
    assert (
        wanted_in(story, {"name": "refund_status", "confidence": 0.4}, by_words)
        == "i want to know when my order 10023 comes"
    )
    assert wanted_in(story, {"name": "refund_status", "confidence": SURE}, by_words) == story
