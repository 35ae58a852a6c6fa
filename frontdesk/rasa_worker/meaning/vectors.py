"""Rasa's featurizer of the meaning of a message, for Rasa's own classifiers."""

from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.nlu.tokenizers.tokenizer import Tokenizer
from rasa.shared.nlu.constants import FEATURE_TYPE_SENTENCE, TEXT
from rasa.shared.nlu.training_data.features import Features
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from frontdesk.rasa_worker.meaning.encoder import Encoder, encoder, in_words

ORIGIN = "SentenceVectors"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class SentenceVectors(DenseFeaturizer, GraphComponent):
    """One dense sentence feature for each message with a word; buttons get none."""

    @classmethod
    def required_components(cls) -> list[type]:
        return [Tokenizer]

    def __init__(self, config: dict[str, Any], encoder: Encoder) -> None:
        super().__init__(ORIGIN, config)
        self._encoder = encoder

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "SentenceVectors":
        return cls(config, encoder())

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """It has no settings but its name."""

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        meant = [message for message in messages if in_words(message.get(TEXT) or "")]
        if meant:
            for message, row in zip(meant, self._encoder([m.get(TEXT) for m in meant]), strict=True):
                message.add_features(Features(row[np.newaxis], FEATURE_TYPE_SENTENCE, TEXT, ORIGIN))
        return messages
