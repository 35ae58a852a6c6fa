"""The command line: `frontdesk --help`."""

import asyncio
import gc
import getpass
import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from frontdesk.app import logs
from frontdesk.app.audio_cli import audio
from frontdesk.app.call_cli import call
from frontdesk.app.incident_cli import incident
from frontdesk.app.nlu_cli import nlu
from frontdesk.app.outside_cli import outside
from frontdesk.app.people_cli import audit, people
from frontdesk.app.privacy_cli import erase, export
from frontdesk.app.record_cli import record
from frontdesk.app.settings import Settings, load
from frontdesk.app.shop_cli import shop
from frontdesk.app.simulate_cli import simulate
from frontdesk.app.wait_cli import wait
from frontdesk.core.errors import FrontdeskError

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_show_locals=False,
    help="The open front end of a customer-service centre: menus and a bot over phone and chat, and an honest handoff to people.",
)
app.add_typer(audio, name="audio")
app.command()(call)
app.command()(outside)
app.command()(simulate)
app.add_typer(nlu, name="nlu")
app.add_typer(shop, name="shop")
app.add_typer(wait, name="wait")
app.add_typer(people, name="people")
app.command()(audit)
app.add_typer(record, name="record")
app.add_typer(incident, name="incident")
app.command()(erase)
app.command()(export)
console = Console(highlight=False)
Port = Annotated[int | None, typer.Option(help="Port to listen on, instead of PORT.")]


def main() -> None:
    """Run a command; our own errors are sentences, not traces."""
    try:
        app()
    except FrontdeskError as error:
        told = Console(stderr=True, highlight=False)
        told.print("[bold red]Error[/]", end=" ")
        told.print(str(error), markup=False, soft_wrap=True)
        sys.exit(2)


@app.command()
def up(
    port: Port = None, build: Annotated[bool, typer.Option(help="Build the pages when their sources changed.")] = True
) -> None:
    """Run everything: pages, chat, phone, desk, board, the dialogue worker. With no settings, embedded on this machine."""
    gc.disable()  # a start makes much and drops little; `run` collects again when the doors are open
    from frontdesk.app.event_loop import served  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.pages_build import build as build_pages  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.up import run  # noqa: PLC0415 - commands start fast without it

    settings = _settings(port)
    logs.configure(settings.log_format, settings.log_level)
    if build:
        build_pages(_say)
    served(run(settings, _say))


@app.command()
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Flow files or folders; FLOWS_DIR without any.")] = None,
    proof: Annotated[bool, typer.Option(help="Prove that nobody can be trapped, after the mistakes.")] = True,
    max_inputs: Annotated[int, typer.Option(help="A person is to be at most so many inputs away.")] = 2,
    max_seconds: Annotated[float, typer.Option(help="And at most so many seconds, prompts heard out.")] = 60.0,
    tests: Annotated[bool, typer.Option("--tests", help="Run the flow tests too.")] = False,
) -> None:
    """Check the flows: every mistake with its place, then the proof. Exits with 1 when there is a mistake or no proof.

    Without paths also what else is edited: the bot's answers, the desk's replies, the targets, names in `.env`.
    """
    from frontdesk.app.edited import mistakes  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.flow_commands import Wanted, check_flows  # noqa: PLC0415 - commands start fast without it
    from frontdesk.ivr.prove.claims import Bounds  # noqa: PLC0415 - commands start fast without it

    bounds = Bounds(inputs=max_inputs, seconds=max_seconds) if proof else None
    found = [] if paths else mistakes(load())
    for mistake in found:
        _tell(mistake)
    well = check_flows(paths or [load().flows_dir], Wanted(bounds=bounds, tests=tests), _tell) and not found
    raise typer.Exit(0 if well else 1)


@app.command("test-flows")
def try_flows(
    folder: Annotated[Path | None, typer.Argument(help="Folder of flows; FLOWS_DIR without one.")] = None,
) -> None:
    """Run the flow tests beside the flows, and say which nodes and branches none of them takes."""
    from frontdesk.app.flow_commands import run_tests  # noqa: PLC0415 - commands start fast without it

    raise typer.Exit(0 if run_tests(folder or load().flows_dir, _tell) else 1)


@app.command()
def draw(
    flow: Annotated[str | None, typer.Argument(help="One flow, such as orders; all of them without one.")] = None,
    out: Annotated[Path, typer.Option(help="The SVG file to write.")] = Path("flows.svg"),
    lang: Annotated[str, typer.Option(help="Language of the labels.")] = "en",
    days: Annotated[
        int | None, typer.Option(min=1, max=400, help="Show who came, went on and was lost in the last so many days.")
    ] = None,
    traffic: Annotated[Path | None, typer.Option(help="JSON: how often each node was entered, to shade it.")] = None,
) -> None:
    """Draw the flows as a picture."""
    from frontdesk.app.flow_commands import counted, draw_flows  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.traffic import seen  # noqa: PLC0415 - commands start fast without it

    settings = load()
    look = asyncio.run(seen(settings, days, lang)) if days else counted(traffic, lang)
    draw_flows(settings.flows_dir, out, flow=flow, look=look)
    console.print(f"Drawn: {out}", markup=False)


