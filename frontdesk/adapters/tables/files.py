"""Writes flat rows into a CSV or a Parquet file, a portion at a time. Knows no record but its columns."""

import csv
import importlib.util
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, Protocol

from frontdesk.core.errors import FrontdeskError
from frontdesk.record.exporting import COLUMNS, Field, What, ordered, safe

Format = Literal["csv", "parquet"]


class NotInstalled(FrontdeskError):
    """Parquet needs a package that is not here; the message says which."""


class Writer(Protocol):
    """Takes rows, as mappings by column."""

    def __call__(self, rows: Sequence[dict[str, Any]]) -> None: ...


@contextmanager
def opened(path: Path, what: What, form: Format) -> Iterator[Writer]:
    """A file that is whole at the end; broken off, it is not there. Raises NotInstalled."""
    part = path.with_name(f".{path.name}.part")
    try:
        with _csv(part, what) if form == "csv" else _parquet(part, what) as write:
            yield write
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _csv(path: Path, what: What) -> Iterator[Writer]:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        fields = COLUMNS[what]
        out.writerow(fields)
        kinds = [field.kind for field in fields.values()]

        def write(rows: Sequence[dict[str, Any]]) -> None:
            for row in ordered(what, rows):
                out.writerow([_shown(kind, value) for kind, value in zip(kinds, row, strict=True)])

        yield write


def _shown(kind: str, value: Any) -> Any:
    match kind:
        case _ if value is None:
            return ""
        case "time":
            return datetime.fromtimestamp(value, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case "yes_no":
            return "true" if value else "false"
        case "text":
            return safe(str(value))
        case _:
            return value


@contextmanager
def _parquet(path: Path, what: What) -> Iterator[Writer]:
    if importlib.util.find_spec("pyarrow") is None:
        raise NotInstalled("Parquet needs the package pyarrow: install the extra `parquet`, or write CSV.")
    import pyarrow as pa  # noqa: PLC0415 - an extra, and slow to load
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra, and slow to load

    schema = pa.schema([_column(pa, name, field) for name, field in COLUMNS[what].items()])
    times = [name for name, field in COLUMNS[what].items() if field.kind == "time"]
    with pq.ParquetWriter(path, schema) as out:

        def write(rows: Sequence[dict[str, Any]]) -> None:
            whole = [{**dict.fromkeys(schema.names), **_timed(row, times)} for row in rows]
            out.write_table(pa.Table.from_pylist(whole, schema=schema))

        yield write


def _timed(row: Mapping[str, Any], times: Sequence[str]) -> dict[str, Any]:
    known = {name: datetime.fromtimestamp(row[name], UTC) for name in times if row.get(name) is not None}
    return {**row, **known}


def _column(pa: Any, name: str, field: Field) -> Any:
    kinds = {
        "text": pa.string(),
        "whole": pa.int64(),
        "number": pa.float64(),
        "yes_no": pa.bool_(),
        "time": pa.timestamp("ms", tz="UTC"),
    }
    return pa.field(name, kinds[field.kind], metadata={"meaning": field.meaning})
