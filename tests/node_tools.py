"""What tests use of Node: packages of tests/node, installed once."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import missing

FOLDER = Path(__file__).parent / "node"


def installed() -> Path:
    """The folder with its packages."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        missing("Node, for the packages of tests/node")
    assert npm is not None
    if not (FOLDER / "node_modules" / ".package-lock.json").is_file():
        done = subprocess.run([npm, "ci", "--no-audit", "--no-fund"], cwd=FOLDER, capture_output=True, check=False)
        if done.returncode != 0:
            missing(f"the packages of tests/node ({done.stderr.decode(errors='replace')[-300:]})")
    return FOLDER


@contextmanager
def openid_provider(people: Mapping[str, Mapping[str, Any]], back: str, secret: str) -> Iterator[str]:
    """A real OpenID provider whose people are these claims by id; yields its issuer."""
    env = {**os.environ, "PEOPLE": json.dumps(people), "BACK": back, "SECRET": secret}
    with subprocess.Popen(
        ["node", "provider.mjs"], cwd=installed(), env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().decode().strip()
        finally:
            process.terminate()
