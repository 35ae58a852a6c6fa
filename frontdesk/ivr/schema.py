"""The JSON Schema of flow files, for editors: what keys there are, what they mean, examples. The loader is the judge."""

from collections.abc import Mapping
from typing import get_args

from frontdesk.core.facts import FACTS
from frontdesk.core.tickets import HandoffReason
from frontdesk.ivr.entry.form import CheckDigit, EntryKind, When
from frontdesk.ivr.schema_examples import EXAMPLES
from frontdesk.ivr.schema_nodes import FILLER, KEYS, KINDS, PATIENCE
from frontdesk.ivr.schema_parts import Schema, by_name, listed, number, table, text
from frontdesk.ivr.schema_queues import queue_schema

ID = "https://json-schema.org/draft/2020-12/schema"


def flow_schema() -> Schema:
    """One schema for flows and for files of prompts, told apart by `language`."""
    return {
        "$schema": ID,
        "title": "A file of ivr_flows: a flow, or the prompts of one language",
        "type": "object",
        "if": {"required": ["language"]},
        "then": {"$ref": "#/$defs/prompts"},
        "else": {
            "if": {"anyOf": [{"required": ["languages"]}, {"required": ["regions"]}]},
            "then": {"$ref": "#/$defs/patience"},
            "else": {"$ref": "#/$defs/flow"},
        },
        "$defs": {
            "flow": _flow(),
            "prompts": _prompts(),
            "patience": _patience(),
            "node": _node(),
            **{f"node_{kind}": _kind(kind) for kind in KINDS},
            "hours": _hours(),
            "queue": queue_schema(),
        },
    }


def _flow() -> Schema:
    return table(
        "A flow: nodes, and what holds for all flows when the file is main.yml.",
        {
            "start": text("The node where the flow begins; the first one without it.", "language"),
            "home": text("Where a customer comes back to from the bot.", "menu"),
            "human": text("main.yml: the queue behind 0, and behind too many failures.", "service"),
            "help": text("main.yml: the prompt said to `help` where a question has none of its own.", "help.menus"),
            "filler": FILLER,
            "back_key": text("main.yml: the key that goes a question back.", "9"),
            "zone": text("main.yml: the time zone in which `today` is meant.", "Asia/Shanghai"),
            "currency": text("main.yml: the currency of amounts.", "CNY"),
            "patience": table("main.yml: how silence and misses are answered.", PATIENCE),
            "hours": by_name("Opening hours by name.", _ref("hours", _hours()), "service"),
            "queues": by_name("Queues by name.", _ref("queue", queue_schema()), "service"),
            "nodes": {
                "type": "object",
                "description": "The nodes by name, each of one kind.",
                "propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"},
                "examples": [{"menu": EXAMPLES["menu"].node()}],
                "additionalProperties": {"$ref": "#/$defs/node"},
            },
        },
    )


def _ref(name: str, schema: Schema) -> Schema:
    """The part of this name, with an example of it."""
    return {"$ref": f"#/$defs/{name}", "examples": schema["examples"]}


def _node() -> Schema:
    """A node is of the kind one of its keys tells."""
    choices: list[Schema] = [{"if": _named(kind), "then": {"$ref": f"#/$defs/node_{kind}"}} for kind in KINDS]
    return {
        "type": "object",
        "description": f"A node: one of {', '.join(KINDS)}.",
        "oneOf": [_named(kind) for kind in KINDS],
        "allOf": choices,
    }


def _named(kind: str) -> Schema:
    """What tells the kind; at a `hangup` the key `survey` only says whether there is one."""
    elsewhere: Schema = {"not": {"required": ["hangup"]}} if kind == "survey" else {}
    return {"required": [kind], **elsewhere}


def _kind(kind: str) -> Schema:
    found = KINDS[kind]
    keys: Mapping[str, Schema] = {**found.keys, **KEYS}
    whole = table(found.what, {name: _filled(name, schema) for name, schema in keys.items()}, (kind, *found.required))
    return {**whole, "examples": [EXAMPLES[kind].node()]}


def _filled(name: str, schema: Schema) -> Schema:
    """Lists that the code decides: facts, forms, reasons."""
    known: Mapping[str, tuple[str, ...]] = {
        "collect": tuple(FACTS),
        "as": get_args(EntryKind),
        "check": get_args(CheckDigit),
        "when": get_args(When),
        "reason": get_args(HandoffReason),
    }
    return {**schema, "enum": list(known[name])} if name in known else schema


def _hours() -> Schema:
    spans: Schema = {
        "description": "`closed`, or spans of the day.",
        "oneOf": [
            {"const": "closed"},
            {"type": "array", "items": {"type": "string", "pattern": r"^\d\d:\d\d-\d\d:\d\d$"}},
        ],
        "examples": [["09:00-12:00", "13:00-18:00"]],
    }
    return table(
        "A week, its exceptions, its time zone.",
        {
            "zone": text("The time zone the hours are meant in.", "Asia/Shanghai"),
            "weekly": by_name("By day or days.", spans, "mon-fri"),
            "holidays": by_name("By date.", spans, "2026-10-01"),
        },
        ("zone", "weekly"),
    )


def _patience() -> Schema:
    calm = {name: PATIENCE[name] for name in ("timeout", "tries")} | {
        "rate": number("How fast one speaks: 0.9 is a tenth slower than the voice's own pace.", 0.9),
        "digits_rate": number("How fast digits are read one by one, as a share of that.", 0.85),
    }
    callers = listed("How numbers of the region begin.", text("A beginning.", "+852"))
    region = table("Patience with callers of a region.", {"callers": callers, **calm}, ("callers",))
    return table(
        "patience.yml: how long we wait, by language and region.",
        {
            "languages": by_name("By language.", table("Patience in a language.", calm), "zh"),
            "regions": by_name("By region.", region, "hongkong"),
        },
    )


def _prompts() -> Schema:
    words = listed("Ways to say it.", text("A way to say it.", "order status"))
    return table(
        "What is said in one language, and what counts as saying something.",
        {
            "language": text("The language's letters.", "en"),
            "prompts": by_name(
                "Prompts by name; variables as {order_number:digits}.",
                text("The words.", "Order {order_number:digits}, is that right?"),
                "order.read_back",
            ),
            "words": by_name("Lists of words by name.", words, "menu.order_status"),
        },
        ("language", "prompts"),
    )
