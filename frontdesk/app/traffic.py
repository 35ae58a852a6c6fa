"""The traffic of the flows on the picture of them, out of the record: who came to a node, went on, and was lost there."""

import time
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.app.kept import ledger_of
from frontdesk.app.record import PORTION, today
from frontdesk.app.settings import Settings
from frontdesk.app.stores import open_stores
from frontdesk.channels.board.ask import asked
from frontdesk.channels.board.reading import Reading
from frontdesk.channels.board.traffic import flow
from frontdesk.ivr.draw.svg import Look


async def seen(settings: Settings, days: int, lang: str) -> Look:
    """How to draw over the last so many days, of the version of the flows that most sessions ran on."""
    stores = await open_stores(settings, time.time)
    try:
        ledger = ledger_of(settings)
        while await stores.projections.advance(ledger, PORTION):
            pass
        last = today(settings)
        period = {"from": (last - timedelta(days=days - 1)).isoformat(), "to": last.isoformat()}
        ask = asked(period, time.time(), ZoneInfo(settings.time_zone))
        reading = Reading(stores.projections, ledger.name, time.time)
        found = await flow(reading, ask, None, settings.time_zone, {})
        return look_over(found["nodes"], found["ways"], lang)
    finally:
        await stores.close()


def look_over(nodes: Sequence[Mapping[str, Any]], ways: Sequence[Mapping[str, Any]], lang: str) -> Look:
    """The board's figures of nodes and ways, as a picture shows them."""
    return Look(
        lang=lang,
        traffic={node["node"]: node["visits"] for node in nodes},
        lost={node["node"]: round((node["left"]["value"] or 0) * node["left"]["n"]) for node in nodes},
        ways={(way["from"], way["to"]): way["n"] for way in ways if way["from"]},
    )
