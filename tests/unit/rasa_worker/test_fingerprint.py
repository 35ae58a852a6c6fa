"""The same inputs are the same model; any change of them is another one."""

from pathlib import Path

import pytest

from frontdesk.rasa_worker.fingerprint import fingerprint, inputs, model_path


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("config.yml", "bot/nlu/en/needs.yml", "bot/rules/needs.yml", "bot/tests/test_stories.yml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


def test_same_inputs_same_name(project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where the project lies does not matter."""
    other = tmp_path_factory.mktemp("other") / "place"
    project.rename(other)
    before = fingerprint(other)
    other.rename(project)
    assert fingerprint(project) == before


@pytest.mark.parametrize("name", ["config.yml", "bot/nlu/en/needs.yml", "bot/rules/needs.yml", "bot/stories/new.yml"])
def test_any_change_is_another_model(project: Path, name: str) -> None:
    """A changed or new file of the content trains anew."""
    before = fingerprint(project)
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("changed")
    assert fingerprint(project) != before


def test_bot_tests_train_nothing(project: Path) -> None:
    """Editing the bot's tests is no reason to train."""
    before = fingerprint(project)
    (project / "bot/tests/test_stories.yml").write_text("changed")
    assert fingerprint(project) == before


def test_components_are_inputs(project: Path) -> None:
    """The tokenizer's source shapes the model as much as its words do."""
    assert {"tokenizer.py", "pieces.py"} <= {p.name for p in inputs(project)}


def test_model_is_named_after_its_inputs(project: Path) -> None:
    """A model can be told from its file name."""
    assert model_path(project, Path("models")).name == f"{fingerprint(project)}.tar.gz"
