"""Several requests in one message: each with its own order, none with another's; and what depends on something else."""

from typing import Any

import pytest

from actions.meaning.kept import Kept, kept_in, same_need, without_otherwise, written
from frontdesk.rasa_worker.conditions import condition_in
from frontdesk.rasa_worker.parting import in_digits, is_proof, own_words, pieces_of
from frontdesk.rasa_worker.several import several_in

SURE = 0.95
SOUNDS = (
    ("发票", "invoice"), ("invoice", "invoice"), ("cancel", "cancel_order"), ("取消", "cancel_order"), ("return", "return_item"),
    ("退款", "refund_status"), ("money", "refund_status"), ("exchange", "exchange_item"), ("换", "exchange_item"),
    ("退", "return_item"), ("地址", "change_order"), ("address", "change_order"), ("几点", "contact_hours"),
    ("hours", "contact_hours"), ("where", "order_status"), ("查", "order_status"), ("到", "order_status"), ("发", "order_status"),
)  # fmt: skip


def by_words(text: str) -> dict[str, Any]:
    """Takes a clause for what its words are listed as."""
    found = next((need for word, need in SOUNDS if word in text.lower()), "out_of_scope")
    return {"name": found, "confidence": SURE}


@pytest.mark.parametrize(
    ("text", "first", "words", "value"),
    [
        (
            "cancel 10025, return 10024, and where is 10023? 0198",
            "cancel_order",
            "cancel 10025, my phone number ends in 0198",
            "return_item 10024;order_status 10023",
        ),
        ("1. cancel 10025 2. return 10024", "cancel_order", "cancel 10025", "return_item 10024"),
        ("1.10032退货 2.10034查一下", "return_item", "10032退货", "order_status 10034"),
        ("第一10032退货，第二10031查一下", "return_item", "10032退货", "order_status 10031"),
        ("尾号6688，10032退货，10033取消", "return_item", "10032退货, 尾号6688", "cancel_order 10033"),
        ("退10032查10031", "return_item", "退10032", "order_status 10031"),
        ("取消幺零零三三然后退幺零零三二", "cancel_order", "取消10033", "return_item 10032"),
        ("return 10024, and the same for 10026", "return_item", "return 10024", "return_item 10026"),
        ("return 10024 and 10026", "return_item", "return 10024", "return_item 10026"),
        ("先退货再开发票，都是10032", "return_item", "先退货, 10032", "invoice 10032 : 开发票"),
        ("cancel 10025 and what are your hours?", "cancel_order", "cancel 10025", "ask : what are your hours?"),
        ("cancel 10025 and tell me when I get the money", "cancel_order", "cancel 10025", ""),
        ("10032我要退货和发票", "return_item", "10032我要退货和发票", "invoice 10032"),
        ("10032退货，另外那个订单查一下", "return_item", "10032退货", "order_status ?"),
    ],
)
def test_each_has_its_own_order(text: str, first: str, words: str, value: str) -> None:
    """The first is heard in its own words; proofs and courtesies void nothing."""
    found = several_in(text, by_words)
    assert found is not None
    assert (found.first["name"], found.words, found.value) == (first, words, value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("don't cancel 10025, cancel 10028", "cancel 10028"),
        ("别取消10033，取消10036", "取消10036"),
        ("10032不退了，退10034", "退10034"),
        ("我不想退10032，想退10034", "想退10034"),
        ("i don't want to return 10024 but 10026", "10026"),
    ],
)
def test_what_is_refused_is_left_out(text: str, words: str) -> None:
    """Nothing is kept of it."""
    found = several_in(text, by_words)
    assert found is not None
    assert (found.words, found.kept) == (words, ())


@pytest.mark.parametrize(
    "text",
    [
        "cancel 10025, no wait, cancel 10026",
        "10032和10034要一个就行",
        "can you return it? i want to cancel",
        "where is 10023?",
        "change the address of 10025 to 5 quay street, 20100 northport",
        "yes",
    ],
)
def test_one_request_stays_one(text: str) -> None:
    """A slip put right, a choice between two, a number of something else."""
    assert several_in(text, by_words) is None


@pytest.mark.parametrize(
    ("text", "first", "words", "value"),
    [
        ("10033能今天发吗，不能就取消", "order_status", "10033能今天发吗", "cancel_order 10033 otherwise"),
        ("如果10032能换白色就换，不能换就退", "exchange_item", "如果10032能换白色就换", "return_item 10032 otherwise"),
        ("10031如果今天送不到我就不要了", "order_status", "10031今天送不到", "cancel_order 10031 otherwise"),
        (
            "exchange 10026 if you have a black one, otherwise return it",
            "exchange_item",
            "exchange 10026 if you have a black one",
            "return_item 10026 otherwise",
        ),
        (
            "cancel 10023 if it won't arrive today",
            "order_status",
            "it won't arrive today, 10023",
            "cancel_order 10023 otherwise",
        ),
        ("如果钱能今天退就取消10033", "cancel_order", "如果钱能今天退就取消10033", ""),
    ],
)
def test_what_decides_comes_first(text: str, first: str, words: str, value: str) -> None:
    """What is wanted otherwise is only asked about."""
    found = condition_in(text, by_words)
    assert found is not None
    assert (found.first["name"], found.words, found.value) == (first, words, value)


@pytest.mark.parametrize("text", ["cancel 10025 if it's not too late", "取消10033", "if possible return 10024"])
def test_nothing_else_depends(text: str) -> None:
    """What the task looks at by itself is no condition."""
    assert condition_in(text, by_words) is None


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", [" ", ", ", "，", "and ", "如果", "10032", "1. ", "if it won't "])
def test_pieces_without_end_cost_nothing(piece: str) -> None:
    """A message made to keep the bot busy for everybody else does not."""
    for text in (piece * 10_000, piece * (400 // len(piece)), piece * (300 // len(piece))):
        several_in(text, by_words)
        condition_in(text, by_words)


def test_what_proves() -> None:
    """Four digits, called so or alone; an order's number is none."""
    assert is_proof("尾号6688")
    assert is_proof("my number ends in 0198")
    assert not is_proof("10032")
    assert not is_proof("return 6688")


def test_words_of_one_request() -> None:
    """With the one order that is named, wherever it stands."""
    assert own_words("cancel it and return the lamp, 10023", "cancel it") == "cancel it, 10023"
    assert own_words("cancel 10023 and return 10024", "cancel 10023") == "cancel 10023"


def test_a_question_keeps_its_sign() -> None:
    """The rest loses what parts it."""
    assert [piece.text for piece in pieces_of("where is 10023? cancel 10024.")] == ["where is 10023?", "cancel 10024"]
    assert in_digits("one zero zero two three") == "10023"


def test_what_is_kept_is_read_back() -> None:
    """As it was written."""
    kept = (Kept("invoice", "10034", words="抬头云湖"), Kept("cancel_order", "10033", True), Kept("ask", words="几点"))
    assert kept_in(written(kept)) == kept
    assert without_otherwise(written(kept)) == written([kept[0], kept[2]])
    assert same_need("order_status 10031;invoice 10032", "order_status") == ("10031", "invoice 10032")
    assert same_need("order_status ?", "order_status")[0] == ""
