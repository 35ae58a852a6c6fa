"""The database's troubles as sentences that say what to do. Knows the drivers' errors, no table and no connection."""

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from frontdesk.core.errors import FrontdeskError, StoreDown

DISK_FULL = "The disk of the database is full; free some room. Nothing can be kept until then."
_AWAY = "The database did not answer; see that it runs, then try again."
_SQLITE = {
    "database or disk is full": DISK_FULL,
    "readonly database": "The database's file can only be read; give the right to write it and its folder.",
    "unable to open": "The database's file can't be opened; give the rights to it and its folder.",
    "disk i/o error": "The disk of the database fails; see its health, and that there is room on it.",
    "database is locked": "Another program holds the database's file; end it, then try again.",
}


class DatabaseDown(StoreDown):
    """The database did not answer or is busy; the turn was not kept, try it again."""


class DatabaseUnfit(FrontdeskError):
    """What DATABASE_URL names can't be used; the message says where it is, what it answered and what to change."""


def is_down(error: BaseException | None) -> bool:
    """Whether the database could not be reached or could not write, rather than refused what it was told."""
    if isinstance(error, DBAPIError):
        return error.connection_invalidated or type(error).__name__ in ("OperationalError", "InterfaceError")
    return isinstance(error, (OSError, PoolTimeout))


def down(error: BaseException) -> DatabaseDown:
    """What to tell of an error for which `is_down` holds."""
    said = str(getattr(error, "orig", "")).lower()
    return DatabaseDown(next((told for words, told in _SQLITE.items() if words in said), _AWAY))


def unfit(address: URL, error: BaseException) -> DatabaseUnfit:
    """Why nobody gets into the database at `address` at all; shows no password."""
    if address.get_backend_name() == "sqlite":
        if "not a database" in str(error) or "malformed" in str(error):
            told = "is damaged, or no SQLite database; restore a backup, or name another file"
        else:
            told = str(down(error)).removeprefix("The database's file ").rstrip(".")
        return DatabaseUnfit(f"The database's file {address.database} {told} (DATABASE_URL, or DATA_DIR without it).")
    where = f"{address.host or 'this machine'}, port {address.port or 5432}, database {address.database}"
    refused = str(getattr(error, "orig", "")).strip().rstrip(".") if isinstance(error, DBAPIError) else ""
    told = f"answers: {refused[:1].lower()}{refused[1:]}" if refused else "does not answer; see that it runs"
    return DatabaseUnfit(f"PostgreSQL ({where}) {told}. See DATABASE_URL.")
