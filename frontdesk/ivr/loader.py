"""From the text of flow files to a FlowBook and all mistakes at once. Files are read at the edge, by `read_files`."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.issues import Issue
from frontdesk.ivr.calm import Calms
from frontdesk.ivr.fields import NAME, Sheet
from frontdesk.ivr.hours import Hours
from frontdesk.ivr.lint import lint
from frontdesk.ivr.locale import Locale
from frontdesk.ivr.marks import Mark, Marked
from frontdesk.ivr.model import Flow, FlowBook
from frontdesk.ivr.nodes import Node, Target
from frontdesk.ivr.queues import Queue
from frontdesk.ivr.read_basics import KEYS, Basics, read_basics
from frontdesk.ivr.read_calms import read_calms
from frontdesk.ivr.read_common import Given
from frontdesk.ivr.read_hours import read_hours
from frontdesk.ivr.read_locales import read_locale
from frontdesk.ivr.read_nodes import read_node
from frontdesk.ivr.read_queues import read_queues
from frontdesk.ivr.tasks import Tasks
from frontdesk.ivr.yaml_marks import Table, read_yaml

MAIN = "main"
PROMPTS = "prompts"
PATIENCE = "patience.yml"


class FlowsBroken(FrontdeskError):
    """The flows have mistakes and can't be used; the message lists them. Run `frontdesk check`."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file: `name` within the flows ("prompts/en.yml"), `shown` as people call it, its text."""

    name: str
    shown: str
    text: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read. The book may be used only when `usable`."""

    book: FlowBook
    issues: tuple[Issue, ...]

    @property
    def errors(self) -> tuple[Issue, ...]:
        return tuple(issue for issue in self.issues if issue.level == "error")

    @property
    def usable(self) -> bool:
        return not self.errors


def read_files(paths: Sequence[Path]) -> tuple[Source, ...]:
    """The `.yml` files of these folders, and of their `prompts` folders; a single file brings its folder along."""
    found: dict[str, Source] = {}
    for path in paths:
        for file in _files_of(path):
            name = f"{PROMPTS}/{file.name}" if file.parent.name == PROMPTS else file.name
            text = file.read_text(encoding="utf-8", errors="surrogateescape")
            found[name] = Source(name, str(file), text)
    return tuple(found.values())


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted((*path.glob("*.yml"), *(path / PROMPTS).glob("*.yml")))
    folder = path.parent.parent if path.parent.name == PROMPTS else path.parent
    return _files_of(folder) if (folder / f"{MAIN}.yml").exists() else [path]


def load_book(folder: Path, tasks: Tasks) -> FlowBook:
    """The flows of a folder, fit for use. Raises FlowsBroken with every mistake in it."""
    loaded = read_book(read_files([folder]), tasks)
    if not loaded.usable:
        raise FlowsBroken("These flows can't be used:\n" + "\n".join(str(issue) for issue in loaded.errors))
    return loaded.book


def read_book(sources: Sequence[Source], tasks: Tasks) -> Loaded:
    """Read every file, then look for what is legal but wrong between them. While one can't be read at all, the others are
    looked at each by itself: what they lack of each other may stand in it.
    """
    desk = _Desk(tasks)
    tables = [(source, table) for source in sources if (table := desk.table(source)) is not None]
    main = next((table for source, table in tables if source.name == "main.yml"), None)
    basics = desk.basics(main, sources)
    for source, table in tables:
        if source.name.startswith(f"{PROMPTS}/"):
            desk.locale(table, source, basics.currency)
        elif source.name == PATIENCE:
            desk.calms = read_calms(Sheet(table, source.name, desk.issues))
        else:
            desk.flow(table, source, basics)
    if not any(source.name.startswith(f"{PROMPTS}/") for source in sources):
        desk.issues.append(
            Mark("main.yml", 1, 1).issue("FLOW009", "There is no prompts folder with a file per language.")
        )
    book = desk.book(_version(sources), basics)
    if len(tables) == len(sources):
        desk.issues.extend(lint(book, tasks))
    return Loaded(book, tuple(sorted(set(desk.issues))))


def _version(sources: Sequence[Source]) -> str:
    """The same content gives the same version, wherever it lies."""
    whole = hashlib.sha256()
    for source in sorted(sources, key=lambda s: s.name):
        whole.update(f"{source.name}\0{source.text}\0".encode(errors="surrogateescape"))
    return whole.hexdigest()[:12]


@dataclass(slots=True)
class _Desk:
    """What is gathered while the files are read."""

    tasks: Tasks
    issues: list[Issue] = field(default_factory=list)
    flows: dict[str, Flow] = field(default_factory=dict)
    hours: dict[str, Hours] = field(default_factory=dict)
    locales: dict[str, Locale] = field(default_factory=dict)
    queues: dict[str, Queue] = field(default_factory=dict)
    calms: Calms = field(default_factory=Calms)

    def table(self, source: Source) -> Table | None:
        table, issues = read_yaml(source.text, source.shown)
        self.issues += issues
        return table

    def book(self, version: str, basics: Basics) -> FlowBook:
        return FlowBook(
            version=version,
            flows=self.flows,
            hours=self.hours,
            locales=self.locales,
            human=basics.human,
            zone=basics.zone,
            back_key=basics.back_key,
            queues=self.queues,
            calms=self.calms,
        )

    def basics(self, main: Table | None, sources: Sequence[Source]) -> Basics:
        """What main.yml says for all flows."""
        if main is not None:
            return read_basics(Sheet(main, "main.yml", self.issues, MAIN))
        if not any(source.name == "main.yml" for source in sources):
            self.issues.append(
                Mark("main.yml", 1, 1).issue("FLOW009", "There is no main.yml; every contact starts there.")
            )
        return Basics()

    def flow(self, table: Table, source: Source, basics: Basics) -> None:
        name = PurePosixPath(source.name).stem
        if not NAME.fullmatch(name):
            message = f"A flow's file is called by a plain name such as orders.yml, not '{source.name}'."
            self.issues.append(table.at.issue("FLOW009", message))
            return
        sheet = Sheet(table, source.name, self.issues, name)
        sheet.asked |= KEYS if name == MAIN else set()
        self._hours(sheet)
        self.queues |= read_queues(sheet)
        if sheet.has("nodes") or not (sheet.has("hours") or sheet.has("queues")):
            self._nodes(
                sheet, name, Given(patience=basics.patience, help=basics.help, filler=basics.filler, tasks=self.tasks)
            )
        sheet.close()

    def _hours(self, sheet: Sheet) -> None:
        inner = sheet.sheet("hours", "'hours'")
        for name, value in inner.table.entries.items() if inner else ():
            one = inner.within(value, f"Hours '{name}'") if inner else None
            if one is not None:
                self.hours[name] = read_hours(name, one)

    def _nodes(self, sheet: Sheet, name: str, given: Given) -> None:
        inner = sheet.sheet("nodes", f"'nodes' of {sheet.what}", required=True)
        nodes: dict[str, Node] = {}
        for key, value in inner.table.entries.items() if inner else ():
            if not NAME.fullmatch(key):
                sheet.complain(key.at, "FLOW006", f"A node's name is small letters, digits and _, not '{key}'.")
            one = inner.within(value, f"node '{key}'") if inner else None
            if one is not None:
                nodes[key] = read_node(key, one, given)
        first = next(iter(nodes), "")
        start = sheet.maybe_target("start") or Target(name, first, sheet.table.at)
        home = sheet.maybe_target("home") or start
        self.flows[name] = Flow(name=name, at=sheet.table.at, start=start, home_target=home, nodes=nodes)

    def locale(self, table: Table, source: Source, currency: str) -> None:
        locale = read_locale(Sheet(table, source.name, self.issues), currency)
        if locale is None:
            return
        known = self.locales.get(locale.lang)
        if known is not None:
            prompts = {**known.prompts, **locale.prompts}
            words: Mapping[Marked, tuple[Marked, ...]] = {**known.words, **locale.words}
            locale = Locale(lang=locale.lang, at=known.at, prompts=prompts, words=words)
        self.locales[locale.lang] = locale
