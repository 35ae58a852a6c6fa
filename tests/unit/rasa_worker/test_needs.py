"""TensorFlow is left out only where every component is known to need none."""

import json
import tarfile
from io import BytesIO
from pathlib import Path

import pytest

from frontdesk.rasa_worker.needs import needs_tensorflow, of_config, of_model

ROOT = Path(__file__).parents[3]
PLAIN = "recipe: default.v1\npipeline: [{name: WhitespaceTokenizer}]\npolicies: [{name: RulePolicy}]\n"


def _needed(config: Path, text: str) -> bool:
    config.write_text(text, encoding="utf-8")
    return needs_tensorflow(of_config(config))


def test_the_shipped_bot_needs_none() -> None:
    """What every caller waits for at a start, and the machine keeps in memory, is nothing that nobody uses."""
    assert not needs_tensorflow(of_config(ROOT / "config.yml"))


@pytest.mark.parametrize(
    "name",
    [
        "DIETClassifier",
        "rasa.nlu.classifiers.diet_classifier.DIETClassifier",
        "rasa.engine.recipes.default_components.DIETClassifier",
        "LanguageModelFeaturizer",
        "ResponseSelector",
        "shop.components.Classifier",
        "RegexEntityExtractors",
        "${CLASSIFIER}",
    ],
)
def test_one_component_that_may_need_it_is_enough(name: str, tmp_path: Path) -> None:
    """An owner who adds a component to config.yml gets all it may need, without being asked."""
    config = tmp_path / "config.yml"
    assert not _needed(config, PLAIN)
    assert _needed(
        config, PLAIN.replace("{name: WhitespaceTokenizer}", f"{{name: WhitespaceTokenizer}}, {{name: {name}}}")
    )
    assert _needed(config, PLAIN.replace("RulePolicy", "TEDPolicy"))


@pytest.mark.parametrize(
    "text",
    [
        PLAIN.replace("policies: [{name: RulePolicy}]", "policies:"),  # Rasa suggests its own, TED among them
        PLAIN.replace("pipeline: [{name: WhitespaceTokenizer}]", ""),
        PLAIN.replace("default.v1", "graph.v1"),
        PLAIN.replace("name: RulePolicy", "nam: RulePolicy"),
        PLAIN.replace("[{name: RulePolicy}]", "3"),
        "pipeline: [",
        "- a list",
        "",
    ],
)
def test_a_configuration_that_is_not_understood_is_no_reason_to_leave_it_out(text: str, tmp_path: Path) -> None:
    """What is wrong with it, Rasa says best."""
    assert _needed(tmp_path / "config.yml", text)
    assert needs_tensorflow(of_config(tmp_path / "none.yml"))


def _model(path: Path, told: object) -> Path:
    written = json.dumps(told).encode()
    with tarfile.open(path, "w:gz") as packed:
        member = tarfile.TarInfo("metadata.json")
        member.size = len(written)
        packed.addfile(member, BytesIO(written))
    return path


def _graph(*uses: str) -> dict[str, object]:
    return {"nodes": {str(at): {"uses": name} for at, name in enumerate(uses)}}


def test_a_model_tells_what_it_was_made_of(tmp_path: Path) -> None:
    """A model may come from another config.yml than the one that lies here."""
    file = tmp_path / "m.tar.gz"
    rules = _graph("rasa.core.policies.rule_policy.RulePolicy")
    assert of_model(_model(file, {"train_schema": rules, "predict_schema": rules})) == {
        "rasa.core.policies.rule_policy.RulePolicy"
    }
    assert not needs_tensorflow(of_model(file))
    ted = _graph("rasa.core.policies.ted_policy.TEDPolicy")
    assert needs_tensorflow(of_model(_model(file, {"train_schema": rules, "predict_schema": ted})))


def test_a_model_that_cannot_be_read_is_no_reason_to_leave_it_out(tmp_path: Path) -> None:
    """Half a file, no archive, other metadata: the worker says so when it loads it, not before."""
    whole = _model(tmp_path / "m.tar.gz", {"train_schema": _graph("a.B"), "predict_schema": _graph()})
    half = tmp_path / "half.tar.gz"
    half.write_bytes(whole.read_bytes()[:-40])
    other = _model(tmp_path / "other.tar.gz", {"train_schema": []})
    (tmp_path / "no.tar.gz").write_bytes(b"no archive")
    for file in (half, other, tmp_path / "no.tar.gz", tmp_path / "none.tar.gz"):
        assert needs_tensorflow(of_model(file)), file
