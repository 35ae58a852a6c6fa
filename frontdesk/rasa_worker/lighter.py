"""Called before rasa is imported, it makes rasa load in a fraction of the time and the memory. Imports no rasa until then.

The stock `rasa` commands know nothing of it. For one version of Rasa; any other one is loaded as it comes.
"""

import os
import sys
from collections.abc import Collection
from importlib.metadata import version
from typing import Any

from frontdesk.rasa_worker.left_out import PutOff, WithoutTensorFlow
from frontdesk.rasa_worker.needs import needs_tensorflow

VERSION = "3.6.21"


def lighten(components: Collection[str]) -> None:
    """Prepares this process for a bot of these components (`needs.of_config`, `needs.of_model`); once Rasa is there, nothing.

    TensorFlow is left out unless one of them needs it or is not known. What else is left out comes when it is asked for.
    """
    # pypinyin's 40 MB of phrases: `sounds.py` asks for one character at a time, and none of them is one
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    if "rasa" in sys.modules or version("rasa") != VERSION:
        return
    _not_to_be_imported("portalocker.redis")  # locks in Redis, which Rasa never takes; portalocker goes on without
    sys.meta_path.insert(0, PutOff())
    if needs_tensorflow(components):
        _quicken_tensorflow()
    else:
        sys.meta_path.insert(0, WithoutTensorFlow())


def _quicken_tensorflow() -> None:
    _not_to_be_imported("jax")  # a converter nobody here uses looks for it; TensorFlow goes on without
    import skops.io  # noqa: F401, PLC0415  # after TensorFlow it would look through all of TensorFlow for types


def _not_to_be_imported(name: str) -> None:
    modules: dict[str, Any] = sys.modules  # None is Python's own mark for this
    modules.setdefault(name, None)
