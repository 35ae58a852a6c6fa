"""`frontdesk check`: read flows, list every mistake, and say what was read. Prints nothing itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from frontdesk.core.issues import Issue
from frontdesk.ivr.loader import Loaded, read_book, read_files
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found. `ok` when nothing keeps the flows from being used."""

    issues: tuple[Issue, ...]
    version: str
    files: int
    flows: int
    nodes: int
    prompts: int
    langs: tuple[str, ...]
    book: FlowBook | None = field(default=None, repr=False, compare=False)

    @property
    def ok(self) -> bool:
        return not any(issue.level == "error" for issue in self.issues)

    def __str__(self) -> str:
        """Every issue on its line, as compilers write them, and a last line that sums up."""
        lines = [f"{issue}{' [warning]' if issue.level == 'warning' else ''}" for issue in self.issues]
        errors = sum(issue.level == "error" for issue in self.issues)
        warnings = len(self.issues) - errors
        read = f"{_count(self.nodes, 'node')} in {_count(self.flows, 'flow')}, {_count(self.prompts, 'prompt')}"
        found = f"{_count(errors, 'mistake')}, {_count(warnings, 'warning')}"
        return "\n".join(
            [*lines, f"{found}. Read {read} in {', '.join(self.langs) or 'no language'}; version {self.version}."]
        )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def check(paths: Sequence[Path], tasks: Tasks) -> CheckReport:
    """Check the flows at these paths against the tasks there are."""
    missing = [path for path in paths if not path.exists()]
    sources = read_files([path for path in paths if path.exists()])
    report = report_of(read_book(sources, tasks), len(sources))
    return report if not missing else _with_missing(report, missing)


def report_of(loaded: Loaded, files: int) -> CheckReport:
    """The report on flows that were read already."""
    book = loaded.book
    return CheckReport(
        issues=loaded.issues,
        version=book.version,
        files=files,
        flows=len(book.flows),
        nodes=sum(1 for _ in book.nodes()),
        prompts=max((len(locale.prompts) for locale in book.locales.values()), default=0),
        langs=tuple(book.locales),
        book=book,
    )


def _with_missing(report: CheckReport, missing: Sequence[Path]) -> CheckReport:
    absent = tuple(Issue(str(path), 1, 1, "FLOW009", "There is no such file or folder.") for path in missing)
    return replace(report, issues=(*absent, *report.issues))
