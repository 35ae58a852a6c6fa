"""The importer of the bot gives Rasa the data that Rasa's own importer reads, and leaves to it what is written otherwise."""

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data.training_data import TrainingData

from frontdesk.rasa_worker.importer import QuickImporter, Row, plain_blocks

BOT = Path(__file__).parents[2] / "bot"
SHORT = 5_000  # bytes; Rasa reads the long files the same way, but for seconds
QUICK = {"importers": [{"name": "frontdesk.rasa_worker.importer.QuickImporter"}]}
PLAIN = """
version: "3.1"
nlu:
  - intent: invoice
    examples: |
      - an invoice for [10023](order_number) [today]{"entity": "date", "value": "0"}
      - 开发票
  - synonym: card
    examples: |
      - bank card
  - lookup: city
    examples: |
      - Hangzhou
"""


def told(config: dict[str, object], paths: list[str]) -> TrainingData:
    """The NLU data that `rasa train` would learn from; the stories are read with it, and of the domain its intents."""
    importer = TrainingDataImporter.load_from_dict(config, None, str(BOT / "domain" / "intents.yml"), paths)
    return importer.get_nlu_data()


def same(quick: TrainingData, stock: TrainingData) -> bool:
    """Every row in the same order, and all beside the rows."""
    return [m.data for m in quick.training_examples] == [m.data for m in stock.training_examples] and (
        quick.fingerprint() == stock.fingerprint() and quick.label_fingerprint() == stock.label_fingerprint()
    )


def test_the_shipped_bot_is_read_as_rasa_reads_it() -> None:
    """Rules, stories and the short NLU files of both languages, through all of Rasa's importers."""
    nlu = [str(p) for p in sorted((BOT / "nlu").rglob("*.yml")) if p.stat().st_size < SHORT]
    assert {Path(p).parent.name for p in nlu} == {"en", "zh", "nlu"}
    paths = [*nlu, *(str(BOT / room) for room in ("rules", "stories"))]
    assert same(told({**QUICK}, paths), told({}, paths))


def test_every_shipped_file_is_written_plainly() -> None:
    """One that is not would be read right too, but slowly."""
    assert [str(p) for p in (BOT / "nlu").rglob("*.yml") if not plain_blocks(str(p))] == []


OTHERWISE: dict[str, Callable[[str], str]] = {
    "metadata": lambda text: text.replace("- intent: invoice", "- intent: invoice\n    metadata: {writer: me}"),
    "examples as a list": lambda text: f"{text}  - intent: thanks\n    examples:\n      - text: thank you\n",
    "a name that is no text": lambda text: text.replace("intent: invoice", "intent: 2024"),
    "a key twice": lambda text: text.replace("    examples: |", "    examples: |\n      - first\n    examples: |", 1),
    "an environment variable": lambda text: text.replace("synonym: card", "synonym: ${HOME}"),
    "an escaped character": lambda text: text.replace("开发票", "\\u5f00"),
    "another version": lambda text: text.replace("3.1", "2.0"),
    "responses beside": lambda text: f"{text}responses:\n  utter_hi:\n    - text: hi\n",
    "no examples": lambda text: f"{text}  - intent: thanks\n    examples: ''\n",
    "not YAML": lambda text: f"{text}  - [",
}


@pytest.mark.parametrize("change", OTHERWISE.values(), ids=OTHERWISE)
def test_a_file_written_otherwise_is_rasas(tmp_path: Path, change: Callable[[str], str]) -> None:
    """Rasa reads it, or refuses it in its own words: its importer and ours do the same."""
    path = tmp_path / "more.yml"
    path.write_text(change(PLAIN), encoding="utf-8")
    assert not plain_blocks(str(path))
    assert _outcome(QuickImporter, path) == _outcome(RasaFileImporter, path)


def test_plain_blocks_hold_all_kinds(tmp_path: Path) -> None:
    """Entities, synonyms and lookup tables are Rasa's to make of plain text."""
    path = tmp_path / "more.yml"
    path.write_text(PLAIN, encoding="utf-8")
    assert len(plain_blocks(str(path))) == 3
    assert _outcome(QuickImporter, path) == _outcome(RasaFileImporter, path)


@pytest.mark.filterwarnings("ignore")
def _outcome(importer: type[RasaFileImporter], path: Path) -> object:
    try:
        data = importer(training_data_paths=[str(path)]).get_nlu_data()
    except Exception as error:
        return type(error)
    return data.fingerprint(), data.entity_synonyms, data.lookup_tables


def test_a_copied_row_is_a_row_of_its_own() -> None:
    """Copies share nothing that changes, and a change is seen in what rows are compared by."""
    row = Row({"text": "10023", "entities": [{"entity": "order_number", "value": "10023"}]})
    other = copy.deepcopy(row)
    assert other == row
    other.set("text", "10024")
    other.get("entities")[0]["value"] = "10024"
    assert other != row
    assert row.get("entities")[0]["value"] == "10023"
