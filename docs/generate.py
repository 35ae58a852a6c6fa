"""Writes the reference pages that follow from the code. `--check` writes nothing and exits with 1 when one is out of date."""

import argparse
import ast
import json
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, get_args

import typer
from measured_pages import speed, understanding
from node_page import nodes
from privacy_page import privacy
from queue_page import queues
from reference_blocks import page, table
from ruamel.yaml import YAML
from typer.core import TyperArgument, TyperGroup, TyperOption

from frontdesk.adapters.http_shop import mapping
from frontdesk.app.cli import app
from frontdesk.app.settings import Settings
from frontdesk.core.events import Event
from frontdesk.core.facts import FACTS
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.schema import flow_schema
from frontdesk.people.roles import ALLOWED, MEANINGS, ROLES, may
from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.struggle import POINTS
from frontdesk.record.targets import DEFAULTS
from handoff.packet_schema import PACKET_SCHEMA
from handoff.transitions import TABLE, diagram

DOCS = Path(__file__).resolve().parent
PROMPTS = DOCS.parent / "ivr_flows" / "prompts"


def settings() -> str:
    """Every setting, from the settings themselves."""
    rows = [
        (f"`{name.upper()}`", f"`{shown}`" if (shown := _default(field.default)) else "", str(field.description))
        for name, field in Settings.model_fields.items()
    ]
    return page(
        "Settings",
        "From the environment, or a file `.env` in the working folder. With none set, everything runs embedded on this "
        "machine. A wrong one names itself and says what is right. `frontdesk settings` prints this list.",
        table(("setting", "default", "what it is for"), rows),
    )


def _default(value: Any) -> str:
    plain = value.get_secret_value() if hasattr(value, "get_secret_value") else value
    return "" if plain in ("", ()) else str(plain)


def roles() -> str:
    """The table of permissions, from the table itself."""
    rows = [(f"`{one}`", MEANINGS[one], *("yes" if may(role, one) else "" for role in ROLES)) for one in ALLOWED]
    return page(
        "Roles",
        "What each role may do. Everything else asks only for a log-in: one's own log-ins, one's own password.",
        table(("permission", "meaning", *ROLES), rows),
    )


def commands() -> str:
    """Every command with its options, from the command line itself."""
    group = typer.main.get_command(app)
    assert isinstance(group, TyperGroup)
    blocks = ["Each is run as `uv run frontdesk …`; `--help` says the same in the terminal."]
    inner = {
        f"{name} {part}": command
        for name, made in group.commands.items()
        if isinstance(made, TyperGroup)
        for part, command in made.commands.items()
    }
    for name, command in sorted({**group.commands, **inner}.items()):
        blocks += [f"## frontdesk {name}", (command.help or "").strip()]
        rows = [
            _parameter(p) for p in command.params if isinstance(p, TyperArgument | TyperOption) and p.name != "help"
        ]
        blocks += [table(("argument or option", "what it is for"), rows)] if rows else []
    return page("Commands", *blocks)


def _parameter(parameter: TyperArgument | TyperOption) -> tuple[str, str]:
    if isinstance(parameter, TyperOption):
        shown = " / ".join(f"`{opt}`" for opt in (*parameter.opts, *parameter.secondary_opts))
        default = f" Default: `{parameter.default}`." if parameter.default not in (None, False, True) else ""
        return shown, f"{parameter.help or ''}{default}"
    many = "…" if parameter.nargs == -1 else ""
    name = f"{(parameter.name or '').upper()}{many}"
    return f"`{name}`" if parameter.required else f"`[{name}]`", str(getattr(parameter, "help", "") or "")


def events() -> str:
    """Every event, from its docstring: what happened, and how it is stored."""
    blocks = [
        "Everything that happened in a session, in the past tense. The log holds them as JSON, each with its `kind`; the "
        "board, the context packet and every figure are read from it. Fields that are not shown have defaults."
    ]
    for event in get_args(Event):
        text, example = event_doc(event)
        blocks += [f"## {event.kind}", text, f"```json\n{example}\n```"]
    return page("Events", *blocks)


def event_doc(event: type) -> tuple[str, str]:
    """What an event's docstring says, and the example in it."""
    doc = " ".join(textwrap.dedent(event.__doc__ or "").split())
    found = re.search(r"`(\{\"kind\".*\})`", doc)
    assert found is not None, f"{event.__name__} has no example in its docstring"
    return doc.replace(found[0], "").strip(), found[1]


def ticket() -> str:
    """A ticket's life, from the table that decides it."""
    rows = [(f"`{before}`", f"`{kind}`", f"`{after}`") for (before, kind), after in TABLE.items()]
    return page(
        "A ticket's life",
        "A ticket is one customer's request for a human. What is not in the table is not allowed: whoever asks for it is "
        "told so in a sentence, and nothing changes.",
        f"```mermaid\n{diagram()}\n```",
        table(("status", "what comes in", "status after"), rows),
    )


