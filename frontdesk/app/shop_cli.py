"""`frontdesk shop check`: does the configured shop answer, and can its answers be read? Changes nothing."""

import asyncio
import time
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import typer

from frontdesk.app.settings import LOOPBACK, Settings, load

if TYPE_CHECKING:
    from frontdesk.adapters.http_shop.check import Found

shop = typer.Typer(no_args_is_help=True, help="The shop behind the tasks.")
SIGNS = {"works": "ok", "none": "none", "cannot": "-", "fails": "FAILS", "untried": "?"}


@shop.callback()
def _group() -> None:
    """Keeps `check` a word of its own."""


@shop.command()
def check(
    order: Annotated[str, typer.Option(help="The number of an order that is there; without it less is tried.")] = "",
) -> None:
    """Try each request of SHOP_MAPPING that changes nothing at SHOP_URL. Exits with 1 when one fails."""
    settings = load()
    if not settings.shop_url:
        typer.echo("SHOP_URL is not set: the embedded demo shop is used, and there is nothing to check.")
        return
    for line in warnings(settings):
        typer.echo(line)
    failed = [found for found in asyncio.run(_findings(settings, order)) if found.standing == "fails"]
    if failed:
        typer.echo(f"{len(failed)} of the requests fail: {', '.join(found.operation for found in failed)}.")
        raise typer.Exit(1)


def warnings(settings: Settings) -> list[str]:
    """What is unwise in how the shop is reached."""
    parts = urlsplit(settings.shop_url)
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        return ["Warning: SHOP_URL is http, so the key and customers' data travel in the open; give https."]
    return []


async def _findings(settings: Settings, order: str) -> "list[Found]":
    from frontdesk.adapters.chosen_shop import http_shop  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.http_shop.check import check_shop  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.http_shop.mapping import find_mapping, read_mapping  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.stores import shop_choice  # noqa: PLC0415 - commands start fast without it

    choice = shop_choice(settings)
    mapping = read_mapping(find_mapping(choice.mapping))
    typer.echo(f"{mapping.name} at {settings.shop_url}")
    client, one = http_shop(choice, time.time, ZoneInfo(settings.time_zone))
    findings = []
    try:
        async for found in check_shop(one, mapping, order.strip()):
            typer.echo(f"  {SIGNS[found.standing]:<6} {found.operation:<14} {found.words}")
            findings.append(found)
    finally:
        await client.close()
    return findings
