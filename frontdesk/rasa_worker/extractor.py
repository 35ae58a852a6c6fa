"""Rasa's entity extractor of this bot: adds what `entities.py` finds to what the patterns of `bot/nlu/` found."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from frontdesk.rasa_worker.entities import entities
from frontdesk.rasa_worker.reading.found import Found

WHOLE = frozenset({"phone", "email", "amount", "tracking_number"})


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class NumberReader(GraphComponent, EntityExtractorMixin):
    """What the patterns found and reading confirms stays theirs: nothing comes twice."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "NumberReader":
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT) or ""
            if not text.startswith("/"):
                message.set(ENTITIES, self._found(text, message.get(ENTITIES, [])), add_to_output=True)
        return messages

    def _found(self, text: str, before: list[dict[str, Any]]) -> list[dict[str, Any]]:
        read = entities(text)
        known = {(f.kind, f.value) for f in read}
        kept = [e for e in before if (e["entity"], str(e["value"])) in known or not _judged(e, read)]
        told = {(e["entity"], str(e["value"])) for e in kept}
        new = [f for f in read if (f.kind, f.value) not in told]
        return kept + [
            {"entity": f.kind, "value": f.value, "start": 0, "end": len(text), "extractor": "NumberReader"} for f in new
        ]


def _judged(entity: dict[str, Any], read: tuple[Found, ...]) -> bool:
    """Whether reading decides: bare digits may be a postcode or a price, and "ORD-55821" is no order 55821."""
    value = str(entity["value"])
    if entity["entity"] == "order_number" and value.isdigit():
        return True
    return any(value in f.value for f in read if f.kind in WHOLE or not f.value.isdigit())
