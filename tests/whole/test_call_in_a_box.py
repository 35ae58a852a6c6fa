"""`frontdesk call`: the example of the how-to runs against a real server, and a call that goes otherwise fails."""

import re
from pathlib import Path

import pytest

from frontdesk.app.call import NotAsExpected, follow
from frontdesk.app.call_script import BadScript, read_call
from frontdesk.app.house import House
from tests.house.tree import ROOT

HOW_TO = (ROOT / "docs/how-to/test-a-call.md").read_text(encoding="utf-8")


def script(folder: Path, text: str) -> Path:
    path = folder / "call.yml"
    path.write_text(text, encoding="utf-8")
    return path


async def test_the_how_tos_script(house: House, tmp_path: Path) -> None:
    """The talk is printed, and goes as written."""
    (text,) = re.findall(r"^```yaml\n(.*?)^```", HOW_TO, re.MULTILINE | re.DOTALL)
    told: list[str] = []
    await follow(read_call(script(tmp_path, text)), house.settings, "", told.append)
    assert told[0] == "— An order by keypad"
    assert any(line.startswith("  service  ") and "1 0 0 2 3" in line for line in told)
    assert "   caller  press: 10023" in told


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ("- expect: Never said\n- hang_up", "line 2"),
        ("- expect: Welcome\n- press: 1\n- expect: {never: What can I do}", "line 4: It said what it should not"),
        ("- press: 1\n- expect: {hears: Goodbye, call: ended}", "line 3"),
    ],
)
async def test_a_call_that_goes_otherwise_fails(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, steps: str, why: str
) -> None:
    """The line of the script that was not met is named."""
    monkeypatch.setattr("frontdesk.app.call.PATIENCE_S", 2.0)
    text = "steps:\n" + "".join(f"  {line}\n" for line in steps.splitlines())
    with pytest.raises(NotAsExpected, match=why):
        await follow(read_call(script(tmp_path, text)), house.settings, "", lambda _: None)


async def test_who_calls_with_other_settings_is_told(house: House, tmp_path: Path) -> None:
    """The server does not believe what was signed for another address: that is said, and what to do."""
    elsewhere = house.settings.model_copy(update={"public_base_url": "https://elsewhere.example"})
    with pytest.raises(NotAsExpected, match=r"status 403.*give this command the server's settings"):
        await follow(
            read_call(script(tmp_path, "steps:\n  - expect: Welcome\n")), elsewhere, house.settings.base_url, print
        )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("steps:\n  - prss: 1\n", "'prss' is no step"),
        ("steps:\n  - press: one\n", "press .keys."),
        ("steps:\n  - expect: {call: lost}\n", "listening, held, connected, ended"),
        ("stepps: []\n", "'steps'"),
        ("steps: [\n", "call.yml"),
    ],
)
def test_a_mistake_in_a_script_is_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    """Where it is and what would be right."""
    with pytest.raises(BadScript, match=why):
        read_call(script(tmp_path, text))
