"""What a turn costs: `uv run python benchmarks/turns.py [--json] [--only ours,growth,intents,keypad,own,default]`.

Stock `rasa run` with its default pipeline, stock `rasa run` with our config.yml, and our worker take the same
conversations over HTTP, one after the other; answers are compared turn by turn. Turns per second are per core: turns
divided by the CPU seconds of the server and all it needs (for stock Rasa its action server, too), so that other
programs on the machine disturb them little. Models are trained once and kept in var/benchmarks.
"""

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.turn_keypad import measure_keypad
from benchmarks.turn_models import default_model, intents_model, matter, shipped_model
from benchmarks.turn_servers import Server, our_worker, stock_rasa
from benchmarks.turn_talk import Measured, Talk, growth, talk

SESSIONS = {"default": 12, "own": 15, "ours": 40}
PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "speed.md"
BENEATH = "## "  # the first heading of what is not measured here
PARTS = ("ours", "growth", "intents", "keypad", "own", "default")
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
    return found | ratios(talks)


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


GOALS = (
    ("ratio", "turns per core, times those of stock `rasa run` with its default pipeline", "≥ 20"),
    ("ratio_own_config", "turns per core, times those of stock `rasa run` with our `config.yml`", "≥ 4"),
    ("growth_200_over_10", "cost of a turn after 200 events, times that after 10", "< 2"),
    ("growth_100_over_20_intents", "cost of a turn with 100 intents, times that with 20", "< 1.5"),
    ("keypad_over_bare", "CPU of a keypad turn, times that of a bare handler that checks the signature", "≤ 2"),
    ("house_over_bare", "the same in a whole house, where projections, desk and board read along", ""),
    (
        "keypad_over_quick_bare",
        "CPU of a keypad turn, times that of a bare handler that has uvloop's event loop as we have",
        "",
    ),
    ("answers_equal_default", "answers the same as stock Rasa's, default pipeline", "all"),
    ("answers_equal_own", "answers the same as stock Rasa's, our `config.yml`", "all"),
)
SERVERS = (
    ("baseline", "stock `rasa run`, default pipeline"),
    ("stock_own_config", "stock `rasa run`, our `config.yml`"),
    ("ours", "`python -m frontdesk.rasa_worker`"),
)


def page(found: Mapping[str, Any], earlier: str) -> str:
    """The page of docs/reference: this run's figures, then what people wrote beneath them."""
    lines = [
        "# Speed",
        "<!-- Made by `uv run python benchmarks/turns.py --page`. -->",
        "What a turn of the dialogue and of the keypad costs, measured by `uv run python benchmarks/turns.py` (a few minutes, "
        "most of them training; `--json` ends with one line of JSON, `--only ours,growth` leaves parts out). All in one run, "
        "over HTTP, on the same conversations. Turns per second are per core, by the CPU time of the server and of what it "
        "needs; for stock Rasa that includes its action server.",
        "| server | turns/s per core | p50, ms | p99, ms | memory, MB |\n|---|---|---|---|---|\n"
        + "\n".join(
            f"| {name} | {f['turns_per_s']} | {f['p50_ms']} | {f['p99_ms']} | {f['rss_mb']} |"
            for part, name in SERVERS
            if (f := found.get(part))
        ),
        "| measured | goal | result |\n|---|---|---|\n"
        + "\n".join(f"| {what} | {goal} | {found[key]} |" for key, what, goal in GOALS if key in found),
        "Times in milliseconds are what one caller waits while the machine does whatever else it does; the CPU figures are the "
        "ones to compare. The default pipeline is trained on a part of our training text and for few epochs, which changes "
        "what it understands but not what a turn costs.",
    ]
    return "\n\n".join(lines) + "\n\n" + earlier[max(earlier.find(BENEATH), 0) :]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    parser.add_argument("--page", action="store_true", help="write docs/reference/speed.md")
    parser.add_argument("--only", default=",".join(PARTS), help="parts to measure")
    given = parser.parse_args()
    found = run(set(given.only.split(",")))
    if given.page:
        PAGE.write_text(page(found, PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    for key, value in found.items():
        say(f"{key:28} {value}")
    if given.json:
        sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
