"""Rasa's intent classifier of this bot: one sparse linear pass over English and Chinese. The learning is in `teach.py`."""

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from actions.meaning.alarms import alarm_in, burns
from actions.meaning.references import (
    asks_of_oneself,
    changes_items,
    follows_on,
    gives_up,
    mocks,
    not_content,
    number_alone,
    only_points,
    refuses,
    wants_repeat,
)
from actions.reading.case_numbers import case_number_in
from actions.reading.characters import mandarin
from frontdesk.rasa_worker.blend import Blend
from frontdesk.rasa_worker.clauses import Later, later_of, request_in, wanted_in
from frontdesk.rasa_worker.person import asks_for_person, declines_person
from frontdesk.rasa_worker.plain import plain

PERSON, INFORM, NO, NOTHING_NEW, CERTAIN = "human_agent", "inform", "deny", "out_of_scope", 0.99
KIND_WORDS = frozenset({"thanks", "affirm", "greeting", "goodbye"})
ANSWERS, GOODS = frozenset({"affirm", "deny"}), "product_question"
LEARNT_BY = ("copies", "copied", "noise", "folds", "caution")


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class PlainClassifier(GraphComponent, IntentClassifier):
    """Needs no tokens and no featurizer: it reads the text. A plain request for a person is never left to chance."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {
            "teachers": {"margin": 1.0},
            "copies": 3,
            "copied": 0.5,
            "noise": 0.12,
            "folds": 1,
            "caution": 0.15,
            "ranking_length": 5,
        }

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._blend: Blend | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "PlainClassifier":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn, and keep what was learnt with the model. What teaches is loaded only here: serving needs no scikit-learn."""
        from frontdesk.rasa_worker.teach import Lesson, Rows, teach  # noqa: PLC0415 - scikit-learn, which serving does without

        examples = [e for e in training_data.intent_examples if e.get(TEXT)]
        texts = [e.get(TEXT) for e in examples]
        rows = Rows(texts, [e.get(INTENT) for e in examples], [_group(at) for at in range(len(texts))])
        lesson = Lesson(self._config["teachers"], **{name: self._config[name] for name in LEARNT_BY})
        self._blend = teach(rows, lesson)
        with self._storage.write_to(self._resource) as folder:
            self._blend.save(Path(folder))
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "PlainClassifier":
        known = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            known._blend = Blend.load(Path(folder))
        return known

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            ranking = self._ranking(text)
            request = wanted_in(request_in(text, ranking[0], self._first), ranking[0], self._first)
            if request != text:
                ranking = self._ranking(request)
            later = later_of(request, ranking[0], self._first) if ranking[0]["confidence"] else None
            if later is not None:
                ranking = [later.first, *(_unlikely(one) for one in ranking if one["name"] != later.first["name"])]
                message.set(ENTITIES, [*message.get(ENTITIES, []), _entity(later, text)], add_to_output=True)
            message.set(INTENT, ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking[: self._config["ranking_length"]], add_to_output=True)
        return messages

    def _ranking(self, text: str) -> list[dict[str, Any]]:
        if self._blend is None or not text.strip():
            return [{"name": None, "confidence": 0.0}]
        found = self._blend.understood(text)
        said = mandarin(text)
        certain = _beyond_doubt(said)
        if certain is None and found[0][0] in KIND_WORDS and mocks(said):
            found = _without(KIND_WORDS, found)
        if certain is None and found[0][0] in ANSWERS and asks_of_oneself(said):
            found = _without(ANSWERS, found)
        if certain is not None:
            found = [(certain, CERTAIN), *((n, p * (1 - CERTAIN)) for n, p in found if n != certain)]
        return [{"name": name, "confidence": round(share, 4)} for name, share in found]

    def _first(self, text: str) -> dict[str, Any]:
        return self._ranking(text)[0]


def _beyond_doubt(text: str) -> str | None:
    """What needs no learning: a request for a person; a theft; a case; a number alone, "the other one", "pardon?"."""
    if asks_for_person(text):
        return PERSON
    if wants_repeat(text):
        return NOTHING_NEW
    if not_content(text) or gives_up(text) or declines_person(text) or refuses(text):
        return NO
    if (alarm := alarm_in(text)) is not None:
        return alarm
    if burns(text):
        return GOODS  # whose answer is to leave it alone, and a person
    if case_number_in(text) is not None:
        return INFORM
    if changes_items(text):
        return "change_order"
    heard = plain(text)  # numbers said in words are digits in it
    return INFORM if any(tells(heard) for tells in (number_alone, follows_on, only_points)) else None


def _without(names: frozenset[str], found: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """The other guesses, with the share of these shared out among them."""
    left = [(name, share) for name, share in found if name not in names]
    whole = sum(share for _, share in left) or 1.0
    return [(name, share / whole) for name, share in left]


def _unlikely(guess: dict[str, Any]) -> dict[str, Any]:
    """Beside a certain one: two that are equally likely would be asked about."""
    return {**guess, "confidence": round(guess["confidence"] * (1 - CERTAIN), 4)}


def _entity(later: Later, text: str) -> dict[str, Any]:
    """With the words of what to begin with, where the rest of the message is none of it: see `actions.talk.turn`."""
    found = {"entity": "later", "value": later.value, "start": 0, "end": len(text), "extractor": "PlainClassifier"}
    return {**found, "words": later.words} if later.words else found


def _group(at: int) -> str:
    """Blocks of neighbouring rows, for the calibration: Rasa forgets file names, but rows written together stand together."""
    return f"block {at // 300 % 8}"
