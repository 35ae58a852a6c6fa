"""What `check`, `test-flows`, `play --save` and `draw` do with files and the terminal. The rest is in `frontdesk/ivr`."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from actions import TASKS
from frontdesk.app.proof import prove_flows, unswept
from frontdesk.conversation.step import step
from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.check import check
from frontdesk.ivr.draw.svg import Look, draw
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.claims import Bounds
from frontdesk.ivr.trial.suite import read_folder, run_all

Say = Callable[[str], None]


class NoSuchFlow(FrontdeskError):
    """A flow that is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a check is to do after the lint: the proof within these bounds, the flow tests."""

    bounds: Bounds | None
    tests: bool = False


def check_flows(paths: Sequence[Path], wanted: Wanted, say: Say) -> bool:
    """Lint, then the proof, then the tests; each only when what stands before it is in order. True when all is well."""
    with unswept():
        report = check(paths, TASKS)
    say(str(report))
    if not report.ok or report.book is None:
        return False
    well = True
    if wanted.bounds is not None:
        proof = prove_flows(report.book, wanted.bounds)
        say(str(proof))
        well = proof.ok
    return _tests(report.book, paths, say) and well if wanted.tests else well


def run_tests(folder: Path, say: Say) -> bool:
    """The flow tests beside the flows of a folder. True when all pass."""
    return _tests(load_book(folder, TASKS), [folder], say)


def _tests(book: FlowBook, paths: Sequence[Path], say: Say) -> bool:
    folders = [path if path.is_dir() else path.parent for path in paths]
    report = run_all(book, step, [file for folder in folders for file in read_folder(folder)])
    say(str(report))
    return report.ok


def counted(traffic: Path | None, lang: str) -> Look:
    """How to draw over the counts of a file, if there is one."""
    counts = {str(k): int(v) for k, v in json.loads(traffic.read_text(encoding="utf-8")).items()} if traffic else {}
    return Look(lang=lang, traffic=counts)


def draw_flows(folder: Path, out: Path, *, flow: str | None, look: Look) -> None:
    """Write the picture of one flow, or of all."""
    book = load_book(folder, TASKS)
    if flow is not None and flow not in book.flows:
        raise NoSuchFlow(f"There is no flow '{flow}'; there are {', '.join(book.flows)}.")
    out.write_text(draw(book, look, flow), encoding="utf-8")
