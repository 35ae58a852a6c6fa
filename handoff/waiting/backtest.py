"""Plays a log in order and scores our estimate against every formula. Knows no files and no screen; progress is a callback."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from handoff.waiting import baselines, features
from handoff.waiting.arrays import Array
from handoff.waiting.calibrate import HORIZONS
from handoff.waiting.events import CallLog
from handoff.waiting.features import Columns
from handoff.waiting.judgement import EXPERTS, Judgement, Told, simple_experts
from handoff.waiting.learned import Learned
from handoff.waiting.replay import ASKED, Block, Replay
from handoff.waiting.scores import Scores
from handoff.waiting.training import DAY, Rows

NAMES = ("ours", *baselines.NAMES)
RANGE_STEP = 0.02
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class Ranges:
    """An 80 % range for every formula, from its own recent errors, so that points can be compared as ranges too."""

    low: Array = field(default_factory=lambda: np.full(len(baselines.NAMES), -1.6))
    high: Array = field(default_factory=lambda: np.full(len(baselines.NAMES), 0.85))

    def of(self, points: Array) -> tuple[Array, Array]:
        logs = features.log_s(points)
        return features.from_log(logs + self.low), features.from_log(logs + self.high)

    def learn(self, below: Array, above: Array) -> None:
        self.low -= RANGE_STEP * (below - 0.1)
        self.high += RANGE_STEP * (above - 0.1)


@dataclass(slots=True)
class Board:
    """Scores at arrival, by waiting so far, by queue, by day and of the second half."""

    at: list[Scores] = field(default_factory=lambda: [Scores(NAMES) for _ in HORIZONS])
    queues: dict[tuple[int, int], Scores] = field(default_factory=dict)
    days: dict[int, Scores] = field(default_factory=dict)

    def add(self, asked: "Asked", wait: float) -> None:
        told = asked.told
        e = told.estimate
        point = np.concatenate([[e.point], asked.points])
        low, high = np.concatenate([[e.low], asked.low]), np.concatenate([[e.high], asked.high])
        books = [self.at[told.step], self.queues.setdefault((told.step, told.queue), Scores(NAMES))]
        if told.step == 0:
            books.append(self.days.setdefault(int(asked.at // DAY), Scores(NAMES)))
        for book in books:
            book.add(point, low, high, wait)


@dataclass(slots=True)
class Asked:
    """One ask until its answer: what ours and all formulas said."""

    told: Told
    points: Array
    low: Array
    high: Array
    at: float
    seen: Array


class Backtest:
    """One run over one log."""

    def __init__(self, log: CallLog) -> None:
        self.log = log
        self.board = Board()
        self.judgement = Judgement()
        self.rows = Rows()
        self.model: Learned | None = None
        self.fits = 0
        self._ranges = [Ranges() for _ in HORIZONS]
        self._open: dict[int, Asked] = {}

    def run(self, progress: Progress = lambda done, total: None) -> None:
        replay = Replay(self.log)
        for block in replay.blocks():
            if block.order:
                self._play(block)
            progress(replay.done, len(self.log))

    def _play(self, block: Block) -> None:
        """The model stays as it is through the block; what the answers teach is used from the next ask on."""
        if block.at and self.rows.due(block.at[0]):
            self.model = self.rows.fit(block.at[0])
            self.fits += 1
        ready = self._prepare(block)
        known: list[tuple[Asked, float]] = []
        for what, ask, wait in block.order:
            if what == ASKED:
                self._open[ask] = ready(ask)
                continue
            asked = self._open.pop(ask)
            self._learn(asked, wait)
            known.append((asked, wait))
        if known:
            seen, waits, at = zip(*((a.seen, wait, a.at) for a, wait in known), strict=True)
            self.rows.add(np.array(seen), np.array(waits), np.array(at))

    def _prepare(self, block: Block) -> Callable[[int], Asked]:
        """All numbers of the block at once; what is told of them only in their turn."""
        seen = block.rows().reshape(len(block.ask), -1) if block.ask else np.zeros((0, len(features.INDEX)))
        see = Columns(seen)
        points, experts, quantiles = opinions(see, self.model) if len(see) else (seen, seen, None)
        first = block.ask[0] if block.ask else 0

        def ready(ask: int) -> Asked:
            i = ask - first
            told = self.judgement.tell(
                experts[i], None if quantiles is None else quantiles[i], int(seen[i, 0]), float(seen[i, 1])
            )
            low, high = self._ranges[told.step].of(points[i])
            return Asked(told, points[i], low, high, block.at[i], seen[i])

        return ready

    def _learn(self, asked: Asked, wait: float) -> None:
        self.board.add(asked, wait)
        self.judgement.learn(asked.told, wait)
        self._ranges[asked.told.step].learn(wait < asked.low, wait > asked.high)


def opinions(see: Columns, model: Learned | None) -> tuple[Array, Array, Array | None]:
    """All formulas; the experts in their order; the trees' quantiles in log seconds, once there is a model."""
    points = baselines.all_of(see)
    experts = np.full((len(see), len(EXPERTS)), np.nan)
    experts[:, 2:] = simple_experts(points, features.physics(see))
    if model is None:
        return points, experts, None
    quantiles = model.quantiles(see)
    experts[:, 0] = features.from_log(quantiles[:, 2])
    experts[:, 1] = features.from_log(model.base(see))
    return points, experts, quantiles


def report(run: Backtest, big: int = 500) -> dict[str, Any]:
    """The result as one object."""
    board, names = run.board, list(run.log.queues.numbers)
    at = {str(int(h)): {"n": s.n, "mean_wait": round(s.waited / max(1, s.n), 2), "estimators": s.result()}
          for h, s in zip(HORIZONS, board.at, strict=True)}  # fmt: skip
    queues = {
        f"{names[q]}@{int(HORIZONS[step])}": {"n": s.n, "mean_wait": round(s.waited / s.n, 2), "estimators": s.result()}
        for (step, q), s in sorted(board.queues.items())
        if s.n >= big
    }
    return {
        "n": board.at[0].n, "mean_wait": at["0"]["mean_wait"], "estimators": board.at[0].result(),
        "by_waited": at, "by_queue": queues, "calls": len(run.log), "fits": run.fits,
    }  # fmt: skip