def facts() -> str:
    """What may be known of a customer, from the list that decides it."""
    rows = [(f"`{name}`", f.meaning, f.purpose, f.sensitivity, f.lifetime) for name, f in FACTS.items()]
    return page(
        "Facts",
        "What a session may know. A fact that is not listed is neither stored nor passed on; a secret one never enters "
        "an event, a context packet or a log. What is personal and kept for the `session` or a `turn` is gone two days after the "
        "session began, once it is over; what is kept for `retention`, after `WORDS_DAYS` ([privacy](privacy.md)).",
        table(("fact", "meaning", "purpose", "sensitivity", "kept for"), rows),
    )


def prompts() -> str:
    """Every prompt in every language, from the flows' own files."""
    said = {file.stem: _prompts(file) for file in sorted(PROMPTS.glob("*.yml"))}
    keys = list(dict.fromkeys(key for prompts in said.values() for key in prompts))
    house = [key for key in keys if key in SYSTEM_PROMPTS]
    return page(
        "Prompts",
        "The words customers hear and read. Change them in `ivr_flows/prompts/`; `frontdesk check` finds what is missing "
        "or misspelt. How variables are said is told in `ivr_flows/README.md`.",
        "## Of the house",
        "The house says these by itself; every language must have each of them.",
        _said(house, said),
        "## Of the flows",
        _said([key for key in keys if key not in SYSTEM_PROMPTS], said),
    )


def _said(keys: Iterable[str], said: Mapping[str, Mapping[str, str]]) -> str:
    rows = [(f"`{key}`", *(said[lang].get(key, "") for lang in said)) for key in keys]
    return table(("prompt", *said), rows)


def _prompts(file: Path) -> dict[str, str]:
    loaded = YAML(typ="safe").load(file.read_text(encoding="utf-8"))
    return {str(key): " ".join(str(text).split()) for key, text in loaded["prompts"].items()}


def packet_schema() -> str:
    """The context packet's JSON Schema."""
    return json.dumps(PACKET_SCHEMA, indent=2, ensure_ascii=False) + "\n"


def flows_schema() -> str:
    """The JSON Schema of flow files, for editors."""
    return json.dumps(flow_schema(), indent=1, ensure_ascii=False) + "\n"


def openapi() -> str:
    """The HTTP API as JSON, from the YAML written by hand."""
    return json.dumps(_api(), indent=1, ensure_ascii=False) + "\n"


def http() -> str:
    """The HTTP API to read: what there is; forms and fields are in openapi.json."""
    api = _api()
    calls = [(op["tags"][0], m.upper(), path, op) for path, ms in api["paths"].items() for m, op in ms.items()]
    blocks = [api["info"]["description"], "Forms and fields: [openapi.json](openapi.json) (OpenAPI 3.1)."]
    for tag in api["tags"]:
        rows = [
            (f"`{method} {path}`", op["summary"], ", ".join(op["responses"]))
            for name, method, path, op in calls
            if name == tag["name"]
        ]
        blocks += [f"## {tag['name'].capitalize()}", *([tag["description"]] if "description" in tag else [])]
        blocks += [table(("request", "what it does", "answers"), rows)]
    return page("HTTP API", *blocks)


def _api() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load((DOCS / "reference" / "openapi.yml").read_text(encoding="utf-8"))
    return loaded


STANDS: Mapping[str, str] = {
    "R1": "Rasa is down, hangs, or answers nonsense",
    "R3": "the store fails in mid-call",
    "R4": "the same webhook comes twice, or twenty times at once",
    "R5": "status callbacks are repeated, reordered, late",
    "R6": "the caller hangs up, at any step",
    "R7": "silence, wrong keys, odd forms",
    "R8": "the fallback address is asked, and the session is lost",
    "R9": "the agent is busy, refuses, or drops",
    "R10": "the outside queue is down",
    "R11": "the server is killed among calls and chats",
    "R13": "a page loses its line, comes back, is open twice",
    "R14": "a graceful stop",
    "R16": "the warm transfer, as caller and agent hear it",
    "S1": "forged webhooks",
    "S2": "spoofed host and scheme",
    "S3": "genuine requests replayed",
    "S4": "a changed body",
    "S5": "markup in names and words",
    "S6": "toll fraud",
    "S7": "floods",
    "S8": "orders tried one by one, and numbers that are pretended",
    "S9": "guessing at accounts",
    "S10": "addresses that lead inside, files that name other files",
    "S11": "markup in what customers write and send",
    "S12": "foreign pages and invented sessions",
    "S14": "secrets and personal data in records and logs",
    "S15": "forged lines in the log",
    "S16": "words that command the machine",
    "S17": "words and file names that look like commands",
    "S18": "keys in the code, and their rotation",
    "S19": "a check that fails",
    "S21": "recording without consent or end",
}


