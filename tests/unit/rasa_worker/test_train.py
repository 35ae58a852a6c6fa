"""When the bot is trained: not without need, and again when its model can't be read. Rasa itself is tried in tests/bot."""

import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from frontdesk.rasa_worker.train import is_whole


def test_half_a_model_is_none(tmp_path: Path) -> None:
    """A copy that broke off, a disk that was full: the worker could never load it, so it counts as not there."""
    whole = gzip.compress(bytes(range(256)) * 4000)
    (model := tmp_path / "m.tar.gz").write_bytes(whole)
    assert is_whole(model)
    model.write_bytes(whole[: len(whole) // 2])
    assert not is_whole(model)
    model.write_bytes(whole[:20] + b"\xff\xff\xff" + whole[23:])
    assert not is_whole(model)
    model.write_bytes(b"")
    assert not is_whole(model)
    assert not is_whole(tmp_path / "none.tar.gz")


_TWO_LEARN = """
import signal, sys, threading, time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import active_children, get_context
from pathlib import Path
from frontdesk.rasa_worker.train import stop_whole
stop_whole()
half = Path(sys.argv[1])
def taken_by_another_thread():
    time.sleep(0.5)
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)
try:
    half.touch()
    with ProcessPoolExecutor(2, get_context("spawn")) as learners:
        learning = [learners.submit(time.sleep, 60) for _ in range(2)]
        print(*(child.pid for child in active_children()), flush=True)
        if sys.argv[2] == "another thread":
            threading.Thread(target=taken_by_another_thread).start()
        learning[0].result()
finally:
    half.unlink()
"""


@pytest.mark.parametrize("heard_by", ["the main thread", "another thread"])
def test_a_training_told_to_stop_leaves_nothing_behind(tmp_path: Path, heard_by: str) -> None:
    """`frontdesk up` is ended while the bot learns: its learners would wait for ever for work that nobody has.

    A signal that another thread takes does not wake the main thread, which waits for its learners.
    """
    half = tmp_path / "half"
    command = [sys.executable, "-c", _TWO_LEARN, str(half), heard_by]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as training:
        assert training.stdout is not None
        learners = [int(pid) for pid in training.stdout.readline().split()]
        if heard_by == "the main thread":
            training.terminate()
        assert training.wait(10) != 0
    assert len(learners) == 2
    assert not half.exists()
    end = time.monotonic() + 5
    while any(map(_runs, learners)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not any(map(_runs, learners))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
