"""The words of the pages: each is said somewhere."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web" / "src"
KEY = re.compile(r"^    (\w+): ", re.M)
PAGES = ("board", "chat", "desk", "landing", "phone", "ui")  # staff words are also looked up by what the server sends


@pytest.mark.parametrize("page", PAGES)
def test_no_word_of_a_page_is_said_nowhere(page: str) -> None:
    """What is no longer said goes out of the list, in both languages."""
    words = (WEB / page / "words.ts").read_text(encoding="utf-8")
    rest = "\n".join(path.read_text(encoding="utf-8") for path in sorted(WEB.rglob("*.ts")) if path.name != "words.ts")
    prefixes = tuple(re.findall(r"`(\w+_)\$\{", rest + words))  # words looked up by the state they name
    keys = {key for key in KEY.findall(words) if not key.startswith(prefixes)}
    used = set(re.findall(r"\.(\w+)\b|[\"'](\w+)[\"']", rest + words))
    said = {name for pair in used for name in pair if name}
    assert keys
    assert keys - said == set()
