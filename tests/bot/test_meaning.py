"""The second opinion and the sentence vectors through Rasa's own graph: trained, packed, loaded again, asked."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from rasa.core.agent import Agent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.model_training import train_nlu
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message

from frontdesk.rasa_worker.meaning.encoder import Encoder
from frontdesk.rasa_worker.meaning.second import SecondOpinion
from frontdesk.rasa_worker.meaning.vectors import SentenceVectors
from frontdesk.rasa_worker.refusing import FallbackBeyond

pytestmark = pytest.mark.rasa
CONFIG = """
recipe: default.v1
assistant_id: meaning
language: en
pipeline:
  - {{name: frontdesk.rasa_worker.tokenizer.MixedTokenizer, training: false}}
  - {{name: frontdesk.rasa_worker.classifier.PlainClassifier, copies: 0}}
  - {{name: {second}, share: 1.0, doubt: 1.0}}
"""
ROWS = """
version: "3.1"
nlu:
  - intent: order_status
    examples: |
      - where is my parcel
      - when will it come
      - 我的包裹在哪
      - 包裹到哪了
  - intent: refund_request
    examples: |
      - give me my money back
      - i want to be paid back
      - 我要退款
      - 退款给我
"""


class Letters(Encoder):
    """A sentence means how often each letter stands in it."""

    def __init__(self) -> None:
        """No model to load."""

    def __call__(self, texts: Sequence[str]) -> Any:
        counts = np.array([[text.lower().count(chr(at)) for at in range(97, 123)] for text in texts], dtype=np.float32)
        return counts / np.maximum(np.linalg.norm(counts, axis=1, keepdims=True), 1)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class OpinionOfLetters(SecondOpinion):
    """Knows no language."""

    @staticmethod
    def encoder() -> Encoder:
        return Letters()


async def understood(folder: Path, second: type[SecondOpinion], *texts: str) -> list[str]:
    """The intents that a bot of two intents, trained in this folder, finds in these texts."""
    (folder / "config.yml").write_text(CONFIG.format(second=f"{second.__module__}.{second.__qualname__}"), "utf-8")
    (folder / "nlu.yml").write_text(ROWS, encoding="utf-8")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    assert model is not None
    agent = Agent.load(model)
    return [(await agent.parse_message(text))["intent"]["name"] for text in texts]


async def test_what_is_meant_decides_where_the_classifier_hesitates(tmp_path: Path) -> None:
    """With all weight on the meaning letters in another order find their intent."""
    found = await understood(tmp_path, OpinionOfLetters, "moce ti lliw hwne", "yenom ym em evig kcab")
    assert found == ["order_status", "refund_request"]


def test_nobody_is_talked_out_of_a_person() -> None:
    """Whatever it means: what the classifier takes for a request for a person stays one, however unsure; so does an answer to a
    question; what nobody can read is left to be asked back."""
    asked = []

    class Asked(OpinionOfLetters):
        def process(self, messages: list[Message]) -> list[Message]:
            asked.extend(m.get(TEXT) for m in messages if self._asked(m))
            return messages

    second = Asked({**SecondOpinion.get_default_config()}, cast(Any, None), cast(Any, None))
    guesses = [
        ("a", "human_agent", 0.4),
        ("b", "refund_request", 0.4),
        ("c", "refund_request", 0.8),
        ("1", "refund_request", 0.4),
        ("zxq vkw", "out_of_scope", 0.14),
        ("i don't have it", "inform", 0.57),
        ("no i don't", "deny", 0.57),
    ]
    second.process([Message({TEXT: t, INTENT: {"name": name, "confidence": sure}}) for t, name, sure in guesses])
    assert asked == ["b"]


@pytest.mark.parametrize(
    ("ranking", "asked_back"),
    [
        ({"return_item": 0.6, "out_of_scope": 0.31}, True),
        ({"return_item": 0.6, "out_of_scope": 0.2}, False),
        ({"out_of_scope": 0.6, "return_item": 0.3}, False),
        ({"human_agent": 0.5, "out_of_scope": 0.45}, False),
        ({"deny": 0.5, "out_of_scope": 0.4}, False),
        ({"affirm": 0.4, "cancel_order": 0.2}, True),
        ({"return_item": 0.25, "invoice": 0.2}, True),
        ({"return_item": 0.41, "invoice": 0.4}, True),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, dict) else str(value),
)
def test_what_may_well_be_beyond_the_bot_is_asked_back(ranking: dict[str, float], asked_back: bool) -> None:
    """A request with a likely nothing-of-ours beside it is no more than a guess; a person and an answer are not held up."""
    told = [{"name": name, "confidence": share} for name, share in ranking.items()]
    message = Message({TEXT: "words", INTENT: told[0], "intent_ranking": told})
    settings = {"threshold": 0.3, "ambiguity_threshold": 0.02, "beyond": 0.28, "answer": 0.45}
    FallbackBeyond(settings).process([message])
    assert (message.get(INTENT)["name"] == "nlu_fallback") is asked_back


async def test_the_real_vectors_know_what_means_alike(tmp_path: Path) -> None:
    """Without a word of the training text."""
    found = await understood(
        tmp_path, SecondOpinion, "track the shipment", "reimburse me", "快递送到什么地方了", "把付的钱还我"
    )
    assert found == ["order_status", "refund_request"] * 2


async def test_the_vectors_are_a_feature_for_other_classifiers() -> None:
    """Each message with a word gets one dense feature, buttons and digits none."""
    messages = [Message({TEXT: text}) for text in ("where is my parcel", "包裹在哪", "/affirm", "10023")]
    SentenceVectors({"alias": "SentenceVectors"}, Letters()).process(messages)
    assert [[f.features.shape for f in message.features] for message in messages] == [[(1, 26)], [(1, 26)], [], []]
