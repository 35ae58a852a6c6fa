"""Tells whoever wants to know that a figure left its target, or is back: a signed webhook, sent until it is taken."""

import json
import logging
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from zoneinfo import ZoneInfo

from frontdesk.adapters.outside.http import OutsideHttp
from frontdesk.adapters.sql.standings import SqlStandings
from frontdesk.app.board import targets_of
from frontdesk.app.kept import ledger_of
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores
from frontdesk.channels.board.alarm import alerts
from frontdesk.channels.board.ask import asked
from frontdesk.channels.board.figures import totals
from frontdesk.channels.board.reading import Reading
from frontdesk.core.webhook_signature import signed
from frontdesk.record.standing import Standing, Standings, news
from frontdesk.record.targets import Target
from handoff.outside import OutsideDown, OutsideRefused

log = logging.getLogger(__name__)
VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetWatch:
    """Looks at the figures of the last seven days, as the board's first page does."""

    reading: Reading
    targets: Callable[[], Mapping[str, Target]]
    standings: Standings
    catch_up: Callable[[], Awaitable[None]]
    zone: str
    url: str
    secret: str
    http: OutsideHttp = field(default_factory=lambda: OutsideHttp("The targets' receiver"))

    async def look(self) -> None:
        """One round: see what changed, then tell what was not told."""
        await self.catch_up()
        at, targets = self.reading.clock(), self.targets()
        ask = asked({}, at, ZoneInfo(self.zone))
        found = (await totals(self.reading, ask, targets, self.zone))["figures"]
        changed = news(await self.standings.standings(), {name: found[name]["verdict"] for name in found}, at)
        words = (
            {one["figure"]: one for one in (await alerts(self.reading, ask, targets, self.zone))["alerts"]}
            if changed
            else {}
        )
        for new in changed:
            told = words.get(new.figure, {})
            said = {name: told[name] for name in ("en", "zh", "driver") if name in told} | {"now": found[new.figure]}
            await self.standings.change(replace(new, said=said))
        for standing in (await self.standings.standings()).values():
            if not standing.told:
                await self._tell(standing)

    async def _tell(self, standing: Standing) -> None:
        body = message(standing)
        headers = {"Content-Type": "application/json"}
        headers |= signed(self.secret, standing.message, self.reading.clock(), body)
        try:
            await self.http.must("POST", self.url, body=body, headers=headers)
        except (OutsideDown, OutsideRefused) as error:
            log.warning("the news of a target was not taken, it is told again: %s", error)
            return
        await self.standings.settle(standing)


def target_watch(settings: Settings, stores: Stores, catch_up: Callable[[], Awaitable[None]]) -> TargetWatch:
    """The watch of this house."""
    return TargetWatch(
        reading=Reading(stores.projections, ledger_of(settings).name, time.time),
        targets=targets_of(settings.targets_file),
        standings=SqlStandings(stores.database),
        catch_up=catch_up,
        zone=settings.time_zone,
        url=settings.targets_webhook_url,
        secret=settings.targets_webhook_secret.get_secret_value(),
    )


def message(standing: Standing) -> bytes:
    """The webhook's body: the same bytes on every try."""
    said = {
        "version": VERSION,
        "id": standing.message,
        "type": "target.left" if standing.left else "target.regained",
        "at": standing.since,
        "data": {"figure": standing.figure, **standing.said},
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
