"""Opens the shop the bot's actions ask, from the environment: SHOP_URL and the like, DATABASE_URL, TIME_ZONE. Imports no rasa."""

import os
import time
from pathlib import Path
from zoneinfo import ZoneInfo

from actions.shop import Shop
from frontdesk.adapters import chosen_shop
from frontdesk.adapters.chosen_shop import ShopChoice
from frontdesk.adapters.http_shop.auth import Secrets
from frontdesk.adapters.sql.database import Database

DEFAULT_DATABASE = "sqlite:///var/frontdesk.db"


def open_database() -> Database:
    """The database of DATABASE_URL; default the one `frontdesk up` makes in var/."""
    return Database(os.environ.get("DATABASE_URL") or DEFAULT_DATABASE)


def open_shop(database: Database | None = None) -> Shop:
    """The shop of SHOP_URL, else the demo shop, which the front desk creates and fills."""
    zone = ZoneInfo(os.environ.get("TIME_ZONE") or "UTC")
    choice = ShopChoice(
        url=os.environ.get("SHOP_URL", ""),
        mapping=os.environ.get("SHOP_MAPPING") or "plain",
        secrets=Secrets(key=os.environ.get("SHOP_KEY", ""), secret=os.environ.get("SHOP_SECRET", "")),
        tries_key=os.environ.get("TRIES_KEY", "").encode() or chosen_shop.tries_key(_house_secret()),
    )
    opened = chosen_shop.open_shop(choice, database or open_database(), time.time, zone)  # noqa: TID251  # a composition root
    return opened.shop  # its connections live as long as the process


def _house_secret() -> bytes:
    """SECRET_KEY, or what the front desk keeps in DATA_DIR: a worker started by hand counts the same tries."""
    kept = Path(os.environ.get("DATA_DIR") or "var") / "secret-key"
    given = os.environ.get("SECRET_KEY") or (kept.read_text(encoding="ascii").strip() if kept.is_file() else "")
    return given.encode()
