"""The slowing of guessers, for any order of tries."""

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.people.tries import BY_ACCOUNT, FORGOTTEN_S, Patience, Tries, given_back, taken


@given(st.lists(st.floats(0, 5000), max_size=60))
def test_no_order_of_tries_beats_the_back_off(gaps: list[float]) -> None:
    """However the tries are spread, each allowed one beyond the free ones came after the full wait of the one before."""
    now, tries, allowed = 0.0, Tries(), list[float]()
    for gap in gaps:
        now += gap
        tries, wait = taken(tries, now, BY_ACCOUNT)
        if wait == 0:
            if len(allowed) >= BY_ACCOUNT.free:
                assert now - allowed[-1] >= BY_ACCOUNT.wait_after(len(allowed))
            allowed.append(now)
        else:
            assert wait <= BY_ACCOUNT.most_s
    assert tries.count == len(allowed)


def test_waits_double_up_to_the_most() -> None:
    """2, 4, 8 … seconds, never above the most."""
    rule = Patience(free=2, first_s=2, most_s=10)
    assert [rule.wait_after(count) for count in range(6)] == [0, 0, 2, 4, 8, 10]


def test_a_quiet_day_forgives() -> None:
    """The count is forgotten after a day without tries, not before."""
    old = Tries(count=9, at=0.0, until=30.0)
    assert taken(old, FORGOTTEN_S, BY_ACCOUNT)[0].count == 1
    assert taken(old, FORGOTTEN_S - 1, BY_ACCOUNT)[0].count == 10


def test_a_right_try_at_an_address_forgives_no_wrong_one() -> None:
    """Only the right one is taken back, so that an own account is no way around the count."""
    before, _ = taken(Tries(count=7, at=0.0, until=0.0), 5.0, BY_ACCOUNT)
    assert given_back(before) == Tries(count=7, at=5.0, until=5.0)
