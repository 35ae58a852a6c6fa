"""How well messages were understood: labelled rows beside answers, as numbers. Pure; knows no Rasa and no files."""

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from frontdesk.core.errors import FrontdeskError

LABELS = (
    "order_status", "delivery_problem", "cancel_order", "change_order", "return_item", "exchange_item", "refund_request",
    "refund_status", "invoice", "payment_problem", "account_problem", "product_question", "complaint", "human_agent",
    "contact_hours", "greeting", "thanks", "goodbye", "affirm", "deny", "out_of_scope",
)  # fmt: skip
OUT, PERSON = "out_of_scope", "human_agent"
ALSO: Mapping[str | None, str] = {"inform": "order_status", None: OUT}  # intents of the bot's own, as labels
BINS = 10
Entities = frozenset[tuple[str, str]]


class WrongRows(FrontdeskError):
    """Rows that can't be read; each line is named."""


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled message. `also` counts as right, too; `kind` parts what is out of scope into far and near."""

    text: str
    lang: str
    label: str
    also: tuple[str, ...] = ()
    entities: Entities | None = None
    source: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was understood. With `fallback` the dialogue does not act on the guess but asks."""

    label: str
    confidence: float
    fallback: bool
    ms: float
    entities: Entities = field(default_factory=frozenset)

    @property
    def refused(self) -> bool:
        return self.fallback or self.label == OUT


def rows_of(lines: Iterable[str]) -> list[Row]:
    """JSON lines as rows. All wrong lines are told at once."""
    rows, wrong = [], []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            rows.append(_row(json.loads(line)))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            wrong.append(f"Line {number}: {_reason(error)}")
    if wrong:
        raise WrongRows("\n".join(wrong))
    if not rows:
        raise WrongRows('There is no row in the file; each line should be like {"text": …, "lang": …, "label": …}.')
    return rows


def _row(given: Any) -> Row:
    if not isinstance(given, dict):
        raise ValueError('each line should be one object, like {"text": …, "lang": …, "label": …}')
    text, label, lang = given["text"], given["label"], given.get("lang") or "en"
    if not isinstance(text, str) or not text.strip():
        raise ValueError("text should be the customer's words")
    alt = given.get("alt") or ()
    also = (alt,) if isinstance(alt, str) else tuple(alt)
    for name in (label, *also):
        if name not in LABELS:
            raise ValueError(f"{name!r} is no label; see docs/reference/intents.md")
    entities = _entities(given["entities"]) if given.get("entities") is not None else None
    return Row(text, lang, label, also, entities, str(given.get("source") or ""), str(given.get("kind") or ""))


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return "is not JSON."
    return f"{error.args[0]} is missing." if isinstance(error, KeyError) else f"{error}."


def _entities(given: Any) -> Entities:
    """`[{"entity": "order_number", "value": "10023"}]` or `{"order_number": "10023"}`, values one or many."""
    if isinstance(given, Mapping):
        many = ((name, v if isinstance(v, list) else [v]) for name, v in given.items())
        return frozenset((name, str(value)) for name, values in many for value in values)
    return frozenset((e["entity"], str(e["value"])) for e in given)


def answer_of(given: Mapping[str, Any]) -> Answer:
    """An answer as the worker tells it."""
    label = ALSO.get(given["intent"], given["intent"])
    entities = frozenset((e["entity"], e["value"]) for e in given["entities"])
    return Answer(label, float(given["confidence"]), bool(given["fallback"]), float(given["ms"]), entities)


Pair = tuple[Row, Answer]


def right(pair: Pair) -> bool:
    row, answer = pair
    return answer.label == row.label or answer.label in row.also


