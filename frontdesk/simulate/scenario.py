"""What is simulated: how many contacts when, how callers are, who works. Values only; `read_scenario` makes them of a file."""

import dataclasses
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import yaml

from frontdesk.core.codec import NotDecodable, decode
from frontdesk.core.errors import FrontdeskError

HOURS = (0.0,) * 8 + (0.5, 1.0, 1.4, 1.2, 0.8, 0.9, 1.2, 1.3, 1.1, 0.9, 0.6, 0.4) + (0.0,) * 4
WEEK = (1.25, 1.1, 1.0, 1.0, 0.95, 0.55, 0.4)


class BadScenario(FrontdeskError):
    """The scenario cannot be simulated; the message names what is wrong in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Callers:
    """How customers behave. Shares and chances are 0 to 1.

    `patience_s`: mean of an exponential time in the queue until one gives up. `errors`, `silent`: chance per answer.
    `speaks`: callers who speak where they could press. `bears`: troubles a customer bears, on average.
    `comes_back`: of those who were not helped, within a week; `switches`: of these, by the other channel.
    `contented`: of those who got the right answer, who find it enough. `nobody`: contacts with nobody there.
    """

    patience_s: float = 300.0
    errors: float = 0.05
    silent: float = 0.03
    speaks: float = 0.25
    wants_person: float = 0.12
    bears: float = 2.5
    abrupt: float = 0.35
    contented: float = 0.92
    comes_back: float = 0.45
    switches: float = 0.3
    answers_survey: float = 0.4
    thinks_s: float = 2.5
    nobody: float = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """The stand-in for the dialogue model: how often it misunderstands, knows an answer, fails; seconds it takes."""

    misunderstands: float = 0.08
    knows: float = 0.5
    fails: float = 0.004
    takes_s: float = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """The shop behind the tasks: how often it fails, seconds it takes."""

    fails: float = 0.003
    takes_s: float = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Hours of the day a part of the agents works, `share` of them."""

    begins: float
    ends: float
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """Who works. `talk_s`, `wrap_s` are means; `spread` is the deviation of talks as a part of their mean (1: exponential).

    `out`: agents who do not come. `answers_s`, `picks_up_s`: to take an offer, and then the phone. `helps`: customers who
    reach an agent and are helped. `chats`: at once. `bilingual`: speak both languages; the rest are split evenly. `marks`: talks
    after which the agent says what each fact handed over was worth; of these facts some were `wrong` or `asked_again`.
    """

    agents: int = 8
    out: int = 0
    talk_s: float = 240.0
    spread: float = 0.8
    wrap_s: float = 30.0
    answers_s: float = 3.0
    picks_up_s: float = 4.0
    declines: float = 0.01
    misses: float = 0.01
    helps: float = 0.88
    chats: int = 3
    bilingual: float = 1.0
    marks: float = 0.5
    wrong: float = 0.02
    asked_again: float = 0.06
    shifts: tuple[Shift, ...] = (Shift(begins=8.0, ends=16.5, share=0.6), Shift(begins=11.5, ends=20.0, share=0.4))


