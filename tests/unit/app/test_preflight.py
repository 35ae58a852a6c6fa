"""What is in the way of a start is said in a sentence, before anything is opened."""

import socket
from pathlib import Path

import pytest

from frontdesk.app.preflight import CannotStart, ready_to_start
from frontdesk.app.settings import Settings
from tests.servers import free_port

FLOWS = Path(__file__).parents[3] / "ivr_flows"


def settings(tmp_path: Path, **changed: object) -> Settings:
    given = {"port": free_port(), "data_dir": tmp_path / "var", "flows_dir": FLOWS, **changed}
    return Settings(**given)  # type: ignore[arg-type]


def test_a_fresh_folder_and_a_free_port_will_do(tmp_path: Path) -> None:
    """The data folder is made; nothing is left in it."""
    ready_to_start(settings(tmp_path))
    assert list((tmp_path / "var").iterdir()) == []


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    """Another server there: the message has the port and the setting that changes it."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(CannotStart, match=rf"port {port}.*PORT="):
            ready_to_start(settings(tmp_path, port=port))


def test_an_address_of_another_machine_is_named(tmp_path: Path) -> None:
    """HOST must be an address of this machine."""
    with pytest.raises(CannotStart, match=r"192\.0\.2\.1.*HOST"):
        ready_to_start(settings(tmp_path, host="192.0.2.1"))


def test_a_data_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A file where the folder should be is as bad as no rights."""
    (tmp_path / "var").write_text("")
    with pytest.raises(CannotStart, match="DATA_DIR"):
        ready_to_start(settings(tmp_path))


def test_missing_flows_are_named(tmp_path: Path) -> None:
    """The folder is told, not only that something was not found."""
    with pytest.raises(CannotStart, match="FLOWS_DIR names"):
        ready_to_start(settings(tmp_path, flows_dir=tmp_path / "none"))
