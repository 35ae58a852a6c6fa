"""What a process remembers of the turns it kept or read: the newest ones, and the keys a session has taken. Knows no SQL.

A committed turn never changes and a taken key stays taken, so what stands here is not wrong. It may be behind: each session
says up to which turn its keys are known. A database that lost turns is noticed by the newest one known, which is not there.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field

from frontdesk.conversation.ports import StoredTurn

MOST_SESSIONS, MOST_TURNS = 2000, 4
MOST_KEYS = 100_000  # of all sessions together: some ten megabytes


@dataclass(slots=True)
class _Session:
    turns: dict[int, StoredTurn] = field(default_factory=dict)
    keys: dict[str, int] = field(default_factory=dict)
    upto: int = 0  # of every turn up to this one the key is known


class KeptTurns:
    """The newest turns, and the keys, of the sessions that spoke last."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, _Session] = OrderedDict()
        self._keys = 0
        self._at: dict[str, str] = {}

    def keep(self, turn: StoredTurn) -> None:
        """A turn that was committed just now. Of a session that is over no words are remembered: they may be erased."""
        kept = self._of(turn.session)
        kept.turns[turn.seq] = turn
        while len(kept.turns) > (0 if turn.state.over else MOST_TURNS):
            del kept.turns[min(kept.turns)]
        if kept.upto == turn.seq - 1:
            self._learn(kept, turn.key, turn.seq)
        self._make_room()

    def learn(self, session: str, keys: Sequence[tuple[int, str]]) -> None:
        """Turns of the session, those known already among them or not: number and key, in order and without a gap."""
        if not keys:
            return
        kept = self._of(session)
        for seq, key in keys:
            if seq == kept.upto + 1:
                self._learn(kept, key, seq)
        self._make_room()

    def has(self, session: str, keys: Sequence[tuple[int, str]]) -> bool:
        """Whether the first of these turns, number and key, is known."""
        return bool(keys) and self.told(session, keys[0][1]) == keys[0][0]

    def forget(self, session: str) -> None:
        """What is known of the session is of no use any more."""
        if (gone := self._sessions.pop(session, None)) is not None:
            self._keys -= gone.upto

    def turn(self, session: str, seq: int | None) -> StoredTurn | None:
        kept = None if seq is None else self._sessions.get(session)
        return None if kept is None or seq is None else kept.turns.get(seq)

    def upto(self, session: str) -> int:
        """The number of the newest turn whose key is known, as are those of all before it; 0 where none is."""
        kept = self._sessions.get(session)
        return 0 if kept is None else kept.upto

    def told(self, session: str, key: str) -> int | None:
        """The number of the turn that took this key, as far as is known here."""
        kept = self._sessions.get(session)
        return None if kept is None else kept.keys.get(key)

    def bind(self, address: str, session: str | None) -> None:
        """The session, or nobody, is at this address, as far as is known here: another process may bind it anew."""
        if session is None:
            self._at.pop(address, None)
            return
        self._at[address] = session
        if len(self._at) > MOST_SESSIONS:
            del self._at[next(iter(self._at))]

    def at(self, address: str) -> str | None:
        """The session that was at this address when it was last looked up or bound here."""
        return self._at.get(address)

    def _learn(self, kept: _Session, key: str, seq: int) -> None:
        kept.keys[key] = kept.upto = seq
        self._keys += 1

    def _of(self, session: str) -> _Session:
        kept = self._sessions.get(session)
        if kept is None:
            kept = self._sessions[session] = _Session()
        else:
            self._sessions.move_to_end(session)
        return kept

    def _make_room(self) -> None:
        """Who spoke last stays, however many keys that one session has."""
        while len(self._sessions) > MOST_SESSIONS or (self._keys > MOST_KEYS and len(self._sessions) > 1):
            _, gone = self._sessions.popitem(last=False)
            self._keys -= gone.upto
