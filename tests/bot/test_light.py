"""Rasa without what this bot has no use for: it is not in the worker's memory, and who asks for it is told."""

import psutil
import pytest
import rasa.core.channels
from rasa.core.policies.policy import Policy
from rasa.engine.recipes.default_components import DEFAULT_COMPONENTS
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.diet_classifier import DIETClassifier
from rasa.utils.tensorflow.model_data import RasaModelData

from frontdesk.rasa_worker.left_out import COMPONENTS, LeftOut
from frontdesk.rasa_worker.needs import NEED_NONE, NEED_TENSORFLOW
from tests.bot.conftest import Worker

pytestmark = pytest.mark.rasa
MOST_MB = 450  # TensorFlow alone would add 280


def test_the_worker_holds_no_tensorflow(worker: Worker) -> None:
    """The shipped bot uses none of it."""
    process = psutil.Process(worker.process.pid)
    loaded = {library.path for library in process.memory_maps()}
    assert any("numpy" in path for path in loaded)
    assert not [path for path in loaded if "tensorflow" in path]
    assert process.memory_info().rss < MOST_MB * 1e6


def test_every_component_of_rasa_is_known() -> None:
    """Each is on one of two lists: another Rasa with another component would be noticed here."""
    assert {component.__name__ for component in DEFAULT_COMPONENTS} == NEED_NONE | NEED_TENSORFLOW
    registered = {name for name, _, _ in COMPONENTS.values()} & set(DefaultV1Recipe._registered_components)
    assert registered == NEED_TENSORFLOW


def test_what_is_left_out_can_be_named_but_not_used() -> None:
    """Rasa compares classes with it; whoever would run it learns what to do."""
    assert not issubclass(DIETClassifier, Policy)
    for use in (DIETClassifier, DIETClassifier.create, DIETClassifier.get_default_config, RasaModelData):
        with pytest.raises(LeftOut, match=r"needs TensorFlow.*names no component that needs it.*another process"):
            use()


def test_a_channel_is_there_when_it_is_asked_for() -> None:
    """They are put off, not taken away."""
    assert rasa.core.channels.BUILTIN_CHANNELS["rest"].name() == "rest"
