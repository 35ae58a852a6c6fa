"""Erases somebody who worked here: they are refused while they work, then named by an alias everywhere; figures stay."""

import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.adapters.sql.former_agents import SqlFormerAgents
from frontdesk.adapters.sql.personal import SqlPersonalData
from frontdesk.app.kept import CONTACTS, ledger_of
from frontdesk.app.privacy import AT_ONCE, StillBusy
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, new_hasher, people_of
from frontdesk.channels.login import counter
from frontdesk.core.privacy import ERASED_NAME
from frontdesk.people.audit import AuditEntry
from frontdesk.people.people import By, NotPossible, People
from frontdesk.record.erasing_agents import Former

SHOWN = 5  # conversations that are named when there are more


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """What names an agent: their account, the conversations, comings and goings, and entries of the audit log."""

    account: bool
    sessions: Sequence[str]
    comings: int
    deeds: int

    def __bool__(self) -> bool:
        return bool(self.account or self.sessions or self.comings or self.deeds)


class FormerAgents:
    """The people who worked in one house."""

    def __init__(self, stores: Stores, settings: Settings) -> None:
        self._stores, self._ledger = stores, ledger_of(settings)
        self._people: People = people_of(stores, new_hasher(), time.time)
        self._named = SqlFormerAgents(stores.database, self._ledger)
        self._personal = SqlPersonalData(stores.database, self._ledger, CONTACTS)

    async def traces(self, agent: str) -> Traces:
        """All that names them, by log-in name, or as an outside queue's people are named (`chatwoot:7`)."""
        account, rest = await self._stores.accounts.account(agent), await self._named.named(agent)
        sessions = await self._named.sessions(agent)
        return Traces(account=account is not None, sessions=sessions, comings=rest.comings, deeds=rest.deeds)

    async def may(self, agent: str, traces: Traces) -> None:
        """Return when nothing of theirs goes on. Raises NotPossible, StillBusy."""
        if logins := await self._stores.logins.open_logins(agent, time.time()):
            raise NotPossible(
                f"'{agent}' is logged in ({len(logins)} log-ins). End that with `frontdesk people disable {agent}`, "
                "then run this again."
            )
        if busy := await self._busy(traces.sessions):
            more = f" and {len(busy) - SHOWN} more" if len(busy) > SHOWN else ""
            raise StillBusy(
                f"Conversations of '{agent}' are not over: {', '.join(busy[:SHOWN])}{more}. Close them or pass them on "
                "at the desk, and run this again when they are over."
            )

    async def erase(self, agent: str, by: By) -> str:
        """Erase them; returns the alias that stands for them from now on. Raises NotPossible, StillBusy.

        Stopped in the middle, it goes on with the same alias when it is run again.
        """
        traces = await self.traces(agent)
        await self.may(agent, traces)
        account = await self._stores.accounts.account(agent)
        if account is not None and not account.disabled:
            await self._people.disable(agent, by)
        person = await self._stores.agents.agent(agent)
        system, _, _ = agent.rpartition(":")
        fresh = f"{f'{system}:' if system else ''}{ERASED_NAME}{secrets.token_hex(8)}"
        names = frozenset() if person is None else frozenset({person.name})
        former = Former(id=agent, alias=await self._named.alias(agent, fresh), names=names)
        await self._rename(former, traces.sessions)
        await self._personal.drop_old_rows()
        await self._stores.tries.clear(counter(agent))
        deed = AuditEntry(at=time.time(), who=by.who, deed="person_erased", about=former.alias, address=by.address)
        await self._named.finish(former, deed)
        return former.alias

    async def _rename(self, former: Former, first: Sequence[str]) -> None:
        """Everything up to now is counted first: what is folded later finds nobody's time under the old name."""
        done, now = set[str](), first
        while now:
            while await self._stores.projections.advance(self._ledger):
                pass
            for at in range(0, len(now), AT_ONCE):
                await self._named.rename(now[at : at + AT_ONCE], former)
            done.update(now)
            now = [one for one in await self._named.sessions(former.id) if one not in done]  # came meanwhile
            if busy := await self._busy(now):
                raise StillBusy(f"Meanwhile began: {', '.join(busy[:SHOWN])}. Run this again when they are over.")
        while await self._stores.projections.advance(self._ledger):
            pass

    async def _busy(self, sessions: Sequence[str]) -> list[str]:
        parts = (sessions[at : at + AT_ONCE] for at in range(0, len(sessions), AT_ONCE))
        return [one for part in parts for one in await self._personal.busy(part)]
