"""The book of flows: flows of nodes, hours, locales, queues, and what they say together. Values only; nothing runs here."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from frontdesk.core.rooms import State
from frontdesk.core.words import Phrase
from frontdesk.ivr.calm import Calms
from frontdesk.ivr.hours import Hours
from frontdesk.ivr.locale import Locale
from frontdesk.ivr.manners import Patience
from frontdesk.ivr.marks import Mark, Marked, looked_up
from frontdesk.ivr.nodes import Node, Target
from frontdesk.ivr.phrase import Prompt
from frontdesk.ivr.queues import Queue, QueuesKept

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """One file of nodes. `home` is the node to come back to when a talk with the bot ends without another way back."""

    name: str
    at: Mark
    start: Target
    home_target: Target
    nodes: Mapping[str, Node]

    @property
    def home(self) -> str:
        return self.home_target.node


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBook(QueuesKept):
    """One version of the flows with their prompts. `human` is the queue that `0` leads to from anywhere.

    `zone` is where "today" is meant when a customer names a day.
    """

    version: str
    flows: Mapping[str, Flow]
    hours: Mapping[str, Hours]
    locales: Mapping[str, Locale]
    human: Marked | None = None
    zone: str = "UTC"
    back_key: Marked | None = None
    queues: Mapping[str, Queue] = field(default_factory=dict)
    calms: Calms = field(default_factory=Calms)
    _found: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """What is the same whoever asks: worked out the first time, then kept with the book."""
        if key not in self._found:
            self._found[key] = work()
        return self._found[key]  # type: ignore[no-any-return]  # what `work` gave

    def timeout_s(self, patience: Patience, state: State) -> float:
        """How long to wait for this customer at a question of this patience."""
        calm = self.calms.of(state.lang, state.caller)
        return patience.timeout_s if patience.own_timeout else calm.timeout_s or patience.timeout_s

    def tries(self, patience: Patience, state: State) -> int:
        """After how many silences and misses a human is called for this customer; never more than there are words for."""
        return min(patience.tries, self.calms.of(state.lang, state.caller).tries or patience.tries)

    def today(self, at: float) -> date:
        """The calendar day at `at` (epoch seconds) where the book is at home."""
        return datetime.fromtimestamp(at, ZoneInfo(self.zone)).date()

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        """The prompt `key` in `lang`, or in the first language of the book when it doesn't speak that one."""
        locale = self.locales.get(lang) or next(iter(self.locales.values()))
        prompts: Mapping[Any, Prompt] = locale.prompts
        return prompts[key].render(values or {})

    def words(self, key: str) -> tuple[str, ...]:
        """What counts as saying `key`, in every language of the book."""
        return self.once(("words", key), lambda: tuple(w for lang in self.locales for w in self.words_in(key, lang)))

    def words_in(self, key: str, lang: str) -> tuple[str, ...]:
        """What counts as saying `key` in one language: hints for a recogniser."""
        return self.once(("words", key, lang), lambda: self._words_in(key, lang)) if lang in self.locales else ()

    def _words_in(self, key: str, lang: str) -> tuple[str, ...]:
        return tuple(map(str, looked_up(self.locales[lang].words, key) or ()))

    def node(self, flow: str, name: str) -> Node | None:
        book = self.flows.get(flow)
        return book.nodes.get(name) if book else None

    def nodes(self) -> Iterator[Node]:
        """Every node of every flow, in the order they were written."""
        for flow in self.flows.values():
            yield from flow.nodes.values()
