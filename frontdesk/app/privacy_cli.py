"""`frontdesk erase` and `frontdesk export`: a customer's right to be forgotten, and to have what is kept of them."""

import asyncio
import getpass
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console

from frontdesk.app.settings import load

console = Console(highlight=False)
Customer = Annotated[
    str,
    typer.Argument(
        help="A phone number with its country code, an e-mail address, a customer id of the shop, or a session."
    ),
]


@asynccontextmanager
async def _opened() -> AsyncIterator[Any]:
    from frontdesk.app.privacy import Privacy  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.stores import open_stores  # noqa: PLC0415 - commands start fast without it

    settings = load()
    stores = await open_stores(settings, time.time)
    try:
        yield Privacy(stores, settings)
    finally:
        await stores.close()


def erase(
    customer: Customer, yes: Annotated[bool, typer.Option("--yes", help="Do it without asking again.")] = False
) -> None:
    """Erase a customer from every conversation: words, facts, names, files, recordings. What was counted stays counted.

    The shop's own data, outside queues and backups are not touched: see docs/reference/privacy.md. Somebody who worked
    here is erased by `frontdesk people erase`.
    """
    asyncio.run(_erase(customer, yes=yes))


async def _erase(customer: str, *, yes: bool) -> None:
    from frontdesk.app.privacy import kind_of  # noqa: PLC0415 - commands start fast without it

    async with _opened() as privacy:
        sessions = await privacy.find(customer)
        if not sessions:
            console.print("Nothing is kept of this customer.")
            return
        console.print(f"{len(sessions)} conversations were found by this {kind_of(customer)}.")
        if not yes:
            typer.confirm("Erase the person from all of them? This can't be undone", abort=True)
        files = await privacy.erase(sessions, f"{getpass.getuser()} (command)", kind_of(customer))
        console.print(f"Erased from {len(sessions)} conversations; {files} files and recordings deleted.")
        if not await privacy.scrub():
            console.print("The database is busy: what was freed is still readable in its files until the next time.")


def export(
    customer: Customer, out: Annotated[Path, typer.Option(help="The ZIP file to write.")] = Path("customer.zip")
) -> None:
    """Write all that is kept of a customer into a ZIP file, for the customer: words, facts, rows, files, recordings."""
    asyncio.run(_export(customer, out))


async def _export(customer: str, out: Path) -> None:
    from frontdesk.app.privacy import kind_of  # noqa: PLC0415 - commands start fast without it

    async with _opened() as privacy:
        sessions = await privacy.find(customer)
        if not sessions:
            console.print("Nothing is kept of this customer.")
            return
        await privacy.export(sessions, out, f"{getpass.getuser()} (command)", kind_of(customer))
        console.print(f"{len(sessions)} conversations written: {out}", markup=False)
