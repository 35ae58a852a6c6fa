"""Rasa's tokenizer for English and Chinese in one model. The splitting itself is in `pieces.py`."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.tokenizers.tokenizer import Token, Tokenizer
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from frontdesk.rasa_worker.pieces import pieces


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class MixedTokenizer(Tokenizer):
    """Words where there are spaces, characters where there are none; pairs of characters come from the featurizer."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Rasa's, and `training`: off when nothing in the pipeline learns from tokens, which saves a part of the time."""
        return {"intent_tokenization_flag": False, "intent_split_symbol": "_", "training": True}

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Rasa's own, unless nothing learns from tokens."""
        return super().process_training_data(training_data) if self._config["training"] else training_data

    def tokenize(self, message: Message, attribute: str) -> list[Token]:
        """Tokens of one attribute. A message without a word (an emoji) is one token: Rasa needs at least one."""
        text = message.get(attribute)
        found = [Token(p.plain, p.start, p.end) for p in pieces(text)]
        return found or [Token(text, 0)]
