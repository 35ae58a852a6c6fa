"""The command line: help that helps, and answers a script can read."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from frontdesk.app.cli import app
from frontdesk.app.settings import Settings
from tests.house.tree import ROOT

BROKEN = ROOT / "tests" / "broken_flows"
run = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})


def commands() -> list[str]:
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    return sorted(group.commands)


@pytest.mark.parametrize("name", commands())
def test_every_command_explains_itself(name: str) -> None:
    """`--help` of each command works and says what the command does."""
    done = run.invoke(app, [name, "--help"])
    assert done.exit_code == 0
    assert "Usage:" in done.output


def test_help_names_every_command() -> None:
    """`frontdesk --help` lists all there is."""
    done = run.invoke(app, ["--help"])
    assert done.exit_code == 0
    assert all(name in done.output for name in commands())


def test_check_passes_on_the_shipped_flows(monkeypatch: pytest.MonkeyPatch) -> None:
    """What we ship has no mistake."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("FLOWS_DIR", raising=False)
    assert run.invoke(app, ["check"]).exit_code == 0


def test_check_fails_on_a_broken_flow_and_says_where() -> None:
    """A mistake ends `check` with 1 and stands there as file:line:column, a code, and words."""
    done = run.invoke(app, ["check", str(BROKEN / "unknown_target.yml")])
    assert done.exit_code == 1
    assert re.search(r"unknown_target\.yml:\d+:\d+: FLOW\d{3} \w", done.output), done.output


def test_check_without_a_folder_says_so(tmp_path: Path) -> None:
    """A folder that is not there is a mistake in words, not a trace."""
    done = run.invoke(app, ["check", str(tmp_path / "nowhere")])
    assert done.exit_code != 0
    assert "Traceback" not in done.output


def test_settings_as_json() -> None:
    """`settings --json` is JSON with every setting in it."""
    done = run.invoke(app, ["settings", "--json"])
    assert done.exit_code == 0
    rows = json.loads(done.output)
    assert [row["name"] for row in rows] == [name.upper() for name in Settings.model_fields]
    assert all(row["meaning"] for row in rows)


def test_settings_show_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    """The list tells defaults, never what is set."""
    monkeypatch.setenv("TWILIO_AUTH_TOKEN", "very-secret")
    assert "very-secret" not in run.invoke(app, ["settings"]).output


def test_migrate_makes_the_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`migrate` works on an empty folder, and a second time."""
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "new"))
    monkeypatch.delenv("DATABASE_URL", raising=False)
    for _ in range(2):
        assert run.invoke(app, ["migrate"]).exit_code == 0
    assert (tmp_path / "new" / "frontdesk.db").is_file()


def test_play_goes_through_the_menus(monkeypatch: pytest.MonkeyPatch) -> None:
    """`play` takes keys line by line and shows what a caller would hear."""
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("RASA_URL", raising=False)
    done = run.invoke(app, ["play"], input="1\n1\n10023\n1\n0198\n")
    assert done.exit_code == 0, done.output
    assert "What can I do for you?" in done.output
    assert "10023" in done.output


def test_play_hands_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """0 leads to a human; `play` says so and ends."""
    monkeypatch.chdir(ROOT)
    done = run.invoke(app, ["play"], input="1\n0\n")
    assert done.exit_code == 0, done.output
    assert "human" in done.output


def test_wrong_settings_end_a_command_in_words(tmp_path: Path) -> None:
    """Exit code 2 and a sentence that names the setting; no trace."""
    env = {**os.environ, "PORT": "http"}
    start = [sys.executable, "-c", "from frontdesk.app.cli import main; main()", "check"]
    done = subprocess.run(start, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "PORT: " in done.stderr
    assert "Traceback" not in done.stderr
