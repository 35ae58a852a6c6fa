"""The check as people use it: folders in, one report out."""

from pathlib import Path

import pytest

from actions import TASKS as REAL
from frontdesk.ivr.check import check
from frontdesk.ivr.codes import CODES
from frontdesk.ivr.loader import FlowsBroken, load_book

from .bench import ROOT, SHIPPED


def copy(folder: Path) -> Path:
    """The shipped flows, to be broken."""
    for file in SHIPPED.rglob("*.yml"):
        there = folder / file.relative_to(SHIPPED)
        there.parent.mkdir(exist_ok=True, parents=True)
        there.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def test_the_shipped_flows_have_no_mistake() -> None:
    """Nothing, not even a warning, against the real tasks."""
    report = check([SHIPPED], REAL)
    assert report.ok
    assert report.issues == ()
    assert "0 mistakes, 0 warnings" in str(report)


def test_all_mistakes_come_at_once_with_their_places(tmp_path: Path) -> None:
    """Two files, two mistakes, one run; file:line:column first, as editors like it."""
    flows = copy(tmp_path)
    main = flows / "main.yml"
    main.write_text(
        main.read_text(encoding="utf-8").replace("goto: recording}", "goto: recoring}", 1), encoding="utf-8"
    )
    orders = flows / "orders.yml"
    orders.write_text(orders.read_text(encoding="utf-8").replace("      late:", "      lat:", 1), encoding="utf-8")
    report = check([flows], REAL)
    assert not report.ok
    assert [issue.code for issue in report.issues] == ["FLOW010", "FLOW033", "FLOW031"]
    first, _, last, _ = str(report).splitlines()
    assert first.startswith(f"{main}:")
    assert "did you mean 'recording'" in first
    assert last.startswith(f"{orders}:")
    assert "did you mean 'late'" in last


def test_a_file_that_cannot_be_read_hides_no_mistake_of_the_others(tmp_path: Path) -> None:
    """What stands wrong in another file is told in the same run; what that lacks of the unreadable one is not."""
    flows = copy(tmp_path)
    orders, hours = flows / "orders.yml", flows / "hours.yml"
    orders.write_text(orders.read_text(encoding="utf-8") + "\n  x: [unclosed\n", encoding="utf-8")
    hours.write_text(hours.read_text(encoding="utf-8") + "hoors: {}\n", encoding="utf-8")
    first, second = check([flows], REAL).issues
    assert (first.file, second.file, second.code) == (str(hours), str(orders), "FLOW001")
    assert "hoors" in first.message


def test_one_file_is_checked_with_its_folder(tmp_path: Path) -> None:
    """An author checks the file they edit; its prompts lie elsewhere."""
    flows = copy(tmp_path)
    assert check([flows / "main.yml"], REAL).ok
    assert check([flows / "prompts" / "en.yml"], REAL).ok


def test_unreadable_input_is_an_issue_too(tmp_path: Path) -> None:
    """No folder, no main.yml, a file that is no text: told, never a stack trace."""
    assert next(issue.code for issue in check([tmp_path / "none"], REAL).issues) == "FLOW009"
    assert not check([tmp_path], REAL).ok
    (tmp_path / "main.yml").write_bytes(b"start: \xff\xfe menu\n")
    assert [i.code for i in check([tmp_path], REAL).issues if i.code == "FLOW001"] == ["FLOW001"]


def test_broken_flows_are_never_used(tmp_path: Path) -> None:
    """Loading for use refuses what the check would refuse, with the whole list."""
    flows = copy(tmp_path)
    (flows / "prompts" / "zh.yml").unlink()
    (flows / "main.yml").write_text("nodes: {}\n", encoding="utf-8")
    with pytest.raises(FlowsBroken, match="FLOW"):
        load_book(flows, REAL)


def test_every_code_is_in_the_reference() -> None:
    """`docs/reference/flow-checks.md` lists each code with its title."""
    page = (ROOT / "docs" / "reference" / "flow-checks.md").read_text(encoding="utf-8")
    assert [line for line in page.splitlines() if line.startswith("| FLOW")] == [
        f"| {code} | {title} |" for code, title in CODES.items()
    ]
