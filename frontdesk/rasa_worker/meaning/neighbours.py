"""Rasa's second opinion: the intents of the nearest training rows by meaning, mixed with the classifier's before it."""

import json
from pathlib import Path
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import ENTITIES, INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from frontdesk.rasa_worker.classifier import CERTAIN, PlainClassifier
from frontdesk.rasa_worker.meaning.nearest import Neighbours, mixed
from frontdesk.rasa_worker.meaning.vectors import ORIGIN, SentenceVectors

RANKING = "intent_ranking"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class NearestRows(GraphComponent, IntentClassifier):
    """Leaves alone what is certain, what holds a second request, and what has no vector (Chinese, buttons)."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [SentenceVectors]  # and PlainClassifier, which Rasa would then want trained first

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"share": 0.5, "count": 15, "sharpness": 0.06, "ranking_length": 5}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._known: Neighbours | None = None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NearestRows":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Keep the vector and intent of each row that has one."""
        rows = [(_vector(e), e.get(INTENT)) for e in training_data.intent_examples]
        kept = [(vector, intent) for vector, intent in rows if vector is not None]
        vectors = np.array([vector for vector, _ in kept], dtype=np.float16)
        with self._storage.write_to(self._resource) as folder:
            np.save(Path(folder) / "vectors.npy", vectors, allow_pickle=False)
            (Path(folder) / "intents.json").write_text(json.dumps([intent for _, intent in kept]), encoding="utf-8")
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "NearestRows":
        ready = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            vectors = np.load(Path(folder) / "vectors.npy", allow_pickle=False).astype(np.float32)
            intents = json.loads((Path(folder) / "intents.json").read_text(encoding="utf-8"))
        if intents:
            ready._known = Neighbours(vectors, intents, config["count"], config["sharpness"])
        return ready

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            vector = _vector(message)
            if self._known is not None and vector is not None and _open(message):
                before = {one["name"]: one["confidence"] for one in message.get(RANKING)}
                found = mixed(before, self._known.votes(vector), self._config["share"])
                ranking = [{"name": name, "confidence": round(share, 4)} for name, share in found]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(RANKING, ranking[: self._config["ranking_length"]], add_to_output=True)
        return messages


def _open(message: Message) -> bool:
    """The classifier has guessed, is not certain, and found no second request in the message."""
    best = (message.get(INTENT) or {}).get("confidence") or 0.0
    split = any(e.get("extractor") == PlainClassifier.__name__ for e in message.get(ENTITIES, []))
    return bool(message.get(RANKING)) and 0.0 < best < CERTAIN and not split


def _vector(message: Message) -> Any:
    """The row of SentenceVectors, or None."""
    found = [f.features for f in message.features if f.origin == ORIGIN and f.attribute == TEXT]
    return found[0][0] if found else None
