"""The documentation's examples work: commands exist and run, links lead somewhere, code is code."""

import ast
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from frontdesk.adapters.tracing import ENDPOINTS
from frontdesk.app.cli import app
from frontdesk.app.settings import Settings
from tests.house.tree import ROOT, files, name

PAGES = tuple(
    p for p in files() if p.suffix == ".md" and not name(p).startswith(("changelog.d", "web/", "tests/", "bot/"))
)
RUN = CliRunner(env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})
RUNNABLE = {"check": "", "settings": "", "play": "1\n0\n", "migrate": "", "record rebuild": ""}
TUTORIAL = (ROOT / "docs/tutorial/first-hour.md").read_text(encoding="utf-8")
TASK = (ROOT / "docs/how-to/add-a-task.md").read_text(encoding="utf-8")


def blocks(text: str, *langs: str) -> list[str]:
    """The fenced code blocks of these languages."""
    return [body for lang, body in re.findall(r"^```(\w*)\n(.*?)^```", text, re.MULTILINE | re.DOTALL) if lang in langs]


@cache
def commands() -> dict[str, set[str]]:
    """Each command with its options."""
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    found: dict[str, set[str]] = {}
    for command, made in group.commands.items():
        parts = [made, *(made.commands.values() if isinstance(made, TyperGroup) else ())]
        options = {o for one in parts for p in one.params for o in (*p.opts, *p.secondary_opts) if o.startswith("--")}
        found[command] = options | {"--help"}
    return found


def named_commands() -> list[tuple[str, str, str]]:
    """(page, command, rest of the line) for each `frontdesk …` the documentation shows."""
    shown = re.compile(r"(?:uv run |`)frontdesk ([a-z][\w-]*)([^`\n#]*)")
    return [(name(p), m[1], m[2].strip()) for p in PAGES for m in shown.finditer(p.read_text(encoding="utf-8"))]


def test_commands_in_the_documentation_exist() -> None:
    """Every `frontdesk …` names a command there is, with options it has."""
    assert named_commands()
    for page, command, rest in named_commands():
        assert command in commands(), f"{page}: frontdesk {command}"
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in commands()[command], f"{page}: frontdesk {command} {option}"


@pytest.mark.parametrize(
    "line",
    sorted(
        {
            line
            for _, c, r in named_commands()
            if (line := f"{c} {r}".strip()).startswith(tuple(RUNNABLE)) and "…" not in r
        }
    ),
)
def test_examples_run(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples that need no server and no terminal are run as they are written."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    words = re.match(r"(?:record )?[a-z]+(?: --?[a-z]+(?: (?:zh|en)\b)?)*", line)
    assert words is not None
    args = words[0].split()
    done = RUN.invoke(app, args, input=RUNNABLE.get(args[0], ""))
    assert done.exit_code == 0, done.output


def test_make_targets_in_the_documentation_exist() -> None:
    """Every `make …` is a target; README's two commands are among them."""
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        named = re.findall(r"`make ([a-z]+)`", text) + re.findall(
            r"^make ([a-z]+)", "\n".join(blocks(text, "sh")), re.MULTILINE
        )
        assert set(named) <= targets, name(page)
    readme = blocks((ROOT / "README.md").read_text(encoding="utf-8"), "sh")[0]
    assert re.findall(r"^make ([a-z]+)", readme, re.MULTILINE) == ["up", "test"]


def test_links_lead_somewhere() -> None:
    """Every relative link is a file or folder of the project."""
    lost = [
        f"{name(page)}: {target}"
        for page in PAGES
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:")) and not (page.parent / target).exists()
    ]
    assert not lost, "\n".join(lost)


def test_every_page_can_be_found() -> None:
    """From docs/index.md, one click leads to each page but the decisions, which are a list of their own."""
    index = (ROOT / "docs/index.md").read_text(encoding="utf-8")
    named = {(ROOT / "docs" / target).resolve() for target in re.findall(r"\]\(([^)#]+)\)", index)}
    pages = {
        p for p in PAGES if name(p).startswith("docs/") and not name(p).startswith("docs/adr/") and p.name != "index.md"
    }
    assert pages <= named, [name(p) for p in pages - named]


def test_settings_in_the_documentation_exist() -> None:
    """Every setting shown with a value is one, or a standard's own variable."""
    known = {field.upper() for field in Settings.model_fields} | {"PYTHONPATH", *ENDPOINTS}
    for page in PAGES:
        for block in blocks(page.read_text(encoding="utf-8"), "sh", "env"):
            for setting in re.findall(r"^(?:export )?([A-Z_]+)=", block, re.MULTILINE):
                assert setting in known, f"{name(page)}: {setting}"


def test_code_in_the_documentation_is_code() -> None:
    """Python, JSON and YAML examples can be read as such."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for block in blocks(text, "python"):
            ast.parse(block)
        for block in blocks(text, "json"):
            json.loads(block)
        for block in blocks(text, "yaml"):
            YAML(typ="safe").load(block)


def test_the_tutorials_call_goes_as_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys of the tutorial's phone call lead to the order's state, past the words it quotes."""
    monkeypatch.chdir(ROOT)
    rows = re.findall(r'^\| "…? ?([^"]+)" \| `(\d+)`', TUTORIAL, re.MULTILINE)
    assert len(rows) == 5
    done = RUN.invoke(app, ["play"], input="".join(f"{keys}\n" for _, keys in rows))
    heard = " ".join(done.output.split())
    for words, _ in rows:
        for sentence in re.findall(r"[^.?]+[.?]", words.replace("1 0 0 2 4", "10024")):
            assert sentence.strip() in heard, sentence
    assert "delivered" in heard.split("last four digits")[-1]


def test_the_tutorials_prompt_is_there() -> None:
    """The prompt the tutorial changes exists under that name."""
    shown: dict[str, Any] = YAML(typ="safe").load(blocks(TUTORIAL, "yaml")[0])
    prompts = YAML(typ="safe").load((ROOT / "ivr_flows/prompts/en.yml").read_text(encoding="utf-8"))["prompts"]
    assert shown.keys() <= prompts.keys()


def test_the_task_guide_agrees_with_itself() -> None:
    """The example task can be imported, and the example menu has a branch for each of its outcomes."""
    space: dict[str, Any] = {}
    exec(compile(blocks(TASK, "python")[0], "cancel_order", "exec"), space)
    task = space["CancelOrder"]()
    node = YAML(typ="safe").load(blocks(TASK, "yaml")[0])["cancel"]
    assert node["action"] == task.name
    assert set(node["on"]) == {*task.outcomes, "failed", "late"}
