"""`frontdesk people` and `frontdesk audit`, as they are run."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontdesk.app.cli import app
from frontdesk.core.errors import FrontdeskError


def run(*words: str, typed: str = "") -> str:
    done = CliRunner().invoke(app, list(words), input=typed)
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return " ".join(done.output.split())


def test_people_are_added_changed_and_disabled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command does what it says, and the audit log tells by whom; a misspelt name is told."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "160")
    twice = "tea on the old tram\n" * 2
    assert "lin may come in as agent" in run("people", "add", "lin", "--shown", "Lin Yu", "--langs", "zh", typed=twice)
    assert "Password: " in run("people", "add", "kit", "--role", "admin", "--random")
    assert "supervisor now" in run("people", "role", "lin", "supervisor")
    assert "no role" in run("people", "role", "lin", "emperor")
    assert "0 log-ins ended" in run("people", "password", "lin", typed="a kettle on the tram\n" * 2)
    assert "disabled" in run("people", "disable", "lin")
    shown = run("people", "list")
    assert "Lin Yu" in shown
    assert "disabled" in shown
    assert "may come in again" in run("people", "enable", "lin")
    said = run("audit", "--about", "lin")
    assert [deed in said for deed in ("person_added", "role_changed", "password_changed", "person_disabled")] == [
        True
    ] * 4
    assert "in 0 conversations, 0 comings and goings, 5 deeds, and has an account" in run(
        "people", "erase", "lin", typed="n\n"
    )
    assert "What was counted stays, for 'erased-" in run("people", "erase", "lin", "--yes")
    assert "Nothing is kept of 'lin'" in run("people", "erase", "lin", "--yes")
    assert "lin" not in run("audit").replace("log-ins", "")
    with pytest.raises(FrontdeskError, match="linn"):
        run("people", "disable", "linn")
