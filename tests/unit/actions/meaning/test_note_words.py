"""A note for the delivery, without what asks for it."""

import pytest

from actions.meaning.note_words import as_note
from actions.meaning.spare_parts import part_alone, part_to_swap


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Is it possible to change the delivery date of 10025 to friday", "delivery on friday"),
        ("can you deliver 10025 on friday please", "deliver it on friday"),
        ("i want to change the delivery time to after 6pm", "delivery after 6pm"),
        ("ok then leave it with the neighbour", "leave it with the neighbour"),
        ("我想改一下收货时间 10031 能不能周末送", "周末送"),
        ("10033 改一下送货时间 改成周六", "周六送"),
        ("能放门口吗", "放门口"),
        ("放驿站吧", "放驿站"),
        ("please leave it in the porch", "leave it in the porch"),
        ("on friday instead please", "on friday instead"),
        ("thanks could you please leave it at the door thank you", "leave it at the door"),
        ("麻烦放门口谢谢", "放门口"),
        ("请放驿站，谢谢啦", "放驿站"),
        ("add a note to 10023: leave with the neighbour", "leave with the neighbour"),
        ("10031备注一下放门口", "放门口"),
    ],
)
def test_a_note_reads_as_one(text: str, note: str) -> None:
    """Who asks or wishes is left out, and the order's number."""
    assert as_note(text) == note


@pytest.mark.parametrize(
    "text",
    [
        "leave it behind the shed at 10250 Main Road",
        "放门口，门禁密码12345",
        "请勿按门铃",
        "thanks",
    ],
)
def test_a_note_stays_as_it_is(text: str) -> None:
    """Nothing is left out of what the carrier needs."""
    assert as_note(text) == text


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("10032就是这个 表带能换吗", "表带"),
        ("我要换表带", "表带"),
        ("can the strap of 10024 be replaced", "strap"),
        ("表带坏了要换货", None),
        ("can i exchange the watch", None),
        ("the strap is broken", None),
    ],
)
def test_a_part_to_be_exchanged_alone(text: str, part: str | None) -> None:
    """A part, not the article; nothing that is broken."""
    assert part_to_swap(text) == part


def test_which_part_is_meant() -> None:
    """And nothing else is said."""
    assert part_alone("just the strap")
    assert part_alone("只换表带")
    assert not part_alone("the whole watch")
