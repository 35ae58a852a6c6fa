"""A trial as its file holds it: how the contact begins, what is done, what is expected. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.core.inputs import Channel
from frontdesk.ivr.marks import NOWHERE, Mark
from frontdesk.ivr.trial.do import Do


@dataclass(frozen=True, slots=True, kw_only=True)
class Expect:
    """What must hold where it stands; what is not named may be anything."""

    says: tuple[str, ...] = ()
    says_not: tuple[str, ...] = ()
    node: str | None = None
    task: str | None = None
    waits: str | None = None
    queue: str | None = None
    lang: str | None = None
    buttons: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the file and where it stands."""

    does: Do | Expect
    at: Mark = NOWHERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """One trial. `settled`: the language needs no asking; `recorded`: the house records calls; `caller`: the number;
    `facts` are known before."""

    title: str
    channel: Channel = "voice"
    lang: str = "en"
    caller: str | None = None
    settled: bool = False
    recorded: bool = False
    facts: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    at: Mark = NOWHERE
