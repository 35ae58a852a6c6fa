"""The optional sentence vectors through Rasa's own graph: trained, packed, loaded again, asked."""

from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rasa.core.agent import Agent
from rasa.engine.graph import ExecutionContext
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.model_training import train_nlu

from frontdesk.rasa_worker.meaning.encoder import WANTED, Encoder
from frontdesk.rasa_worker.meaning.vectors import SentenceVectors
from tests.conftest import missing

pytestmark = pytest.mark.rasa
CONFIG = """
recipe: default.v1
assistant_id: meaning
language: en
pipeline:
  - {{name: frontdesk.rasa_worker.tokenizer.MixedTokenizer, training: false}}
  - name: {vectors}
  - {{name: frontdesk.rasa_worker.classifier.PlainClassifier, copies: 0}}
  - {{name: frontdesk.rasa_worker.meaning.neighbours.NearestRows, share: 1.0, count: 1}}
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
        super().__init__({"embeddings.LayerNorm.weight": np.ones(26)}, None)

    def __call__(self, texts: Sequence[str]) -> Any:
        counts = np.array([[text.lower().count(chr(at)) for at in range(97, 123)] for text in texts], dtype=np.float32)
        return counts / np.linalg.norm(counts, axis=1, keepdims=True)


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=False)
class LetterVectors(SentenceVectors):
    """Needs no package."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LetterVectors":
        return cls(config, Letters())


async def understood(folder: Path, vectors: type[SentenceVectors], *texts: str) -> list[str]:
    """The intents that a bot of two intents, trained in this folder, finds in these texts."""
    (folder / "config.yml").write_text(CONFIG.format(vectors=f"{vectors.__module__}.{vectors.__qualname__}"), "utf-8")
    (folder / "nlu.yml").write_text(ROWS, encoding="utf-8")
    model = train_nlu(str(folder / "config.yml"), str(folder / "nlu.yml"), str(folder))
    assert model is not None
    agent = Agent.load(model)
    return [(await agent.parse_message(text))["intent"]["name"] for text in texts]


async def test_the_nearest_row_decides(tmp_path: Path) -> None:
    """With all weight on the neighbours letters in another order find their row; Chinese goes by its words."""
    found = await understood(
        tmp_path, LetterVectors, "moce ti lliw hwne", "yenom ym em evig kcab", "退款", "我的包裹呢"
    )
    assert found == ["order_status", "refund_request", "refund_request", "order_status"]


async def test_the_real_vectors_know_what_means_alike(tmp_path: Path) -> None:
    """Without a word of the training text."""
    if not all(map(find_spec, WANTED)):
        missing("the sentence vectors (uv sync --extra vectors)")
    assert await understood(tmp_path, SentenceVectors, "track the shipment", "reimburse me") == [
        "order_status",
        "refund_request",
    ]
