"""Calling a draft: real doors and exchange over flows nobody else can reach, in a time of their own."""

import asyncio
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontdesk.app.call import NotAsExpected, follow, try_draft
from frontdesk.app.call_script import BadScript, read_call
from frontdesk.app.cli import app
from frontdesk.app.draft import NoSuchDraft, draft_book
from frontdesk.app.settings import Settings
from frontdesk.ivr.loader import FlowsBroken
from tests.unit.ivr.bench import SHIPPED

STORY = """
title: An order, by keys
steps:
  - expect: Welcome
  - press: 1
  - press: 1
  - press: "10023"
  - expect: 1 0 0 2 3
  - press: 1
  - press: "0198"
  - expect: {hears: anything else, never: "0198"}
  - press: 0
  - expect: {hears: colleague, call: held}
  - wait: 45
  - expect: {call: held}
  - hang_up
  - expect: {call: ended}
"""


def script(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "call.yml"
    file.write_text(text, encoding="utf-8")
    return file


def settings() -> Settings:
    return Settings(flows_dir=SHIPPED, _env_file=None)


def call(tmp_path: Path, text: str, flow: str, patience_s: float = 20) -> list[str]:
    heard: list[str] = []
    asyncio.run(try_draft(read_call(script(tmp_path, text)), settings(), flow, heard.append, patience_s))
    return heard


def test_a_whole_call_to_a_draft_with_the_clock_in_hand(tmp_path: Path) -> None:
    """Menus, the demo shop, the queue and its hold, minutes in a moment."""
    heard = call(tmp_path, STORY, str(SHIPPED))
    assert any("lamp" in line.lower() or "order" in line.lower() for line in heard)


def test_a_draft_begins_where_it_is_wanted(tmp_path: Path) -> None:
    """One flow, by its name or its file, without the way there."""
    steps = "steps: [{expect: Please give me your order number}]"
    for flow in ("orders", str(SHIPPED / "orders.yml")):
        assert any("order number" in line for line in call(tmp_path, steps, flow))


def test_opening_hours_are_tried_at_their_hour(tmp_path: Path) -> None:
    """On a holiday, without waiting for it."""
    flows = tmp_path / "flows"
    shutil.copytree(SHIPPED, flows)
    hours = flows / "hours.yml"
    hours.write_text(
        'hours: {service: {zone: Asia/Shanghai, weekly: {mon-sun: ["09:00-18:00"]}, holidays: {2026-10-01: closed}}}\n',
        "utf-8",
    )
    closed = "at: 2026-10-01 10:00+08:00\nsteps: [press: 1, {expect: Our colleagues are away}]"
    opened = "at: 2026-10-02 10:00+08:00\nsteps: [press: 1, {expect: {hears: What can I do, never: away}}]"
    call(tmp_path, closed, str(flows))
    call(tmp_path, opened, str(flows))
    with pytest.raises(NotAsExpected, match="line 2"):
        call(tmp_path, closed.replace("10-01 10", "10-02 10"), str(flows), patience_s=2)


def test_a_running_server_keeps_its_own_time(tmp_path: Path) -> None:
    """A script that moves the clock is for drafts."""
    with pytest.raises(BadScript, match="--flow"):
        asyncio.run(follow(read_call(script(tmp_path, "steps: [wait: 5]")), settings(), "", lambda text: None))


@pytest.mark.parametrize("at", ["tomorrow", "2026-13-01"])
def test_a_moment_that_is_none_is_a_sentence(tmp_path: Path, at: str) -> None:
    """With what would be right."""
    with pytest.raises(BadScript, match="2026-10-01"):
        read_call(script(tmp_path, f"at: {at}\nsteps: [silence]"))


def test_a_draft_with_mistakes_or_of_another_name_is_told(tmp_path: Path) -> None:
    """The mistakes with their places; the flows there are."""
    flows = tmp_path / "flows"
    shutil.copytree(SHIPPED, flows)
    (flows / "main.yml").write_text(
        (flows / "main.yml").read_text("utf-8").replace("goto: menu", "goto: menue", 1), "utf-8"
    )
    with pytest.raises(FlowsBroken, match="menue"):
        draft_book(settings(), str(flows))
    with pytest.raises(NoSuchDraft, match="orders"):
        draft_book(settings(), "ordres")


def test_the_command_says_how_it_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """0 when it went as the script says, 1 when not."""
    monkeypatch.setenv("FLOWS_DIR", str(SHIPPED))
    monkeypatch.chdir(tmp_path)
    good = script(tmp_path, "steps: [{expect: Please give me your order number}, hang_up]")
    assert CliRunner().invoke(app, ["call", "--flow", "orders", "--script", str(good)]).exit_code == 0
    bad = script(tmp_path, "steps: [{expect: {hears: Good night, call: listening}}]")
    bad.write_text("steps: [{expect: {call: listening, never: order}}]")
    assert CliRunner().invoke(app, ["call", "--flow", "orders", "--script", str(bad)]).exit_code == 1
