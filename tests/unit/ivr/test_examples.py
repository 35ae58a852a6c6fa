"""What authors copy works: each example goes through the check as it stands, beside the shipped flows."""

import textwrap
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from actions import TASKS
from frontdesk.ivr.loader import Source, read_book, read_files
from frontdesk.ivr.read_nodes import KINDS
from frontdesk.ivr.schema import flow_schema
from frontdesk.ivr.schema_examples import EXAMPLES

from .bench import ROOT, SHIPPED

PAGE = (ROOT / "docs" / "reference" / "flow-nodes.md").read_text(encoding="utf-8")
FLOWS = {source.name: source.text for source in read_files([SHIPPED])}
SUBFLOW = {"call": ("call", "return"), "return": ("call", "return")}  # the one is nothing without the other
BEGIN = {"message": "ask_message"}  # where an example of several nodes begins, if not at the first
OPTION = "      - {key: 4, label: trouble.menu, goto: more.%s}\n"


def flows_with(kind: str) -> dict[str, str]:
    """The shipped flows with a new file of these nodes, a menu option that leads there, their prompts and words."""
    texts = dict(FLOWS)
    for one in SUBFLOW.get(kind, (kind,)):
        example = EXAMPLES[one]
        name = "day.yml" if one == "return" else "more.yml"
        start = "start: begin\n" if one == "return" else ""
        texts[name] = f"{start}nodes:\n{textwrap.indent(example.nodes, '  ')}"
        for head, added in (("prompts", example.prompts), ("words", example.words)):
            for lang, lines in added.items():
                file = f"prompts/{lang}.yml"
                texts[file] = texts[file].replace(f"\n{head}:\n", f"\n{head}:\n{textwrap.indent(lines, '  ')}", 1)
    first = BEGIN.get(kind) or next(iter(EXAMPLES[SUBFLOW.get(kind, (kind,))[0]].all()))
    texts["main.yml"] = texts["main.yml"].replace("      - {key: 3", f"{OPTION % first}      - {{key: 3", 1)
    return texts


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_passes_the_check(kind: str) -> None:
    """Pasted as it stands it has no mistake, and nothing to be warned of."""
    issues = read_book([Source(name, name, text) for name, text in flows_with(kind).items()], TASKS).issues
    assert [str(issue) for issue in issues] == []


@pytest.mark.parametrize("kind", KINDS)
def test_an_example_is_of_its_kind(kind: str) -> None:
    """It is what its heading says, an editor offers it, and the author's page shows it as it is."""
    schema: Any = flow_schema()
    shown = schema["$defs"][f"node_{kind}"]["examples"]
    assert kind in shown[0]
    Draft202012Validator(schema).validate({"nodes": {**EXAMPLES[kind].all(), "other": shown[0]}})
    assert f"```yaml\n{textwrap.indent(EXAMPLES[kind].nodes, '  ')}```" in PAGE
