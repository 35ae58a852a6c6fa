"""Rasa's importer of this bot, named in `config.yml`: the same data as Rasa's own one reads, in a tenth of the time."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any

import rasa
import yaml
from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.data import get_data_files, is_nlu_file
from rasa.shared.importers.rasa import RasaFileImporter
from rasa.shared.nlu.training_data import loading
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLReader
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.common import cached_method

VERSION = "3.6.21"
FORMAT = "3.1"
KINDS = ("intent", "regex", "synonym", "lookup")
Blocks = list[dict[str, str]]


class QuickImporter(RasaFileImporter):
    """NLU files written as ours are go through a C reader and no schema; all other files, and any other Rasa, Rasa's way.

    What a row says is worked out by Rasa in both cases. An extension point of Rasa: "Training Data Importers" of its manual.
    """

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
    ) -> None:
        super().__init__(config_file, domain_path)
        self._plain = functools.cache(plain_blocks if rasa.__version__ == VERSION else _rasa_reads)
        self._nlu_files = _files(training_data_paths, lambda p: bool(self._plain(p)) or is_nlu_file(p))
        self._story_files = self._others(training_data_paths, YAMLStoryReader.is_stories_file)
        self._conversation_test_files = self._others(training_data_paths, YAMLStoryReader.is_test_stories_file)

    def _others(self, paths: list[str] | str | None, wanted: Callable[[str], bool]) -> list[str]:
        return _files(paths, lambda path: not self._plain(path) and wanted(path))

    @cached_method  # type: ignore[untyped-decorator]  # Rasa's
    def get_domain(self) -> Domain:
        """Read once; Rasa asks for it with each set of stories."""
        return super().get_domain()

    @cached_method  # type: ignore[untyped-decorator]  # Rasa's
    def get_nlu_data(self, language: str | None = "en") -> TrainingData:
        """All files merged in the order of their names, once; Rasa asks several times."""
        return TrainingData().merge(*(self._data(path, language) for path in self._nlu_files))

    def _data(self, path: str, language: str | None) -> TrainingData:
        blocks = self._plain(path)
        return _read(path, blocks) if blocks else loading.load_data(path, language)


def _files(paths: list[str] | str | None, wanted: Callable[[str], bool]) -> list[str]:
    return list(get_data_files(paths, wanted))


class Row(Message):
    """A message of training data that costs little where Rasa copies and compares all of them, several times over."""

    _cached_fingerprint: str | None

    def __deepcopy__(self, memo: Any) -> "Row":
        copied = Row({key: _copied(value) for key, value in self.data.items()}, set(self.output_properties), self.time)
        copied.features = list(self.features)
        copied._cached_fingerprint = self._cached_fingerprint
        return copied

    def set(self, prop: str, info: Any, add_to_output: bool = False) -> None:
        """As Rasa's, but what was computed of the row still holds when it says the same as before."""
        known = self._cached_fingerprint if prop in self.data and self.data[prop] == info else None
        super().set(prop, info, add_to_output)
        self._cached_fingerprint = known


def _copied(value: Any) -> Any:
    """Entities are dictionaries of plain values in a list; everything else in a row of ours is never changed in place."""
    return [dict(one) if isinstance(one, dict) else one for one in value] if isinstance(value, list) else value


def _rasa_reads(path: str) -> Blocks:
    """Nothing is read our way: this Rasa is not the one that was looked into."""
    return []


def plain_blocks(path: str) -> Blocks:
    """The blocks of an NLU file that has nothing but names and examples, or none: that file is Rasa's to read or refuse."""
    if Path(path).suffix not in {".yml", ".yaml"}:
        return []
    text = Path(path).read_text(encoding="utf-8")
    if "${" in text or (text.isascii() and "\\u" in text):  # Rasa's reader puts other text there
        return []
    try:
        content = yaml.load(text, _OnceEach)  # noqa: S506  # a safe loader
    except yaml.YAMLError:
        return []
    whole = isinstance(content, dict) and content.keys() == {"version", "nlu"} and content["version"] == FORMAT
    blocks: Any = content["nlu"] if whole else None
    return blocks if isinstance(blocks, list) and all(map(_is_plain, blocks)) else []


def _is_plain(block: Any) -> bool:
    return (
        isinstance(block, dict)
        and any(block.keys() == {kind, "examples"} for kind in KINDS)
        and all(isinstance(value, str) and value for value in block.values())
    )


class _OnceEach(yaml.CSafeLoader):
    """A key that comes twice is an error for Rasa, so it is one here."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        made = super().construct_mapping(node, deep)
        if len(made) != len(node.value):
            raise yaml.YAMLError("a key comes twice")
        return made


def _read(path: str, blocks: Blocks) -> TrainingData:
    reader = RasaYAMLReader()
    reader.filename = path
    reader._parse_nlu(blocks)
    rows = [Row(m.data, m.output_properties) for m in reader.training_examples]
    return TrainingData(rows, reader.entity_synonyms, reader.regex_features, reader.lookup_tables, reader.responses)
