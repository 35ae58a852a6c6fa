"""The published JSON Schema of the context packet, version 1. Data only; `packet.py` builds what it describes.

Fields may be added within a version; a field that is removed, renamed or changes its meaning makes a new version.
"""

from typing import Any, get_args

from frontdesk.core.tickets import HandoffReason
from handoff.packet import SCHEMA, TAIL

Json = dict[str, Any]
TEXT: Json = {"type": "string"}
TEXT_OR_NONE: Json = {"type": ["string", "null"]}
TIME: Json = {"type": "number", "description": "Epoch seconds (UTC)."}
COUNT: Json = {"type": "integer", "minimum": 0}


def _object(about: str, **fields: Json) -> Json:
    """An object all of whose fields are always there."""
    return {"type": "object", "description": about, "required": list(fields), "properties": fields}


def _list(about: str, item: Json, **limits: int) -> Json:
    return {"type": "array", "description": about, "items": item, **limits}


CUSTOMER = _object(
    "Who it is, as far as is known.",
    name=TEXT_OR_NONE,
    tier={**TEXT_OR_NONE, "description": "Service tier: standard, silver, gold."},
    verified={"type": "boolean", "description": "True: do not ask for identity again."},
    verified_by={**TEXT_OR_NONE, "description": "How identity was verified."},
    customer_id=TEXT_OR_NONE,
)
GOAL = _object(
    "What the customer wants.",
    intent={**TEXT_OR_NONE, "description": "As an intent's or a menu goal's name."},
    text={**TEXT_OR_NONE, "description": "The customer's own first words about it."},
)
FACT = _object(
    "One thing known.",
    name=TEXT,
    value=TEXT,
    source={"enum": ["customer", "shop"], "description": "Said by the customer, or confirmed by the shop."},
    meaning=TEXT,
)
TRIED = _object("One thing tried.", what=TEXT, outcome=TEXT, by={"enum": ["menu", "bot"]}, at=TIME)
WHY = _object("Why a human was called for.", reason={"enum": list(get_args(HandoffReason))}, text=TEXT)
PLACE = _object("A menu node the customer was at.", flow=TEXT, node=TEXT, at=TIME)
EFFORT = _object(
    "What it has cost the customer so far.",
    turns=COUNT,
    silences=COUNT,
    misses={**COUNT, "description": "Answers that fitted nothing."},
    failures={**COUNT, "description": "Machines that did not answer."},
    seconds={"type": "integer"},
)
PROMISE = _object(
    "Something the customer was told to expect, and still may.",
    what={"enum": ["wait", "callback", "message"], "description": "`message`: an answer to one they left."},
    low_s={"type": ["number", "null"], "description": "Of a wait; `null`: that it could not be told."},
    high_s={"type": ["number", "null"]},
    due_at={"type": ["number", "null"], "description": "Of a call back or an answer, epoch seconds (UTC)."},
    at=TIME,
)


def _line(who: str, **more: Json) -> Json:
    fields: Json = {"from": {"const": who}, "id": {**TEXT, "pattern": "^[0-9]+:[0-9]+$"}, "text": TEXT, "at": TIME}
    return _object(f"Words of the {who}.", **fields, **more)


LINE: Json = {
    "oneOf": [
        _line("customer", via={"enum": ["keys", "speech", "text", "choice"]}),
        _line("bot", lang=TEXT),
        _line("agent", agent=TEXT),
    ]
}

PACKET_SCHEMA: Json = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": f"urn:{SCHEMA.replace('/', ':')}",
    "title": "Context packet",
    **_object(
        "What an agent must know so that the customer repeats nothing. Holds no secret; identity digits are masked.",
        schema={"const": SCHEMA},
        ticket=TEXT,
        session=TEXT,
        channel={"enum": ["voice", "chat"]},
        lang={**TEXT, "description": "Language of the conversation: en, zh."},
        customer=CUSTOMER,
        goal=GOAL,
        facts=_list("What is known, each with its source.", FACT),
        tried=_list("What self-service tried, oldest first.", TRIED),
        why=WHY,
        path=_list("The last menu nodes.", PLACE, maxItems=20),
        transcript=_list("The last words, oldest first.", LINE, maxItems=TAIL),
        effort=EFFORT,
        promises=_list("What was promised.", PROMISE),
        next_step={**TEXT_OR_NONE, "description": "A suggestion, from the last thing tried."},
        completeness={
            "type": "integer",
            "minimum": 0,
            "maximum": 100,
            "description": "Percent of what an agent wants.",
        },
    ),
}
