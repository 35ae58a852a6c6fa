"""Compares ways to understand: `uv run python -m benchmarks.nlu`. Held out are other writers, and whole files by turns."""

import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.pipeline import FeatureUnion
from sklearn.svm import LinearSVC

from frontdesk.app.nlu_score import ALSO, Answer, Pair, Row, rows_of, score
from frontdesk.rasa_worker.blend import softmax
from frontdesk.rasa_worker.pieces import pieces
from frontdesk.rasa_worker.plain import plain
from frontdesk.rasa_worker.teach import Lesson, Rows, teach

ROOT = Path(__file__).parents[1]
MARKED = r"\[([^\]]+)\]\([^)]+\)"
Asked = Callable[[str], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Result:
    """One way, measured."""

    name: str
    held: dict[str, Any]
    crossed: float
    train_s: float
    size_mb: float


def training(root: Path) -> Rows:
    """All training text; the file is the source."""
    texts, labels, groups = [], [], []
    for path in sorted((root / "bot" / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].strip().splitlines() if "intent" in block else ():
                texts.append(re.sub(MARKED, r"\1", line.strip()[2:]))
                labels.append(block["intent"])
                groups.append(f"{path.parent.name}/{path.stem}")
    return Rows(texts, labels, groups)


def held_out(root: Path, rows: Rows) -> list[Row]:
    """Rows of other writers; what stands word for word in the training text is left out."""
    known = {text.lower() for text in rows.texts}
    found: list[Row] = []
    for path in sorted((root / "benchmarks" / "data").glob("held_out_*.jsonl")):
        found += rows_of(path.read_text(encoding="utf-8").splitlines())
    return [row for row in found if row.text.lower() not in known]


def words(text: str) -> list[str]:
    return [p.plain for p in pieces(text)]


def cut(text: str) -> list[str]:
    """Chinese words by dictionary, Latin ones as they stand."""
    import jieba  # noqa: PLC0415  # only when it is there

    return [w for w in jieba.cut(plain(text)) if w.strip()]


def sparse(tokens: Callable[[str], list[str]], grams: tuple[int, int], parts: tuple[int, int]) -> FeatureUnion:
    by_word = TfidfVectorizer(
        tokenizer=tokens, token_pattern=None, lowercase=False, ngram_range=grams, sublinear_tf=True
    )
    by_part = TfidfVectorizer(analyzer="char_wb", ngram_range=parts, sublinear_tf=True)
    return FeatureUnion([("words", by_word), ("parts", by_part)])


def machine(space: Any, kind: Any, heat: float = 1.0) -> Callable[[Rows], tuple[Asked, int]]:
    """A scikit-learn way: features, then a classifier; margins become shares by a softmax of given heat."""

    def fit(rows: Rows) -> tuple[Asked, int]:
        values = space.fit_transform(rows.texts)
        learnt = kind.fit(values, list(rows.labels))

        def asked(text: str) -> tuple[str, float]:
            one = space.transform([text])
            if hasattr(learnt, "predict_proba"):
                shares = learnt.predict_proba(one)[0]
            else:
                shares = softmax(heat * learnt.decision_function(one))[0]
            at = int(np.argmax(shares))
            return str(learnt.classes_[at]), float(shares[at])

        return asked, _size(space, learnt)

    return fit


def _size(space: Any, learnt: Any) -> int:
    """Bytes of the numbers learnt, and of the features' names."""
    names = sum(len(n) for n in space.get_feature_names_out())
    arrays = [getattr(learnt, a) for a in ("coef_", "feature_log_prob_") if hasattr(learnt, a)]
    return names + sum(a.nbytes for a in arrays)


def blend(shares: Mapping[str, float], **how: Any) -> Callable[[Rows], tuple[Asked, int]]:
    """Our own component; `how` as in its settings in config.yml."""

    def fit(rows: Rows) -> tuple[Asked, int]:
        learnt = teach(rows, Lesson(shares, **how))
        size = learnt.weights.nbytes + sum(len(w) for w in learnt.vocabulary)
        return (lambda text: learnt.understood(text)[0]), size

    return fit


def ways() -> Iterable[tuple[str, Callable[[Rows], tuple[Asked, int]]]]:
    """What is compared."""
    logistic = LogisticRegression(C=10.0, max_iter=40, tol=1e-3)
    yield "words 1-2, letters 2-4; logistic regression (before)", machine(sparse(words, (1, 2), (2, 4)), logistic)
    yield "words 1-3, letters 2-5; logistic regression", machine(sparse(words, (1, 3), (2, 5)), logistic)
    yield (
        "words 1-2, letters 2-4; linear SVM",
        machine(sparse(words, (1, 2), (2, 4)), LinearSVC(C=1.0, random_state=0), 4),
    )
    if importlib.util.find_spec("jieba"):
        yield (
            "jieba words 1-2, letters 2-4; linear SVM",
            machine(sparse(cut, (1, 2), (2, 4)), LinearSVC(C=1.0, random_state=0), 4),
        )
    yield (
        "words 1-2, letters 2-4; complement naive Bayes",
        machine(sparse(words, (1, 2), (2, 4)), ComplementNB(alpha=0.3)),
    )
    yield "own features; SVM, no noise", blend({"margin": 1.0}, copies=0)
    yield "own features; SVM, noised copies", blend({"margin": 1.0}, copies=1)
    yield "own features; the mean of three SVMs, each with noised copies", blend({"margin": 1.0}, copies=3)
    yield "the same, as it is set in config.yml (shipped)", blend({"margin": 1.0}, **shipped())
    yield "own features; SVM + naive Bayes, noised copies", blend({"margin": 1.0, "counting": 0.3}, copies=1)
    yield "own features; SVM + logistic regression", blend({"margin": 1.0, "logistic": 1.0}, copies=0)


def shipped() -> dict[str, Any]:
    """How the shipped bot learns."""
    pipeline = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))["pipeline"]
    classifier = next(part for part in pipeline if part["name"].endswith(".PlainClassifier"))
    return {name: classifier[name] for name in ("copies", "copied", "noise", "caution")}


