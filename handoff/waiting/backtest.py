"""Plays a log in order and scores our estimate against every formula. Knows no files and no screen; progress is a callback."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from handoff.waiting import baselines, features
from handoff.waiting.arrays import Array
from handoff.waiting.calibrate import HORIZONS
from handoff.waiting.events import CallLog
from handoff.waiting.features import Columns
from handoff.waiting.judgement import Judgement, Told, opinions
from handoff.waiting.learned import Learned
from handoff.waiting.replay import ASKED, Block, Replay
from handoff.waiting.scores import Scores
from handoff.waiting.training import DAY, Rows

NAMES = ("ours", *baselines.NAMES)
RANGE_STEP = 0.02
BIG = 500  # waits from which a queue is shown on its own
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Ranges:
    """An 80 % range for every formula, from its own recent errors, so that points can be compared as ranges too."""

    low: Array = field(default_factory=lambda: np.full((len(HORIZONS), len(baselines.NAMES)), -1.6))
    high: Array = field(default_factory=lambda: np.full((len(HORIZONS), len(baselines.NAMES)), 0.85))

    def of(self, points: Array, step: Array) -> tuple[Array, Array]:
        logs = features.log_s(points)
        return features.from_log(logs + self.low[step]), features.from_log(logs + self.high[step])

    def learn(self, below: Array, above: Array, step: Array) -> None:
        np.add.at(self.low, step, -RANGE_STEP * (below - 0.1))
        np.add.at(self.high, step, RANGE_STEP * (above - 0.1))


@dataclass(frozen=True, slots=True)
class Asked:
    """One ask until its answer: what ours and all formulas said."""

    told: Told
    points: Array
    low: Array
    high: Array
    at: float
    seen: Array


@dataclass(slots=True)
class Board:
    """Scores at arrival and later: of all, by queue, by day."""

    at: list[Scores] = field(default_factory=lambda: [Scores(NAMES) for _ in HORIZONS])
    queues: dict[tuple[int, int], Scores] = field(default_factory=dict)
    days: dict[int, Scores] = field(default_factory=dict)

    def add(self, known: list[Asked], waits: Array) -> None:
        ours = np.array([(a.told.estimate.point, a.told.estimate.low, a.told.estimate.high) for a in known])
        point = np.column_stack([ours[:, 0], [a.points for a in known]])
        low = np.column_stack([ours[:, 1], [a.low for a in known]])
        high = np.column_stack([ours[:, 2], [a.high for a in known]])
        step, queue = np.array([a.told.step for a in known]), np.array([a.told.queue for a in known])
        day = np.array([a.at // DAY for a in known]).astype(int)

        def put(book: Scores, rows: Array) -> None:
            book.add(point[rows], low[rows], high[rows], waits[rows])

        for s in np.unique(step).tolist():
            put(self.at[s], step == s)
            for q in np.unique(queue[step == s]).tolist():
                put(self.queues.setdefault((s, q), Scores(NAMES)), (step == s) & (queue == q))
        for d in np.unique(day).tolist():
            put(self.days.setdefault(d, Scores(NAMES)), (step == 0) & (day == d))


def replayed(log: CallLog) -> Iterator[Block]:
    """The log's blocks, in order."""
    yield from Replay(log).blocks()


class Backtest:
    """One run over one log."""

    def __init__(self, log: CallLog) -> None:
        self.log = log
        self.board = Board()
        self.judgement = Judgement()
        self.rows = Rows()
        self.model: Learned | None = None
        self.fits = 0
        self._ranges = Ranges()
        self._open: dict[int, Asked] = {}

    def run(
        self, progress: Progress = lambda done, total: None, blocks: Callable[[CallLog], Iterator[Block]] = replayed
    ) -> None:
        """`blocks`: where the log is replayed; here, or beside this in a process of its own."""
        for block in blocks(self.log):
            if block.order:
                self._play(block)
            progress(block.done, len(self.log))

    def _play(self, block: Block) -> None:
        """The model stays as it is through the block; what the answers teach is used from the next ask on."""
        if block.at and self.rows.due(block.at[0]):
            self.model = self.rows.fit(block.at[0])
            self.fits += 1
        ready = self._prepare(block)
        known: list[Asked] = []
        waits: list[float] = []
        for what, ask, wait in block.order:
            if what == ASKED:
                self._open[ask] = ready(ask)
                continue
            asked = self._open.pop(ask)
            self.judgement.learn(asked.told, wait)
            known.append(asked)
            waits.append(wait)
        if known:
            self._known(known, np.array(waits))

    def _known(self, known: list[Asked], waits: Array) -> None:
        self.board.add(known, waits)
        low, high = np.array([a.low for a in known]), np.array([a.high for a in known])
        self._ranges.learn(waits[:, None] < low, waits[:, None] > high, np.array([a.told.step for a in known]))
        self.rows.add(np.array([a.seen for a in known]), waits, np.array([a.at for a in known]))

    def _prepare(self, block: Block) -> Callable[[int], Asked]:
        """All numbers of the block at once; what is told of them only in their turn."""
        seen = np.array(block.seen).reshape(len(block.ask), len(features.INDEX))
        points = baselines.all_of(Columns(seen))
        experts, quantiles = opinions(Columns(seen), self.model)
        step = np.searchsorted((30.0, 120.0), seen[:, 1], side="right")
        low, high = self._ranges.of(points, step)
        queue, waited = seen[:, 0].astype(int).tolist(), seen[:, 1].tolist()
        first = block.ask[0] if block.ask else 0

        def ready(ask: int) -> Asked:
            i = ask - first
            told = self.judgement.tell(experts[i], None if quantiles is None else quantiles[i], queue[i], waited[i])
            return Asked(told, points[i], low[i], high[i], block.at[i], seen[i])

        return ready


def report(run: Backtest) -> dict[str, Any]:
    """The result as one object."""
    board, names = run.board, list(run.log.queues.numbers)
    at = {str(int(h)): _part(scores) for h, scores in zip(HORIZONS, board.at, strict=True)}
    queues = {
        f"{names[queue]}@{int(HORIZONS[step])}": _part(scores)
        for (step, queue), scores in sorted(board.queues.items())
        if scores.n >= BIG
    }
    return {**at["0"], "by_waited": at, "by_queue": queues, "calls": len(run.log), "fits": run.fits}


def _part(scores: Scores) -> dict[str, Any]:
    return {"n": scores.n, "mean_wait": round(scores.waited / max(1, scores.n), 2), "estimators": scores.result()}