def score(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Everything asked for. Accuracy counts the best guess; refusals count what the dialogue does with it."""
    langs = sorted({row.lang for row, _ in pairs})
    by_lang = {lang: _of_lang([p for p in pairs if p[0].lang == lang]) for lang in langs}
    times = sorted(answer.ms for _, answer in pairs)
    return {
        "n": len(pairs),
        "accuracy": accuracy(pairs),
        "macro_f1": macro_f1(pairs),
        "by_lang": by_lang,
        "out_of_scope": refusals(pairs),
        "ece": calibration_error(pairs),
        "ms_per_message": {"p50": _quantile(times, 0.5), "p99": _quantile(times, 0.99)},
        "entities": entity_scores(pairs),
    }


def _of_lang(pairs: Sequence[Pair]) -> dict[str, Any]:
    return {"n": len(pairs), "accuracy": accuracy(pairs), "macro_f1": macro_f1(pairs), "out_of_scope": refusals(pairs)}


def accuracy(pairs: Sequence[Pair]) -> float:
    return _share(map(right, pairs))


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean of F1 over the labels that occur in the rows; an `also` that was hit counts as that row's label."""
    told = [(a.label if right((r, a)) else r.label, a.label) for r, a in pairs]
    scores = []
    for label in sorted({truth for truth, _ in told}):
        hit = sum(t == label == g for t, g in told)
        both = sum(t == label for t, _ in told) + sum(g == label for _, g in told)
        scores.append(2 * hit / both)
    return round(sum(scores) / len(scores), 4)


def refusals(pairs: Sequence[Pair]) -> dict[str, float | None]:
    """Of what is out of scope, how much is refused, and each kind that rows tell; of real requests, how much is wrongly."""
    out = [(r.kind, a.refused) for r, a in pairs if r.label == OUT]
    real = [a.refused for r, a in pairs if r.label != OUT and OUT not in r.also]
    kinds = {kind: _share(refused for k, refused in out if k == kind) for kind in sorted({k for k, _ in out if k})}
    recall = _share(refused for _, refused in out) if out else None
    return {"recall": recall, "false_refusal": _share(real) if real else None, **kinds}


def persons(pairs: Sequence[Pair]) -> dict[str, int]:
    """Requests for a person and how many are known; others, and how many are taken for one."""
    asked = [a.label == PERSON for r, a in pairs if r.label == PERSON]
    others = [a.label == PERSON for r, a in pairs if PERSON not in (r.label, *r.also)]
    return {"asked": len(asked), "known": sum(asked), "others": len(others), "taken": sum(others)}


def calibration_error(pairs: Sequence[Pair]) -> float:
    """Expected calibration error over ten bins of confidence."""
    bins: list[list[Pair]] = [[] for _ in range(BINS)]
    for pair in pairs:
        bins[min(int(pair[1].confidence * BINS), BINS - 1)].append(pair)
    gaps = (len(b) * abs(accuracy(b) - sum(a.confidence for _, a in b) / len(b)) for b in bins if b)
    return round(sum(gaps) / len(pairs), 4)


def entity_scores(pairs: Sequence[Pair]) -> dict[str, dict[str, float]]:
    """Per kind, over rows that tell their entities: how many there are, found exactly, and found without being there."""
    told = [(row.entities, answer.entities) for row, answer in pairs if row.entities is not None]
    kinds = sorted({name for truth, _ in told for name, _ in truth})
    scores = {}
    for kind in kinds:
        wanted = [e for truth, _ in told for e in truth if e[0] == kind]
        exact = sum(e in found for truth, found in told for e in truth if e[0] == kind)
        extra = sum(e not in truth for truth, found in told for e in found if e[0] == kind)
        scores[kind] = {"n": len(wanted), "exact": round(exact / len(wanted), 4), "extra": extra}
    return scores


def confusions(pairs: Sequence[Pair]) -> list[tuple[str, str, int]]:
    """(label, taken for, how often), the most frequent mistakes first."""
    counts = Counter((r.label, a.label) for r, a in pairs if not right((r, a)))
    return [(truth, guess, n) for (truth, guess), n in counts.most_common()]


def _share(flags: Iterable[bool]) -> float:
    listed = list(flags)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def _quantile(ordered: Sequence[float], part: float) -> float:
    return round(ordered[min(int(part * len(ordered)), len(ordered) - 1)], 3)
