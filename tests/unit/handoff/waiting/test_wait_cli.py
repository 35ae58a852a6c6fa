"""`frontdesk wait backtest`: any call log in, one object on the last line out."""

import csv
import dataclasses
import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from frontdesk.app.wait_cli import wait
from frontdesk.core.errors import FrontdeskError
from handoff.waiting import baselines, synthetic

DAY = dataclasses.replace(synthetic.KINDS["small"], days=1, agents=5)


def written(path: Path) -> Path:
    with gzip.open(path, "wt", newline="") as file:
        table = csv.writer(file)
        table.writerow(("id", "queue", "priority", "arrived", "answered", "ended", "agent"))
        for number, call in enumerate(synthetic.log(DAY, 1)):
            table.writerow((number, call.queue, call.priority, call.arrived, call.answered, call.ended, call.agent))
        table.writerow(("x", "q", "0", "never", "", "", ""))
    return path


def test_one_object_on_the_last_line(tmp_path: Path) -> None:
    """n and, for ours and each formula, exactly mae, rmse, bias, coverage80, pinball; bad lines are told of elsewhere."""
    result = CliRunner().invoke(wait, ["backtest", "--calls", str(written(tmp_path / "calls.csv.gz")), "--json"])
    assert result.exit_code == 0
    found = json.loads(result.stdout.splitlines()[-1])
    assert set(found["estimators"]) == {"ours", *baselines.NAMES}
    assert all(set(score) == {"mae", "rmse", "bias", "coverage80", "pinball"} for score in found["estimators"].values())
    assert found["n"] > 100
    assert found["by_waited"]["0"]["n"] == found["n"] >= found["by_waited"]["60"]["n"] > 0
    assert "'never' is no time" in result.stderr


def test_for_people_a_table_with_ours_first_named(tmp_path: Path) -> None:
    """Without --json: tables, and no object."""
    result = CliRunner().invoke(
        wait, ["backtest", "--calls", str(written(tmp_path / "calls.csv.gz")), "--limit", "300"]
    )
    assert result.exit_code == 0
    assert "ours" in result.stdout
    assert "asterisk" in result.stdout


def test_a_file_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    """No trace: what to do."""
    result = CliRunner().invoke(wait, ["backtest", "--calls", str(tmp_path / "none.csv")])
    assert isinstance(result.exception, FrontdeskError)
    with pytest.raises(FrontdeskError, match="cannot be read"):
        raise result.exception
