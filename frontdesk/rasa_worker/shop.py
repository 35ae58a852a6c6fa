"""Opens the shop the bot's actions ask, from the environment: SHOP_URL and the like, DATABASE_URL, TIME_ZONE. Imports no rasa."""

import os
import time
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
    )
    opened = chosen_shop.open_shop(choice, database or open_database(), time.time, zone)  # noqa: TID251  # a composition root
    return opened.shop  # its connections live as long as the process
