"""The flow map: one version of the flows as a picture, with the traffic of a period on its boxes."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from frontdesk.ivr.draw.style import SHEET
from frontdesk.ivr.draw.svg import Look, draw
from frontdesk.ivr.model import FlowBook

Books = Callable[[str], Awaitable[FlowBook]]


@dataclass(frozen=True, slots=True)
class Wanted:
    """In which language, which flow of the version (None: the first)."""

    lang: str
    flow: str | None


async def flow_map(traffic: Mapping[str, Any], books: Books, wanted: Wanted) -> dict[str, Any]:
    """The traffic of a version (see `flow`) and its picture."""
    book = await books(traffic["version"])
    names = [one.name for one in book.flows.values() if one.nodes]
    shown = wanted.flow if wanted.flow in names else names[0]
    counts = {node["node"]: node["visits"] for node in traffic["nodes"]}
    picture = draw(book, Look(lang=wanted.lang if wanted.lang in book.locales else "en", traffic=counts), shown)
    return {
        **traffic,
        "flow": shown,
        "flows": names,
        "drawn": book.version,
        "sheet": SHEET,
        "svg": picture.replace(f"<style>{SHEET}</style>", ""),
    }
