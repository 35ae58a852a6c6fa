"""Rasa's fallback, which also asks where something beyond the shop is likely, though a request is likelier."""

from typing import Any

from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.nlu.classifiers.fallback_classifier import FallbackClassifier
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.nlu.constants import INTENT
from rasa.shared.nlu.training_data.message import Message

from frontdesk.rasa_worker.classifier import PERSON
from frontdesk.rasa_worker.meaning.second import OUT, RANKING, SETTLED

REFUSED = frozenset({OUT, DEFAULT_NLU_FALLBACK_INTENT_NAME})
ANSWERS = frozenset({"affirm", "deny"})
LEFT_ALONE = SETTLED | {OUT, "greeting", "thanks", "goodbye"}


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class FallbackBeyond(FallbackClassifier):
    """As `FallbackClassifier`, with three settings more, each a share from 0 to 1.

    `answer` is the least a yes or a no must be sure of: an unsure one is none. `beyond` is the share of out of scope from which
    nothing is done on a guess, however likely another intent is: the best sign of what is beyond the bot (ADR 11). Requests for
    a person, answers to a question and courtesies are left alone by it. `person` is the share of a request for a person from
    which one is fetched where the message would be refused: of all that can be missed, that is the worst.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**FallbackClassifier.get_default_config(), "beyond": 0.3, "answer": 0.45, "person": 0.25}

    def process(self, messages: list[Message]) -> list[Message]:
        for message in super().process(messages):
            ranking = message.get(RANKING) or []
            wanted = next((one for one in ranking if one["name"] == PERSON), None)
            refused = (message.get(INTENT) or {}).get("name") in REFUSED
            if wanted is not None and refused and wanted["confidence"] >= self.component_config["person"]:
                message.set(INTENT, wanted, add_to_output=True)
                message.set(RANKING, [wanted, *(one for one in ranking if one is not wanted)], add_to_output=True)
        return messages

    def _should_fallback(self, message: Message) -> bool:
        guess = message.get(INTENT) or {}
        best = guess.get("name")
        if best in ANSWERS and guess["confidence"] < self.component_config["answer"]:
            return True
        beyond = next((one["confidence"] for one in message.get(RANKING) or [] if one["name"] == OUT), 0.0)
        if best not in LEFT_ALONE and beyond >= self.component_config["beyond"]:
            return True
        return bool(super()._should_fallback(message))
