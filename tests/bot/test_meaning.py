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
            asked.extend(m.get(TEXT) for m in messages if self._weights(m)[0])
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


def test_what_sounds_like_asking_about_goods_is_always_put_to_it() -> None:
    """However sure the classifier is, and with a weight of its own if it is beyond us; other intents only where it hesitates."""
    settings = {**SecondOpinion.get_default_config(), "share": 0.3, "doubt": 0.7, "beyond": {"product_question": 0.5}}
    second = OpinionOfLetters(settings, cast(Any, None), cast(Any, None))

    def weights(name: str, sure: float, text: str = "how long does blood take to go round") -> tuple[float, float]:
        return second._weights(Message({TEXT: text, INTENT: {"name": name, "confidence": sure}}))

    assert (weights("product_question", 0.99), weights("product_question", 0.4)) == ((0.0, 0.5), (0.3, 0.5))
    assert (weights("return_item", 0.99), weights("return_item", 0.4)) == ((0.0, 0.0), (0.3, 0.3))
    assert weights("product_question", 0.99, "12345") == (0.0, 0.0)


@pytest.mark.parametrize(
    ("opinion", "understood_as"), [("out_of_scope", "out_of_scope"), ("refund_request", "product_question")]
)
def test_an_opinion_on_what_is_sure_counts_only_if_it_is_beyond_us(opinion: str, understood_as: str) -> None:
    """What is surely about goods is not made another request of the shop's."""

    class Of:
        def opinion(self, vector: object) -> dict[str, float]:
            return {"product_question": 0.01, opinion: 0.99}

    settings = {**SecondOpinion.get_default_config(), "beyond": {"product_question": 0.9}}
    second = OpinionOfLetters(settings, cast(Any, None), cast(Any, None))
    second._head = cast(Any, Of())
    sure = [{"name": "product_question", "confidence": 0.9}, {"name": opinion, "confidence": 0.05}]
    message = Message({TEXT: "what is the venus of milo made of", INTENT: sure[0], "intent_ranking": sure})
    second.process([message])
    assert message.get(INTENT)["name"] == understood_as


@pytest.mark.parametrize(
    ("ranking", "understood_as"),
    [
        ({"out_of_scope": 0.66, "human_agent": 0.3}, "human_agent"),
        ({"deny": 0.41, "human_agent": 0.27}, "human_agent"),
        ({"deny": 0.41, "human_agent": 0.2}, "nlu_fallback"),
        ({"contact_hours": 0.6, "human_agent": 0.3}, "contact_hours"),
        ({"affirm": 0.5, "human_agent": 0.33}, "affirm"),
    ],
)
def test_who_may_want_a_person_is_not_refused(ranking: dict[str, float], understood_as: str) -> None:
    """Missing such a request is the worst error; where something is understood, that is done."""
    told = [{"name": name, "confidence": share} for name, share in ranking.items()]
    message = Message({TEXT: "words", INTENT: told[0], "intent_ranking": told})
    FallbackBeyond({**FallbackBeyond.get_default_config(), "threshold": 0.26, "ambiguity_threshold": 0.01}).process(
        [message]
    )
    assert message.get(INTENT)["name"] == message.get("intent_ranking")[0]["name"] == understood_as


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
