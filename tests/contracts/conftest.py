"""The stores on every backend: a contract test asks for `stores` and runs on memory, SQLite and real PostgreSQL."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.flows import MemoryFlowStore
from frontdesk.adapters.memory.incidents import MemoryIncidents
from frontdesk.adapters.memory.log import MemoryLogReader
from frontdesk.adapters.memory.marks import MemoryMarkStore
from frontdesk.adapters.memory.outgoing import MemoryOutgoingLog
from frontdesk.adapters.memory.people import MemoryAccountStore, MemoryAuditLog, MemoryLoginStore, MemoryTryStore
from frontdesk.adapters.memory.projections import MemoryProjectionStore
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.adapters.sql.agents import SqlAgentStore
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.flows import SqlFlowStore
from frontdesk.adapters.sql.incidents import SqlIncidents
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.marks import SqlMarkStore
from frontdesk.adapters.sql.outgoing import SqlOutgoingLog
from frontdesk.adapters.sql.people import SqlAccountStore, SqlAuditLog, SqlLoginStore, SqlTryStore
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.adapters.sql.tickets import SqlTicketQueue
from frontdesk.conversation.flows import FlowStore
from frontdesk.conversation.marks import MarkStore
from frontdesk.conversation.ports import OpenSessions, SessionStore
from frontdesk.people.audit import AuditLog
from frontdesk.people.ports import AccountStore, LoginStore, TryStore
from frontdesk.record.incidents import Incidents
from frontdesk.record.ports import LogReader, ProjectionStore
from handoff.outgoing import OutgoingLog
from handoff.ports import AgentStore, TicketQueue

BACKENDS = ("memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres))
SQL_BACKENDS = BACKENDS[1:]


class TestClock:
    """Time that stands still until told."""

    __test__ = False

    def __init__(self, now: float = 1000.0) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Stores:
    """All stores on one backend."""

    sessions: SessionStore
    open: OpenSessions
    tickets: TicketQueue
    agents: AgentStore
    accounts: AccountStore
    logins: LoginStore
    tries: TryStore
    audit: AuditLog
    marks: MarkStore
    incidents: Incidents
    log: LogReader
    projections: ProjectionStore
    flows: FlowStore
    outgoing: OutgoingLog
    clock: TestClock


def memory_stores() -> Stores:
    data, clock = MemoryData(), TestClock()
    agents = MemoryAgentStore(data=data)
    sessions = MemorySessionStore(data)
    return Stores(
        sessions=sessions,
        open=sessions,
        tickets=MemoryTicketQueue(data),
        agents=agents,
        accounts=MemoryAccountStore(agents),
        logins=MemoryLoginStore(clock),
        tries=MemoryTryStore(),
        audit=MemoryAuditLog(),
        marks=MemoryMarkStore(clock),
        incidents=MemoryIncidents(),
        log=MemoryLogReader(data),
        projections=MemoryProjectionStore(data),
        flows=MemoryFlowStore(),
        outgoing=MemoryOutgoingLog(),
        clock=clock,
    )


def sql_stores(database: Database) -> Stores:
    clock, sessions = TestClock(), SqlSessionStore(database)
    return Stores(
        sessions=sessions,
        open=sessions,
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
        flows=SqlFlowStore(database),
        outgoing=SqlOutgoingLog(database),
        clock=clock,
    )


def database_url(backend: str, request: pytest.FixtureRequest) -> str:
    url = request.getfixturevalue(f"{backend}_url")
    assert isinstance(url, str)
    return url


@pytest_asyncio.fixture(params=BACKENDS)
async def stores(request: pytest.FixtureRequest) -> AsyncIterator[Stores]:
    if request.param == "memory":
        yield memory_stores()
        return
    database = Database(database_url(request.param, request))
    yield sql_stores(database)
    await database.close()


@pytest_asyncio.fixture(params=SQL_BACKENDS)
async def databases(request: pytest.FixtureRequest) -> AsyncIterator[Callable[[], Database]]:
    """Opens one more Database on the same data, as another process would."""
    url, opened = database_url(request.param, request), list[Database]()

    def another() -> Database:
        opened.append(Database(url))
        return opened[-1]

    yield another
    for database in opened:
        await database.close()
