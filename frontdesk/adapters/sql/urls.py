"""`DATABASE_URL` as people write it, turned into what the drivers take. Knows addresses only, opens nothing."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from frontdesk.core.errors import FrontdeskError

EXAMPLES = "sqlite:///var/frontdesk.db or postgresql://user:password@host:5432/frontdesk"
_SQLITE = frozenset({"sqlite", "sqlite+aiosqlite"})
_POSTGRES = frozenset({"postgres", "postgresql", "postgresql+asyncpg"})
_POSTGRES_OPTIONS = frozenset({"ssl", "host", "port", "prepared_statement_cache_size"})


class WrongDatabaseUrl(FrontdeskError):
    """DATABASE_URL is not one Frontdesk can use; the message says what is right."""


def async_url(text: str) -> URL:
    """The address for the async driver (aiosqlite or asyncpg); anything else is a WrongDatabaseUrl."""
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError) as error:
        raise WrongDatabaseUrl(f"DATABASE_URL is not a database address; write it like {EXAMPLES}.") from error
    if url.drivername in _SQLITE:
        return _sqlite(url)
    if url.drivername in _POSTGRES:
        return _postgres(url)
    raise WrongDatabaseUrl(
        f"DATABASE_URL names {url.drivername!r}, which Frontdesk cannot use; write it like {EXAMPLES}."
    )


def _sqlite(url: URL) -> URL:
    if url.host:
        raise WrongDatabaseUrl(
            "DATABASE_URL for SQLite needs three slashes before the path: sqlite:///var/frontdesk.db."
        )
    if not url.database or url.database == ":memory:" or url.query:
        raise WrongDatabaseUrl("DATABASE_URL for SQLite must name a file and nothing more: sqlite:///var/frontdesk.db.")
    return url.set(drivername="sqlite+aiosqlite")


def _postgres(url: URL) -> URL:
    options = dict(url.query)
    if "sslmode" in options:  # libpq's name; asyncpg calls it ssl and takes the same values
        options["ssl"] = options.pop("sslmode")
    unknown = sorted(set(options) - _POSTGRES_OPTIONS)
    if unknown:
        raise WrongDatabaseUrl(
            f"DATABASE_URL has the option {unknown[0]!r}, which is not known; leave it out (sslmode is)."
        )
    if not url.database:
        raise WrongDatabaseUrl(f"DATABASE_URL names no database; write it like {EXAMPLES}.")
    return url.set(drivername="postgresql+asyncpg", query=options)
