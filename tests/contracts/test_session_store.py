"""The contract of SessionStore."""

import asyncio
import contextlib
from collections import Counter

import pytest

from frontdesk.conversation.ports import Standing, StoredTurn
from frontdesk.core.errors import StaleSession
from frontdesk.core.rooms import Outside
from frontdesk.core.waits import ForNobody
from tests.contracts import made
from tests.contracts.conftest import Stores


async def test_an_unknown_session_is_none(stores: Stores) -> None:
    """What was never stored is None or empty, not an error."""
    assert await stores.sessions.session_at("chat:a") is None
    assert await stores.sessions.load("S-0") is None
    assert await stores.sessions.standing("S-0", "k") == Standing(None, None)
    assert list(await stores.sessions.turns_after("S-0", 0)) == []


async def test_a_turn_comes_back_as_it_was_committed(stores: Stores) -> None:
    """State and events of every shape survive storing, in both languages."""
    turn = made.turn(state=made.rich_state("S-1", 1), events=made.rich_events())
    await stores.sessions.commit(turn, address="chat:a")
    assert await stores.sessions.standing("S-1", "k1") == Standing(turn.state, turn)
    assert await stores.sessions.load("S-1") == turn.state


async def test_load_gives_the_newest_state(stores: Stores) -> None:
    """The state to go on from is that of the last turn."""
    await stores.sessions.commit(made.turn(seq=1))
    await stores.sessions.commit(made.turn(seq=2, lang="zh"))
    state = await stores.sessions.load("S-1")
    assert state is not None
    assert (state.seq, state.lang) == (2, "zh")
    assert await stores.sessions.standing("S-1", "k3") == Standing(state, None)


async def test_a_turn_told_before_is_found_by_its_key(stores: Stores) -> None:
    """Beside where the session stands now, however many turns ago it was."""
    turns = [made.turn(seq=n, state=made.rich_state("S-1", n), events=made.rich_events()) for n in range(1, 9)]
    for turn in turns:
        await stores.sessions.commit(turn)
    assert await stores.sessions.standing("S-1", "k2") == Standing(turns[7].state, turns[1])
    assert await stores.sessions.standing("S-2", "k2") == Standing(None, None)


async def test_a_turn_without_events_is_a_turn(stores: Stores) -> None:
    """A turn may change nothing but the state."""
    await stores.sessions.commit(made.turn(seq=1, events=()))
    await stores.sessions.commit(made.turn(seq=2))
    assert [len(t.events) for t in await stores.sessions.turns_after("S-1", 0)] == [0, 2]


async def test_turns_after_gives_later_turns_in_order(stores: Stores) -> None:
    """A reader that has seen turn 2 gets 3 and 4, with their own events."""
    turns = [made.turn(seq=n, events=made.HELLO[: n % 2 + 1]) for n in range(1, 5)]
    for turn in turns:
        await stores.sessions.commit(turn)
    await stores.sessions.commit(made.turn("S-2"))
    assert list(await stores.sessions.turns_after("S-1", 2)) == turns[2:]
    assert list(await stores.sessions.turns_after("S-1", 4)) == []


async def test_an_address_leads_to_its_newest_session(stores: Stores) -> None:
    """Who comes back to an address is in the session opened there last; other addresses stay."""
    await stores.sessions.commit(made.turn("S-1"), address="chat:a")
    await stores.sessions.commit(made.turn("S-2"), address="chat:b")
    await stores.sessions.commit(made.turn("S-3"), address="chat:a")
    await stores.sessions.commit(made.turn("S-1", 2))
    assert await stores.sessions.session_at("chat:a") == "S-3"
    assert await stores.sessions.session_at("chat:b") == "S-2"


async def test_who_is_at_an_address_is_told_with_where_they_stand(stores: Stores) -> None:
    """What was known of an address lately is enough to ask with: the answer says who else is there by now, or nobody."""
    turn = made.turn("S-1")
    await stores.sessions.commit(turn, address="chat:a")
    assert await stores.sessions.session_at("chat:a", lately=True) == "S-1"
    assert await stores.sessions.standing("S-1", "k1", at="chat:a") == Standing(turn.state, turn)
    assert await stores.sessions.standing("S-1", "k2", at="chat:a") == Standing(turn.state, None)
    assert await stores.sessions.standing("S-1", "k1", at="chat:b") == Standing(None, None)
    await stores.sessions.commit(made.turn("S-2"), address="chat:a")
    assert await stores.sessions.standing("S-1", "k1", at="chat:a") == Standing(None, None, elsewhere="S-2")
    assert await stores.sessions.session_at("chat:b", lately=True) is None


