"""Scores the wait estimator on made-up call centres: `python benchmarks/waiting.py [kind …] [--seed N] [--days N]`.

One line per kind: our error against the best formula's and the queue-length formula's, bias, how often the range held, time.
Nothing was tuned on the seeds used here; see docs/reference/wait-estimate.md.
"""

import argparse
import dataclasses
import time

from handoff.waiting import synthetic
from handoff.waiting.backtest import Backtest, report
from handoff.waiting.events import CallLog, by_arrival


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*", default=["small", "small_priorities", "light", "long_service"])
    parser.add_argument("--seed", type=int, default=2)
    parser.add_argument("--days", type=int)
    given = parser.parse_args()
    print(
        f"{'kind':18}{'waits':>8}{'mean s':>8}{'MAE s':>8}{'÷ best':>8}{'÷ QL':>7}{'bias':>8}{'80 %':>8}{'s':>6}  best formula"
    )
    for kind in given.kinds:
        centre = synthetic.KINDS[kind]
        score(kind, centre if given.days is None else dataclasses.replace(centre, days=given.days), given.seed)


def score(kind: str, centre: synthetic.Centre, seed: int) -> None:
    """Print one kind's line."""
    log = CallLog()
    for call in synthetic.log(centre, seed):
        log.add(call)
    run, began = Backtest(by_arrival(log)), time.perf_counter()
    run.run()
    took, result = time.perf_counter() - began, report(run)
    ours = result["estimators"]["ours"]
    mae, best = min((s["mae"], name) for name, s in result["estimators"].items() if name != "ours")
    print(
        f"{kind:18}{result['n']:8}{result['mean_wait']:8.0f}{ours['mae']:8.1f}{ours['mae'] / mae:8.2f}"
        f"{ours['mae'] / result['estimators']['ql']['mae']:7.2f}{ours['bias'] / result['mean_wait']:8.1%}"
        f"{ours['coverage80']:8.1%}{took:6.0f}  {best}",
        flush=True,
    )


if __name__ == "__main__":
    main()
