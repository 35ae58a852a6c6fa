"""Puts the worker together: database, shop, tracker store, bot. Importing it brings in rasa and takes seconds."""

from pathlib import Path

from frontdesk.conversation.ports import Span
from frontdesk.rasa_worker.bot import Bot, load_bot
from frontdesk.rasa_worker.live_tracker import LiveTracker
from frontdesk.rasa_worker.shop import open_database, open_shop
from frontdesk.rasa_worker.tracker_store import SqlTrackerStore


def compose(model: Path, span: Span | None = None) -> Bot:
    """The bot of a model file, on the database of the environment; shop and conversations share its connections."""
    database = open_database()
    return load_bot(model, SqlTrackerStore(database=database, kind=LiveTracker), open_shop(database), span)
