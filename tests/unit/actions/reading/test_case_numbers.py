"""Case numbers, typed and said."""

import pytest

from actions.reading.case_numbers import case_number_in


@pytest.mark.parametrize(
    "text",
    [
        "C100001",
        "c100001 有结果了吗",
        "any news on case C100001?",
        "my case number is 100001",
        "c one zero zero zero zero one",
        "see one double zero double zero one",
        "登记号100001怎么样了",
        "我的工单 C-100001",
        "C 一零零零零一",
        "ｃ１００００１",
    ],
)
def test_a_case_number(text: str) -> None:
    """In whatever shape, with its C."""
    assert case_number_in(text) == "C100001"


@pytest.mark.parametrize(
    "text", ["order 100001", "case 10023", "C10023", "in that case 1 lamp", "R10024", "abc100001", ""]
)
def test_no_case_number(text: str) -> None:
    """Order and return numbers are none."""
    assert case_number_in(text) is None
