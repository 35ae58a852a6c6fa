"""The published form of the signed handoff webhooks is the one that is spoken."""

import json
from typing import Any, get_args

from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from frontdesk.adapters.outside.webhook import message
from frontdesk.channels.outside.webhook import DOINGS, PATH
from handoff.outside import Parcel, ParcelKind
from tests.house.tree import ROOT

API: dict[str, Any] = YAML(typ="safe").load((ROOT / "docs/reference/handoff-openapi.yml").read_text(encoding="utf-8"))


def test_the_door_and_its_description_name_the_same_paths() -> None:
    """Every doing is published, and nothing else."""
    assert set(API["paths"]) == {f"{PATH}/{doing}" for doing in DOINGS}


def test_every_message_has_the_published_form() -> None:
    """Each kind of parcel, as it is really sent."""
    schema = API["components"]["schemas"]["Message"]
    assert {f"handoff.{kind}" for kind in get_args(ParcelKind)} == set(schema["properties"]["type"]["enum"])
    for kind in get_args(ParcelKind):
        sent = Parcel(id="T:1", system="webhook", ticket="T", session="S", kind=kind, at=1.5, body={"text": "喂"})
        Draft202012Validator(schema).validate(json.loads(message(sent)))
