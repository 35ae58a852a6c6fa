"""What may not stand in the project's files, and what must."""

import re
import tomllib

import pytest

from tests.house.tree import ROOT, files, name, python, texts

KINDS = ("security", "removed", "deprecated", "added", "changed", "fixed")
FOREIGN = {
    "a path of somebody's machine": r"(?<![\w.:/-])/(home|root|Users|work|tmp)/[a-z]\w*",
    "the host of a package registry": r"((pypi|pythonhosted|npmjs)[.](org|com)|npmmirror|index-url)",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE KEY-----",
    "a token": r"\b(ghp_|gho_|glpat-|xox[abp]-|AKIA|sk_live_|sk-ant-)[A-Za-z0-9_-]{10,}",
    "an account of a carrier": r"\bAC(?!(.)\1{31}|0123456789abcdef)[0-9a-f]{32}\b",
    "an open end": r"\b(TODO|FIXME|XXX|HACK)\b",
}
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "shared", "manager", "stuff", "tools", "lib"}
VAGUE_ENDINGS = ("Manager", "Helper", "Util", "Utils", "Impl", "Wrapper", "Info")
HERE = "tests/house/test_words.py"


@pytest.mark.parametrize("what", FOREIGN)
def test_nothing_foreign_stands_in_our_files(what: str) -> None:
    """No path of one machine, registry host, secret or open end is in a file people read."""
    pattern = re.compile(FOREIGN[what])
    found = [
        f"{name(path)}:{number}: {line.strip()[:100]}"
        for path in texts()
        if name(path) != HERE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_no_vague_names() -> None:
    """A module is named by the noun inside, a class by what it is; not by there being something in it."""
    vague = [name(p) for p in files() if p.suffix in (".py", ".ts") and ({p.stem} | set(p.parent.parts[-1:])) & VAGUE]
    vague += [
        f"{name(p)}: {word}"
        for p in python("frontdesk", "handoff", "actions")
        for word in re.findall(r"^class (\w+)", p.read_text(encoding="utf-8"), re.MULTILINE)
        if word.endswith(VAGUE_ENDINGS)
    ]
    assert not vague, "\n".join(vague)


def test_lint_exceptions_have_reasons() -> None:
    """Whoever silences ruff or mypy in the product names the rule; for ruff the reason stands on the line as well."""
    bare = re.compile(r"#\s*(noqa(?!: [A-Z]+[0-9]+)|noqa: [A-Z0-9, ]+$|type: ignore(?!\[))")
    found = [
        f"{name(path)}:{number}"
        for path in python("frontdesk", "handoff", "actions")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if bare.search(line)
    ]
    assert not found, "\n".join(found)


def test_the_licence_is_there_and_named() -> None:
    """Apache-2.0, as a file and in both packages' own words."""
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license"] == "Apache-2.0"
    assert '"license": "Apache-2.0"' in (ROOT / "web/package.json").read_text(encoding="utf-8")


def test_changelog_fragments_are_named_well() -> None:
    """`<issue>.<kind>.md` or `+<part>.<kind>.md`, with words inside."""
    for path in sorted((ROOT / "changelog.d").iterdir()):
        if path.name != ".gitkeep":
            assert re.fullmatch(rf"(\d+|\+[a-z0-9-]+)\.({'|'.join(KINDS)})\.md", path.name), path.name
            assert path.read_text(encoding="utf-8").strip(), path.name


def test_the_lock_files_name_no_other_registry() -> None:
    """Whoever installs gets the packages from the public registries, not from a mirror of one of us."""
    hosts = set(re.findall(r'https?://([^/"]+)', (ROOT / "uv.lock").read_text(encoding="utf-8")))
    hosts |= set(
        re.findall(r'"resolved": "https?://([^/"]+)', (ROOT / "web/package-lock.json").read_text(encoding="utf-8"))
    )
    public = re.compile(r"(pypi|files\.pythonhosted|registry\.npmjs)[.]org")
    assert all(public.fullmatch(host) for host in hosts), hosts
