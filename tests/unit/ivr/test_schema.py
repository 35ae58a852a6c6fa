"""The schema for editors agrees with the loader: same kinds, same keys, and the flows there are fit it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from actions import TASKS
from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.manners import Patience
from frontdesk.ivr.marks import NOWHERE, Marked
from frontdesk.ivr.read_basics import KEYS as BASICS
from frontdesk.ivr.read_collect import OF_FORM
from frontdesk.ivr.read_common import Given
from frontdesk.ivr.read_nodes import KINDS, read_node
from frontdesk.ivr.schema import flow_schema
from frontdesk.ivr.schema_nodes import KINDS as DESCRIBED
from frontdesk.ivr.yaml_marks import Table

from .bench import BROKEN, ROOT, SHIPPED

SCHEMA: Any = json.loads(json.dumps(flow_schema()))
GIVEN = Given(patience=Patience(), help=None, filler=(), tasks=TASKS)
FLOWS = [
    file
    for folder in (SHIPPED, ROOT / "tests/scenarios/language/flows", BROKEN / "sound")
    for file in (*folder.glob("*.yml"), *(folder / "prompts").glob("*.yml"))
]


def asked_for(entries: dict[str, str]) -> set[str]:
    """The keys the loader looks for in a node with these entries."""
    table = Table({Marked(k): Marked(v) for k, v in entries.items()}, NOWHERE)
    sheet = Sheet(table, "node 'x'", [], "main")
    read_node(Marked("x"), sheet, GIVEN)
    return sheet.asked


def test_the_schema_is_a_schema() -> None:
    """It is valid by its own draft."""
    Draft202012Validator.check_schema(SCHEMA)


def test_every_kind_is_described() -> None:
    """The same kinds, in the loader's order."""
    assert list(DESCRIBED) == list(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_a_node_is_described(kind: str) -> None:
    """What the loader reads and what the schema lists are the same keys; each is explained, texts with examples."""
    keys = asked_for({kind: "x"})
    for form in OF_FORM if kind == "collect" else ():
        keys |= asked_for({kind: "x", "as": form, "length": "2-5"})
    described = SCHEMA["$defs"][f"node_{kind}"]["properties"]
    assert set(described) == keys
    for name, schema in described.items():
        assert schema["description"], name
        assert schema.get("examples") or schema.get("enum") or "const" in schema, name


@pytest.mark.parametrize("part", SCHEMA["$defs"])
def test_every_field_has_a_description_and_an_example_that_fits(part: str) -> None:
    """Of every part of a flow, in tables within tables too; an editor that offers an example offers none with a mistake."""
    for where, schema in fields_of(SCHEMA["$defs"][part], part):
        assert schema.get("description") or "$ref" in schema, where
        assert schema.get("examples") or schema.get("enum") or "const" in schema, where
        for example in schema.get("examples", ()):
            Draft202012Validator({"$defs": SCHEMA["$defs"], **schema}).validate(example)


def fields_of(schema: Any, where: str) -> Iterator[tuple[str, Any]]:
    """Each key with its schema, and those within it."""
    for name, found in schema.get("properties", {}).items():
        yield f"{where}.{name}", found
        yield from fields_of(found, f"{where}.{name}")
    within = [schema.get(name) for name in ("additionalProperties", "items")]
    for one in (*schema.get("oneOf", ()), *(found for found in within if isinstance(found, dict))):
        yield from fields_of(one, where)


def test_the_keys_of_main_are_described() -> None:
    """What holds for all flows is in the schema of a flow."""
    assert SCHEMA["$defs"]["flow"]["properties"].keys() >= BASICS


def keyed(value: Any) -> Any:
    """As JSON has it: keys are text, dates too."""
    if isinstance(value, dict):
        return {str(k): keyed(v) for k, v in value.items()}
    return [keyed(v) for v in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", FLOWS, ids=[str(path.relative_to(ROOT)) for path in FLOWS])
def test_sound_flows_fit(path: Path) -> None:
    """An editor finds nothing to complain about in sound flows."""
    data = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    found = Draft202012Validator(SCHEMA).iter_errors(keyed(data))
    assert [f"{e.json_path}: {e.message}" for e in found] == []


@pytest.mark.parametrize("name", ["unknown_key", "two_kinds", "no_kind", "foreign_key_of_form"])
def test_slips_are_seen_while_typing(name: str) -> None:
    """A key that is none, a node of two kinds or of none: the editor marks it."""
    data = YAML(typ="safe").load((BROKEN / f"{name}.yml").read_text(encoding="utf-8"))
    fits = Draft202012Validator(SCHEMA).is_valid(data)
    assert fits == (name == "foreign_key_of_form")  # which keys go with which form is the check's to tell


@pytest.mark.parametrize("path", [path for path in FLOWS if SHIPPED in path.parents], ids=lambda path: path.name)
def test_shipped_flows_name_the_schema(path: Path) -> None:
    """The first line tells the editor, and the file is there."""
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# yaml-language-server: $schema=")
    assert (path.parent / first.partition("=")[2]).resolve() == ROOT / "docs/reference/flow.schema.json"
