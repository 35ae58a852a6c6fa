"""The context packet as a note for people of an outside queue, who don't have our desk's card. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

LINES = 12  # of the transcript
LONGEST = 6_000

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {
            "title": "Handed over by the assistant", "who": "Customer", "verified": "identity verified",
            "unverified": "identity NOT verified", "goal": "Wants", "why": "Why a person", "facts": "Known",
            "tried": "Tried", "next": "Suggested", "told": "Told to wait", "said": "Last words", "nobody": "unknown",
            "customer": "Customer", "bot": "Assistant", "agent": "Agent", "sep": ": ", "minutes": "min",
        },
        "zh": {
            "title": "由智能助手转接", "who": "客户", "verified": "身份已验证", "unverified": "身份未验证",
            "goal": "诉求", "why": "转人工原因", "facts": "已知信息", "tried": "已尝试", "next": "建议",
            "told": "已告知等待", "said": "最近对话", "nobody": "未知", "customer": "客户", "bot": "助手",
            "agent": "客服", "sep": "：", "minutes": "分钟",
        },
    }
)  # fmt: skip


def note_of(packet: Mapping[str, Any]) -> str:
    """The packet as plain text, the most needed first; what is not known is left out."""
    words = _WORDS["zh" if packet.get("lang") == "zh" else "en"]
    lines = [f"【{words['title']}】" if packet.get("lang") == "zh" else f"— {words['title']} —"]
    lines += [_who(packet, words)]
    for name, value in (
        ("goal", _goal(packet)),
        ("why", (packet.get("why") or {}).get("text")),
        ("facts", "; ".join(_facts(packet.get("facts") or ()))),
        ("tried", "; ".join(f"{t.get('what')} → {t.get('outcome')}" for t in packet.get("tried") or ())),
        ("next", packet.get("next_step")),
        ("told", _promise(packet, words)),
    ):
        lines += [f"{words[name]}{words['sep']}{value}"] if value else []
    lines += _said(packet.get("transcript") or (), words)
    return "\n".join(lines)[:LONGEST]


def _who(packet: Mapping[str, Any], words: Mapping[str, str]) -> str:
    customer = packet.get("customer") or {}
    name = customer.get("name") or words["nobody"]
    tier = f" ({customer['tier']})" if customer.get("tier") else ""
    return (
        f"{words['who']}{words['sep']}{name}{tier}, {words['verified' if customer.get('verified') else 'unverified']}"
    )


def _goal(packet: Mapping[str, Any]) -> str:
    goal = packet.get("goal") or {}
    parts = [str(goal.get("intent") or "").replace("_", " "), f"“{goal['text']}”" if goal.get("text") else ""]
    return " ".join(part for part in parts if part)


def _facts(facts: Sequence[Mapping[str, Any]]) -> list[str]:
    return [f"{str(f.get('name', '')).replace('_', ' ')} = {f.get('value')}" for f in facts]


def _promise(packet: Mapping[str, Any], words: Mapping[str, str]) -> str:
    promises = [p for p in packet.get("promises") or () if p.get("high_s")]
    if not promises:
        return ""
    low, high = (promises[-1].get("low_s") or 0) / 60, promises[-1]["high_s"] / 60
    return f"{low:.0f}-{max(high, 1):.0f} {words['minutes']}"


def _said(transcript: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> list[str]:
    tail = list(transcript)[-LINES:]
    who = {"customer": words["customer"], "bot": words["bot"], "agent": words["agent"]}
    lines = [f"  {who.get(str(t.get('from')), '?')}{words['sep']}{t.get('text', '')}" for t in tail]
    return [f"{words['said']}{words['sep']}", *lines] if lines else []
