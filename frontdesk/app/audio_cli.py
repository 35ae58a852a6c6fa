"""`frontdesk audio …`: prompts as sound, from a studio's recordings or a speech engine."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from frontdesk.app.settings import load

if TYPE_CHECKING:
    from frontdesk.adapters.audio.building import Built

audio = typer.Typer(no_args_is_help=True, help="Prompts as sound: what callers hear instead of the carrier's voice.")
screen = Console(highlight=False)
RECORDINGS = "audio"
SOUNDS = "audio"


@audio.callback()
def group() -> None:
    """Prompts as sound: what callers hear instead of the carrier's voice."""


@audio.command()
def build(
    engine: Annotated[
        str, typer.Option(help="Speech engine for what is not recorded; `none` builds recordings only.")
    ] = "espeak-ng",
    accept: Annotated[
        list[str] | None, typer.Option(help="A prompt whose recording does say its present words; may be repeated.")
    ] = None,
) -> None:
    """Make every sound the flows want: trimmed, equally loud, as carriers play it. Exits with 1 when a recording is bad."""
    from actions import TASKS  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.audio import building, speech  # noqa: PLC0415 - commands start fast without it
    from frontdesk.adapters.audio.shelf import Shelf  # noqa: PLC0415 - commands start fast without it
    from frontdesk.ivr.loader import load_book  # noqa: PLC0415 - commands start fast without it

    settings = load()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("Making sounds", total=None)
        built = building.build(
            building.Build(
                book=load_book(settings.flows_dir, TASKS),
                studio=settings.flows_dir / RECORDINGS,
                shelf=Shelf(settings.data_dir / SOUNDS),
                speech=None if engine == "none" else speech.speech_named(engine),
                accept=frozenset(accept or ()),
                tell=lambda done, total: bar.update(task, completed=done, total=total),
            )
        )
    for finding in built.findings:
        screen.print(str(finding), markup=False, soft_wrap=True)
    _sum_up(built, settings.data_dir / SOUNDS)
    raise typer.Exit(1 if built.findings else 0)


def _sum_up(built: "Built", folder: Path) -> None:
    for lang, found in sorted(built.listing.sounds.items()):
        by = Counter(sound.by for sound in found.values())  # the pause between words is a sound of nobody
        seconds = sum(sound.seconds for sound in found.values())
        hold = ", hold sound" if lang in built.listing.hold else ""
        said = f"{by['recording']} recorded, {by['speech']} by the engine"
        screen.print(f"{lang}: {said}, {seconds:.0f} seconds{hold}")
    screen.print(
        f"{built.made} made new, in {folder}. Servers started from now on use them; AUDIO says which.", soft_wrap=True
    )
