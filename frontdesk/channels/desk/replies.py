"""Ready-made replies of the desk, from a file its owner edits; read again when it changed. A mistake in it is a sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from aiohttp import web

from frontdesk.channels.login import DESK, Login
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.language import LANGS

MOST, LONGEST = 500, 2000
KEYS = {"id", "title", "text", "when", "facts"}


class BadReplies(FrontdeskError):
    """The file of ready-made replies can't be used; the message says where and what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """One ready-made reply, by language. `when`: task outcomes, goals and reasons it is suggested for; `facts`: what must be so
    besides, as the packet has it: the values each fact may have (without `when` they alone decide).
    """

    id: str
    title: Mapping[str, str]
    text: Mapping[str, str]
    when: tuple[str, ...] = field(default=())
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_replies(text: str, name: str) -> tuple[Reply, ...]:
    """The replies of a file. Raises BadReplies with the first mistake."""
    try:
        rows = yaml.safe_load(text) or []
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise BadReplies(f"{name}:{line}: this is no YAML; look at the brackets, quotes and columns there.") from error
    if not isinstance(rows, list) or len(rows) > MOST:
        raise BadReplies(f"{name}: write a list of at most {MOST} replies, each with id, title and text.")
    found = tuple(_reply(row, f"{name}, reply {number}") for number, row in enumerate(rows, start=1))
    names = [reply.id for reply in found]
    if twice := next((one for one in names if names.count(one) > 1), None):
        raise BadReplies(f"{name}: two replies are called '{twice}'; give each its own id.")
    return found


def _reply(row: Any, where: str) -> Reply:
    if not isinstance(row, dict) or not isinstance(row.get("id"), str) or not row["id"]:
        raise BadReplies(f"{where}: give it an id, such as hello.")
    where = f"{where} ({row['id']})"
    if strange := sorted(set(map(str, row)) - KEYS):
        raise BadReplies(f"{where}: '{strange[0]}' means nothing here; use {', '.join(sorted(KEYS))}.")
    when = row.get("when", [])
    if not isinstance(when, list):
        raise BadReplies(f"{where}: write `when` as a list, such as [shop_down].")
    return Reply(
        id=row["id"],
        title=_by_language(row.get("title"), f"{where}: title"),
        text=_by_language(row.get("text"), f"{where}: text"),
        when=tuple(map(str, when)),
        facts=_facts(row.get("facts", {}), where),
    )


def _facts(value: Any, where: str) -> Mapping[str, tuple[str, ...]]:
    """`{order_state: [delayed, lost], verified: no}`; a bare yes or no of YAML is meant as the word."""
    if not isinstance(value, dict):
        raise BadReplies(f"{where}: write `facts` by name, such as {{order_state: [delayed, lost]}}.")
    found = {str(name): one if isinstance(one, list) else [one] for name, one in value.items()}
    words = {True: "yes", False: "no"}
    return {
        name: tuple(words[one] if isinstance(one, bool) else str(one) for one in values)
        for name, values in found.items()
    }


def _by_language(value: Any, where: str) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(value.get(lang), str) and value[lang] for lang in LANGS):
        raise BadReplies(f"{where} must be there in {' and '.join(LANGS)}.")
    if any(len(value[lang]) > LONGEST for lang in LANGS):
        raise BadReplies(f"{where} has more than {LONGEST} characters.")
    return {lang: value[lang] for lang in LANGS}


def _listed(reply: Reply) -> dict[str, list[str]]:
    return {name: list(values) for name, values in reply.facts.items()}


class RepliesDoor:
    """GET /api/desk/replies. After a mistake in the file the last good ones are given, with the sentence beside them."""

    def __init__(self, file: Path, login: Login) -> None:
        self._file, self._login = file, login
        self._stamp: tuple[float, int] | None = None
        self._known: Sequence[Reply] = ()
        self._problem = ""

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/api/desk/replies", self._login.guard(self.give, DESK))]

    async def give(self, request: web.Request) -> web.Response:
        self._refresh()
        rows = [
            {
                "id": one.id,
                "title": dict(one.title),
                "text": dict(one.text),
                "when": list(one.when),
                "facts": _listed(one),
            }
            for one in self._known
        ]
        return web.json_response({"replies": rows, "problem": self._problem or None})

    def _refresh(self) -> None:
        try:
            about = self._file.stat()
            stamp = (about.st_mtime, about.st_size)
            if stamp == self._stamp:
                return
            self._known = read_replies(self._file.read_text(encoding="utf-8"), self._file.name)
            self._stamp, self._problem = stamp, ""
        except FileNotFoundError:
            self._known, self._stamp, self._problem = (), None, ""
        except (BadReplies, OSError, UnicodeDecodeError) as error:
            self._stamp, self._problem = None, str(error)
