"""The language of a first message that has none of its own: what is told with it, or the house's."""

import pytest

from frontdesk.channels.chat.door import Message, read_message


@pytest.mark.parametrize(
    ("metadata", "likely", "text", "lang"),
    [
        ({"lang": "zh"}, None, "10025", "zh"),
        ({"locale": "zh-CN"}, None, "10025", "zh"),
        ({"language": "zh_Hans"}, "en", "10025", "zh"),
        ({}, "zh-CN,zh;q=0.9,en;q=0.5", "10025", "zh"),
        ({}, "zh-CN", "where is my order", "en"),
        ({"lang": "fr"}, None, "10025", None),  # the house's own
        ({}, None, "10025", None),
        ({}, None, "订单10025", "zh"),
    ],
)
def test_digits_are_answered_in_the_language_told(
    metadata: dict[str, str], likely: str | None, text: str, lang: str | None
) -> None:
    """By the message's own data, else its words, else what the caller's program likes."""
    read = read_message({"sender": "S1", "message": text, "metadata": metadata})
    assert read is not None
    assert Message(text=read.text, lang=read.lang, likely=likely).language == lang
