"""`frontdesk nlu test`: how well the bot understands a file of labelled messages. Runs the worker as a process of its own."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from frontdesk.app.nlu_score import Pair, Row, WrongRows, answer_of, confusions, persons, rows_of, score
from frontdesk.core.errors import FrontdeskError

nlu = typer.Typer(no_args_is_help=True, help="How well the bot understands.")
console = Console(highlight=False)
progress = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)
MOST_CONFUSIONS = 15


@nlu.callback()
def _room() -> None:
    """How well the bot understands."""


@nlu.command("test")
def measure(
    data: Annotated[Path, typer.Option(help='Labelled rows, one JSON object a line: {"text", "lang", "label"}.')],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object, on the last line.")] = False,
    model: Annotated[
        Path | None, typer.Option(help="A model file; without it, the present one, trained if needed.")
    ] = None,
    noise: Annotated[float, typer.Option(min=0, max=1, help="Hurt this share of each message's words first.")] = 0.0,
) -> None:
    """Score the bot on a labelled file: accuracy, macro-F1, refusals, calibration, time. A row's `alt` label counts as right."""
    pairs = _asked(read_rows(data), model, noise)
    found = score(pairs)
    if as_json:
        sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")
        return
    _show(found, pairs)


def read_rows(data: Path) -> list[Row]:
    """The labelled rows of a file of JSON lines. Raises WrongRows."""
    try:
        return rows_of(data.read_text(encoding="utf-8-sig").split("\n"))  # texts may hold other line breaks
    except OSError as error:
        raise WrongRows(f"The file {data} can't be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise WrongRows(f"The file {data} should be UTF-8 text.") from error


def _asked(rows: Sequence[Row], model: Path | None, noise: float) -> list[Pair]:
    """Each row with the model's answer."""
    command = [sys.executable, "-m", "frontdesk.rasa_worker.evaluate", *(["--model", str(model)] if model else [])]
    command += ["--noise", str(noise)]
    lines = "".join(json.dumps({"text": row.text}) + "\n" for row in rows)
    with TemporaryFile("w+", encoding="utf-8") as asked, TemporaryFile("w+", encoding="utf-8") as told:
        asked.write(lines)
        asked.seek(0)
        with subprocess.Popen(command, stdin=asked, stdout=told, stderr=subprocess.PIPE, text=True) as asking:  # noqa: S603  # our own module
            last = followed(asking.stderr or (), progress.print)
        told.seek(0)
        answers = [json.loads(line) for line in told if line.startswith("{")]
    if asking.returncode or len(answers) != len(rows):
        raise FrontdeskError(f"The model could not be asked: {last or 'it said nothing'}")
    return [(row, answer_of(answer)) for row, answer in zip(rows, answers, strict=True)]


def followed(lines: Iterable[str], say: Callable[[str], None]) -> str:
    """Say how far the worker is, as it tells it line by line; what it wrote last besides."""
    last = ""
    for line in lines:
        try:
            say(json.loads(line)["text"])
        except (ValueError, TypeError, LookupError):
            last = line.strip() or last
    return last


def _show(found: dict[str, object], pairs: Sequence[Pair]) -> None:
    table = Table("rows", "n", "accuracy", "macro-F1", "out of scope refused", "real requests refused", "by kind")
    every = {"all": {**found}, **_mapping(found["by_lang"])}
    for name, part in every.items():
        refused = part["out_of_scope"]
        table.add_row(
            name,
            *(_shown(v) for v in (part["n"], part["accuracy"], part["macro_f1"])),
            *(_shown(refused[k]) for k in ("recall", "false_refusal")),
            ", ".join(f"{kind} {_shown(v)}" for kind, v in refused.items() if kind not in ("recall", "false_refusal")),
        )
    console.print(table)
    person = persons(pairs)
    console.print(
        f"a person: {person['known']} of {person['asked']} requests known, "
        f"{person['taken']} of {person['others']} others taken for one"
    )
    times = _mapping(found["ms_per_message"])
    console.print(
        f"calibration error {found['ece']}; {times['p50']} ms a message, {times['p99']} at the 99th percentile"
    )
    for kind, told in _mapping(found["entities"]).items():
        console.print(f"{kind}: {told['exact']:.1%} of {told['n']} exact, {told['extra']} that are not there")
    wrong = Table("label", "taken for", "times", title="Mistakes")
    for truth, guess, count in confusions(pairs)[:MOST_CONFUSIONS]:
        wrong.add_row(truth, guess, str(count))
    console.print(wrong)


def _mapping(value: object) -> dict[str, dict]:  # type: ignore[type-arg]  # numbers of several depths
    return value  # type: ignore[return-value]  # made by score()


def _shown(value: object) -> str:
    return f"{value:.1%}" if isinstance(value, float) else "" if value is None else str(value)
