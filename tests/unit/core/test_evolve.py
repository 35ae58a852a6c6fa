"""`replace` of the house against the standard library's."""

from dataclasses import dataclass, field
from dataclasses import replace as standard

import pytest

from frontdesk.core.evolve import replace
from frontdesk.core.rooms import InMenu, State

STATE = State(session="s", channel="voice", lang="en", started_at=1.0, facts={"goal": "x"}, failures=2)


@dataclass(frozen=True, slots=True)
class Doubled:
    """Does more than keep what it is given."""

    value: int
    twice: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", 2 * self.value)


def test_a_copy_is_as_the_standard_library_makes_it() -> None:
    """Equal, of the same class, the old value unchanged; where making one does more, that is done as well."""
    changed = replace(STATE, seq=3, room=InMenu(flow="main", node="menu"))
    assert changed == standard(STATE, seq=3, room=InMenu(flow="main", node="menu"))
    assert (type(changed), STATE.seq) == (State, 0)
    assert replace(Doubled(2), value=5).twice == 10


def test_a_field_that_is_not_there_is_told() -> None:
    """A slip in a name is an error, as ever."""
    with pytest.raises(TypeError, match="sequence"):
        replace(STATE, **{"sequence": 3})  # type: ignore[arg-type]
