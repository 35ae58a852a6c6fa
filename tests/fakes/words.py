"""Words that say their own name, so that a test reads which prompt was said."""

from collections.abc import Mapping
from dataclasses import replace

from frontdesk.core.queues import QueueRules
from frontdesk.core.words import SYSTEM_PROMPTS, Phrase


class NamedWords:
    """`system.wait_position` with position 2 says "[system.wait_position position=2]".

    Queues are open until `closes` and from `opens` on; always without.
    """

    def __init__(self, rules: QueueRules | None = None, *, opens: float | None = None, closes: float = 0.0) -> None:
        self._rules, self._opens, self._closes = rules or QueueRules(), opens, closes

    def rules(self, queue: str) -> QueueRules:
        return replace(self._rules, name=queue)

    def staffed_at(self, queue: str, at: float) -> bool:
        return self._opens is None or at >= self._opens or at < self._closes

    def opens_at(self, queue: str, at: float) -> float:
        return at if self._opens is None or self.staffed_at(queue, at) else self._opens

    def hours_told(self, queue: str, at: float) -> Mapping[str, str]:
        if self._opens is None or at >= self._opens:
            return {}
        return {"opens": str(self._opens)} | ({"closes": str(self._closes)} if at < self._closes else {})

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        if key not in SYSTEM_PROMPTS:
            raise KeyError(key)
        shown = "".join(f" {name}={value}" for name, value in sorted((values or {}).items()))
        return Phrase(text=f"[{key}{shown}]", spoken=f"[{key}{shown}]")
