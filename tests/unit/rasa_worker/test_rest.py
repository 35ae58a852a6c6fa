"""Reading what is posted to the worker."""

import pytest

from frontdesk.rasa_worker.rest import LONGEST, Posted, WrongMessage, posted


def test_whole_message() -> None:
    """Sender, words and metadata as the contract has them; metadata may be missing."""
    assert posted({"sender": "S", "message": " hi ", "metadata": {"lang": "en"}}) == Posted(
        sender="S", text="hi", metadata={"lang": "en"}
    )
    assert posted({"sender": "S", "message": "hi"}).metadata == {}


def test_endless_words_are_cut() -> None:
    """Nobody can keep the bot busy with a book."""
    assert len(posted({"sender": "S", "message": "a" * 100_000}).text) == LONGEST


@pytest.mark.parametrize(
    "body",
    [None, [], "x", {}, {"sender": "S"}, {"sender": "", "message": "a"}, {"sender": "S", "message": 5},
     {"sender": "S", "message": "  "}, {"sender": "S", "message": "a", "metadata": [1]}],
)  # fmt: skip
def test_wrong_shapes_are_named(body: object) -> None:
    """What is missing is said in a whole sentence."""
    with pytest.raises(WrongMessage, match=r"\.$"):
        posted(body)
