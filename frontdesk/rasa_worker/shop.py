"""Opens the shop the bot's actions ask, from the environment: DATABASE_URL, TIME_ZONE. Imports no rasa."""

import os
import time
from zoneinfo import ZoneInfo

from actions.shop import Shop
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import sql_shop

DEFAULT_DATABASE = "sqlite:///var/frontdesk.db"


def open_database() -> Database:
    """The database of DATABASE_URL; default the one `frontdesk up` makes in var/."""
    return Database(os.environ.get("DATABASE_URL") or DEFAULT_DATABASE)


def open_shop(database: Database | None = None) -> Shop:
    """The demo shop; the front desk creates and fills it."""
    zone = ZoneInfo(os.environ.get("TIME_ZONE") or "UTC")
    return sql_shop(database or open_database(), time.time, zone)  # noqa: TID251  # a composition root hands in the clock
