"""What the board is told of the house beside the record."""

from frontdesk.adapters.memory.flows import MemoryFlowStore
from frontdesk.app.board import published
from frontdesk.conversation.flows import Edition


async def test_a_version_is_named_by_its_last_publication() -> None:
    """Who goes back to an older version publishes it anew: its number and note are those of that."""
    flows = MemoryFlowStore()
    assert await published(flows)() == {}
    for at, (version, note) in enumerate(
        [("a", "as shipped"), ("b", "addresses"), ("a", "people pressed 4 for everything")]
    ):
        await flows.publish(Edition(version=version), at=float(at), who="olivia", note=note)
    assert await published(flows)() == {
        "a": {"number": 3, "at": 2.0, "note": "people pressed 4 for everything"},
        "b": {"number": 2, "at": 1.0, "note": "addresses"},
    }