def reliability() -> str:
    """What the phone and the chat stand, from the tests that are marked with it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for file in sorted((DOCS.parent / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                for mark in _stands(node):
                    where = f"`{file.relative_to(DOCS.parent).as_posix()}` {node.name.removeprefix('test_')}"
                    found.setdefault(mark, []).append((" ".join((ast.get_docstring(node) or "").split()), where))
    blocks = [
        "Faults (R) and attacks (S), and the tests that hold us to standing them. A test is put here by the mark "
        "`@pytest.mark.stands`; its docstring is the rule. Besides, every document the voice doors answer with in any test is "
        "checked against the grammar of TwiML (`tests/documents.py`)."
    ]
    for mark, meaning in STANDS.items():
        blocks += [f"## {mark}: {meaning}", table(("rule", "test"), found.get(mark, []))]
    return page("What Frontdesk stands", *blocks)


def _stands(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    calls = [one for one in node.decorator_list if isinstance(one, ast.Call)]
    marks = [one for one in calls if isinstance(one.func, ast.Attribute) and one.func.attr == "stands"]
    return [str(arg.value) for one in marks for arg in one.args if isinstance(arg, ast.Constant)]


OUTCOMES: Mapping[str, str] = {
    "running": "the session is open",
    "escalated": "the customer was connected to a human",
    "unreachable": "nothing ever came from the customer",
    "promised": "a callback, or an answer to a message, was promised",
    "abandoned_in_queue": "a human was called for, and the customer left before one came",
    "trapped": "a human was called for, by the customer or for them, and none came; nothing was promised instead",
    "resolved_verified": "a task ended in an outcome the shop confirms (an order found, a return started or open already), and "
    "no need is open that is known: a later request that was not understood takes it back",
    "resolved_unverified": "self-service answered, no need is known to be open, and the customer thanked, said goodbye or came "
    "to the end",
    "gave_up": "all else: the customer left without an answer",
}


def numbers() -> str:
    """Every figure of the board, from the formulas that compute it."""
    outcomes = [(f"`{name}`", meaning) for name, meaning in OUTCOMES.items()]
    rows = [
        (
            f"{f.en}<br>{f.zh}",
            f"`{f.id}`<br>`{f.formula}`",
            f.meaning + (f" *{f.source}*" if f.source else ""),
            _target(f.id),
        )
        for f in FIGURES.values()
    ]
    return page(
        "The numbers on the board",
        *numbers_words()[:2],
        table(("outcome", "means"), outcomes),
        numbers_words()[2],
        table(("figure", "id, formula", "how it is computed", "usual target"), rows),
        *numbers_words()[3:6],
        table(("what happened", "points"), [(what, f"{points:g}") for what, points in POINTS]),
        *numbers_words()[6:],
    )


def numbers_words() -> list[str]:
    """What is told by hand around the tables."""
    return (DOCS / "reference" / "numbers.txt").read_text(encoding="utf-8").strip().split("\n\n---\n\n")


def _target(name: str) -> str:
    found = DEFAULTS.get(name)
    if found is None:
        return ""
    sides = ((" ≥ ", found.at_least), (" ≤ ", found.at_most))
    return ",".join(f"{sign}{limit:g}" for sign, limit in sides if limit is not None).strip()


def shop_mapping() -> str:
    """The mapping file of an HTTP shop: what may stand in it, from the reader itself."""
    operations = [
        (
            f"`{name}`",
            "reads" if name in mapping.READS else "changes",
            ", ".join(f"`{{{slot}}}`" for slot in sorted(slots)),
        )
        for name, slots in mapping.OPERATIONS.items()
    ]
    objects = [
        (f"`{name}`", ", ".join(f"`{field}`" for field in sorted(fields))) for name, fields in mapping.OBJECTS.items()
    ]
    states = [
        (f"`{name}`", ", ".join(f"`{state}`" for state in sorted(known))) for name, known in mapping.STATES.items()
    ]
    words = (DOCS / "reference" / "shop-mapping.txt").read_text(encoding="utf-8").strip().split("\n\n---\n\n")
    return page(
        "The mapping file of a shop",
        words[0],
        table(("operation", "it", "its path and body may name"), operations),
        words[1],
        table(("object", "its fields"), objects),
        words[2],
        table(("object", "states"), states),
        words[3],
    )


PAGES: Mapping[str, Callable[[], str]] = {
    "settings.md": settings,
    "roles.md": roles,
    "commands.md": commands,
    "events.md": events,
    "ticket.md": ticket,
    "facts.md": facts,
    "privacy.md": privacy,
    "prompts.md": prompts,
    "packet.schema.json": packet_schema,
    "flow.schema.json": flows_schema,
    "queues.md": queues,
    "flow-nodes.md": nodes,
    "openapi.json": openapi,
    "http.md": http,
    "reliability.md": reliability,
    "numbers.md": numbers,
    "shop-mapping.md": shop_mapping,
    "speed.md": speed,
    "understanding.md": understanding,
}


def stale() -> list[str]:
    """The pages that are not as the code says."""
    files = {name: DOCS / "reference" / name for name in PAGES}
    return [n for n, f in files.items() if not f.is_file() or f.read_text(encoding="utf-8") != PAGES[n]()]


def main() -> int:
    """Write what is out of date, or only name it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit with 1 when a page is out of date")
    only_check = parser.parse_args().check
    old = stale()
    for name in old:
        if not only_check:
            (DOCS / "reference" / name).write_text(PAGES[name](), encoding="utf-8")
        sys.stdout.write(f"{'out of date' if only_check else 'written'}: docs/reference/{name}\n")
    return 1 if old and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
