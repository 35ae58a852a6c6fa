"""What is done to a process before rasa is imported, and when nothing is."""

import sys

import pytest

from frontdesk.rasa_worker import lighter
from frontdesk.rasa_worker.left_out import PutOff, WithoutTensorFlow

OURS = (PutOff, WithoutTensorFlow)


@pytest.fixture(autouse=True)
def no_rasa_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has just begun; nothing of it stays."""
    monkeypatch.setattr(sys, "meta_path", [finder for finder in sys.meta_path if not isinstance(finder, OURS)])
    monkeypatch.delitem(sys.modules, "rasa", raising=False)
    monkeypatch.setenv("PYPINYIN_NO_PHRASES", "1")
    monkeypatch.setitem(sys.modules, "portalocker.redis", sys.modules.get("portalocker.redis"))


def _ours() -> set[type]:
    return {type(finder) for finder in sys.meta_path} & set(OURS)


def test_tensorflow_is_left_out_where_nobody_needs_it() -> None:
    """The rest is put off."""
    lighter.lighten(["RulePolicy"])
    assert _ours() == set(OURS)


def test_another_rasa_is_loaded_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody has looked into it."""
    monkeypatch.setattr(lighter, "VERSION", "3.6.20")
    lighter.lighten(["RulePolicy"])
    assert not _ours()


def test_a_process_with_rasa_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of Rasa with what is left out and half without would not fit together."""
    monkeypatch.setitem(sys.modules, "rasa", sys)
    lighter.lighten(["RulePolicy"])
    assert not _ours()