def pairs_of(asked: Asked, rows: Sequence[Row], threshold: float) -> list[Pair]:
    found = []
    for row in rows:
        started = time.perf_counter()
        label, share = asked(row.text)
        ms = (time.perf_counter() - started) * 1000
        found.append((row, Answer(ALSO.get(label, label), share, share < threshold, ms)))
    return found


def crossed(fit: Callable[[Rows], tuple[Asked, int]], rows: Rows, most: int) -> float:
    """Accuracy on whole files by turns, each unseen when it is asked about; the biggest files."""
    names, sizes = np.unique(np.array(rows.groups), return_counts=True)
    right = total = 0
    for name in names[np.argsort(-sizes)][:most]:
        held = np.array(rows.groups) == name
        asked, _ = fit(rows.part(np.flatnonzero(~held)))
        for at in np.flatnonzero(held):
            right += asked(rows.texts[at])[0] == rows.labels[at]
            total += 1
    return right / total if total else 0.0


def measure(name: str, fit: Callable[[Rows], tuple[Asked, int]], rows: Rows, given: argparse.Namespace) -> Result:
    started = time.perf_counter()
    asked, size = fit(rows)
    seconds = time.perf_counter() - started
    held = score(pairs_of(asked, held_out(given.root, rows), given.threshold))
    return Result(name, held, crossed(fit, rows, given.files), seconds, size / 1e6)


def line(r: Result) -> str:
    """A row of the Markdown table."""
    langs = r.held["by_lang"]
    told = [f"{langs[k]['accuracy']:.3f} / {langs[k]['macro_f1']:.3f}" for k in ("en", "zh")]
    out = r.held["out_of_scope"]
    cells = [
        r.name,
        *told,
        f"{out['recall']:.2f} / {out['false_refusal']:.2f}",
        f"{r.held['ece']:.3f}",
        f"{r.crossed:.3f}",
    ]
    return f"| {' | '.join([*cells, str(r.held['ms_per_message']['p50']), f'{r.size_mb:.0f}', f'{r.train_s:.0f}'])} |"


HEADS = (
    "| way | en accuracy / F1 | zh accuracy / F1 | out of scope / real refused | ECE | by file | ms | MB | train s |"
)

DIET = """recipe: default.v1
language: en
pipeline:
  - name: frontdesk.rasa_worker.tokenizer.MixedTokenizer
  - {name: CountVectorsFeaturizer, min_ngram: 1, max_ngram: 2}
  - {name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 2, max_ngram: 4}
  - {name: DIETClassifier, epochs: EPOCHS, entity_recognition: false, constrain_similarities: true, random_seed: 1}
policies: []
"""


def diet(rows: Rows, given: argparse.Namespace) -> Result:
    """Rasa's own neural classifier, trained and asked by Rasa."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "config.yml"
        config.write_text(DIET.replace("EPOCHS", str(given.diet)), encoding="utf-8")
        started = time.perf_counter()
        data = [str(given.root / "bot" / "nlu")]
        command = [sys.executable, "-m", "rasa", "train", "nlu", "-c", str(config), "-u", *data, "--out", folder]
        environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(given.root)}
        subprocess.run(command, check=True, capture_output=True, cwd=given.root, env=environment)
        seconds = time.perf_counter() - started
        model = next(Path(folder).glob("*.tar.gz"))
        rows_held = held_out(given.root, rows)
        told = "".join(json.dumps({"text": row.text}) + "\n" for row in rows_held)
        ask = [sys.executable, "-m", "frontdesk.rasa_worker.evaluate", "--model", str(model)]
        done = subprocess.run(ask, input=told, capture_output=True, text=True, check=True, cwd=given.root)
        answers = [json.loads(s) for s in done.stdout.splitlines() if s.startswith("{")]
        pairs = [
            (
                row,
                Answer(ALSO.get(a["intent"], a["intent"]), a["confidence"], a["confidence"] < given.threshold, a["ms"]),
            )
            for row, a in zip(rows_held, answers, strict=True)
        ]
        return Result(f"DIET, {given.diet} epochs", score(pairs), float("nan"), seconds, model.stat().st_size / 1e6)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nlu", description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--files", type=int, default=3, help="how many files are held out by turns; 0 saves the time")
    parser.add_argument("--threshold", type=float, default=0.28, help="below it an answer is a refusal")
    parser.add_argument("--diet", type=int, default=0, metavar="EPOCHS", help="also DIET; takes minutes")
    parser.add_argument("--only", default="", help="ways whose name holds this")
    given = parser.parse_args()
    rows = training(given.root)
    print(f"{len(rows.texts)} rows of training text, {len(held_out(given.root, rows))} held out\n\n{HEADS}")
    print("|---|" + "---|" * 8, flush=True)
    for name, fit in ways():
        if given.only in name:
            print(line(measure(name, fit, rows, given)), flush=True)
    if given.diet:
        print(line(diet(rows, given)), flush=True)


if __name__ == "__main__":
    main()
