"""What an owner wants the figures to be, and whether they are: met or missed only when the whole interval says so. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from frontdesk.record.figures.value import Value

Verdict = Literal["met", "missed", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """At least, at most, or between both."""

    at_least: float | None = None
    at_most: float | None = None


# The usual targets of the trade; `targets.yml` changes them.
DEFAULTS: Mapping[str, Target] = MappingProxyType(
    {
        "self_service": Target(at_least=0.40),
        "easy": Target(at_least=0.70),
        "csat": Target(at_least=0.85),
        "nps": Target(at_least=50.0),
        "fcr": Target(at_least=0.70),
        "answer_rate": Target(at_least=0.90),
        "abandonment": Target(at_most=0.05),
        "service_level": Target(at_least=0.80),
        "occupancy": Target(at_least=0.70, at_most=0.80),
        "trapped": Target(at_most=0.01),
        "promises_kept": Target(at_least=0.95),
        "wait_longer": Target(at_most=0.20),
        "not_understood": Target(at_most=0.15),
    }
)


def verdict(value: Value, target: Target) -> Verdict | None:
    """Whether the target is met: `unclear` as long as the interval lies on both sides of it; None without a value."""
    if value.value is None:
        return None
    low, high = value.value if value.low is None else value.low, value.value if value.high is None else value.high
    sides = []
    if target.at_least is not None:
        sides.append(_side(low >= target.at_least, high < target.at_least))
    if target.at_most is not None:
        sides.append(_side(high <= target.at_most, low > target.at_most))
    return "missed" if "missed" in sides else "unclear" if "unclear" in sides else "met"


def _side(met: bool, missed: bool) -> Verdict:
    return "met" if met else "missed" if missed else "unclear"


def shown(target: Target | None) -> dict[str, Any] | None:
    """A target as JSON."""
    return None if target is None else {"at_least": target.at_least, "at_most": target.at_most}


def read_targets(data: Any) -> tuple[dict[str, Target], list[str]]:
    """Targets out of a file's content, over the usual ones, and a sentence for each mistake. `none` takes one away."""
    found, mistakes = dict(DEFAULTS), list[str]()
    given = (data or {}).get("targets", {}) if isinstance(data or {}, Mapping) else None
    if not isinstance(given, Mapping):
        return found, ["Write `targets:` and under it a figure a line, such as `self_service: {at_least: 0.4}`."]
    for name, wanted in given.items():
        if wanted is None or wanted == "none":
            found.pop(name, None)
        elif not isinstance(wanted, Mapping) or not wanted or not set(wanted) <= {"at_least", "at_most"}:
            mistakes.append(f"{name}: give `at_least`, `at_most` or both, such as {{at_least: 0.4}}.")
        elif not all(isinstance(x, (int, float)) and not isinstance(x, bool) for x in wanted.values()):
            mistakes.append(f"{name}: the limits are numbers; a share of 40 % is 0.4.")
        else:
            found[str(name)] = Target(**{key: float(x) for key, x in wanted.items()})
    return found, mistakes
