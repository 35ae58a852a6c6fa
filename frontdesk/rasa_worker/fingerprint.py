"""What a model is made of, as one short name: the same inputs never train twice. Imports no rasa."""

import hashlib
import os
import platform
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

CONTENT = ("domain", "nlu", "rules", "stories")
COMPONENTS = (
    "blend.py",
    "classifier.py",
    "features.py",
    "importer.py",
    "meaning/encoder.py",
    "meaning/head.py",
    "meaning/second.py",
    "meaning/vectors.py",
    "noise.py",
    "pieces.py",
    "plain.py",
    "sounds.py",
    "teach.py",
    "tokenizer.py",
)
LENGTH = 16


def inputs(root: Path) -> Iterator[Path]:
    """Every file that shapes what is learnt, in a fixed order; the bot's tests do not, nor what only reads."""
    yield root / "config.yml"
    for room in CONTENT:
        yield from sorted((root / "bot" / room).rglob("*.yml"))
    for component in COMPONENTS:
        yield Path(__file__).parent / component


def fingerprint(root: Path) -> str:
    """The name of the model that `root` trains with this Rasa."""
    digest = hashlib.sha256()
    digest.update(f"rasa {version('rasa')} python {platform.python_version_tuple()[:2]}".encode())
    for path in inputs(root):
        name = path.relative_to(root) if path.is_relative_to(root) else Path(path.name)
        digest.update(f"\0{name.as_posix()}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:LENGTH]


def model_path(root: Path, models: Path) -> Path:
    """Where the model of these inputs is kept."""
    return models / f"{fingerprint(root)}.tar.gz"


def default_models() -> Path:
    """The folder of models: in DATA_DIR, as the front desk has it."""
    return Path(os.environ.get("DATA_DIR") or "var") / "models"
