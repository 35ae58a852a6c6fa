"""The carrier stands alone: it could be the telephone company."""

import ast
from pathlib import Path

import frontdesk.carrier

ALLOWED = {"aiohttp", "lxml", "multidict", "yarl"}  # multidict and yarl are aiohttp's own types


def imported(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    return froms | {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}


def test_the_carrier_imports_nothing_of_the_house() -> None:
    """Only its own modules, and of Twilio's library only the signature."""
    [folder] = frontdesk.carrier.__path__
    names = set().union(*(imported(file) for file in Path(folder).glob("*.py")))
    ours = {name for name in names if name.split(".")[0] in {"frontdesk", "handoff", "actions"}}
    assert all(name.startswith("frontdesk.carrier") for name in ours)
    assert {name for name in names if name.startswith("twilio")} == {"twilio.request_validator"}
    assert {name.split(".")[0] for name in names} >= ALLOWED
