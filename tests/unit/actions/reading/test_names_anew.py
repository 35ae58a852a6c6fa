"""A name that is told anew where one was read back."""

import pytest

from actions.reading.names_anew import name_anew


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("no, Amy Chen", "Amy Chen"),
        ("Amy Chen please", "Amy Chen"),
        ("the name is wrong, it's Amy O'Neill", "Amy O'Neill"),
        ("no it should be amy chen", "Amy Chen"),
        ("put Amy Chen on it please", "Amy Chen"),
        ("not Amy Lin, Amy Chen", "Amy Chen"),
        ("名字写错了，是陈静", "陈静"),
        ("名字打错了 应该是欧阳娜", "欧阳娜"),
        ("用陈静的名字", "陈静"),
    ],
)
def test_a_name_is_one_whatever_leads_up_to_it(text: str, name: str) -> None:
    """Said as a correction, a wish, or with a please behind it."""
    assert name_anew(text) == name


@pytest.mark.parametrize(
    "text",
    ["no, leave it", "no thank you", "No Thanks", "Yes Please", "use my email", "it should be fine", "the name is wrong",
     "no wait", "sounds good", "名字错了", "换成公司", "不要了", "是的谢谢", "应该是公司的"],
)  # fmt: skip
def test_what_is_said_is_no_name(text: str) -> None:
    """A no, a yes and a remark name nobody."""
    assert name_anew(text) is None


def test_without_capitals_a_name_has_to_be_asked_for() -> None:
    """ "amy chen please" may be one; after the question what is wrong it is."""
    assert name_anew("amy chen please") is None
    assert name_anew("amy chen please", asked=True) == "Amy Chen"
