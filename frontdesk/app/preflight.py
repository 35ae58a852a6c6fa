"""Whether the house can start here: port, data folder and flows, before anything is opened. Opens nothing that stays."""

import socket
import tempfile
from pathlib import Path

from frontdesk.app.settings import Settings
from frontdesk.core.errors import FrontdeskError


class CannotStart(FrontdeskError):
    """Something of this machine is in the way; the message says what, and what to change."""


def ready_to_start(settings: Settings) -> None:
    """Raises CannotStart with a sentence for the first thing that is in the way."""
    _flows(settings.flows_dir)
    _data(settings.data_dir)
    _port(settings.host, settings.port)


def _flows(folder: Path) -> None:
    if not folder.is_dir():
        raise CannotStart(f"FLOWS_DIR names '{folder}', and there is no such folder; give the folder of the flows.")


def _data(folder: Path) -> None:
    """Keys and the embedded database are written there; a folder that can only be read is found out at once."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotStart(
            f"Nothing can be written in '{folder}' ({error.strerror}); give another folder as DATA_DIR, or its rights."
        ) from error


def _port(host: str, port: int) -> None:
    """Tried as the server will do it: a port just left by another server counts as free."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CannotStart(
            f"Nothing can listen at {host}, port {port} ({error.strerror}). If another Frontdesk runs there, stop it; "
            f"or choose another with PORT={port + 1 if port < 65535 else 8080} or HOST."
        ) from error
