"""What the loop needs of the outside: a store with versions, a lock, machines, a bus. Each small, each with twins."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Protocol

from frontdesk.core.events import Event
from frontdesk.core.inputs import Input, Reply
from frontdesk.core.rooms import State
from frontdesk.core.waits import MachineRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredTurn:
    """One committed turn: the state after it, its events, the key it can be asked again by. `at`: epoch seconds (UTC)."""

    session: str
    seq: int
    key: str
    at: float
    state: State
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a session stands now, and the turn it has under a key already. `state`: None where there is no such session.

    `elsewhere`: the session that has the address asked about by now, where it is another one; then nothing else is told.
    """

    state: State | None
    told: StoredTurn | None
    elsewhere: str | None = None


class SessionStore(Protocol):
    """Sessions, their turns and the log, in one place so that one turn is one transaction."""

    async def session_at(self, address: str, *, lately: bool = False) -> str | None:
        """The newest session of a door's address (`voice:CA…`, `chat:…`, `rest:…`).

        `lately`: the one this process last knew is enough, for who asks `standing` next, which tells of a newer one.
        """
        ...

    async def load(self, session: str) -> State | None:
        """The present state; its `seq` is the version to commit against."""
        ...

    async def commit(
        self, turn: StoredTurn, *, address: str | None = None, then: Callable[[], None] | None = None
    ) -> None:
        """Keep a turn: state, events (positions without gaps, in commit order) and the ticket row, in one transaction.

        Once begun this ends whole, and `then` is called when the turn is kept, even when nobody waits for it any more.

        `turn.seq` must be one more than what is stored (1 for a new session, whose `address` is bound to it).
        Raises StaleSession when it is not.
        """
        ...

    async def standing(self, session: str, key: str, *, at: str | None = None) -> Standing:
        """What `load` gives, and the turn committed under this key. `at`: the address it is taken to be the session of."""
        ...

    async def turns_after(self, session: str, seq: int) -> Sequence[StoredTurn]:
        """Committed turns with a greater `seq`, in order."""
        ...


class OpenSessions(Protocol):
    """What a sweep looks through; every session store can tell it."""

    async def open_sessions(self) -> Sequence[str]:
        """The sessions that are not over, by id."""
        ...


class SessionLock(Protocol):
    """Makes turns of one session queue up. A courtesy; the version check is the truth."""

    def hold(self, session: str) -> AbstractAsyncContextManager[None]: ...


class Machines(Protocol):
    """Everything the loop may ask."""

    async def answer(self, request: MachineRequest, *, session: str) -> Reply:
        """The reply. Raises MachineDown or MachineNonsense; the loop keeps the deadline."""
        ...


class MachineDown(Exception):
    """The machine can't be reached or refused; try again later, offer a human now."""


class MachineNonsense(Exception):
    """The machine answered what we can't read; look at its log, offer a human now."""


class Bus(Protocol):
    """Wakes only. Topics: `session:<id>`, `desk`, `log`. A lost wake costs time, never truth: every reader also polls."""

    def wake(self, topic: str) -> None:
        """Returns at once, and never fails."""
        ...

    def listen(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[None]]:
        """While open, yields once after each wake of the topic (wakes that came together may be one)."""
        ...


class Span(Protocol):
    """While open, what is done counts to a step of a trace: `turn`, `ask dialogue`, `commit` … `known` holds no word, number or
    name of a customer."""

    def __call__(self, name: str, **known: str) -> AbstractContextManager[None]: ...


def untraced(name: str, **known: str) -> AbstractContextManager[None]:
    """Where nobody follows."""
    return nullcontext()


class Turns(Protocol):
    """The only door in, as the channels see it."""

    async def handle(self, address: str, given: Input, key: str, *, asked: int = 0) -> StoredTurn:
        """Take an input of a customer at a door's address. ContactStarted opens a session when none is open there.

        The same `key` again gives the same turn again and steps nothing. `asked`: the turn it answers; one that never
        was steps nothing either, and the newest turn is given. Raises UnknownSession when nobody is at that address
        and `given` does not start a contact.
        """
        ...

    async def tell(self, session: str, given: Input, key: str) -> StoredTurn:
        """Take an input about a session from within the house (desk, timers, agent's leg). Raises NotAllowed when it
        does not fit the ticket's present status."""
        ...

    async def present(self, address: str) -> StoredTurn | None:
        """The newest turn of the newest session at this address, with the words last said to the customer in it."""
        ...
