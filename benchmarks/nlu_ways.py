"""Ways to understand, for benchmarks/nlu.py: each learns rows and then answers messages."""

import importlib.util
import json
import os
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

from frontdesk.app.nlu_score import ALSO, Answer, answer_of
from frontdesk.rasa_worker.blend import softmax
from frontdesk.rasa_worker.pieces import pieces
from frontdesk.rasa_worker.plain import plain
from frontdesk.rasa_worker.teach import Lesson, Rows, teach

ROOT = Path(__file__).resolve().parents[1]
UNSURE = 0.28  # below it an answer is a refusal, where a way has no rule of its own
SECOND = ".SecondOpinion"
Answers = Callable[[Sequence[str]], list[Answer]]
Asked = Callable[[str], tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Learnt:
    """What has learnt: answers messages, one after the other; how many bytes it takes."""

    answers: Answers
    size: int


Way = Callable[[Rows], Learnt]


def one_by_one(asked: Asked) -> Answers:
    """Answers of what tells one message's likeliest label and its share."""

    def answers(texts: Sequence[str]) -> list[Answer]:
        found = []
        for text in texts:
            started = time.perf_counter()
            label, share = asked(text)
            ms = (time.perf_counter() - started) * 1000
            found.append(Answer(ALSO.get(label, label), share, share < UNSURE, ms))
        return found

    return answers


def words(text: str) -> list[str]:
    return [p.plain for p in pieces(text)]


def cut(text: str) -> list[str]:
    """Chinese words by dictionary, Latin ones as they stand."""
    import jieba  # noqa: PLC0415 - only when it is there

    return [w for w in jieba.cut(plain(text)) if w.strip()]


def sparse(tokens: Callable[[str], list[str]], grams: tuple[int, int], parts: tuple[int, int]) -> FeatureUnion:
    by_word = TfidfVectorizer(
        tokenizer=tokens, token_pattern=None, lowercase=False, ngram_range=grams, sublinear_tf=True
    )
    by_part = TfidfVectorizer(analyzer="char_wb", ngram_range=parts, sublinear_tf=True)
    return FeatureUnion([("words", by_word), ("parts", by_part)])


def machine(space: Any, kind: Any, heat: float = 1.0) -> Way:
    """A scikit-learn way: features, then a classifier; margins become shares by a softmax of given heat."""

    def fit(rows: Rows) -> Learnt:
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

        return Learnt(one_by_one(asked), _size(space, learnt))

    return fit


def _size(space: Any, learnt: Any) -> int:
    """Bytes of the numbers learnt, and of the features' names."""
    names = sum(len(n) for n in space.get_feature_names_out())
    arrays = [getattr(learnt, a) for a in ("coef_", "feature_log_prob_") if hasattr(learnt, a)]
    return names + sum(a.nbytes for a in arrays)


def blend(shares: Mapping[str, float], **how: Any) -> Way:
    """Our own component by itself; `how` as in its settings in config.yml."""

    def fit(rows: Rows) -> Learnt:
        learnt = teach(rows, Lesson(shares, **how))
        size = learnt.weights.nbytes + sum(len(w) for w in learnt.vocabulary)
        return Learnt(one_by_one(lambda text: learnt.understood(text)[0]), size)

    return fit


def by_rasa(config: Mapping[str, Any]) -> Way:
    """A whole pipeline, trained by the `rasa` command and asked as `frontdesk nlu test` asks; its size is the model file's."""

    def fit(rows: Rows) -> Learnt:
        folder = Path(tempfile.mkdtemp(prefix="nlu-"))
        (folder / "config.yml").write_text(yaml.safe_dump(dict(config)), encoding="utf-8")
        (folder / "nlu.yml").write_text(as_rasa(rows), encoding="utf-8")
        command = [sys.executable, "-m", "rasa", "train", "nlu", "-c", str(folder / "config.yml")]
        command += ["-u", str(folder / "nlu.yml"), "--out", str(folder)]
        environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "PYTHONPATH": str(ROOT)}
        done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder, env=environment)
        models = list(folder.glob("*.tar.gz"))
        if not models:
            raise RuntimeError(f"rasa train nlu made no model:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
        return Learnt(lambda texts: _through(models[0], texts), models[0].stat().st_size)

    return fit


def as_rasa(rows: Rows) -> str:
    """The rows in Rasa's own form."""
    by_label: dict[str, list[str]] = {}
    for text, label in zip(rows.texts, rows.labels, strict=True):
        by_label.setdefault(label, []).append(f"- {text}\n")
    blocks = [{"intent": label, "examples": "".join(texts)} for label, texts in by_label.items()]
    return yaml.safe_dump({"version": "3.1", "nlu": blocks}, allow_unicode=True, width=10**6)


def _through(model: Path, texts: Sequence[str]) -> list[Answer]:
    told = "".join(json.dumps({"text": text}) + "\n" for text in texts)
    ask = [sys.executable, "-m", "frontdesk.rasa_worker.evaluate", "--model", str(model)]
    done = subprocess.run(ask, input=told, capture_output=True, text=True, check=True, cwd=ROOT)
    return [answer_of(json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{")]


def shipped() -> dict[str, Any]:
    """`config.yml`, without what is no understanding."""
    config: dict[str, Any] = yaml.safe_load((ROOT / "config.yml").read_text(encoding="utf-8"))
    return {**config, "policies": []}


def without_second() -> dict[str, Any]:
    """The same, with nobody to ask where the first pass hesitates."""
    config = shipped()
    return {**config, "pipeline": [part for part in config["pipeline"] if not part["name"].endswith(SECOND)]}


def diet(epochs: int) -> dict[str, Any]:
    """Rasa's own neural classifier."""
    counts = {"name": "CountVectorsFeaturizer"}
    learner = {"name": "DIETClassifier", "epochs": epochs, "entity_recognition": False, "random_seed": 1}
    pipeline = [
        {"name": "frontdesk.rasa_worker.tokenizer.MixedTokenizer"},
        {**counts, "min_ngram": 1, "max_ngram": 2},
        {**counts, "analyzer": "char_wb", "min_ngram": 2, "max_ngram": 4},
        {**learner, "constrain_similarities": True},
        {"name": "FallbackClassifier", "threshold": UNSURE, "ambiguity_threshold": 0.0},
    ]
    return {"recipe": "default.v1", "language": "en", "pipeline": pipeline, "policies": []}


def _first_pass() -> dict[str, Any]:
    """How the shipped classifier is set."""
    parts = shipped()["pipeline"]
    classifier = next(part for part in parts if part["name"].endswith(".PlainClassifier"))
    return {name: classifier[name] for name in ("copies", "copied", "noise", "caution")}


def ways(epochs: int) -> Iterable[tuple[str, Way]]:
    """What is compared; DIET only when it is given epochs."""
    logistic = LogisticRegression(C=10.0, max_iter=40, tol=1e-3)
    margin = LinearSVC(C=1.0, random_state=0)
    short = sparse(words, (1, 2), (2, 4))
    yield "words 1-2, letters 2-4; logistic regression", machine(short, logistic)
    yield "words 1-2, letters 2-4; linear SVM", machine(short, margin, 4)
    yield "words 1-3, letters 2-5; linear SVM", machine(sparse(words, (1, 3), (2, 5)), margin, 4)
    if importlib.util.find_spec("jieba"):
        yield "words by a Chinese dictionary, letters 2-4; linear SVM", machine(sparse(cut, (1, 2), (2, 4)), margin, 4)
    yield "words 1-2, letters 2-4; complement naive Bayes", machine(short, ComplementNB(alpha=0.3))
    yield "own features; linear SVM", blend({"margin": 1.0}, copies=0)
    yield (
        "own features; mean of two SVMs with noised copies, as in `config.yml`",
        blend({"margin": 1.0}, **_first_pass()),
    )
    yield "the same through Rasa, with patterns and fallback", by_rasa(without_second())
    yield "**`config.yml`: the same, and sentence vectors where it hesitates**", by_rasa(shipped())
    if epochs:
        yield f"DIET, {epochs} epochs, through Rasa", by_rasa(diet(epochs))
