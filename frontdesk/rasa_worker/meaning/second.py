"""Rasa's second opinion: where the classifier before it hesitates, what the sentence means is asked, too."""

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

from frontdesk.rasa_worker.classifier import PERSON, PlainClassifier
from frontdesk.rasa_worker.meaning.encoder import Encoder, encoder, in_words
from frontdesk.rasa_worker.meaning.head import Head, first_or_not, learnt, mixed

RANKING = "intent_ranking"
LEAST_INTENTS, SEED = 2, 20
OUT = "out_of_scope"
SETTLED = frozenset({PERSON, "affirm", "deny", "inform"})  # nobody is talked out of a person; an answer is its words


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SecondOpinion(GraphComponent, IntentClassifier):
    """Leaves alone what the classifier is sure of, or knows next to nothing about, or finds a second request in; and buttons.

    Requests for a person and answers to a question are left alone, too. It learns from some of the rows. `beyond` names
    intents that are put to it however sure the classifier is, each with its weight when it says "out of scope": the words of
    what is beyond a shop are often those of a question about goods, and what it is about tells the two apart.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"share": 0.3, "doubt": 0.7, "ignorance": 0.3, "beyond": {}, "rows": 15_000, "ranking_length": 5}

    def __init__(self, config: dict[str, Any], storage: ModelStorage, resource: Resource) -> None:
        self._config, self._storage, self._resource = config, storage, resource
        self._encoder = self.encoder()
        self._head: Head | None = None

    @staticmethod
    def encoder() -> Encoder:
        """What makes vectors of sentences."""
        return encoder()

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SecondOpinion":
        return cls(config, model_storage, resource)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from as many rows as wanted, drawn alike at every training."""
        worded = [e for e in training_data.intent_examples if in_words(e.get(TEXT) or "")]
        drawn = np.random.default_rng(SEED).permutation(len(worded))[: self._config["rows"]]
        rows = [worded[at] for at in drawn]
        intents = [row.get(INTENT) for row in rows]
        with self._storage.write_to(self._resource) as folder:
            if len(set(intents)) >= LEAST_INTENTS:
                learnt(self._encoder([row.get(TEXT) for row in rows]), intents).save(Path(folder))
        return self._resource

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **_: Any,
    ) -> "SecondOpinion":
        ready = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            if any(Path(folder).iterdir()):
                ready._head = Head.load(Path(folder))
        return ready

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            usual, beyond = self._weights(message)
            if self._head is None or not (usual or beyond):
                continue
            opinion = first_or_not(PERSON, self._head.opinion(self._encoder([message.get(TEXT)])[0]))
            weight = beyond if max(opinion, key=lambda name: opinion[name]) == OUT else usual
            if weight:
                before = {one["name"]: one["confidence"] for one in message.get(RANKING)}
                ranking = [
                    {"name": name, "confidence": round(share, 4)} for name, share in mixed(before, opinion, weight)
                ]
                message.set(INTENT, ranking[0], add_to_output=True)
                message.set(RANKING, ranking[: self._config["ranking_length"]], add_to_output=True)
        return messages

    def _weights(self, message: Message) -> tuple[float, float]:
        """The opinion's weight, and its weight when it is that this is beyond us. 0 where it is not asked: the classifier has no
        idea, is sure, or found a second request."""
        guess = message.get(INTENT) or {}
        best, sure = guess.get("name"), guess.get("confidence") or 0.0
        split = any(e.get("extractor") == PlainClassifier.__name__ for e in message.get(ENTITIES, []))
        if split or best in SETTLED or sure < self._config["ignorance"] or not in_words(message.get(TEXT) or ""):
            return 0.0, 0.0
        usual = float(self._config["share"]) if sure < self._config["doubt"] else 0.0
        return usual, float(self._config["beyond"].get(best, usual))
