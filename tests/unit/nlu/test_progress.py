"""Who waits for a score is told what is done meanwhile."""

from frontdesk.app.nlu_cli import followed


def test_progress_is_said_and_the_last_other_word_kept() -> None:
    """Training takes a minute: its parts are said as they begin; what went wrong is the last line that is no progress."""
    said: list[str] = []
    lines = [
        '{"step": "train", "text": "training the bot"}\n',
        "Epochs: 1\n",
        "[1, 2]\n",
        "MemoryError: no room\n",
        "\n",
    ]
    assert followed(lines, said.append) == "MemoryError: no room"
    assert said == ["training the bot"]
