"""A figure that left its target, said in a sentence in English and Chinese, with the slice that likely moved it. Pure."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from frontdesk.record.drivers import Driver
from frontdesk.record.figures import promised, service, staffed
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.value import Value
from frontdesk.record.targets import Target

_CUTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "channel": ("the channel “{}”", "渠道“{}”"),
        "lang": ("the language “{}”", "语言“{}”"),
        "region": ("the region “{}”", "地区“{}”"),
        "tier": ("the tier “{}”", "客户等级“{}”"),
        "queue": ("the queue “{}”", "队列“{}”"),
        "version": ("the flow version “{}”", "流程版本“{}”"),
        "intent": ("the intent “{}”", "意图“{}”"),
        "arm": ("the experiment's arm “{}”", "实验组“{}”"),
        "node": ("sessions whose last menu step was “{}”", "最后停在菜单节点“{}”的会话"),
    }
)
_ENGLISH, _CHINESE = {"incident": "incident ", "publish": ""}, {"incident": "事故", "publish": ""}
NAMED = 3  # of what happened meanwhile
# Of a slice's values those that are no name: the sentence would else blame "unknown".
_UNNAMED: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {("intent", "unknown"): ("sessions whose wish never became known", "始终不清楚诉求的会话")}
)
_BY = ("channel", "lang", "region", "tier", "version", "intent", "arm")
_OF_HUMANS = frozenset(f.id for f in (*service.FORMULAS, *promised.FORMULAS, *staffed.FORMULAS))
MOST = 0.5  # of the change, from which on it is most of it


def slices_of(figure: str) -> tuple[str, ...]:
    """The slices that can move a figure. Queues move only what happens in them: that more sessions got there is no cause."""
    return (*_BY, "queue") if figure in _OF_HUMANS else _BY


def told(formula: Formula, now: Value, before: Value, target: Target, moved: Driver | None) -> dict[str, str]:
    """The sentence in both languages: what it is, where it came from, and which slice likely moved or holds it."""
    limit = limit_of(now, target)
    below = (now.value or 0.0) < limit
    was = _came_from(formula, now, before)
    en = (
        f"{formula.en} is {amount(now.value, formula)} ({amount(now.low, formula)} to {amount(now.high, formula)}, "
        f"n = {now.n:,}), {'below' if below else 'above'} the target of {amount(limit, formula)}{was[0]}."
    )
    zh = (
        f"{formula.zh}为 {amount(now.value, formula)}（{amount(now.low, formula)} 至 {amount(now.high, formula)}，"
        f"n = {now.n:,}），{'低于' if below else '高于'}目标 {amount(limit, formula)}{was[1]}。"
    )
    if moved is None:
        return {"en": f"{en} No single slice explains it.", "zh": f"{zh}没有哪一部分能单独解释。"}
    return {"en": f"{en} {_english(formula, moved)}", "zh": f"{zh}{_chinese(formula, moved)}"}


def limit_of(now: Value, target: Target) -> float:
    """The side of the target that is missed."""
    low, high = target.at_least, target.at_most
    return low if low is not None and (high is None or (now.value or 0.0) < low) else high if high is not None else 0.0


def _came_from(formula: Formula, now: Value, before: Value) -> tuple[str, str]:
    if before.value is None or now.value is None:
        return "", ""
    old = amount(before.value, formula)
    if old == amount(now.value, formula):
        return ", as in the period before", "，与上一周期持平"
    up = now.value > before.value
    return f", {'up' if up else 'down'} from {old} in the period before", f"，{'高' if up else '低'}于上一周期的 {old}"


def beside(sentence: Mapping[str, str], notes: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The sentence with what happened meanwhile: incidents first, then what was published; the rest is counted.

    The house's first publication came after nothing and so explains nothing.
    """
    changes = [one for one in notes if one["kind"] != "publish" or one["number"] > 1]
    if not changes:
        return dict(sentence)
    first = sorted(changes, key=lambda one: (one["kind"] != "incident", -one["at"]))
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


def _english(formula: Formula, moved: Driver) -> str:
    share, it = min(100, round(100 * moved.explains)), _called(moved)[0]
    now = amount(moved.now.value, formula)
    if moved.kind == "gap":
        return f"What keeps it from the target most is {it}: {now} (n = {moved.now.n:,}), {share} % of the gap."
    most = "Most" if moved.explains >= MOST else "Part"
    if moved.grew:
        grown = f"now {_share(moved.share)} of all cases after {_share(moved.was_share)}, at {now}"
        return f"{most} of the change comes from {it}: {grown} (n = {moved.now.n:,}), {share} % of it."
    was = amount(moved.before.value, formula)
    return f"{most} of the change comes from {it}: {now} after {was} (n = {moved.now.n:,}), {share} % of it."


def _chinese(formula: Formula, moved: Driver) -> str:
    share, it = min(100, round(100 * moved.explains)), _called(moved)[1]
    now = amount(moved.now.value, formula)
    if moved.kind == "gap":
        return f"与目标的差距主要在{it}：{now}（n = {moved.now.n:,}），约占差距的 {share} %。"
    most = "变化主要来自" if moved.explains >= MOST else "变化部分来自"
    if moved.grew:
        grown = f"占比由 {_share(moved.was_share)} 变为 {_share(moved.share)}，其值为 {now}"
        return f"{most}{it}：{grown}（n = {moved.now.n:,}），约占 {share} %。"
    was = amount(moved.before.value, formula)
    return f"{most}{it}：{now}，此前为 {was}（n = {moved.now.n:,}），约占 {share} %。"


def _called(moved: Driver) -> tuple[str, str]:
    """What a slice is called in both languages."""
    en, zh = _UNNAMED.get((moved.cut, moved.value), _CUTS[moved.cut])
    return en.format(moved.value), zh.format(moved.value)


def _share(of_all: float) -> str:
    return f"{100 * of_all:.1f} %"