@app.command()
def publish(
    note: Annotated[str, typer.Option(help="What is new, in a few words.")] = "",
    who: Annotated[str, typer.Option(help="Who publishes; your log-in name without it.")] = "",
) -> None:
    """Check the flows and make them the ones new calls and chats run on. A running house takes them without a restart."""
    from frontdesk.app import publishing  # noqa: PLC0415 - commands start fast without it

    report, made = asyncio.run(publishing.publish(load(), who or getpass.getuser(), note))
    if made is None:
        console.print(str(report), markup=False, soft_wrap=True)
        raise typer.Exit(1)
    console.print(f"Number {made.number} is live: version {made.version}. Sessions under way stay on theirs.")


@app.command()
def versions(
    number: Annotated[int | None, typer.Argument(help="Show what this publication changed.")] = None,
) -> None:
    """List what was published, when and by whom; with a number, what it changed."""
    from frontdesk.app import publishing  # noqa: PLC0415 - commands start fast without it

    if number is not None:
        text = asyncio.run(publishing.changes(load(), number)) or "Nothing was changed."
        console.print(text, markup=False, soft_wrap=True)
        return
    table = Table("Number", "Version", "When", "Who", "Note")
    made = asyncio.run(publishing.history(load()))
    for i, one in enumerate(made):
        live = " (live)" if i == 0 else ""
        table.add_row(f"{one.number}{live}", publishing.content(one, made), publishing.when(one.at), one.who, one.note)
    console.print(table)


@app.command()
def rollback(
    number: Annotated[
        int | None, typer.Argument(help="Which publication; without it, the version before this one.")
    ] = None,
    note: Annotated[str, typer.Option(help="Why, in a few words.")] = "",
    who: Annotated[str, typer.Option(help="Who goes back; your log-in name without it.")] = "",
) -> None:
    """Publish an earlier version again. The files on disk stay as they are."""
    from frontdesk.app import publishing  # noqa: PLC0415 - commands start fast without it

    back, made = asyncio.run(publishing.rollback(load(), number, who or getpass.getuser(), note))
    console.print(f"Number {made.number} is live: the flows of number {back.number} again, version {made.version}.")


@app.command()
def play(
    lang: Annotated[str, typer.Option(help="Language to start in: en or zh.")] = "en",
    chat: Annotated[bool, typer.Option(help="As a chat instead of a phone call.")] = False,
    save: Annotated[Path | None, typer.Option(help="Write what was done and heard as a flow test.")] = None,
) -> None:
    """Play the menus in the terminal, against the demo shop: keys, words, or an empty line for silence."""
    from frontdesk.app.play import play as play_flows  # noqa: PLC0415 - commands start fast without it

    asyncio.run(play_flows(load(), console, lang=lang, channel="chat" if chat else "voice", save=save))


@app.command()
def train() -> None:
    """Train the dialogue model from config.yml and bot/, unless one of the very same inputs is there already."""
    from frontdesk.app.up import train_once  # noqa: PLC0415 - commands start fast without it

    raise typer.Exit(asyncio.run(train_once(load(), _say)))


@app.command()
def migrate() -> None:
    """Bring the database to this version's tables."""
    from frontdesk.adapters.sql.migrate import upgrade  # noqa: PLC0415 - commands start fast without it

    settings = load()
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    upgrade(settings.database)
    console.print("The database is up to date.")


@app.command()
def settings(as_json: Annotated[bool, typer.Option("--json", help="As JSON.")] = False) -> None:
    """List every setting, its default and what it is for."""
    rows = [(name.upper(), _default(name), str(f.description)) for name, f in Settings.model_fields.items()]
    if as_json:
        console.print_json(json.dumps([dict(zip(("name", "default", "meaning"), row, strict=True)) for row in rows]))
        return
    table = Table("Setting", "Default", "Meaning", title="Settings, from the environment or .env")
    for row in rows:
        table.add_row(*row)
    console.print(table)


def _default(name: str) -> str:
    default = Settings.model_fields[name].default
    shown = default.get_secret_value() if hasattr(default, "get_secret_value") else default
    return "" if shown in ("", ()) else str(shown)


def _settings(port: int | None) -> Settings:
    return load() if port is None else load(port=port)


def _tell(text: str) -> None:
    console.print(text, markup=False, soft_wrap=True)


def _say(text: str) -> None:
    console.print("[dim]·[/]", end=" ")
    console.print(text, markup=False, soft_wrap=True)


@app.command()
def pages(
    check: Annotated[bool, typer.Option("--check", help="Also check types and run the pages' own tests.")] = False,
) -> None:
    """Build the pages when their sources changed."""
    from frontdesk.app import pages_build  # noqa: PLC0415 - commands start fast without it

    pages_build.build(_say)
    if check:
        pages_build.check(_say)
    console.print("The pages are built.")
