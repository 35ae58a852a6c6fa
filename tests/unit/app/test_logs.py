"""Log lines: one event, one line, in the form that was asked for."""

import json
import logging
from collections.abc import Iterator

import pytest

from frontdesk.app import logs
from frontdesk.core.errors import FrontdeskError


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    """The root logger is as it was afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_json_lines_are_json(capsys: pytest.CaptureFixture[str]) -> None:
    """Each line can be read by a machine, with level, logger and time."""
    logs.configure("json", "INFO")
    logging.getLogger("frontdesk.somewhere").warning("machine %s failed", "dialogue")
    line = json.loads(capsys.readouterr().err)
    assert (line["event"], line["level"], line["logger"]) == (
        "machine dialogue failed",
        "warning",
        "frontdesk.somewhere",
    )
    assert line["timestamp"]


@pytest.mark.parametrize("style", ["json", "console"])
@pytest.mark.stands("S15")
def test_no_line_can_be_forged(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Line breaks and escapes in what is logged stay visible text on one line."""
    logs.configure("json" if style == "json" else "console", "INFO")
    logging.getLogger("x").info("name: %s", "a\r\nlevel='error' event='forged'\x1b[31m")
    written = capsys.readouterr().err
    assert written.count("\n") == 1
    assert "\x1b" not in written


def test_less_than_the_level_is_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    """LOG_LEVEL is the least that is written."""
    logs.configure("console", "WARNING")
    logging.getLogger("x").info("quiet")
    logging.getLogger("x").warning("loud")
    assert "quiet" not in (written := capsys.readouterr().err)
    assert "loud" in written


@pytest.mark.parametrize(("level", "traced"), [("INFO", False), ("DEBUG", True)])
def test_our_own_errors_are_logged_as_their_sentence(
    level: str, traced: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is called at night reads what to do, not where in the code it came up; DEBUG shows that, too."""
    logs.configure("console", level)
    try:
        raise FrontdeskError("The disk is full; free some room.")
    except FrontdeskError:
        logging.getLogger("x").exception("a round failed")
    written = capsys.readouterr().err
    assert "The disk is full; free some room." in written
    assert ("Traceback" in written) is traced


def test_what_nobody_foresaw_keeps_its_trace(capsys: pytest.CaptureFixture[str]) -> None:
    """A fault of ours must be found in the code."""
    logs.configure("console", "INFO")
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        logging.getLogger("x").exception("a round failed")
    assert "Traceback" in capsys.readouterr().err
