"""What the board is told of the house beside the record."""

from datetime import UTC

from frontdesk.adapters.memory.flows import MemoryFlowStore
from frontdesk.adapters.memory.incidents import MemoryIncidents
from frontdesk.app.board import notes, published
from frontdesk.conversation.flows import Edition


async def gone_back() -> MemoryFlowStore:
    """A house that published its flows, changed them, and went back."""
    flows = MemoryFlowStore()
    said = [("a", "as shipped"), ("b", "addresses"), ("a", "people pressed 4 for everything")]
    for at, (version, note) in enumerate(said):
        await flows.publish(Edition(version=version), at=float(at), who="olivia", note=note)
    return flows


async def test_a_version_is_named_by_its_first_publication() -> None:
    """A version is its content: who goes back publishes it again, and the calls it took before stay calls of number 1."""
    assert await published(MemoryFlowStore())() == {}
    again = {"number": 3, "at": 2.0, "note": "people pressed 4 for everything"}
    assert await published(await gone_back())() == {
        "a": {"number": 1, "at": 0.0, "note": "as shipped", "again": again},
        "b": {"number": 2, "at": 1.0, "note": "addresses", "again": None},
    }


async def test_a_note_tells_what_was_published_again() -> None:
    """Beside the figures it is read which flows came back, under which number, and why."""
    told = await notes(await gone_back(), MemoryIncidents(), UTC)(0.0, 9.0)
    assert [one["en"] for one in told] == [
        "flows number 1 published: as shipped",
        "flows number 2 published: addresses",
        "flows number 1 published again, as number 3: people pressed 4 for everything",
    ]
    assert told[-1]["zh"] == "重新发布第 1 版流程（记为第 3 版）：people pressed 4 for everything"
