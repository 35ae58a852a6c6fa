"""The bot's files: both languages everywhere, every number pattern plain ASCII, no row under two intents."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

BOT = Path(__file__).parents[2] / "bot"
HAN = re.compile(r"[\u3400-\u9fff]")
LEAST = {
    "order_status": 200, "return_item": 200, "human_agent": 180, "out_of_scope": 450, "delivery_problem": 200,
    "cancel_order": 190, "change_order": 200, "exchange_item": 200, "refund_request": 190, "refund_status": 190,
    "invoice": 200, "payment_problem": 200, "account_problem": 100, "product_question": 140, "complaint": 100,
    "contact_hours": 80, "greeting": 60, "thanks": 60, "goodbye": 60, "affirm": 60, "deny": 60,
}  # fmt: skip


def rows() -> Iterator[tuple[str, str, str]]:
    """Training text as (intent, language, text)."""
    for path in sorted((BOT / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].strip().splitlines() if "intent" in block else ():
                text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", line.strip()[2:])
                yield block["intent"], "zh" if HAN.search(text) else "en", text


def responses() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.safe_load((BOT / "domain" / "responses.yml").read_text("utf-8"))[
        "responses"
    ]
    return found


@pytest.mark.parametrize("name", sorted(responses()))
def test_every_response_has_both_languages(name: str) -> None:
    """One variation per language, and its text is in that language."""
    variations = responses()[name]
    langs = [v["condition"][0]["value"] for v in variations]  # type: ignore[index]
    assert sorted(langs) == ["en", "zh"]
    for lang, variation in zip(langs, variations, strict=True):
        assert bool(HAN.search(str(variation["text"]))) == (lang == "zh")


@pytest.mark.parametrize("intent", sorted(LEAST))
def test_enough_rows_per_intent_and_language(intent: str) -> None:
    """Breadth of training text matters more than the classifier."""
    for lang in ("en", "zh"):
        assert len({text for i, row_lang, text in rows() if i == intent and row_lang == lang}) >= LEAST[intent]


def test_no_text_under_two_intents() -> None:
    """The same words can't mean two things."""
    seen: dict[str, str] = {}
    for intent, _, text in rows():
        assert seen.setdefault(text.lower(), intent) == intent, text


def test_number_patterns_are_ascii() -> None:
    r"""`\w` and `\d` take Chinese characters and full-width digits for words; the patterns must not."""
    for line in (BOT / "nlu" / "numbers.yml").read_text("utf-8").splitlines():
        assert not re.search(r"\\[wdbs]", line), line
