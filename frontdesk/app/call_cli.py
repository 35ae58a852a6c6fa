"""`frontdesk call`: scripts that are followed by a caller in a box."""

from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from frontdesk.app.settings import load


def call(
    script: Annotated[list[Path], typer.Option(help="The script to follow (YAML); may be repeated.")],
    base_url: Annotated[str, typer.Option(help="Where the server is reached; PUBLIC_BASE_URL, or this machine.")] = "",
    flow: Annotated[
        str, typer.Option(help="Call a draft instead of a server: a folder or file of flows, or a flow of FLOWS_DIR.")
    ] = "",
) -> None:
    """Call a running server as the carrier would: signed, following its documents. Exits with 1 when it goes otherwise.

    With --flow no server is needed: flows that are not published are called, in a time that passes as the script says.
    """
    from frontdesk.app.call import follow_all  # noqa: PLC0415 - commands start fast without it

    screen = Console(highlight=False)
    settings = load()

    def write(text: str) -> None:
        screen.print(text, markup=False, soft_wrap=True)

    failed = follow_all(script, settings, base_url, flow, write)
    raise typer.Exit(1 if failed else 0)
