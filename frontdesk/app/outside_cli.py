"""`frontdesk outside`: which outside queues are set, the addresses to enter there, and what is stuck on its way to them."""

import asyncio
import time

import typer

from frontdesk.app.settings import Settings, load

DAY_S = 86_400.0


def outside() -> None:
    """Who takes customers outside of our own desk, the addresses to enter there, and how many parcels are stuck."""
    settings = load()
    typer.echo(f"chats: {settings.handoff_chat}")
    typer.echo(f"calls: {settings.handoff_voice}")
    for line in addresses(settings):
        typer.echo(line)
    typer.echo(f"parcels late or given up in the last day: {asyncio.run(_stuck(settings))}")


def addresses(settings: Settings) -> list[str]:
    """What is entered in the other system. The Chatwoot address is a secret."""
    from frontdesk.app.outside import chatwoot_token  # noqa: PLC0415 - commands start fast without it

    base = settings.base_url
    found = []
    if settings.handoff_chat == "chatwoot":
        found.append(f"Chatwoot's webhook: {base}/api/handoff/chatwoot/{chatwoot_token(settings)}")
    if settings.handoff_chat == "webhook":
        found.append(f"your people's doings go to: {base}/api/handoff/v1/tickets/…")
    if settings.handoff_voice == "taskrouter":
        found.append(f"TaskRouter's assignment callback: {base}/twilio/taskrouter/assignment")
        found.append(f"TaskRouter's event callback: {base}/twilio/taskrouter/event")
    return found


async def _stuck(settings: Settings) -> int:
    from frontdesk.adapters.sql.database import Database  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.sql.migrate import upgrade_async  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.sql.outbox import SqlOutbox  # noqa: PLC0415 - commands start fast without it

    await upgrade_async(settings.database)
    database = Database(settings.database)
    try:
        return await SqlOutbox(database).stuck(time.time() - DAY_S)
    finally:
        await database.close()
