"""Whether a bot needs TensorFlow, told from the names of its components before anything of Rasa is there. Imports no rasa."""

import json
import tarfile
import zlib
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import yaml

from frontdesk.rasa_worker.left_out import COMPONENTS

RECIPE = "default.v1"
NEED_TENSORFLOW = frozenset(name for name, _, _ in COMPONENTS.values())
NEED_NONE = frozenset(
    {
        "AugmentedMemoizationPolicy",
        "CRFEntityExtractor",
        "CountVectorsFeaturizer",
        "DucklingEntityExtractor",
        "EntitySynonymMapper",
        "FallbackClassifier",
        "JiebaTokenizer",
        "KeywordIntentClassifier",
        "LexicalSyntacticFeaturizer",
        "LogisticRegressionClassifier",
        "MemoizationPolicy",
        "MitieEntityExtractor",
        "MitieFeaturizer",
        "MitieIntentClassifier",
        "MitieNLP",
        "MitieTokenizer",
        "RegexEntityExtractor",
        "RegexFeaturizer",
        "RulePolicy",
        "SklearnIntentClassifier",
        "SpacyEntityExtractor",
        "SpacyFeaturizer",
        "SpacyNLP",
        "SpacyTokenizer",
        "WhitespaceTokenizer",
    }
)
KNOWN_PLACES = ("rasa.", "frontdesk.rasa_worker.")


def needs_tensorflow(components: Collection[str]) -> bool:
    """Whether one of them does, or may, because nobody here knows it. Where no names could be read, nobody knows."""
    return not components or not all(map(_needs_none, components))


def _needs_none(name: str) -> bool:
    """`name` as `config.yml` and models have it: that of a component of Rasa, or a path to a class."""
    kind = name.rpartition(".")[2]
    return kind not in NEED_TENSORFLOW and (name in NEED_NONE or name.startswith(KNOWN_PLACES))


def of_config(config: Path) -> frozenset[str]:
    """The components that `config.yml` trains; none where it leaves the choice to Rasa or can't be read."""
    try:
        told = yaml.safe_load(config.read_text(encoding="utf-8"))
        whole = told["recipe"] == RECIPE and told["pipeline"] and told["policies"]
        return frozenset(_named([*told["pipeline"], *told["policies"]])) if whole else frozenset()
    except (OSError, ValueError, LookupError, TypeError, yaml.YAMLError):
        return frozenset()


def _named(parts: list[Any]) -> Iterator[str]:
    for part in parts:
        yield part if isinstance(part, str) else str(part["name"])


def of_model(model: Path) -> frozenset[str]:
    """The components of a trained model; none where the file can't be read, which Rasa will say."""
    try:
        with tarfile.open(model) as packed:
            file = packed.extractfile("metadata.json")
            told = json.load(file) if file else {}
        graphs = (told["train_schema"], told["predict_schema"])
        return frozenset(str(node["uses"]) for graph in graphs for node in graph["nodes"].values())
    except (OSError, EOFError, ValueError, LookupError, TypeError, AttributeError, tarfile.TarError, zlib.error):
        return frozenset()
