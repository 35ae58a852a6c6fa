"""A part of an address that was read back, put right in words."""

import time

import pytest

from actions.reading.address_slips import corrected

EN, ZH = "7 Pine Court, Eastwick 94110", "云湖市南山区滨海路5号3栋1201"


@pytest.mark.parametrize(
    ("known", "said", "address"),
    [
        (EN, "postcode is 94111", "7 Pine Court, Eastwick 94111"),
        ("7 Pine Court, Eastwick", "zip 94111", "7 Pine Court, Eastwick, 94111"),
        (EN, "the number is 17", "17 Pine Court, Eastwick 94110"),
        (EN, "half right, it's number 9", "9 Pine Court, Eastwick 94110"),
        (EN, "no 17", "17 Pine Court, Eastwick 94110"),
        (EN, "No. It's Pine Close, not Pine Court", "7 Pine Close, Eastwick 94110"),
        (EN, "not Eastwick, Westwick", "7 Pine Court, Westwick 94110"),
        ("fourteen maple street", "the number is fifteen", "fifteen maple street"),
        (ZH, "3栋改成2栋", "云湖市南山区滨海路5号2栋1201"),
        (ZH, "3栋改成2", "云湖市南山区滨海路5号2栋1201"),
        (ZH, "写错了，滨海路改成滨河路", "云湖市南山区滨河路5号3栋1201"),
        (ZH, "门牌号错了是1202", "云湖市南山区滨海路5号3栋1202"),
        (ZH, "不是3栋是2栋", "云湖市南山区滨海路5号2栋1201"),
        ("云湖市滨海路五号三栋", "不对是五号二栋", "云湖市滨海路五号二栋"),
        ("云湖市滨海路五号", "不对不对是六号", "云湖市滨海路六号"),
    ],
)
def test_a_part_is_put_right(known: str, said: str, address: str) -> None:
    """Named beside what it was, or by its kind."""
    assert corrected(known, said) == address


@pytest.mark.parametrize(
    "said", ["no", "yes", "17", "not 120", "no it's fine", "is it number 9?", "my name is not Bob, it's Rob"]
)
def test_nothing_is_put_right(said: str) -> None:
    """A bare number, a yes or a no, a question, and what is not there anyway."""
    assert corrected(EN, said) is None


@pytest.mark.parametrize("said", ["不对", "是的", "改成个人", "不是120号", "把地址改成北京", "201改成202"])
def test_nothing_is_put_right_in_chinese(said: str) -> None:
    """201 is no part of 1201."""
    assert corrected(ZH, said) is None


def test_hostile_words_stay_quick() -> None:
    """However they repeat; a long message puts nothing right."""
    started = time.thread_time()
    for piece in ("不是", "改成", "not ", "number 1", "1号", "it's ", "3栋改成"):
        corrected(EN, (piece * 100)[:100])
        corrected(ZH, (piece * 5_000))
        corrected(ZH, (piece * 100)[:100])
    assert time.thread_time() - started < 0.5
