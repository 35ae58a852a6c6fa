"""What a house keeps beside the log of conversations: rows folded from it, files sent in chats, sounds of the flows."""

import secrets
import time
from zoneinfo import ZoneInfo

from frontdesk.adapters.audio.shelf import Shelf
from frontdesk.app.settings import Settings
from frontdesk.channels.files import Files
from frontdesk.record.contacts import Contacts
from frontdesk.record.ledger import Ledger

CONTACTS = Contacts()


def ledger_of(settings: Settings) -> Ledger:
    """The record's projection, by the house's days."""
    return Ledger(ZoneInfo(settings.time_zone), settings.time_zone)


def files_of(settings: Settings) -> Files:
    """What customers and agents send each other in chats."""
    return Files(settings.data_dir / "files", time.time, lambda: secrets.token_urlsafe(32))


def shelf_of(settings: Settings) -> Shelf:
    """Where the sounds of the flows are kept."""
    return Shelf(settings.data_dir / "audio")
