"""The bot's files: both languages everywhere, every number pattern plain ASCII, no row under two intents."""

import functools
import re
from pathlib import Path

import pytest
import yaml

BOT = Path(__file__).parents[2] / "bot"
HAN = re.compile(r"[\u3400-\u9fff]")
NEEDS = (
    "order_status", "delivery_problem", "cancel_order", "change_order", "return_item", "exchange_item", "refund_request",
    "refund_status", "invoice", "payment_problem", "account_problem", "product_question", "complaint", "human_agent",
    "contact_hours",
)  # fmt: skip
SMALL_TALK = ("greeting", "thanks", "goodbye", "affirm", "deny")
LEAST = {"out_of_scope": 500, **dict.fromkeys(NEEDS, 250), **dict.fromkeys(SMALL_TALK, 60)}


@functools.cache
def rows() -> tuple[tuple[str, str, str], ...]:
    """Training text as (intent, language, text), read once."""
    found = []
    for path in sorted((BOT / "nlu").rglob("*.yml")):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            for line in block["examples"].strip().splitlines() if "intent" in block else ():
                text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", line.strip()[2:])
                lang = path.parent.name if path.parent.name != "nlu" else "zh" if HAN.search(text) else "en"
                found.append((block["intent"], lang, text))
    return tuple(found)


def responses() -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = yaml.safe_load((BOT / "domain" / "responses.yml").read_text("utf-8"))[
        "responses"
    ]
    return found


@pytest.mark.parametrize("name", sorted(responses()))
def test_every_response_has_both_languages(name: str) -> None:
    """One variation per language and further condition, and its text is in that language."""
    cases: dict[str, list[str]] = {}
    for variation in responses()[name]:
        language, *further = variation["condition"]  # type: ignore[misc]
        cases.setdefault(str(further), []).append(language["value"])
        assert bool(HAN.search(str(variation["text"]))) == (language["value"] == "zh")
    assert all(sorted(langs) == ["en", "zh"] for langs in cases.values()), cases


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
