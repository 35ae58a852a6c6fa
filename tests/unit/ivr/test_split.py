"""Arms of an experiment are taken by weight, the same one by the same customer."""

from collections import Counter

from frontdesk.ivr.marks import Marked
from frontdesk.ivr.nodes import Arm, Split, Target
from frontdesk.ivr.split import drawn


def node(experiment: str = "greeting") -> Split:
    arms = tuple(
        Arm(name=Marked(name), weight=weight, goto=Target("main", name)) for name, weight in (("short", 3), ("long", 1))
    )
    return Split(name=Marked("split"), flow="main", experiment=Marked(experiment), arms=arms)


def test_weights_hold_over_many_customers() -> None:
    """Three to one, within what chance allows."""
    taken = Counter(drawn(node(), f"C{i:04}").name for i in range(4000))
    assert 2880 < taken["short"] < 3120


def test_the_same_customer_takes_the_same_arm() -> None:
    """Again and again; another experiment draws anew."""
    assert len({drawn(node(), "C0007").name for _ in range(50)}) == 1
    both = Counter((drawn(node(), f"C{i}").name, drawn(node("other"), f"C{i}").name) for i in range(400))
    assert len(both) == 4
