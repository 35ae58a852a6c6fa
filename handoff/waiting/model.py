"""A learned model as a file: bytes with a version, so that it can be kept, shipped and rolled back. Knows no folders."""

import io
import json
from dataclasses import dataclass
from zipfile import BadZipFile

import numpy as np

from frontdesk.core.errors import FrontdeskError
from handoff.waiting import trees
from handoff.waiting.learned import Learned
from handoff.waiting.state import SEEN

VERSION = 1
ARRAYS = ("mean", "spread", "beta")
FOREST = ("feature", "cut", "leaf", "start")


class NotAModel(FrontdeskError):
    """These bytes are no model that this version can use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What a model was learned from. `queues`: names in the order of their numbers."""

    fitted_at: float
    rows: int
    queues: tuple[str, ...] = ()


def dump(model: Learned, about: About) -> bytes:
    """The same model gives the same bytes."""
    header = {
        "version": VERSION, "seen": SEEN, "levels": trees.LEVELS, "own": model.queues,
        "fitted_at": about.fitted_at, "rows": about.rows, "queues": about.queues,
    }  # fmt: skip
    arrays = {name: getattr(model, name) for name in ARRAYS} | {name: getattr(model.forest, name) for name in FOREST}
    into = io.BytesIO()
    np.savez(into, header=np.frombuffer(json.dumps(header).encode(), dtype=np.uint8), **arrays)
    return into.getvalue()


def load(data: bytes) -> tuple[Learned, About]:
    """The model and what it was learned from; NotAModel where it was made for other features."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as file:
            header = json.loads(bytes(file["header"]))
            arrays = {name: file[name] for name in (*ARRAYS, *FOREST)}
    except (ValueError, KeyError, OSError, EOFError, BadZipFile) as error:
        raise NotAModel("The file is no wait model; train a new one or take an older file.") from error
    if header["version"] != VERSION or tuple(header["seen"]) != SEEN or tuple(header["levels"]) != trees.LEVELS:
        raise NotAModel("The wait model was made by another version of Frontdesk; train a new one.")
    forest = trees.Trees(*(arrays[name] for name in FOREST))
    learned = Learned(header["own"], arrays["mean"], arrays["spread"], arrays["beta"], forest)
    return learned, About(fitted_at=header["fitted_at"], rows=header["rows"], queues=tuple(header["queues"]))
