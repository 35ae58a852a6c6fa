"""What is said behind a yes: questions and kindnesses take nothing of it away; doubts and conditions do."""

import time

import pytest

from actions.meaning.kept import ASK, UNNAMED, Kept
from actions.meaning.reminding import reminds
from actions.meaning.yes_then import asks_fee_back, noted_too, yes_then

HOSTILE_SECONDS = 1.0


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("yes, will I get a confirmation?", "cancel_order"),
        ("yes please, and when does the refund arrive", "cancel_order"),
        ("是的，钱多久到账？", "cancel_order"),
    ],
)
def test_a_question_behind_a_yes_waits_until_it_is_done(said: str, need: str) -> None:
    """It is kept with its words."""
    kept = yes_then(said, need)
    assert kept is not None
    assert [one.need for one in kept] == [ASK]


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("yes thanks for your help, you're very kind", "cancel_order"),
        ("好的谢谢你，你真好", "cancel_order"),
        ("yes but only for this order", "change_address"),
        ("yes please, as a PDF", "invoice"),
        ("yes but I can only send it next week", "return_item"),
    ],
)
def test_what_is_so_anyway_leaves_nothing(said: str, need: str) -> None:
    """Nothing is left to be dealt with."""
    assert yes_then(said, need) == ()


@pytest.mark.parametrize(
    "said",
    [
        "yes", "yeah no", "yes, wait, is it the charger?", "yes, unless it has shipped?", "yes if it's free",
        "yes but not the lamp",
        "yes but will I get a confirmation?", "ok, how long does it take?", "do i have to give a reason?", "do i get a refund?",
        "yes, is the postcode right?", "yes, are you sure?", "是的，等等，是充电器吗？", "yes, or shall I wait?",
        "可以，但是运费退吗",
        "yes never mind", "好的不用了", "yes, and 10024 too",
    ],
)  # fmt: skip
def test_doubts_and_conditions_are_no_yes(said: str) -> None:
    """It is asked again, or answered first."""
    assert yes_then(said, "cancel_order") is None


def test_another_order_and_a_note_come_afterwards() -> None:
    """Each is offered when the first is done."""
    assert yes_then("yes please, and then tell me about my other order", "cancel_order") == (
        Kept("order_status", UNNAMED),
    )
    assert yes_then("yes and please leave it at the back door", "change_address", "10025") == (
        Kept("delivery_note", "10025", words="leave it at the back door"),
    )


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        ("yes and not before 10", "not before 10"),
        ("yes and it's the blue door", "it's the blue door"),
        ("yes, Mrs Brown at number 7", "Mrs Brown at number 7"),
        ("对，还有门是蓝色的", "门是蓝色的"),
        ("yes thanks", None),
        ("yes that's all", None),
        ("yes, will they ring?", None),
        ("yes and cancel my other one", None),
    ],
)
def test_more_for_a_note(said: str, noted: str | None) -> None:
    """What is told with the yes belongs to it, courtesies and questions don't."""
    assert noted_too(said) == noted


@pytest.mark.parametrize(
    "said", ["what was the order", "remind me which order that is", "which order is that?", "这是哪个订单来着"]
)
def test_which_order_it_is(said: str) -> None:
    """To read it back again is the answer."""
    assert reminds(said)


@pytest.mark.parametrize("said", ["which order is late?", "what was the tracking number", "哪个订单还没发货"])
def test_what_else_is_asked_of_orders(said: str) -> None:
    """It is another question."""
    assert not reminds(said)


@pytest.mark.parametrize(
    "unit",
    [
        "yes ",
        "yes, ",
        "and ",
        "thanks ",
        "好",
        "太感谢",
        "是的，",
        "please can you ",
        "运费",
        "另外",
        "you ",
        "what order ",
    ],
)
def test_hostile_words_take_no_time(unit: str) -> None:
    """However often something is said, it is read at once."""
    begun = time.perf_counter()
    for said in (unit * 400, unit * 20 + "!", unit * 35 + "x"):
        yes_then(said, "change_address")
        noted_too(said)
        reminds(said)
        asks_fee_back(said[:200])
    assert time.perf_counter() - begun < HOSTILE_SECONDS
