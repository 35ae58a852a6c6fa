"""One small file per mistake in `tests/broken_flows`: it says what the check must find there, and just that is found."""

import re
from pathlib import Path

import pytest

from frontdesk.core.issues import Issue
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.codes import CODES
from frontdesk.ivr.loader import Source, read_book

from .bench import BROKEN, TASKS, sound

FILES = sorted(BROKEN.glob("*.yml"))
_EXPECT = re.compile(r"^# expect: (?:(\S+):)?(\d+):(\d+): (FLOW\d{3})(?: (.*))?$", re.M)
_HOUSE_WORDS = "  # house words: every system prompt\n"
_PLACE = re.compile(r"^# stands in for: (.+)$", re.M)


def found_in(path: Path) -> list[Issue]:
    """The issues of the sound book with this file in the place of one of its files."""
    text = path.read_text(encoding="utf-8")
    place = _PLACE.search(text)
    name = place.group(1) if place else "main.yml"
    book = sound() | {name: Source(name, name, text.replace(_HOUSE_WORDS, _house_words()))}
    issues = read_book(list(book.values()), TASKS).issues
    return [issue for issue in issues if issue.level == "error" or issue.file == name]


def _house_words() -> str:
    """A line for every system prompt, its variables in it."""
    return "".join(
        f'  {key}: "House words {" ".join(f"{{{name}}}" for name in names)}"\n' for key, names in SYSTEM_PROMPTS.items()
    )


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_mistake_is_found_where_it_stands(path: Path) -> None:
    """Line, column and code are as the file says, the suggestion too; nothing else is complained about."""
    text = path.read_text(encoding="utf-8")
    place = _PLACE.search(text)
    here = place.group(1) if place else "main.yml"
    expected = sorted(
        (file or here, int(line), int(column), code, hint or "")
        for file, line, column, code, hint in _EXPECT.findall(text)
    )
    found = sorted((i.file, i.line, i.column, i.code, _hint(i)) for i in found_in(path))
    assert expected, "The file should say what is expected: '# expect: 4:9: FLOW010'."
    assert found == expected


def _hint(issue: Issue) -> str:
    return f"→ {issue.suggestion}" if issue.suggestion else ""


def test_the_sound_book_is_sound() -> None:
    """What every broken flow differs from has no mistake of its own."""
    assert read_book(list(sound().values()), TASKS).issues == ()


def test_every_code_has_a_broken_flow() -> None:
    """A new kind of mistake comes with a file that shows it; its name and number stand in one table."""
    shown = {code for path in FILES for *_, code, _hint in _EXPECT.findall(path.read_text(encoding="utf-8"))}
    assert shown == set(CODES)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_messages_are_whole_sentences(path: Path) -> None:
    """What is printed is a sentence a product owner can read."""
    for issue in found_in(path):
        assert issue.message.endswith("."), issue
        assert not issue.message.startswith(("node", "menu", "an ", "a ")), issue
