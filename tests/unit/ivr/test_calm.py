"""Patience by language and region: who is given how long, and how often one asks them."""

from dataclasses import replace

import pytest

from frontdesk.core.exits import ToHandoff
from frontdesk.core.inputs import NothingHeard
from frontdesk.core.rooms import InMenu
from frontdesk.core.waits import ForCustomer
from frontdesk.ivr import step as menus

from .bench import AT, draft, read, sound

PATIENCE = """
languages:
  zh: {timeout: 9}
regions:
  china: {callers: ["+86"], timeout: 7}
  hong_kong: {callers: ["+852"], timeout: 8, tries: 2}
  island: {callers: ["+8529"], timeout: 12}
"""
BOOK = read(patience=PATIENCE).book


@pytest.mark.parametrize(
    ("lang", "caller", "seconds"),
    [
        ("en", None, 6.0), ("zh", None, 9.0), ("zh", "+8613800138000", 7.0), ("en", "+85221230000", 8.0),
        ("en", "+85291230000", 12.0), ("en", "+441632960001", 6.0),
    ],
)  # fmt: skip
def test_the_region_counts_before_the_language(lang: str, caller: str | None, seconds: float) -> None:
    """The longest beginning of a number wins; without any, the language; without that, the book."""
    pencil = draft(lang=lang)
    pencil.change(caller=caller)
    menus.start(BOOK, pencil)
    assert isinstance(pencil.state.wait, ForCustomer)
    assert pencil.state.wait.timeout_s == seconds


def test_a_question_s_own_timeout_stays() -> None:
    """Who wrote seconds at a question meant them."""
    main = sound()["main.yml"].text.replace("    menu: menu.ask\n", "    menu: menu.ask\n    timeout: 4\n")
    pencil = draft(lang="zh")
    menus.start(read(patience=PATIENCE, main=main).book, pencil)
    assert isinstance(pencil.state.wait, ForCustomer)
    assert pencil.state.wait.timeout_s == 4.0


def test_fewer_tries_call_a_human_sooner() -> None:
    """With two tries the second silence brings the last words and a person."""
    pencil = draft()
    pencil.change(caller="+85221230000")
    menus.start(BOOK, pencil)
    exits = []
    for _ in range(2):
        assert isinstance(pencil.state.room, InMenu)
        exits.append(menus.step(BOOK, pencil, pencil.state.room, NothingHeard(at=AT)))
    assert exits[0] is None
    assert exits[1] == replace(ToHandoff(reason="failures"), queue="service")
