"""When the bot is trained: not without need, and again when its model can't be read. Rasa itself is tried in tests/bot."""

import gzip
from pathlib import Path

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
