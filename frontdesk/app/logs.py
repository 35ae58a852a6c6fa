"""Log lines: structured, for people on a console or as JSON; control characters encoded, so that no line can be forged."""

import logging
import sys
from typing import Literal

import structlog

from frontdesk.core.errors import FrontdeskError


def configure(style: Literal["console", "json"], level: str) -> None:
    """Send everything, ours and the libraries', through one formatter to standard error."""
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        *([] if level == "DEBUG" else [_told]),
        structlog.processors.format_exc_info,
        _one_line,
    ]
    renderer = structlog.processors.JSONRenderer() if style == "json" else structlog.processors.KeyValueRenderer(
        key_order=["timestamp", "level", "logger", "event"]
    )  # fmt: skip
    formatter = structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer], foreign_pre_chain=shared
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for noisy in ("aiohttp.access", "engineio", "socketio", "alembic", "aiosqlite", "asyncio", "rust-sugiyama"):
        logging.getLogger(noisy).setLevel(logging.WARNING)


def _told(logger: object, name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Our own errors are sentences that say what to do: the sentence stands for the trace, which LOG_LEVEL=DEBUG shows."""
    given = event.get("exc_info")
    error = given[1] if isinstance(given, tuple) else given
    if isinstance(error, FrontdeskError):
        del event["exc_info"]
        event["because"] = " ".join(str(error).split())
    return event


def _one_line(logger: object, name: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    text = event.get("event")
    if isinstance(text, str):
        event["event"] = text.replace("\r", "\\r").replace("\n", "\\n").replace("\x1b", "\\x1b")
    return event
