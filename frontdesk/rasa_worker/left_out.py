"""Stands in for Rasa's modules that bring TensorFlow, and puts off those that bring much else. Knows one version of Rasa."""

from collections.abc import Callable, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from importlib.util import LazyLoader
from types import ModuleType
from typing import Any, NoReturn

from frontdesk.core.errors import FrontdeskError

# Each module's component, what Rasa's recipe knows it as, and whether it is trained.
COMPONENTS = {
    "rasa.core.policies.ted_policy": ("TEDPolicy", ("POLICY_WITH_END_TO_END_SUPPORT",), True),
    "rasa.core.policies.unexpected_intent_policy": (
        "UnexpecTEDIntentPolicy",
        ("POLICY_WITH_END_TO_END_SUPPORT",),
        True,
    ),
    "rasa.nlu.classifiers.diet_classifier": ("DIETClassifier", ("INTENT_CLASSIFIER", "ENTITY_EXTRACTOR"), True),
    "rasa.nlu.featurizers.dense_featurizer.convert_featurizer": ("ConveRTFeaturizer", ("MESSAGE_FEATURIZER",), False),
    "rasa.nlu.featurizers.dense_featurizer.lm_featurizer": ("LanguageModelFeaturizer", ("MESSAGE_FEATURIZER",), False),
    "rasa.nlu.selectors.response_selector": ("ResponseSelector", ("INTENT_CLASSIFIER",), True),
}
# What those six are built from, as far as other modules of Rasa name it; nothing but those six runs it.
PARTS = frozenset(
    {
        "rasa.utils.tensorflow.callback",
        "rasa.utils.tensorflow.data_generator",
        "rasa.utils.tensorflow.model_data",  # scikit-learn and the statistics of scipy
    }
)
CHANNELS, PLOTS = "rasa.core.channels", "rasa.utils.plotting"


class LeftOut(FrontdeskError):
    """This process runs without TensorFlow, since no component named to it needs any; see `lighter.py`."""


class WithoutTensorFlow(MetaPathFinder, Loader):
    """Finds the modules above: what they hold can be imported, named and compared, and says `LeftOut` when it is used."""

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name in COMPONENTS or name in PARTS else None

    def exec_module(self, module: ModuleType) -> None:
        if module.__name__ in COMPONENTS:
            name, kinds, trained = COMPONENTS[module.__name__]
            setattr(module, name, _component(name, module, kinds, trained))
        else:
            module.__getattr__ = lambda name: _part(name, module)  # type: ignore[method-assign]  # PEP 562


def _component(name: str, module: ModuleType, kinds: Sequence[str], trained: bool) -> type:
    """Registered as the real one is, so that the recipe finds it by its name, and then learns why it can't have it."""
    from rasa.engine.graph import GraphComponent  # noqa: PLC0415  # Rasa is being imported when this runs
    from rasa.engine.recipes.default_recipe import DefaultV1Recipe  # noqa: PLC0415  # see above

    asked = [name for name in vars(GraphComponent) if not name.startswith("_")]
    refusing = {"__module__": module.__name__, "__new__": _refuse, **{name: classmethod(_refuse) for name in asked}}
    kinds_there = [DefaultV1Recipe.ComponentType[kind] for kind in kinds]
    made: type = DefaultV1Recipe.register(kinds_there, trained)(type(name, (GraphComponent,), refusing))
    return made


def _part(name: str, module: ModuleType) -> type:
    if name.startswith("__"):
        raise AttributeError(name)
    made = type(name, (), {"__module__": module.__name__, "__new__": _refuse})
    setattr(module, name, made)
    return made


def _refuse(kind: Any, /, *_: object, **__: object) -> NoReturn:
    raise LeftOut(
        f"{kind.__module__}.{kind.__name__} needs TensorFlow, and this process left it out: the model or config.yml it was "
        f"started with names no component that needs it. Start another process with the one that does."
    )


class PutOff(MetaPathFinder):
    """Modules that are real, but loaded by the first who asks for what is in them."""

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        if name not in (CHANNELS, PLOTS):
            return None
        spec = PathFinder.find_spec(name, path)
        if spec and spec.loader:
            spec.loader = LazyLoader(spec.loader) if name == PLOTS else _Channels(spec.loader)
        return spec


class _Channels(Loader):
    """Rasa's channels: the common ground at once, those of other companies when one is asked for."""

    def __init__(self, all_of_them: Loader) -> None:
        self._all = all_of_them

    def exec_module(self, package: ModuleType) -> None:
        package.__getattr__ = self._load_all(package)  # type: ignore[method-assign]  # PEP 562
        from rasa.core.channels.channel import (  # noqa: PLC0415  # Rasa is being imported when this runs
            CollectingOutputChannel,
            InputChannel,
            OutputChannel,
            UserMessage,
        )

        for kind in (CollectingOutputChannel, InputChannel, OutputChannel, UserMessage):
            setattr(package, kind.__name__, kind)

    def _load_all(self, package: ModuleType) -> Callable[[str], object]:
        def get(name: str) -> object:
            if name.startswith("__"):
                raise AttributeError(name)
            del package.__getattr__
            self._all.exec_module(package)
            return getattr(package, name)

        return get
