"""Compares ways to understand: `uv run python -m benchmarks.nlu [--save]`.

Held out are other writers, and whole files of the training text by turns. With `--save` the result becomes
benchmarks/results/nlu.json, which docs/generate.py makes a page of; ways that were not measured anew stay as they are there
while the text is the same.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from benchmarks.nlu_ways import ROOT, Way, ways
from frontdesk.app.nlu_score import Answer, Pair, Row, accuracy, refusals, rows_of, score
from frontdesk.rasa_worker.teach import Rows

MARKED = r"\[([^\]]+)\]\([^)]+\)"
KEPT = ROOT / "benchmarks" / "results" / "nlu.json"


def say(text: str) -> None:
    """Progress, for people."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def training(root: Path) -> Rows:
    """All training text; the file is the source."""
    texts, labels, groups = [], [], []
    for path in sorted((root / "bot" / "nlu").rglob("*.yml")):
        for block in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["nlu"]:
            for line in block["examples"].strip().splitlines() if "intent" in block else ():
                texts.append(re.sub(MARKED, r"\1", line.strip()[2:]))
                labels.append(block["intent"])
                groups.append(f"{path.parent.name}/{path.stem}")
    return Rows(texts, labels, groups)


def held_out(files: Sequence[Path], rows: Rows) -> list[Row]:
    """Rows of other writers; what stands word for word in the training text is left out."""
    known = {text.lower() for text in rows.texts}
    found = [row for path in files for row in rows_of(path.read_text(encoding="utf-8").splitlines())]
    return [row for row in found if row.text.lower() not in known]


def asked(answers: Sequence[Answer], rows: Sequence[Row]) -> list[Pair]:
    return list(zip(rows, answers, strict=True))


def crossed(way: Way, rows: Rows, most: int) -> dict[str, float] | None:
    """Whole files by turns, each unseen when it is asked about, the biggest ones: accuracy, real requests refused."""
    names, sizes = np.unique(np.array(rows.groups), return_counts=True)
    pairs: list[Pair] = []
    for name in names[np.argsort(-sizes)][:most]:
        say(f"  without {name}")
        held = np.array(rows.groups) == name
        learnt = way(rows.part(np.flatnonzero(~held)))
        part = rows.part(np.flatnonzero(held))
        pairs += asked(learnt.answers(part.texts), _as_rows(part))
    return {"accuracy": accuracy(pairs), **{k: v for k, v in refusals(pairs).items() if v}} if pairs else None


def _as_rows(part: Rows) -> list[Row]:
    """Rows of training text, as labelled rows: `inform` is asked about as it is scored, as order status."""
    return [
        Row(text, group.partition("/")[0], "order_status" if label == "inform" else label)
        for text, label, group in zip(part.texts, part.labels, part.groups, strict=True)
    ]


def measured(name: str, way: Way, rows: Rows, held: Sequence[Row], most: int) -> dict[str, Any]:
    """One way: learnt, asked about all that is held out, then about whole files."""
    say(f"{name}: learning {len(rows.texts)} rows")
    started = time.perf_counter()
    learnt = way(rows)
    seconds = time.perf_counter() - started
    found = score(asked(learnt.answers([row.text for row in held]), held))
    return {
        "way": name,
        **{key: found[key] for key in ("by_lang", "out_of_scope", "ece", "ms_per_message")},
        "by_file": crossed(way, rows, most),
        "files": most,
        "mb": round(learnt.size / 1e6),
        "train_s": round(seconds),
    }


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--data", type=Path, nargs="*", help="labelled rows to ask about, instead of benchmarks/data")
    parser.add_argument("--files", type=int, default=3, help="how many files are held out by turns; 0 saves the time")
    parser.add_argument("--diet", type=int, default=0, metavar="EPOCHS", help="also DIET; takes minutes")
    parser.add_argument("--only", default="", help="ways whose name holds this")
    parser.add_argument("--save", action="store_true", help="keep the result for the page of docs/reference")
    given = parser.parse_args()
    rows = training(given.root)
    files = given.data or sorted((given.root / "benchmarks" / "data").glob("held_out_*.jsonl"))
    held = held_out(files, rows)
    text = {"training_rows": len(rows.texts), "held_out_rows": len(held)}
    found: list[dict[str, Any]] = []
    for name, way in ways(given.diet):
        if given.only in name:
            found.append(measured(name, way, rows, held, given.files))
            if given.save:
                keep(text, found)
    sys.stdout.write(json.dumps({**text, "ways": found}, ensure_ascii=False) + "\n")


def keep(text: dict[str, int], found: Sequence[dict[str, Any]]) -> None:
    """For the page: what was measured now beside what was measured before on the same text, in the order of the ways."""
    before = json.loads(KEPT.read_text(encoding="utf-8")) if KEPT.exists() else {}
    same = {one["way"]: one for one in before.get("ways", ()) if text.items() <= before.items()}
    known = same | {one["way"]: one for one in found}
    order = [name for name, _ in ways(1)]
    listed = sorted(known.values(), key=lambda one: order.index(one["way"]) if one["way"] in order else len(order))
    KEPT.write_text(json.dumps({**text, "ways": listed}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
