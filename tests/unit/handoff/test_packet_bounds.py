"""However much was said, and in whatever script, a packet stays within its bytes, keeps to its schema and cuts no character."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.events import AgentSaid, CustomerSpoke, Event, NodeEntered, Said, WaitTold
from frontdesk.core.rooms import Tried
from handoff import packet
from handoff.packet import Happened
from handoff.packet_bounds import CUT, MOST_BYTES, bounded, clip, size
from tests.unit.handoff.test_packet_schema import CHECK, FACTS, state, ticket

FAMILY, FLAG, ACCENT, WAVE = "👨‍👩‍👧‍👦", "🇨🇳", "e\u0301", "👋🏽"
PIECES = (
    "我的包裹还没有到",
    "快递",
    FAMILY,
    FLAG,
    ACCENT,
    WAVE,
    '"',
    "\\",
    "\n",
    "a",
    "order 10023 ",
    "\x01",
    "\ud800",
)
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).flatmap(
    lambda parts: st.integers(1, 400).map(lambda times: "".join(parts) * times)
)
SHORT = st.sampled_from(PIECES).flatmap(lambda piece: st.integers(1, 300).map(lambda times: piece * times))
EVENTS: st.SearchStrategy[Event] = st.one_of(
    WORDS.map(lambda text: CustomerSpoke(text=text, via="text")),
    WORDS.map(lambda text: Said(text=text, spoken=text, lang="zh", prompt="x")),
    WORDS.map(lambda text: AgentSaid(agent="amy", agent_name="Amy", text=text)),
    SHORT.map(lambda node: NodeEntered(flow="main", node=node)),
    st.just(WaitTold(ticket="T-1-1", position=1, low_s=60.0, high_s=180.0)),
)


@given(st.lists(EVENTS, max_size=60), st.fixed_dictionaries(dict.fromkeys(FACTS, WORDS)), st.lists(SHORT, max_size=40))
def test_a_packet_stays_within_its_bytes_and_its_schema(
    events: list[Event], facts: dict[str, str], tasks: list[str]
) -> None:
    """The customer, the goal, the reason and the last fact stand in it whatever else had to go."""
    happened = [Happened(at=float(i), seq=i, event=event) for i, event in enumerate(events, 1)]
    tried = tuple(Tried(what=what, outcome="found", by="bot", at=1.0) for what in tasks)
    built = packet.build(state(facts=facts, tried=tried), ticket(), happened)
    assert size(built) <= MOST_BYTES
    CHECK.validate(built)
    assert built["customer"]["verified"]
    assert [fact["name"] for fact in built["facts"]] == ["order_number"]
    spoken = packet.transcript(happened)
    kept = [line["id"] for line in built["transcript"]]
    assert kept == [line["id"] for line in spoken][len(spoken) - len(kept) :], "the newest words, without a gap"
    assert kept or not spoken


@given(WORDS, st.integers(8, 4000))
def test_a_text_is_cut_between_characters(text: str, most: int) -> None:
    """The beginning of it, marked as cut, within its bytes; a family, a flag or an accent is there whole or not at all."""
    cut = clip(text, most)
    if size(text) <= most:
        assert cut == text
        return
    assert size(cut) <= most
    assert cut.endswith(CUT)
    kept = cut.removesuffix(CUT)
    assert text.startswith(kept)
    assert kept.count(FAMILY) == kept.count("👨") == kept.count("👦")
    assert kept.count(FLAG) == kept.count("🇨") == kept.count("🇳")
    assert kept.count(ACCENT) == kept.count("\u0301")
    assert kept.count(WAVE) == kept.count("👋") == kept.count("🏽")
    assert size(kept) > most - 40, "not shorter than it need be"


@given(st.integers(2_000, MOST_BYTES))
def test_what_fits_is_left_as_it_is_and_the_way_goes_first(most: int) -> None:
    """With less and less room the places in the menus go before words, words before facts."""
    full: dict[str, Any] = {
        "schema": packet.SCHEMA,
        "facts": [{"name": "order_number", "value": "10023"}],
        "tried": [],
        "promises": [],
        "transcript": [{"id": f"{i}:0", "text": "慢" * 100} for i in range(20)],
        "path": [{"flow": "main", "node": f"n{i}"} for i in range(20)],
    }
    kept = bounded(full, most)
    assert kept["facts"] == full["facts"]
    lines = full["transcript"][-len(kept["transcript"]) - 1 :]
    one_more = size({**kept, "transcript": lines, "path": []})
    assert kept["transcript"] == full["transcript"] or one_more > most - 10, "as many as fit"
    assert kept == full if size(full) + 100 <= most else size(kept) <= most
