"""The reference pages of what was measured: understanding and speed, from the results that the benchmarks keep."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reference_blocks import page, table

DOCS = Path(__file__).resolve().parent
RESULTS = DOCS.parent / "benchmarks" / "results"
SERVERS = (
    ("baseline", "stock `rasa run`, default pipeline"),
    ("stock_own_config", "stock `rasa run`, our `config.yml`"),
    ("ours", "`python -m frontdesk.rasa_worker`"),
)
TURNS = (
    ("ratio", "turns per core, times those of stock `rasa run` with its default pipeline", "≥ 20"),
    ("ratio_own_config", "turns per core, times those of stock `rasa run` with our `config.yml`", "≥ 4"),
    ("growth_200_over_10", "cost of a turn after 200 events, times that after 10", "< 2"),
    ("growth_100_over_20_intents", "cost of a turn with 100 intents, times that with 20", "< 1.5"),
    ("train_s", "training the shipped model on two cores, s", "< 90"),
    ("keypad_over_bare", "CPU of a keypad turn, times that of a bare handler that checks the signature", "≤ 2"),
    ("house_over_bare", "the same in a whole house, where projections, desk and board read along", ""),
    ("keypad_over_quick_bare", "the same, the bare handler on uvloop's event loop as ours is", ""),
    ("answers_equal_default", "answers the same as stock Rasa's, default pipeline", "all"),
    ("answers_equal_own", "answers the same as stock Rasa's, our `config.yml`", "all"),
)


def understanding() -> str:
    """How well messages are understood, one row a way to understand."""
    found = _kept("nlu.json")
    words = _words("understanding.txt")
    held = f"{found['held_out_rows']:,} held-out rows, {found['training_rows']:,} rows of training text"
    heads = (
        "way", "en accuracy / F1", "zh accuracy / F1", "out of scope refused", "real refused", "ECE",
        "whole files by turns", "ms, p50 / p99", "MB", "s to train",
    )  # fmt: skip
    return page("Understanding, measured", words[0], f"{held}.", table(heads, map(_way, found["ways"])), *words[1:])


def _way(one: Mapping[str, Any]) -> tuple[str, ...]:
    langs = [one["by_lang"][lang] for lang in ("en", "zh")]
    out, ms = one["out_of_scope"], one["ms_per_message"]
    return (
        one["way"],
        *(f"{lang['accuracy']:.3f} / {lang['macro_f1']:.3f}" for lang in langs),
        f"{out['recall']:.3f}",
        f"{out['false_refusal']:.3f}",
        f"{one['ece']:.3f}",
        f"{one['by_file']['accuracy']:.3f} ({one['files']})" if one["by_file"] else "",
        f"{ms['p50']:.2f} / {ms['p99']:.2f}",
        str(one["mb"]),
        str(one["train_s"]),
    )


def speed() -> str:
    """What a turn costs: three servers on the same conversations, and the goals."""
    found, words = _kept("turns.json"), _words("speed.txt")
    servers = [
        (name, *(str(found[part][key]) for key in ("turns_per_s", "p50_ms", "p99_ms", "rss_mb")))
        for part, name in SERVERS
    ]
    ours = found["ours"]
    goals = [(what, goal, str(found[key])) for key, what, goal in TURNS if key in found]
    goals += [
        ("p99 of a turn, ms", "< 15", str(ours["p99_ms"])),
        ("memory of the worker, MB", "≤ 700", str(ours["rss_mb"])),
    ]
    return page(
        "Speed",
        words[0],
        table(("server", "turns/s per core", "p50, ms", "p99, ms", "memory, MB"), servers),
        table(("measured", "goal", "result"), goals),
        *words[1:],
    )


def _kept(name: str) -> Any:
    return json.loads((RESULTS / name).read_text(encoding="utf-8"))


def _words(name: str) -> list[str]:
    """What is told by hand around the tables."""
    return (DOCS / "reference" / name).read_text(encoding="utf-8").strip().split("\n\n---\n\n")
