"""An alert tells what happened meanwhile: incidents first, then what was published."""

from frontdesk.record.alerts import beside


def test_what_happened_meanwhile() -> None:
    """Three are named, the newest incidents first; more are counted; without any the sentence is as it was."""
    said = {"en": "Missed.", "zh": "未达标。"}
    published = [{"at": float(n), "kind": "publish", "en": f"flows {n}", "zh": f"流程 {n}"} for n in range(3)]
    incident = {"at": 0.5, "kind": "incident", "en": "“down”", "zh": "“故障”"}
    assert beside(said, []) == said
    assert beside(said, [*published, incident]) == {
        "en": "Missed. Meanwhile: incident “down”; flows 2; flows 1; and 1 more.",
        "zh": "未达标。期间：事故“故障”；流程 2；流程 1；另有 1 件。",
    }
