"""What owners edit besides the flows is looked at before anybody meets it: answers, replies, targets."""

from pathlib import Path
from typing import Any

from frontdesk.app.edited import mistakes
from frontdesk.app.settings import Settings
from tests.house.tree import ROOT


def settings(folder: Path) -> Settings:
    given: Any = {"desk_dir": folder / "desk", "targets_file": folder / "targets.yml"}
    return Settings(**given)


def test_what_we_ship_has_no_mistake_and_a_missing_file_is_none(tmp_path: Path) -> None:
    """The answers, replies and targets of the repository; and none of them at all."""
    given: Any = {"desk_dir": ROOT / "desk", "targets_file": ROOT / "targets.yml"}
    assert mistakes(Settings(**given), ROOT / "bot" / "knowledge") == []
    assert mistakes(settings(tmp_path), tmp_path / "none", tmp_path / ".env") == []


def test_every_mistake_is_told_with_its_file(tmp_path: Path) -> None:
    """No YAML: the line; an entry that lacks something, a figure that is none: its name. All of them at once."""
    (tmp_path / "desk").mkdir()
    (answers := tmp_path / "answers").mkdir()
    (tmp_path / "desk" / "replies.yml").write_text("- id: hello\n  title: [", encoding="utf-8")
    (tmp_path / "targets.yml").write_text("targets: {self_servise: {at_least: 0.4}, fcr: 3}\n", encoding="utf-8")
    (answers / "en.yml").write_text("entries:\n  - id: fee\n    ask: [what is the fee]\n", encoding="utf-8")
    (answers / "zh.yml").write_text('entries:\n  - id: "fee\n', encoding="utf-8")
    told = mistakes(settings(tmp_path), answers)
    assert [sentence.removeprefix(f"{tmp_path}/") for sentence in told] == [
        "answers/en.yml: fee needs `answer`, what is told.",
        "answers/zh.yml:3: this is not YAML; look at the quotes, colons and columns there.",
        "desk/replies.yml:2: this is no YAML; look at the brackets, quotes and columns there.",
        "targets.yml: fcr: give `at_least`, `at_most` or both, such as {at_least: 0.4}.",
        told[-1].removeprefix(f"{tmp_path}/"),
    ]
    assert "targets.yml:1: self_servise names nothing here; did you mean self_service? Known are " in told[-1]


def test_what_names_nothing_is_told_with_its_line_and_what_is_known(tmp_path: Path) -> None:
    """Nobody else would tell: an answer that leads nowhere, a reply for what never comes, a key or a file not read."""
    (tmp_path / "desk").mkdir()
    (answers := tmp_path / "answers").mkdir()
    entry = "    ask: [what is the fee]\n    answer: None.\n"
    (answers / "en.yml").write_text(f"entries:\n  - id: fee\n    leads_to: refund\n{entry}    word: [x]\n", "utf-8")
    (answers / "fr.yml").write_text(f"entries:\n  - id: fee\n{entry}    leads_to:\n", "utf-8")
    both = "{en: Hi, zh: 您好}"
    reply = f"- id: hello\n  title: {both}\n  text: {both}\n  when:\n    - shop_down\n    - shop_dwon\n"
    reply += "  facts:\n    order_state: [delayd]\n    order_stat: lost\n    verified: no\n"
    (tmp_path / "desk" / "replies.yml").write_text(reply, "utf-8")
    (tmp_path / "targets.yml").write_text("target: {fcr: {at_least: 0.4}}\n", "utf-8")
    told = [one.removeprefix(f"{tmp_path}/") for one in mistakes(settings(tmp_path), answers)]
    assert told[0].startswith("answers/en.yml:3: fee: leads_to: refund names nothing here; ")
    assert "refund_request, refund_status" in told[0]
    assert told[1:3] == [
        "answers/en.yml:6: fee: word names nothing here; did you mean words? Known are answer, ask, first, id, leads_to, words.",
        "answers/fr.yml: nobody is told this; files are named for the languages spoken, en and zh.",
    ]
    assert told[3].startswith("desk/replies.yml:6: hello: when: shop_dwon names nothing here; did you mean shop_down?")
    assert told[4].startswith(
        "desk/replies.yml:8: hello: facts: order_state: delayd names nothing here; did you mean delayed?"
    )
    assert told[5].startswith(
        "desk/replies.yml:9: hello: facts: order_stat names nothing here; did you mean order_state?"
    )
    assert told[6:] == ["targets.yml:1: target names nothing here; did you mean targets? Known are targets."]


def test_a_key_that_is_a_list_is_told(tmp_path: Path) -> None:
    """YAML allows it; nothing of ours has such a name."""
    (answers := tmp_path / "answers").mkdir()
    (answers / "en.yml").write_text("? [a]\n: 1\n", encoding="utf-8")
    assert mistakes(settings(tmp_path), answers)[0].endswith("en.yml:1: this names nothing here; known are entries.")


def test_a_broken_targets_file_leaves_the_usual_targets(tmp_path: Path) -> None:
    """The line is told."""
    (tmp_path / "targets.yml").write_text("targets:\n  fcr: [\n", encoding="utf-8")
    (told,) = mistakes(settings(tmp_path), tmp_path / "none")
    assert told.endswith("targets.yml:3: this is not YAML; look at the brackets, quotes and columns there.")


def test_a_misspelt_setting_is_told(tmp_path: Path) -> None:
    """It would be passed over, and the default hold. Names of other programs are theirs."""
    (env := tmp_path / ".env").write_text(
        "SURVEY_SHAR=1\nport=81\nCOMPOSE_PROJECT_NAME=x\n# SURVEY_SHRE=1\n", encoding="utf-8"
    )
    (told,) = mistakes(settings(tmp_path), tmp_path / "none", env)
    assert told == f"{env}: there is no setting SURVEY_SHAR; did you mean SURVEY_SHARE?"
