"""Chooses the stores, the bus and the lock by two settings, and fills what a new database needs."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from actions import Shop
from frontdesk.adapters.chosen_shop import ShopChoice, open_shop, tries_key
from frontdesk.adapters.http_shop.auth import Secrets
from frontdesk.adapters.http_shop.client import ShopClient
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.sql.agents import SqlAgentStore
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.flows import SqlFlowStore
from frontdesk.adapters.sql.incidents import SqlIncidents
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.marks import SqlMarkStore
from frontdesk.adapters.sql.migrate import upgrade_async
from frontdesk.adapters.sql.outgoing import SqlOutgoingLog
from frontdesk.adapters.sql.people import SqlAccountStore, SqlAuditLog, SqlLoginStore, SqlTryStore
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.adapters.sql.shop_filling import create_and_fill, create_tables
from frontdesk.adapters.sql.tickets import SqlTicketQueue
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.conversation.ports import Bus, SessionLock
from frontdesk.people.people import People
from handoff.ports import Agent, Role

if TYPE_CHECKING:
    from frontdesk.adapters.redis.bus import RedisBus
    from frontdesk.adapters.redis.lock import RedisLock

Clock = Callable[[], float]
DEMO_PASSWORD = "frontdesk"  # noqa: S105 - the published password of the demo, only while nobody else can reach it
PEOPLE: tuple[tuple[str, str, Role, tuple[str, ...]], ...] = (
    ("amy", "Amy Chen", "agent", ("en", "zh")),
    ("wei", "Wei Zhang", "agent", ("zh",)),
    ("olivia", "Olivia Park", "owner", ("en",)),
    ("sam", "Sam Reed", "supervisor", ("en", "zh")),
    ("ada", "Ada Moss", "admin", ("en", "zh")),
)
SHIPPED = frozenset(person[0] for person in PEOPLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """Everything that keeps something. `relay` is the bus between processes, to be run beside everything else, `shared_lock`
    the lock between them."""

    database: Database
    sessions: SqlSessionStore
    tickets: SqlTicketQueue
    agents: SqlAgentStore
    accounts: SqlAccountStore
    logins: SqlLoginStore
    tries: SqlTryStore
    audit: SqlAuditLog
    marks: SqlMarkStore
    incidents: SqlIncidents
    log: SqlLogReader
    projections: SqlProjectionStore
    shop: Shop
    flows: SqlFlowStore
    outgoing: SqlOutgoingLog
    bus: Bus
    lock: SessionLock
    relay: "RedisBus | None" = None
    shared_lock: "RedisLock | None" = None
    shop_client: ShopClient | None = None

    async def close(self) -> None:
        if self.shared_lock is not None:
            await self.shared_lock.aclose()
        if self.shop_client is not None:
            await self.shop_client.close()
        await self.database.close()


async def open_stores(settings: Settings, clock: Clock) -> Stores:
    """Bring the database up to date and open everything on it."""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    await upgrade_async(settings.database)
    database = Database(settings.database)
    zone = ZoneInfo(settings.time_zone)
    if settings.shop_url:
        await create_tables(database)
    else:
        await create_and_fill(database, datetime.fromtimestamp(clock(), zone).date())
    shop = open_shop(shop_choice(settings), database, clock, zone)
    relay, shared_lock = _between_processes(settings)
    return Stores(
        database=database,
        sessions=SqlSessionStore(database),
        tickets=SqlTicketQueue(database),
        agents=SqlAgentStore(database),
        accounts=SqlAccountStore(database),
        logins=SqlLoginStore(database, clock),
        tries=SqlTryStore(database),
        audit=SqlAuditLog(database),
        marks=SqlMarkStore(database, clock),
        incidents=SqlIncidents(database),
        log=SqlLogReader(database),
        projections=SqlProjectionStore(database),
        shop=shop.shop,
        shop_client=shop.client,
        flows=SqlFlowStore(database),
        outgoing=SqlOutgoingLog(database),
        bus=relay or LocalBus(),
        lock=shared_lock or LocalLock(),
        relay=relay,
        shared_lock=shared_lock,
    )


def shop_choice(settings: Settings) -> ShopChoice:
    """The shop of the settings."""
    secrets_of_shop = Secrets(key=settings.shop_key.get_secret_value(), secret=settings.shop_secret.get_secret_value())
    return ShopChoice(
        url=settings.shop_url,
        mapping=settings.shop_mapping,
        secrets=secrets_of_shop,
        tries_key=tries_key(house_secret(settings)),
    )


def new_hasher() -> PasswordHasher:
    """argon2id, with the least work OWASP advises."""
    return PasswordHasher(time_cost=2, memory_cost=19456, parallelism=1)


def people_of(stores: Stores, hasher: PasswordHasher, clock: Clock) -> People:
    """The people of a house, on its stores."""
    return People(
        agents=stores.agents,
        accounts=stores.accounts,
        logins=stores.logins,
        audit=stores.audit,
        clock=clock,
        hashed=hasher.hash,
    )


def _between_processes(settings: Settings) -> "tuple[RedisBus, RedisLock] | tuple[None, None]":
    """Bus and lock by Redis, where the settings name one; its client is loaded only then, which a start is the faster for."""
    if not settings.bus_url:
        return None, None
    from frontdesk.adapters.redis.bus import RedisBus  # noqa: PLC0415 - only with a bus between processes
    from frontdesk.adapters.redis.lock import RedisLock  # noqa: PLC0415 - only with a bus between processes

    bus = RedisBus(settings.bus_url, origin=secrets.token_hex(8))
    return bus, RedisLock(settings.bus_url, new_token=lambda: secrets.token_hex(16))


async def first_people(stores: Stores, settings: Settings, hasher: PasswordHasher) -> str | None:
    """Make the first accounts in an empty house; returns their password when nobody knows it yet.

    A house that was tried with the published password gets another one as soon as others can reach it.
    """
    people = await stores.agents.agents()
    if people and settings.local:
        return None
    chosen = settings.admin_password.get_secret_value()
    password = chosen or (DEMO_PASSWORD if settings.local else secrets.token_urlsafe(12))
    shipped = [one for one in people if one.id in SHIPPED]  # nobody else can have it: `passwords.fit` refuses it
    changed = [replace(one, password_hash=hasher.hash(password)) for one in shipped if _published(one, hasher)]
    for person in changed if people else _first(hasher, password):
        await stores.agents.save(person)
    return None if chosen or (people and not changed) else password


def _first(hasher: PasswordHasher, password: str) -> list[Agent]:
    return [
        Agent(id=name, name=shown, role=role, langs=langs, phone=f"client:{name}", password_hash=hasher.hash(password))
        for name, shown, role, langs in PEOPLE
    ]


def _published(person: Agent, hasher: PasswordHasher) -> bool:
    """Whether anybody who read the documentation can log in as this person."""
    try:
        return hasher.verify(person.password_hash, DEMO_PASSWORD)
    except (VerificationError, InvalidHashError):
        return False
