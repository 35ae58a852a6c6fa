"""The context packet as flat attributes, for queues that route by them and keep few bytes. Pure."""

import json
from collections.abc import Mapping
from typing import Any

MOST_BYTES = 4_000  # TaskRouter keeps task attributes of 4,096 bytes
_LONGEST = 240


def flat(packet: Mapping[str, Any]) -> dict[str, str | int | bool | list[str]]:
    """The most needed first; whatever no longer fits is left out whole, never cut to nonsense."""
    kept: dict[str, str | int | bool | list[str]] = {}
    for name, value in _wanted(packet):
        if value in (None, "", [], ()):
            continue
        held = value[:_LONGEST] if isinstance(value, str) else value
        if len(json.dumps({**kept, name: held}, ensure_ascii=False).encode()) <= MOST_BYTES:
            kept[name] = held
    return kept


def _wanted(packet: Mapping[str, Any]) -> list[tuple[str, Any]]:
    customer, goal = packet.get("customer") or {}, packet.get("goal") or {}
    tried = packet.get("tried") or ()
    return [
        ("queue", packet.get("queue")),
        ("language", packet.get("lang")),
        ("channel", packet.get("channel")),
        ("skills", list(packet.get("skills") or ())),
        ("reason", (packet.get("why") or {}).get("reason")),
        ("priority", packet.get("priority")),
        ("intent", goal.get("intent")),
        ("tier", customer.get("tier")),
        ("verified", bool(customer.get("verified"))),
        ("customer_name", customer.get("name")),
        ("customer_id", customer.get("customer_id")),
        ("call_sid", packet.get("call_sid")),
        ("completeness", packet.get("completeness")),
        *((f"fact_{f.get('name')}", f.get("value")) for f in packet.get("facts") or ()),
        ("tried", "; ".join(f"{t.get('what')}: {t.get('outcome')}" for t in tried)),
        ("next_step", packet.get("next_step")),
        ("words", goal.get("text")),
    ]
