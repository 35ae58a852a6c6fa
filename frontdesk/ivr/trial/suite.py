"""All trials of a folder, run against one book: what failed, and what no trial takes. Prints nothing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from frontdesk.core.issues import Issue
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.trial.coverage import Coverage, coverage
from frontdesk.ivr.trial.read import read_script
from frontdesk.ivr.trial.run import Ran, Step, run

FOLDER = "tests"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteReport:
    """What came of all trials."""

    issues: tuple[Issue, ...]
    passed: int
    failed: int
    coverage: Coverage

    @property
    def ok(self) -> bool:
        return not self.issues

    def __str__(self) -> str:
        return "\n".join((*map(str, self.issues), str(self.coverage), self._last()))

    def _last(self) -> str:
        return f"{self.passed} flow tests passed, {self.failed} failed."


def read_folder(folder: Path) -> Iterator[tuple[str, str]]:
    """The test files beside these flows: their names and texts."""
    for file in sorted((folder / FOLDER).glob("*.yml")):
        yield str(file), file.read_text(encoding="utf-8", errors="surrogateescape")


def run_all(book: FlowBook, step: Step, files: Sequence[tuple[str, str]]) -> SuiteReport:
    """Run each; a file that can't be read is a failed test."""
    issues: list[Issue] = []
    runs: list[Ran] = []
    for name, text in files:
        script, wrong = read_script(text, name)
        issues += wrong
        if script is not None:
            runs.append(run(book, step, script))
            issues += runs[-1].issues
    failed = len(files) - sum(ran.ok for ran in runs)
    return SuiteReport(
        issues=tuple(issues),
        passed=len(files) - failed,
        failed=failed,
        coverage=coverage(book, (ran.events for ran in runs)),
    )
