"""Imported before rasa, it makes rasa load in a fraction of the time. Changes nothing rasa does."""

import sys
from typing import Any

# TensorFlow looks for jax for a converter nobody here uses, and goes on without it.
_modules: dict[str, Any] = sys.modules  # None is Python's own mark for "not to be imported"
_modules.setdefault("jax", None)

import skops.io  # noqa: E402, F401  # after TensorFlow it would look through all of TensorFlow for types
