"""A slice of the mutation corpus: seeded defects are found, harmless rewrites raise no alarm. All: benchmarks/flow_check.py."""

from actions import TASKS
from benchmarks.flow_check import every_defect, found, ring, shipped, wide
from benchmarks.flow_mutations import PROOF, Mutant
from benchmarks.flow_rewrites import rewrites
from frontdesk.ivr.codes import CODES
from frontdesk.ivr.loader import read_book


def slice_of(mutants: list[Mutant]) -> list[Mutant]:
    """One of each kind, and never one that takes a proof: those have their own tests."""
    first = {mutant.kind: mutant for mutant in mutants if not mutant.needs_proof}
    return list(first.values())


def test_each_kind_of_defect_is_found() -> None:
    """Each is told under a code that is about it."""
    chosen = slice_of(every_defect())
    assert len(chosen) >= 35
    missed = [f"{one.kind}: {one.what}" for one in chosen if not found(one.texts, proof=False) & one.codes]
    assert not missed


def test_every_rule_has_seeded_defects() -> None:
    """A new rule comes with defects of its own; what they are seeded into is sound."""
    assert {code for mutant in every_defect() for code in mutant.codes} == {*CODES, PROOF}
    assert found(wide(), proof=False) == set()


def test_the_large_book_that_is_timed_is_sound() -> None:
    """Copies of the shipped flows in a ring are read without a mistake."""
    assert read_book(ring(3), TASKS).usable


def test_harmless_rewrites_raise_no_alarm() -> None:
    """Renamed nodes, other words, other numbers, other hours: nothing is told, not even a warning."""
    alarms = [f"{one.kind}: {one.what}" for one in slice_of(list(rewrites(shipped()))) if found(one.texts, proof=False)]
    assert not alarms
