"""`frontdesk nlu test` on the shipped model, and what it must at least reach on text of other writers."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
HELD_OUT = ROOT / "benchmarks" / "data"
LEAST = 0.8  # a floor against accidents; the measured values are in docs/adr/0011-nlu-pipeline.md

COMMAND = "from frontdesk.app.cli import main; main()"

pytestmark = pytest.mark.rasa


def run(model: Path, data: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", COMMAND, "nlu", "test", "--data", str(data), "--model", str(model), *more]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def scored(model: Path, data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(run(model, data, "--json").stdout.splitlines()[-1])
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_other_writers_are_understood(model: Path, lang: str) -> None:
    """Text that was never trained on, by kinds of writers the training text has none of."""
    found = scored(model, HELD_OUT / f"held_out_{lang}.jsonl")
    assert found["accuracy"] >= LEAST
    assert found["macro_f1"] >= LEAST
    assert found["out_of_scope"]["false_refusal"] <= 0.12


def test_entities_are_scored(model: Path, tmp_path: Path) -> None:
    """A row may tell its entities; both sides are compared exactly."""
    rows = [
        {"text": "where is order 10023", "lang": "en", "label": "order_status", "entities": {"order_number": "10023"}},
        {"text": "you took $20 twice", "lang": "en", "label": "payment_problem", "entities": {"amount": "20"}},
    ]
    data = tmp_path / "rows.jsonl"
    data.write_text("".join(json.dumps(row) + "\n" for row in rows))
    told = scored(model, data)["entities"]
    assert told == {"amount": {"n": 1, "exact": 1.0, "extra": 0}, "order_number": {"n": 1, "exact": 1.0, "extra": 0}}


def test_wrong_rows_are_errors_by_line(model: Path, tmp_path: Path) -> None:
    """Nothing is measured on half a file."""
    data = tmp_path / "rows.jsonl"
    data.write_text('{"text": "hi", "label": "hello"}\n')
    done = run(model, data)
    assert done.returncode == 2
    assert "Line 1" in done.stderr
