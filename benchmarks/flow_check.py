"""How good `frontdesk check` is: the share of seeded defects it finds, its false alarms on harmless rewrites, its speed.

`python benchmarks/flow_check.py [--json] [--every N] [--copies N]`; the goal is ≥ 0.95 found and < 0.02 false alarms.
"""

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from actions import TASKS
from benchmarks.flow_mutations import PROOF, Mutant, Texts, defects
from benchmarks.flow_mutations_language import defects_of_the_language, wider
from benchmarks.flow_rewrites import rewrites
from frontdesk.app.proof import prove_flows, unswept
from frontdesk.ivr.loader import Source, read_book, read_files
from frontdesk.ivr.prove.claims import Bounds

FLOWS = Path(__file__).resolve().parents[1] / "ivr_flows"
LANGUAGE = Path(__file__).resolve().parents[1] / "tests" / "scenarios" / "language" / "flows"
COPIES = 143  # of the shipped flows, linked in a ring: some 2,000 nodes


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What was measured."""

    detected: float
    false_alarms: float
    missed: tuple[Mutant, ...]
    alarms: tuple[tuple[Mutant, str], ...]
    seeded: int
    harmless: int


def shipped() -> Texts:
    return {source.name: source.text for source in read_files([FLOWS])}


def wide() -> Texts:
    """Flows that use what the shipped ones don't."""
    return wider({source.name: source.text for source in read_files([LANGUAGE])}, shipped())


def every_defect() -> list[Mutant]:
    return [*defects(shipped()), *defects_of_the_language(wide())]


def found(texts: Texts, *, proof: bool) -> set[str]:
    """Every code that is told of these flows; PROOF when they are not proved."""
    loaded = read_book([Source(name, name, text) for name, text in texts.items()], TASKS)
    codes = {issue.code for issue in loaded.issues}
    if proof and loaded.usable and not prove_flows(loaded.book, Bounds()).ok:
        codes.add(PROOF)
    return codes


def score(every: int = 1, *, prove_each: int = 12) -> Score:
    """The share found and the false alarms; of harmless rewrites one in `prove_each` is proved too."""
    bad, good = every_defect()[::every], list(rewrites(shipped()))[::every]
    missed = [
        mutant for mutant in _shown(bad, "defects") if not found(mutant.texts, proof=mutant.needs_proof) & mutant.codes
    ]
    alarms = [
        (mutant, ", ".join(sorted(codes)))
        for number, mutant in enumerate(_shown(good, "rewrites"))
        if (codes := found(mutant.texts, proof=number % prove_each == 0))
    ]
    return Score(
        detected=1 - len(missed) / len(bad),
        false_alarms=len(alarms) / len(good),
        missed=tuple(missed),
        alarms=tuple(alarms),
        seeded=len(bad),
        harmless=len(good),
    )


def _shown(mutants: Sequence[Mutant], what: str) -> Sequence[Mutant]:
    kinds = Counter(mutant.kind for mutant in mutants)
    print(f"{len(mutants)} {what}: {', '.join(f'{kind} {count}' for kind, count in kinds.items())}", flush=True)
    return mutants


def ring(copies: int) -> list[Source]:
    """The shipped flows many times over: each copy's "another request" leads to the next copy's menu."""
    texts = shipped()
    sources = [Source(name, name, text) for name, text in texts.items() if name not in ("main.yml", "orders.yml")]
    for number in range(copies):
        name = f"main{number}" if number else "main"
        after = f"main{number + 1}" if number + 1 < copies else "main"
        more = "words: anything_else.more, goto: "
        main = texts["main.yml"].replace("orders.", f"orders{number}.").replace(f"{more}menu", f"{more}{after}.menu")
        if number:
            nodes = re.sub(
                r"  (language|recording|opening|closed|meanwhile):.*\n(?:    .*\n|      .*\n)*\n?",
                "",
                main[main.index("nodes:") :],
            )
            main = f"start: menu\n{nodes}"
        sources.append(Source(f"{name}.yml", f"{name}.yml", main))
        orders = texts["orders.yml"].replace("main.", f"{name}.")
        sources.append(Source(f"orders{number}.yml", f"orders{number}.yml", orders))
    return sources


def speed(copies: int) -> tuple[int, float]:
    """Nodes, and the seconds to read, lint and prove them."""
    sources = ring(copies)
    begun = time.perf_counter()
    with unswept():
        loaded = read_book(sources, TASKS)
    assert loaded.usable, [str(issue) for issue in loaded.errors[:3]]
    proof = prove_flows(loaded.book, Bounds())
    seconds = time.perf_counter() - begun
    assert proof.ok, str(proof)[:500]
    return proof.nodes, seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="print one JSON object on the last line")
    parser.add_argument("--every", type=int, default=1, help="take one mutant in so many")
    parser.add_argument("--copies", type=int, default=COPIES, help="how many copies of the flows to time")
    asked = parser.parse_args()
    nodes, seconds = speed(asked.copies) if asked.copies else (0, 1.0)
    print(f"{nodes} nodes read, linted and proved in {seconds:.2f} s", flush=True)
    result = score(asked.every)
    for mutant in result.missed:
        print(f"missed: {mutant.kind}: {mutant.what} ({', '.join(sorted(mutant.codes))})")
    for mutant, codes in result.alarms:
        print(f"false alarm: {mutant.kind}: {mutant.what}: {codes}")
    print(
        f"{result.detected:.3f} of {result.seeded} defects found, {result.false_alarms:.3f} of {result.harmless} rewrites alarmed"
    )
    if asked.json:
        figures = (result.detected, result.false_alarms, nodes / seconds)
        print(
            json.dumps(
                dict(zip(("detected", "false_alarms", "nodes_per_s"), (round(f, 4) for f in figures), strict=True))
            )
        )


if __name__ == "__main__":
    main()
