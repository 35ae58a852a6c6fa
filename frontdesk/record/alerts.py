"""A figure that left its target, said in a sentence in English and Chinese, with the slice that likely moved it. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from frontdesk.record.drivers import Driver
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import Value
from frontdesk.record.targets import Target

_CUTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "channel": ("the channel", "渠道"),
        "lang": ("the language", "语言"),
        "region": ("the region", "地区"),
        "tier": ("the tier", "客户等级"),
        "queue": ("the queue", "队列"),
        "version": ("the flow version", "流程版本"),
        "intent": ("the intent", "意图"),
        "arm": ("the experiment's arm", "实验组"),
        "agent": ("the agent", "坐席"),
    }
)
_ENGLISH, _CHINESE = {"incident": "incident ", "publish": ""}, {"incident": "事故", "publish": ""}
NAMED = 3  # of what happened meanwhile
BY = ("channel", "lang", "region", "tier", "queue", "version", "intent", "arm")


def told(formula: Formula, now: Value, before: Value, target: Target, moved: Driver | None) -> dict[str, str]:
    """The sentence in both languages."""
    return {"en": _english(formula, now, before, target, moved), "zh": _chinese(formula, now, before, target, moved)}


def beside(sentence: Mapping[str, str], notes: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The sentence with what happened meanwhile: incidents first, then what was published; the rest is counted."""
    if not notes:
        return dict(sentence)
    first = sorted(notes, key=lambda one: (one["kind"] != "incident", -one["at"]))
    shown, more = first[:NAMED], len(first) - NAMED
    said = {
        "en": "; ".join(_ENGLISH[one["kind"]] + one["en"] for one in shown)
        + (f"; and {more} more" if more > 0 else ""),
        "zh": "；".join(_CHINESE[one["kind"]] + one["zh"] for one in shown) + (f"；另有 {more} 件" if more > 0 else ""),
    }
    return {"en": f"{sentence['en']} Meanwhile: {said['en']}.", "zh": f"{sentence['zh']}期间：{said['zh']}。"}


def amount(value: float | None, formula: Formula) -> str:
    """A value as people read it."""
    if value is None:
        return "–"
    match formula.unit:
        case "share":
            return f"{100 * value:.1f} %"
        case "seconds":
            return f"{value:.0f} s" if abs(value) < 120 else f"{value / 60:.1f} min"
        case "score":
            return f"{value:.2f}"
        case _:
            return f"{value:.0f}"


def _english(formula: Formula, now: Value, before: Value, target: Target, moved: Driver | None) -> str:
    below = target.at_least is not None and (now.value or 0.0) < target.at_least
    limit = target.at_least if below else target.at_most
    said = (
        f"{formula.en} is {amount(now.value, formula)} ({amount(now.low, formula)} to {amount(now.high, formula)}, "
        f"n = {now.n}), {'below' if below else 'above'} the target of {amount(limit, formula)}"
    )
    if before.value is not None:
        said += f"; it was {amount(before.value, formula)} in the period before"
    if moved is None:
        return f"{said}. No single slice explains it."
    cut = _CUTS[moved.cut][0]
    was = f" after {amount(moved.before.value, formula)}" if moved.before.value is not None else ", new"
    return (
        f"{said}. Most of the change comes from {cut} “{moved.value}”: {amount(moved.now.value, formula)}{was} "
        f"(n = {moved.now.n}), {min(100, round(100 * moved.explains))} % of it."
    )


def _chinese(formula: Formula, now: Value, before: Value, target: Target, moved: Driver | None) -> str:
    below = target.at_least is not None and (now.value or 0.0) < target.at_least
    limit = target.at_least if below else target.at_most
    said = (
        f"{formula.zh}为 {amount(now.value, formula)}（{amount(now.low, formula)} 至 {amount(now.high, formula)}，"
        f"n = {now.n}），{'低于' if below else '高于'}目标 {amount(limit, formula)}"
    )
    if before.value is not None:
        said += f"；上一周期为 {amount(before.value, formula)}"
    if moved is None:
        return f"{said}。没有哪一部分能单独解释这一变化。"
    cut = _CUTS[moved.cut][1]
    was = f"，此前为 {amount(moved.before.value, formula)}" if moved.before.value is not None else "，为新出现"
    return (
        f"{said}。变化主要来自{cut}“{moved.value}”：{amount(moved.now.value, formula)}{was}（n = {moved.now.n}），"
        f"约占 {min(100, round(100 * moved.explains))} %。"
    )
