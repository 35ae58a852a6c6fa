"""Words that say their own name, so that a test reads which prompt was said."""

from collections.abc import Mapping

from frontdesk.core.words import SYSTEM_PROMPTS, Phrase


class NamedWords:
    """`system.wait_position` with position 2 says "[system.wait_position position=2]"."""

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        if key not in SYSTEM_PROMPTS:
            raise KeyError(key)
        shown = "".join(f" {name}={value}" for name, value in sorted((values or {}).items()))
        return Phrase(text=f"[{key}{shown}]", spoken=f"[{key}{shown}]")
