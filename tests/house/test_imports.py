"""Imports that import-linter can't see: what a process really loads, and single files of `actions`."""

import ast
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import grimp

from tests.house.tree import ROOT, name, parsed, python

HEAVY = ("rasa", "rasa_sdk", "tensorflow", "sklearn", "skops")
SERVING = ("aiohttp", "sqlalchemy", "twilio", "socketio", "frontdesk.adapters", "frontdesk.channels")
SELDOM = ("alembic", "authlib", "joserfc", "frontdesk.adapters.redis", "numpy")


def test_the_front_desk_loads_neither_rasa_nor_tensorflow() -> None:
    """The front desk's process, with its doors and its command line, starts without the machinery of the bot."""
    code = (
        "import sys, frontdesk.app.bootstrap, frontdesk.app.doors, frontdesk.app.cli, frontdesk.app.up\n"
        f"print(*[m for m in {HEAVY!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_a_start_loads_only_what_it_needs() -> None:
    """A killed server is back soon: the command line waits for nothing that serves, and a house without a company log-in and
    with nothing to migrate loads the means of neither."""
    code = (
        "import sys, frontdesk.app.cli\n"
        f"print(*[m for m in {SERVING!r} if m in sys.modules])\n"
        "import frontdesk.app.up\n"
        f"print(*[m for m in {SELDOM!r} if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == ([], "")


def test_only_the_wrappers_of_actions_know_rasa_sdk() -> None:
    """In `actions/`, only the room `talk` imports rasa_sdk: a menu runs the same tasks without it."""
    wrong = [
        name(path)
        for path in python("actions")
        if not name(path).startswith("actions/talk/")
        and "rasa_sdk" in {root.split(".", maxsplit=1)[0] for root in _imports(path)}
    ]
    assert not wrong, "\n".join(wrong)


def test_no_files_import_each_other() -> None:
    """No imports run in a circle, not even those made for types alone."""
    graph = grimp.build_graph("frontdesk", "handoff", "actions", exclude_type_checking_imports=False, cache_dir=None)
    rooms = {module: graph.find_modules_directly_imported_by(module) for module in graph.modules}
    tuple(TopologicalSorter(rooms).static_order())  # raises CycleError, which names the circle


def test_import_contracts_hold() -> None:
    """The directions of `[tool.importlinter]` in pyproject.toml hold."""
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
