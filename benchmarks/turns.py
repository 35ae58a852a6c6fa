"""What a turn costs: `uv run python benchmarks/turns.py [--json] [--save] [--only ours,growth,…]`.

Stock `rasa run` with its default pipeline, stock `rasa run` with our config.yml, and our worker take the same
conversations over HTTP, one after the other; answers are compared turn by turn. Turns per second are per core: turns
divided by the CPU seconds of the server and all it needs (for stock Rasa its action server, too), so that other
programs on the machine disturb them little. Models are trained once and kept in var/benchmarks; `train` trains ours
anew, and takes the time. With `--save` the result becomes benchmarks/results/turns.json, of which docs/generate.py makes
a page: parts that were not measured anew stay as they are there.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.turn_keypad import measure_keypad
from benchmarks.turn_models import default_model, intents_model, matter, shipped_model
from benchmarks.turn_servers import Server, our_worker, stock_rasa
from benchmarks.turn_talk import Measured, Talk, growth, talk

SESSIONS = {"default": 12, "own": 15, "ours": 40}
KEPT = Path(__file__).resolve().parent / "results" / "turns.json"
PARTS = ("ours", "growth", "intents", "keypad", "own", "default", "train")
Say = Callable[[str], None]


def say(text: str) -> None:
    """Progress, for people."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def run(parts: set[str]) -> dict[str, Any]:
    """All that was asked for. Parts that were not are left out of the result."""
    found: dict[str, Any] = {}
    talks: dict[str, Talk] = {}
    if parts & {"ours", "growth"}:
        with our_worker(shipped_model(say)) as worker:
            _ours(parts, worker, found, talks)
    for part, name in (("own", "stock_own_config"), ("default", "baseline")):
        if part in parts:
            say(f"stock rasa run, {'its default pipeline' if part == 'default' else 'our config.yml'}: starting")
            with stock_rasa(default_model(say) if part == "default" else shipped_model(say)) as server:
                talks[part] = talk(server, SESSIONS[part], say)
                found[name] = shown(talks[part].measured, server)
    if "intents" in parts:
        found["growth_100_over_20_intents"] = round(_intents(100) / _intents(20), 2)
    if "keypad" in parts:
        found |= measure_keypad(say)
    if "train" in parts:
        found["train_s"] = round(_training(), 1)
    return found | ratios(talks)


def _training() -> float:
    """Seconds until the shipped model is there, trained anew by the command that `frontdesk up` runs."""
    say("training the shipped model anew")
    with tempfile.TemporaryDirectory(prefix="train-") as folder:
        started = time.perf_counter()
        command = [sys.executable, "-m", "frontdesk.rasa_worker.train"]
        subprocess.run(command, check=True, capture_output=True, env={**os.environ, "DATA_DIR": folder})
        return time.perf_counter() - started


def _ours(parts: set[str], worker: Server, found: dict[str, Any], talks: dict[str, Talk]) -> None:
    if "ours" in parts:
        talks["ours"] = talk(worker, SESSIONS["ours"], say)
        found["ours"] = shown(talks["ours"].measured, worker)
    if "growth" in parts:
        found["growth_200_over_10"] = round(growth(worker, say), 2)


def _intents(count: int) -> float:
    """CPU seconds of a turn with so many intents."""
    with our_worker(intents_model(count, say)) as worker:
        turns = [f"ask about {matter(at)}" for at in range(8)]
        return 1 / talk(worker, 25, say, turns).measured.turns_per_s


def shown(measured: Measured, server: Server) -> dict[str, float]:
    """One server's figures."""
    return {**measured.rounded(), "rss_mb": round(server.rss_mb())}


def ratios(talks: Mapping[str, Talk]) -> dict[str, Any]:
    """How many times as many turns a core takes, and how many answers were the same."""
    told: dict[str, Any] = {}
    ours = talks.get("ours")
    if ours is None:
        return told
    for part, name in (("default", "ratio"), ("own", "ratio_own_config")):
        if part in talks:
            other = talks[part]
            told[name] = round(ours.measured.turns_per_s / other.measured.turns_per_s, 1)
            same = sum(mine == theirs for mine, theirs in zip(ours.answers, other.answers, strict=True))
            told[f"answers_equal_{part}"] = f"{same}/{len(ours.answers)}"
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    parser.add_argument("--save", action="store_true", help="keep the result for the page of docs/reference")
    parser.add_argument("--only", default=",".join(PARTS), help="parts to measure")
    given = parser.parse_args()
    found = run(set(given.only.split(",")))
    if given.save:
        before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
        KEPT.write_text(json.dumps(before | found, indent=1) + "\n", encoding="utf-8")
    for key, value in found.items():
        say(f"{key:28} {value}")
    if given.json:
        sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
