"""What the authors' README shows works as shown."""

import re

from actions import TASKS
from frontdesk.ivr.loader import Source, read_book, read_files
from frontdesk.ivr.read_nodes import KINDS

from .bench import SHIPPED

README = (SHIPPED / "README.md").read_text(encoding="utf-8")


def test_the_option_of_the_readme_can_be_added() -> None:
    """Pasted into the main menu with its prompts and words, the check has nothing to say but that menus grow long."""
    option, hours = re.findall(r"```yaml\n(.*?)```", README, re.S)
    sources = {source.name: source for source in read_files([SHIPPED])}

    def changed(name: str, old: str, new: str) -> None:
        source = sources[name]
        assert old in source.text
        sources[name] = Source(name, name, source.text.replace(old, new, 1))

    changed("main.yml", "      - {key: 3", f"      {option}      - {{key: 3")
    for name in ("prompts/en.yml", "prompts/zh.yml"):
        changed(name, "\nwords:\n", "\nwords:\n  menu.address: [address, 地址]\n")
        changed(name, "\nprompts:\n", "\nprompts:\n  menu.address: address\n")
    sources["hours.yml"] = Source("hours.yml", "hours.yml", hours)
    assert read_book(list(sources.values()), TASKS).issues == ()


def test_every_kind_of_node_is_in_the_table() -> None:
    """The table of the README has a row for each kind there is."""
    assert re.findall(r"^\| `(\w+): ", README, re.M) == list(KINDS)
