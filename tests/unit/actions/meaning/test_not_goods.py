"""What broke about the house is no damage to the goods."""

import pytest

from actions.meaning.kinds import kind_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("没收到，监控坏了看不到", "not_received"),
        ("我没收到 手机坏了", "not_received"),
        ("never got it, the doorbell is broken", "not_received"),
        ("手机坏了", "damaged"),
        ("the camera is broken", "damaged"),
        ("电梯坏了", None),
        ("the lift is broken", None),
        ("多的那个怎么还给你们", None),
        ("怎么还没到", "late"),
    ],
)
def test_what_broke(text: str, kind: str | None) -> None:
    """Goods may be broken; a lift never is one, and a parcel that didn't come has nothing broken in it."""
    assert kind_of("issue", text) == kind
