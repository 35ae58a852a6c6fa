"""A target that is left, and met again, is told by a signed webhook: once, until it is taken, in both databases."""

import json
from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.standings import SqlStandings
from frontdesk.app.target_watch import TargetWatch
from frontdesk.channels.board.reading import Reading
from frontdesk.core.events import CustomerSpoke, DialogueAnswered, SessionEnded, TaskFinished
from frontdesk.core.webhook_signature import genuine
from frontdesk.record.ledger import Ledger
from frontdesk.record.standing import Standing, news
from frontdesk.record.targets import Target
from tests.contracts import made
from tests.contracts.conftest import Stores, sql_stores

LEDGER, NOW, SECRET = Ledger(ZoneInfo("UTC"), "UTC"), 5000.0, "whsec_c2VjcmV0"
ASKED = (CustomerSpoke(text="x", via="text"), DialogueAnswered(intent="order_status", confidence=0.9))
HELPED = (*ASKED, TaskFinished(task="order_status", outcome="found", by="bot"), SessionEnded(reason="hung_up"))
LEFT = (*ASKED, SessionEnded(reason="hung_up"))


class Receiver:
    """The other side: takes messages whose signature fits, or is down."""

    def __init__(self) -> None:
        self.up, self.told = True, list[dict[str, Any]]()

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        if not self.up:
            return web.Response(status=503)
        assert genuine([SECRET], request.headers, body, NOW) is not None
        self.told.append(json.loads(body))
        return web.Response()


async def _sessions(stores: Stores, events: tuple[Any, ...], names: range) -> None:
    for n in names:
        await stores.sessions.commit(made.turn(f"S-{n}", 1, events=made.HELLO))
        await stores.sessions.commit(made.turn(f"S-{n}", 2, events=events))


def _watch(database: Database, stores: Stores, targets: Callable[[], Mapping[str, Target]], url: str) -> TargetWatch:
    async def catch_up() -> None:
        while await stores.projections.advance(LEDGER, limit=200):
            pass

    return TargetWatch(
        reading=Reading(stores.projections, LEDGER.name, lambda: NOW),
        targets=targets,
        standings=SqlStandings(database),
        catch_up=catch_up,
        zone="UTC",
        url=url,
        secret=SECRET,
    )


async def test_left_and_regained_are_told_once(databases: Callable[[], Database]) -> None:
    """Nothing while all is well; `target.left` with its sentence, again while nobody takes it; then `target.regained`."""
    database, receiver, app = databases(), Receiver(), web.Application()
    stores, target = sql_stores(database), Target(at_least=0.5)
    app.router.add_post("/", receiver.take)
    async with TestServer(app) as server:
        watch = _watch(database, stores, lambda: {"self_service": target}, str(server.make_url("/")))
        await _sessions(stores, LEFT, range(12))
        receiver.up = False
        await watch.look()
        receiver.up = True
        for _ in range(2):
            await watch.look()
        (left,) = receiver.told
        assert (left["type"], left["data"]["figure"]) == ("target.left", "self_service")
        assert "below the target of 50.0 %" in left["data"]["en"]
        target = Target(at_least=0.0)
        for _ in range(2):
            await watch.look()
        assert [told["type"] for told in receiver.told] == ["target.left", "target.regained"]
        assert not await SqlStandings(database).change(Standing(figure="self_service", left=False, since=NOW))
        await watch.http.close()


async def test_idle_agents_are_told(databases: Callable[[], Database]) -> None:
    """A target with two ends, of agents' time: two who sat there without a customer are below it, said so and once."""
    database, receiver, app = databases(), Receiver(), web.Application()
    stores = sql_stores(database)
    app.router.add_post("/", receiver.take)
    for name in ("amy", "wei"):
        await stores.agents.save(made.agent(name))
        await stores.agents.set_status(name, "ready", NOW - 4000)
        await stores.agents.set_status(name, "offline", NOW - 400)
    async with TestServer(app) as server:
        targets = {"occupancy": Target(at_least=0.7, at_most=0.8)}
        watch = _watch(database, stores, lambda: targets, str(server.make_url("/")))
        for _ in range(2):
            await watch.look()
        (left,) = receiver.told
        assert (left["type"], left["data"]["figure"], left["data"]["now"]["n"]) == ("target.left", "occupancy", 2)
        assert "below the target of 70.0 %" in left["data"]["en"]
        assert "低于目标 70.0 %" in left["data"]["zh"]
        await watch.http.close()


def test_a_doubtful_figure_is_no_news() -> None:
    """While the interval lies on both sides of the target, it stands as it stood."""
    left = {"fcr": Standing(figure="fcr", left=True, since=1.0)}
    assert news(left, {"fcr": "unclear", "easy": "unclear", "csat": None}, 2.0) == []
    assert [(n.figure, n.left) for n in news(left, {"fcr": "met", "easy": "missed"}, 2.0)] == [
        ("fcr", False),
        ("easy", True),
    ]