async def test_open_sessions_are_those_not_over(stores: Stores) -> None:
    """However long ago they began."""
    await stores.sessions.commit(made.turn("S-1"))
    await stores.sessions.commit(made.turn("S-2", started_at=0.0))
    await stores.sessions.commit(made.turn("S-1", 2, room=Outside(over=True), wait=ForNobody()))
    assert list(await stores.open.open_sessions()) == ["S-2"]


@pytest.mark.parametrize("seq", [1, 2, 4, 7])
async def test_only_the_next_turn_can_be_committed(stores: Stores, seq: int) -> None:
    """A turn that does not follow what is stored is refused, and leaves nothing behind."""
    await stores.sessions.commit(made.turn(seq=1))
    await stores.sessions.commit(made.turn(seq=2))
    with pytest.raises(StaleSession):
        await stores.sessions.commit(made.turn(seq=seq, key="late", ticket=made.ticket()), address="chat:late")
    assert len(await stores.sessions.turns_after("S-1", 0)) == 2
    assert await stores.sessions.session_at("chat:late") is None
    assert await stores.tickets.open_tickets() == ()
    assert len(await stores.log.after(0, 100)) == 4


async def test_a_new_session_starts_with_turn_one(stores: Stores) -> None:
    """Turn 2 of a session nobody opened is refused."""
    with pytest.raises(StaleSession):
        await stores.sessions.commit(made.turn(seq=2))


async def test_a_key_is_used_once_per_session(stores: Stores) -> None:
    """A key names one turn: the second use is refused whole; another session may use the same key."""
    await stores.sessions.commit(made.turn(seq=1, key="webhook-1"))
    with pytest.raises(StaleSession):
        await stores.sessions.commit(made.turn(seq=2, key="webhook-1"))
    state = await stores.sessions.load("S-1")
    assert state is not None
    assert state.seq == 1
    await stores.sessions.commit(made.turn("S-2", seq=1, key="webhook-1"))


async def test_of_twenty_commits_at_once_one_wins(stores: Stores) -> None:
    """Two processes that step the same session can't both be right: one commits, the others are told."""
    await stores.sessions.commit(made.turn(seq=1))
    tries = [_won(stores, made.turn(seq=2, key=f"try-{n}")) for n in range(20)]
    assert sum(await asyncio.gather(*tries)) == 1
    assert len(await stores.sessions.turns_after("S-1", 0)) == 2
    assert len(await stores.log.after(0, 100)) == 4


async def test_of_twenty_sessions_opened_under_one_id_one_wins(stores: Stores) -> None:
    """The first turn is checked like any other."""
    tries = [_won(stores, made.turn(seq=1, key=f"try-{n}")) for n in range(20)]
    assert sum(await asyncio.gather(*tries)) == 1


async def test_commits_of_many_sessions_at_once_all_count(stores: Stores) -> None:
    """Different sessions don't refuse each other, and the log numbers their events without gaps."""
    tries = [_won(stores, made.turn(f"S-{n}"), address=f"chat:{n}") for n in range(30)]
    assert sum(await asyncio.gather(*tries)) == 30
    assert [entry.position for entry in await stores.log.after(0, 100)] == list(range(1, 61))


async def test_callers_that_give_up_break_nothing(stores: Stores) -> None:
    """Deadlines end the waiting at any moment; each turn is there whole or not at all, and the next commit goes through."""

    async def hurried(n: int) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(n % 40 / 2000):
                await stores.sessions.commit(made.turn(f"S-{n}"), address=f"chat:{n}")

    async with asyncio.timeout(20.0):  # a connection left behind with the write lock costs others ten seconds each
        for first in range(0, 240, 4):
            await asyncio.gather(*(hurried(n * 7) for n in range(first, first + 4)))
        await stores.sessions.commit(made.turn("S-last"))
    entries = await stores.log.after(0, 1000)
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert set(Counter(entry.session for entry in entries).values()) == {2}


async def _won(stores: Stores, turn: StoredTurn, address: str | None = None) -> bool:
    try:
        await stores.sessions.commit(turn, address=address)
    except StaleSession:
        return False
    return True
