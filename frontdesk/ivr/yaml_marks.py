"""YAML for people: text, lists and tables that know their place. Refuses what surprises (anchors, tags, double keys).

Nothing is guessed: `0`, `yes` and `08:00` stay the text that was written. Knows no flow.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from frontdesk.core.issues import Issue
from frontdesk.ivr.marks import Mark, Marked
from frontdesk.ivr.yaml_words import explained


@dataclass(frozen=True, slots=True)
class Many:
    """A list."""

    items: tuple["Value", ...]
    at: Mark


@dataclass(frozen=True, slots=True)
class Table:
    """Keys and values; iterating `entries` gives keys with their places."""

    entries: Mapping[Marked, "Value"]
    at: Mark


Value = Marked | Many | Table


def read_yaml(text: str, file: str) -> tuple[Table | None, list[Issue]]:
    """The table a file holds (None when it can't be read) and every mistake in its form."""
    reader = _Reader(file)
    try:
        events = iter([e for e in yaml.parse(text, Loader=_LOADER) if isinstance(e, _WANTED)])
        return reader.document(events), reader.issues
    except yaml.MarkedYAMLError as error:
        (line, column), message = explained(error, text)
        reader.issues.append(Mark(file, line + 1, column + 1).issue("FLOW001", message))
    except (yaml.YAMLError, UnicodeEncodeError):
        reader.issues.append(_place_of_bad_character(text, file).issue("FLOW001", "A character that YAML can't hold."))
    return None, reader.issues


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser where it was built: fifteen times as quick
_WANTED = (NodeEvent, MappingEndEvent, SequenceEndEvent, DocumentStartEvent)


def _place_of_bad_character(text: str, file: str) -> Mark:
    for number, line in enumerate(text.split("\n"), start=1):
        for column, c in enumerate(line, start=1):
            if not (c.isprintable() or c in "\t\r\u3000\u00a0"):
                return Mark(file, number, column)
    return Mark(file, 1, 1)


@dataclass(slots=True)
class _Reader:
    file: str
    issues: list[Issue] = field(default_factory=list)

    def document(self, events: Iterator[Event]) -> Table | None:
        start = Mark(self.file, 1, 1)
        value: Value | None = None
        for event in events:
            if isinstance(event, DocumentStartEvent):
                if value is not None:
                    self.issues.append(
                        self._at(event).issue("FLOW001", "One file holds one document; remove the '---'.")
                    )
                continue
            read = self._value(event, events)
            value = read if value is None else value
        if isinstance(value, Table):
            return value
        if value is not None:
            self.issues.append(start.issue("FLOW001", "The file should hold keys and values, as in 'start: welcome'."))
        return None if value is not None else Table({}, start)

    def _value(self, event: Event, events: Iterator[Event]) -> Value:
        at = self._at(event)
        self._refuse(event, at)
        if isinstance(event, MappingStartEvent):
            return self._table(at, events)
        if isinstance(event, SequenceStartEvent):
            items: list[Value] = []
            while not isinstance(event := next(events), SequenceEndEvent):
                items.append(self._value(event, events))
            return Many(tuple(items), at)
        return Marked(event.value if isinstance(event, ScalarEvent) else "", at)

    def _table(self, at: Mark, events: Iterator[Event]) -> Table:
        entries: dict[Marked, Value] = {}
        while not isinstance(event := next(events), MappingEndEvent):
            key = self._value(event, events)
            value = self._value(next(events), events)
            if not isinstance(key, Marked):
                self.issues.append(key.at.issue("FLOW001", "A key should be plain text."))
            elif key in entries:
                first = next(k for k in entries if k == key)
                self.issues.append(
                    key.at.issue("FLOW003", f"'{key}' stands here twice; first in line {first.at.line}.")
                )
            else:
                entries[key] = value
        return Table(entries, at)

    def _refuse(self, event: Event, at: Mark) -> None:
        if isinstance(event, AliasEvent):
            self.issues.append(
                at.issue("FLOW002", f"Write the value out; references like '*{event.anchor}' are not read.")
            )
        elif isinstance(event, NodeEvent) and event.anchor:
            self.issues.append(at.issue("FLOW002", f"Leave out the anchor '&{event.anchor}'."))
        if isinstance(event, (ScalarEvent, MappingStartEvent, SequenceStartEvent)) and event.tag:
            self.issues.append(at.issue("FLOW002", f"Leave out the tag '{event.tag}'; every value is plain text."))

    def _at(self, event: Event) -> Mark:
        mark = event.start_mark
        assert mark is not None, "The parser marks every event."
        return Mark(self.file, mark.line + 1, mark.column + 1)
