"""The project's own files, as the house tests look at them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ("frontdesk", "handoff", "actions", "migrations")
NOT_TEXT = {".png", ".webp", ".ico", ".woff2", ".wav", ".mp3", ".lock"}
NOT_OURS = {"package-lock.json", "LICENSE"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project: what git tracks, and what is new and not ignored."""
    listing = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    found = subprocess.run(listing, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(path for name in sorted(filter(None, found.split("\0"))) if (path := ROOT / name).is_file())


def python(*folders: str) -> tuple[Path, ...]:
    """The Python files under these folders."""
    return tuple(p for p in files() if p.suffix == ".py" and name(p).split("/", maxsplit=1)[0] in folders)


def texts() -> tuple[Path, ...]:
    """Files people write by hand."""
    return tuple(p for p in files() if p.suffix not in NOT_TEXT and p.name not in NOT_OURS)


def name(path: Path) -> str:
    """A file's path as the project says it."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """A Python file as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file, inner ones and methods too."""
    return [node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
