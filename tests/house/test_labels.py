"""What the pages show of the bot has words in both languages."""

import re

import yaml

from tests.house.tree import ROOT


def test_every_intent_has_words() -> None:
    """Else the board's story would show an intent's code, in English, on a Chinese page."""
    domain = yaml.safe_load((ROOT / "bot" / "domain" / "intents.yml").read_text(encoding="utf-8"))
    intents = {name if isinstance(name, str) else next(iter(name)) for name in domain["intents"]}
    goals = re.search(
        r"\n  goal: \{(.*?)\n  \},", (ROOT / "web/src/staff/words.ts").read_text(encoding="utf-8"), re.DOTALL
    )
    assert goals is not None
    assert intents - set(re.findall(r"^ +(\w+): \[", goals[1], re.MULTILINE)) == set()