NEEDS: Mapping[str, float] = {
    "order_status": 0.42, "return_item": 0.2, "delivery_problem": 0.08, "refund_status": 0.07, "product_question": 0.07,
    "invoice": 0.05, "cancel_order": 0.04, "complaint": 0.04, "contact_hours": 0.03,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One story. `contacts`: on an ordinary day; `volume`: so many times that. `begins`: the first day, YYYY-MM-DD.

    `hours`: weight of each hour of the day, `week`: of Monday to Sunday, `levels`: how much days differ by chance.
    `needs`, `channels`, `languages`: shares. `answered_within_s`: the service level's limit.
    """

    name: str = "An ordinary month"
    begins: str = "2026-03-02"
    days: int = 1
    contacts: float = 700.0
    volume: float = 1.0
    zone: str = "UTC"
    levels: float = 0.08
    customers: int = 4000
    answered_within_s: float = 20.0
    hours: tuple[float, ...] = HOURS
    week: tuple[float, ...] = WEEK
    channels: Mapping[str, float] = field(default_factory=lambda: {"voice": 0.6, "chat": 0.4})
    languages: Mapping[str, float] = field(default_factory=lambda: {"en": 0.5, "zh": 0.5})
    needs: Mapping[str, float] = field(default_factory=lambda: dict(NEEDS))
    callers: Callers = Callers()
    bot: Bot = Bot()
    shop: Shop = Shop()
    staff: Staff = Staff()

    def __post_init__(self) -> None:
        for what, fault in _faults(self):
            raise BadScenario(f"In the scenario, {what} {fault}.")


def _faults(scenario: Scenario) -> Iterable[tuple[str, str]]:
    if len(scenario.hours) != 24 or len(scenario.week) != 7:
        yield "hours and week", "need 24 and 7 weights"
    for name in ("hours", "week", "channels", "languages", "needs"):
        value = getattr(scenario, name)
        weights = list(value.values() if isinstance(value, Mapping) else value)
        if min(weights, default=0.0) < 0 or sum(weights) <= 0:
            yield name, "needs weights of nought or more, not all nought"
    try:
        date.fromisoformat(scenario.begins)
    except ValueError:
        yield "begins", "should be a day such as 2026-03-02"
    try:
        ZoneInfo(scenario.zone)
    except (ZoneInfoNotFoundError, ValueError):
        yield "zone", "should be a time zone such as Asia/Shanghai"
    known = {"channels": ("voice", "chat"), "languages": ("en", "zh"), "needs": tuple(NEEDS)}
    for name, names in known.items():
        for key in getattr(scenario, name):
            if key not in names:
                yield name, f"names '{key}'; there are {', '.join(names)}"
    if scenario.days < 1 or scenario.customers < 1 or scenario.contacts < 0 or scenario.volume < 0:
        yield "days, customers, contacts and volume", "can't be less than nothing"
    if not 0 <= scenario.staff.out <= scenario.staff.agents:
        yield "staff.out", "can't be more than staff.agents"


def read_scenario(text: str, changes: Iterable[str] = ()) -> Scenario:
    """The scenario a YAML file holds; `changes` such as `staff.out=2` replace what it says. Raises BadScenario."""
    data = _yaml(text) or {}
    if not isinstance(data, Mapping):
        raise BadScenario("A scenario is a table, such as 'contacts: 1500'.")
    data = {str(key): value for key, value in data.items()}
    for change in changes:
        _change(data, change)
    if "begins" in data:
        data["begins"] = str(data["begins"])
    _check_names(Scenario, data, "")
    try:
        read = decode(Scenario, data)
    except NotDecodable as error:
        raise BadScenario(f"In the scenario, {str(error).replace('$.', '')}") from error
    assert isinstance(read, Scenario)
    return read


def _yaml(text: str) -> Any:
    try:
        return yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise BadScenario(f"The scenario is no YAML: {error}") from error


def _change(data: dict[str, Any], change: str) -> None:
    """Put `name.name=value` in its place."""
    name, is_one, value = change.partition("=")
    if not is_one:
        raise BadScenario(f"'{change}' changes nothing; write it as 'staff.out=2'.")
    *tables, last = name.strip().split(".")
    for table in tables:
        inner = data.get(table, {})
        data[table] = dict(inner) if isinstance(inner, Mapping) else {}
        data = data[table]
    data[last] = _yaml(value)


def _check_names(cls: type, data: Mapping[Any, Any], within: str) -> None:
    """Every key is a field; a wrong one is told with the one that was probably meant."""
    hints = get_type_hints(cls)
    for key, value in data.items():
        if key not in hints:
            near = difflib.get_close_matches(str(key), list(hints), n=1)
            hint = f"; did you mean '{near[0]}'?" if near else f"; there are {', '.join(hints)}."
            raise BadScenario(f"In the scenario, '{within}{key}' is nothing that is known{hint}")
        inner = hints[key]
        if dataclasses.is_dataclass(inner) and isinstance(inner, type) and isinstance(value, Mapping):
            _check_names(inner, value, f"{within}{key}.")
