"""What the pages show of the bot has words in both languages."""

import re

import yaml

from actions import TASKS
from actions.plans import PLANS
from frontdesk.ivr.draw import labels
from tests.house.tree import ROOT


def test_every_intent_has_words() -> None:
    """Else the board's story would show an intent's code, in English, on a Chinese page."""
    domain = yaml.safe_load((ROOT / "bot" / "domain" / "intents.yml").read_text(encoding="utf-8"))
    intents = {name if isinstance(name, str) else next(iter(name)) for name in domain["intents"]}
    assert intents - set(page_words("goal")) == set()


def test_every_need_has_words() -> None:
    """What the bot is in the middle of is the customer's goal: the desk shows it."""
    assert set(PLANS) - set(page_words("goal")) == set()


def test_the_picture_and_the_pages_say_the_same() -> None:
    """Every task and each of its outcomes has words, one and the same on the flow map and in a session's story."""
    outcomes = page_words("task_outcome")
    assert {code: outcomes.get(code) for task in TASKS.values() for code in task.outcomes} == labels.OUTCOMES
    assert page_words("task") == labels.TASKS
    assert set(TASKS) == set(labels.TASKS)


def page_words(kind: str) -> dict[str, tuple[str, str]]:
    """The words of the pages, by code."""
    text = (ROOT / "web/src/staff/words.ts").read_text(encoding="utf-8")
    found = re.search(rf"\n  {kind}: \{{(.*?)\n  \}},", text, re.DOTALL)
    assert found is not None
    return {code: (en, zh) for code, en, zh in re.findall(r'^ +(\w+): \["(.*?)", "(.*?)"\]', found[1], re.MULTILINE)}
