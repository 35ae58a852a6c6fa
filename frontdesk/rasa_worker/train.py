"""Trains the bot when its inputs changed: `python -m frontdesk.rasa_worker.train`. Progress is JSON lines on stdout."""

import argparse
import contextlib
import fcntl
import gzip
import json
import logging
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import time
import warnings
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from frontdesk.core.errors import FrontdeskError
from frontdesk.rasa_worker.fingerprint import CONTENT, default_models, model_path
from frontdesk.rasa_worker.lighter import lighten
from frontdesk.rasa_worker.needs import of_config

KEPT_MODELS = 3
Report = Callable[..., None]


class TrainingFailed(FrontdeskError):
    """Rasa could not train; its own words are on stderr. `rasa data validate --domain bot/domain --data bot` says more."""


def ensure_model(root: Path, models: Path, report: Report, *, force: bool = False) -> Path:
    """The model of these inputs, trained if it is not there yet. Two processes at once train it once."""
    models.mkdir(parents=True, exist_ok=True)
    model = model_path(root, models)
    with _alone(models / ".lock"):
        whole = is_whole(model)
        if whole and not force:
            report("ready", text="the bot is trained already", model=str(model), trained=False)
            return model
        report("train", text=f"training the bot: {_why(model, whole)}; this takes a minute or two")
        started = time.perf_counter()
        _train(root, model, report)
        seconds = round(time.perf_counter() - started, 1)
        report("ready", text=f"the bot is trained ({seconds} s)", model=str(model), trained=True, seconds=seconds)
        _forget_old(models)
    return model


def is_whole(model: Path) -> bool:
    """Whether the archive is there and can be read to its end: a full disk or a broken copy leaves half of one."""
    try:
        with gzip.open(model) as packed:
            size = sum(map(len, iter(lambda: packed.read(1 << 20), b"")))
    except (OSError, EOFError, zlib.error):
        return False
    return size > 0


def _why(model: Path, whole: bool) -> str:
    if whole:
        return "as you asked"
    if model.exists():
        return "its model is damaged"
    return "its words or rules have changed" if any(model.parent.glob("*.tar.gz")) else "it has no model yet"


@contextlib.contextmanager
def _alone(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def _train(root: Path, model: Path, report: Report) -> None:
    """Into a folder of its own, then moved into place: a model is there whole or not at all."""
    folder = Path(tempfile.mkdtemp(prefix=".training-", dir=model.parent))
    try:
        with contextlib.redirect_stdout(sys.stderr):
            trained = _run_rasa(root, folder, report)
        if trained is None:
            raise TrainingFailed("Rasa trained no model; see its words above and check config.yml and bot/.")
        os.replace(trained, model)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run_rasa(root: Path, folder: Path, report: Report) -> str | None:
    os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["RASA_CACHE_DIRECTORY"] = str(folder / "cache")
    warnings.simplefilter("ignore")
    report("train", text="training the bot: loading Rasa")
    lighten(of_config(root / "config.yml"))
    from rasa.model_training import train  # noqa: PLC0415  # seconds, only when there is need

    _listen_to_rasa(report)
    result = train(
        domain=str(root / "bot" / "domain"),
        config=str(root / "config.yml"),
        training_files=[str(root / "bot" / room) for room in CONTENT],
        output=str(folder),
        fixed_model_name=model_name(folder),
        force_training=True,
    )
    return result.model if result.code == 0 else None


def model_name(folder: Path) -> str:
    """Any name will do within a folder of its own."""
    return folder.name.lstrip(".")


def _listen_to_rasa(report: Report) -> None:
    """Rasa logs each component it trains; those lines become progress."""
    source = logging.getLogger("rasa.engine.training.hooks")
    source.setLevel(logging.INFO)
    source.propagate = False
    source.addHandler(_Progress(report))


class _Progress(logging.Handler):
    def __init__(self, report: Report) -> None:
        super().__init__(logging.INFO)
        self._report = report

    def emit(self, record: logging.LogRecord) -> None:
        words = record.getMessage().split("'")
        if len(words) > 1 and words[0].startswith("Starting"):
            self._report("train", text=f"training the bot: {words[1]}", part=words[1])


def _forget_old(models: Path) -> None:
    kept = sorted(models.glob("*.tar.gz"), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in kept[KEPT_MODELS:]:
        old.unlink(missing_ok=True)


def reporter(write: Callable[[str], Any]) -> Report:
    """Progress as one JSON line each: `{"step": "train", "text": "…"}`; `text` is for people."""

    def report(step: str, **details: Any) -> None:
        write(json.dumps({"step": step, **details}) + "\n")

    return report


def stop_whole() -> None:
    """From here on SIGTERM leaves no process behind that learns for us, and no half of a training on the disk.

    Python runs a handler in the main thread only, and a signal that comes just before that thread waits for a learner does
    not wake it. So a thread of its own hears of the signal too (`signal.set_wakeup_fd`) and ends the learners: then there
    is nothing left to wait for.
    """

    def stop(*_: object) -> None:
        _end_learners()
        sys.exit(128 + signal.SIGTERM)

    heard, tell = os.pipe()
    os.set_blocking(tell, False)
    signal.signal(signal.SIGTERM, stop)
    signal.set_wakeup_fd(tell, warn_on_full_buffer=False)
    threading.Thread(target=_end_learners_at, args=(heard,), name="told to stop", daemon=True).start()


def _end_learners_at(heard: int) -> None:
    while os.read(heard, 1):
        _end_learners()


def _end_learners() -> None:
    for learner in multiprocessing.active_children():
        learner.kill()


def main() -> int:
    stop_whole()
    parser = argparse.ArgumentParser(prog="python -m frontdesk.rasa_worker.train", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="folder with config.yml and bot/")
    parser.add_argument("--models", type=Path, default=default_models(), help="where models are kept")
    parser.add_argument("--force", action="store_true", help="train even when nothing changed")
    given = parser.parse_args()
    stdout = sys.stdout

    def write(line: str) -> None:
        stdout.write(line)
        stdout.flush()

    report = reporter(write)
    try:
        ensure_model(given.root.resolve(), given.models.resolve(), report, force=given.force)
    except TrainingFailed as error:
        report("failed", text=str(error))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
