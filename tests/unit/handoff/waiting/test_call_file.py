"""Reading call logs: forgiving, and honest about what was left out."""

import math

import pytest

from handoff.waiting.call_file import BadLine, NotACallLog, moment, read

HEADER = "id,queue,priority,arrived,answered,ended,agent\n"


def test_iso_and_epoch_times() -> None:
    """ISO 8601 with or without zone, seconds and milliseconds since 1970 are the same moments."""
    assert moment("1970-01-02T00:00:00") == moment("86400") == moment("1970-01-02T01:00:00+01:00") == 86400.0
    assert moment("1700000000000") == moment("1700000000.0") == 1.7e9
    assert moment("2023-11-14 22:13:20Z") == 1.7e9
    assert moment(" ") is None


def test_bad_lines_are_left_out_by_number() -> None:
    """A line that makes no sense is reported with its number in the file; the others are read, in order of arrival."""
    lines = [
        HEADER, "2,b,0,200,210,220,x\n", "1,a,1,100,,150,\n", "bad,a,0,yesterday,,,\n", "4,a,0,300,290,310,x\n",
        "5,a,0,400\n", "\n", "6,a,high,400,400,400,\n", "7,a,0,500,510,505,x\n",
    ]  # fmt: skip
    bad: list[BadLine] = []
    log = read(lines, bad.append)
    assert list(log.arrived) == [100.0, 200.0, 500.0]
    assert [line.line for line in bad] == [4, 5, 6, 8]
    assert "answered before it arrived" in str(bad[1])


def test_odd_lines_are_used_as_far_as_they_go() -> None:
    """A copy is left out; an impossible end is not known; clocks a few seconds apart mean answered at once."""
    lines = [
        HEADER, "1,a,0,100,110,150,x\n", "1,a,0,100,110,150,x\n", "2,a,0,200,210,205,x\n", "3,a,0,300,297,350,x\n",
        "1,b,0,150,160,190,y\n",
    ]  # fmt: skip
    bad: list[BadLine] = []
    log = read(lines, bad.append)
    assert [str(line) for line in bad] == ["line 3: it is a copy of an earlier line"]
    assert list(log.arrived) == [100.0, 150.0, 200.0, 300.0]
    assert math.isnan(log.ended[2])
    assert log.answered[3] == 300.0


def test_without_ids_equal_lines_are_two_calls() -> None:
    """Two customers may come and go at the same seconds."""
    assert len(read(["arrived,answered,ended\n", "5,,9\n", "5,,9\n"], lambda bad: None)) == 2


def test_missing_columns_have_defaults() -> None:
    """Only arrival and answer are needed: one queue, no priority, agents unknown."""
    log = read(["answered;arrived\n", "10;5\n"], lambda bad: None)
    assert list(log.queues.numbers) == ["all"]
    assert log.agent[0] == -1


def test_no_call_log() -> None:
    """A file without the columns is refused in a whole sentence."""
    with pytest.raises(NotACallLog, match="no column answered"):
        read(["arrived,ended\n"], lambda bad: None)
    with pytest.raises(NotACallLog, match="no call"):
        read([HEADER], lambda bad: None)


def test_limit() -> None:
    """No more than so many calls are read."""
    assert len(read([HEADER, *(f"{i},a,0,100,101,102,x\n" for i in range(9))], lambda bad: None, limit=4)) == 4
