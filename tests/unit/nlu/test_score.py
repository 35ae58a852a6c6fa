"""Scores of understanding: what counts as right, refused and found."""

import json
from pathlib import Path

import pytest

from frontdesk.app.nlu_cli import read_rows
from frontdesk.app.nlu_score import Answer, Row, WrongRows, answer_of, confusions, rows_of, score


def answer(label: str, confidence: float = 0.9, *, fallback: bool = False) -> Answer:
    return Answer(label, confidence, fallback, 1.0)


PAIRS = [
    (Row("a", "en", "invoice"), answer("invoice")),
    (Row("b", "en", "invoice", also=("payment_problem",)), answer("payment_problem")),
    (Row("c", "zh", "invoice"), answer("complaint", fallback=True)),
    (Row("d", "zh", "out_of_scope"), answer("invoice", 0.2, fallback=True)),
]


def test_keys_are_those_promised() -> None:
    """The JSON has these keys and no others."""
    expected = ["n", "accuracy", "macro_f1", "by_lang", "out_of_scope", "ece", "ms_per_message", "entities"]
    assert list(score(PAIRS)) == expected


def test_an_alternative_label_is_right() -> None:
    """Two of four rows: the label itself, and its `alt`."""
    assert score(PAIRS)["accuracy"] == 0.5


def test_a_fallback_refuses() -> None:
    """What the dialogue would not act on is refused, whatever the guess."""
    assert score(PAIRS)["out_of_scope"] == {"recall": 1.0, "false_refusal": 0.3333}


def test_by_language() -> None:
    """Each language has its own numbers."""
    assert score(PAIRS)["by_lang"]["en"]["accuracy"] == 1.0
    assert score(PAIRS)["by_lang"]["zh"]["n"] == 2


def test_confusions() -> None:
    """Only mistakes, the most frequent first."""
    assert confusions(PAIRS) == [("invoice", "complaint", 1), ("out_of_scope", "invoice", 1)]


def test_intents_of_the_bots_own_count_as_labels() -> None:
    """A bare number is taken for an order asked about."""
    told = answer_of({"intent": "inform", "confidence": 0.8, "fallback": False, "ms": 1, "entities": []})
    assert told.label == "order_status"


def test_entities_are_compared_exactly() -> None:
    """Found, missed and invented ones are counted per kind."""
    row = rows_of(
        ['{"text": "x", "lang": "en", "label": "invoice", "entities": {"order_number": ["10023", "10024"]}}']
    )[0]
    found = Answer("invoice", 0.9, False, 1.0, frozenset({("order_number", "10023"), ("order_number", "7")}))
    assert score([(row, found)])["entities"] == {"order_number": {"n": 2, "exact": 0.5, "extra": 1}}


def test_wrong_rows_are_told_by_line() -> None:
    """All at once, each with its line."""
    with pytest.raises(
        WrongRows, match=r"Line 1: is not JSON\.\nLine 3: 'refund' is no label.*\nLine 4: text is missing"
    ):
        rows_of(["{", '{"text": "a", "label": "invoice"}', '{"text": "a", "label": "refund"}', '{"label": "invoice"}'])


def test_an_empty_file_is_an_error() -> None:
    """Nothing was measured, and nothing is claimed."""
    with pytest.raises(WrongRows, match="no row"):
        rows_of([""])


def test_files_as_other_programs_write_them(tmp_path: Path) -> None:
    """A mark of byte order, Windows' ends of lines, and line breaks of other kinds within a text."""
    file = tmp_path / "rows.jsonl"
    texts = ["where is\u2028my order", "hello\x85there"]
    lines = [json.dumps({"text": text, "label": "order_status"}, ensure_ascii=False) for text in texts]
    file.write_bytes("\r\n".join(["\ufeff" + lines[0], lines[1], ""]).encode())
    assert [row.text for row in read_rows(file)] == texts


def test_a_line_that_is_no_object_is_told() -> None:
    """Such as a whole list in one line."""
    with pytest.raises(WrongRows, match="Line 1: each line should be one object"):
        rows_of(['[{"text": "a", "label": "invoice"}]'])
