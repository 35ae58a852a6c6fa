"""The reference page of the kinds of node: what each does, an example to copy, its keys. From the schema editors use."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import indent
from typing import Any

from reference_blocks import page, such_as, table

from frontdesk.ivr.schema import flow_schema
from frontdesk.ivr.schema_examples import EXAMPLES, Example
from frontdesk.ivr.schema_nodes import KEYS, MANNERS, PATIENCE

SHARED = {**KEYS, **PATIENCE, **MANNERS}


def nodes() -> str:
    """Every kind of node."""
    kinds = flow_schema()["$defs"]
    blocks = [
        "Copy an example, with the two spaces before it, below `nodes:` of a file in `ivr_flows/`, change its names, lead to it "
        "by a `goto`, and run `frontdesk check`. Each of them passes the check as it stands, beside the shipped flows. Its "
        "prompts and words, where there are any, go under `prompts:` and `words:` of `prompts/en.yml` and `prompts/zh.yml`. How "
        "flows are written at all is told in [the authors' README](../../ivr_flows/README.md).",
    ]
    for kind, example in EXAMPLES.items():
        schema = kinds[f"node_{kind}"]
        own = {name: key for name, key in schema["properties"].items() if name not in SHARED}
        blocks += [f"## {kind}", schema["description"], f"```yaml\n{indent(example.nodes, '  ')}```", *_words(example)]
        blocks += [table(("key", "what it says", "such as"), _rows(own, schema["required"]))]
    blocks += ["## Keys of any node", table(("key", "what it says", "such as"), _rows(KEYS, ()))]
    asking = {**PATIENCE, **MANNERS}
    blocks += ["## Keys of `menu` and `collect`", table(("key", "what it says", "such as"), _rows(asking, ()))]
    return page("The kinds of node", *blocks)


def _words(example: Example) -> Iterator[str]:
    """What is to be added to each language's file."""
    for lang in sorted({*example.prompts, *example.words}):
        parts = (("words", example.words.get(lang)), ("prompts", example.prompts.get(lang)))
        shown = "\n".join(f"{head}:\n{indent(lines, '  ')}" for head, lines in parts if lines)
        yield f"In `prompts/{lang}.yml`:\n\n```yaml\n{shown}```"


def _rows(keys: Mapping[str, Any], required: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    for name, key in keys.items():
        needed = " Needed." if name in required else ""
        yield f"`{name}`", f"{key['description']}{needed}", such_as(key, 8)
