"""The dialogue worker comes back: with the model that ran, or with a new one when that can't be loaded."""

import asyncio
from pathlib import Path

from frontdesk.app.worker import RARELY_S, Worker


class Scripted(Worker):
    """Whose processes are words: each life says whether the worker was ready in it; after the last one it stays."""

    def __init__(self, folder: Path, lives: list[bool]) -> None:
        self.said = list[str]()
        super().__init__({"DATA_DIR": str(folder)}, 0, self._answers, self.said.append)
        self.rests = list[float]()
        self.lives, self.done, self.over = lives, list[str](), asyncio.Event()

    async def _answers(self) -> bool:
        return True

    async def train(self, *, anew: bool = False) -> str | None:
        self.done.append("trained anew" if anew else "trained")
        return f"model {sum(one.startswith('trained') for one in self.done)}"

    async def _rest(self, seconds: float) -> None:
        self.rests.append(seconds)

    async def _live(self, model: str) -> bool:
        self.done.append(model)
        if self.lives:
            return self.lives.pop(0)
        self.over.set()
        await asyncio.Event().wait()
        return True


async def lived(folder: Path, lives: list[bool]) -> list[str]:
    return (await life(folder, lives)).done


async def life(folder: Path, lives: list[bool]) -> Scripted:
    worker = Scripted(folder, lives)
    running = asyncio.ensure_future(worker.run())
    await worker.over.wait()
    running.cancel()
    await asyncio.wait([running])
    return worker


async def test_a_worker_that_ran_is_back_without_training(tmp_path: Path) -> None:
    """Somebody edits the bot, then the worker is killed: customers get yesterday's bot at once, not none for minutes."""
    assert await lived(tmp_path, [True]) == ["trained", "model 1", "model 1"]


async def test_a_model_that_never_ran_is_asked_for_anew(tmp_path: Path) -> None:
    """Else a model that can't be loaded would be tried for ever."""
    assert await lived(tmp_path, [False]) == ["trained", "model 1", "trained", "model 2"]


async def test_a_model_that_cannot_be_loaded_is_trained_anew_once(tmp_path: Path) -> None:
    """After that it is said what to do, and tried now and then without training; a model that ran is as good as new."""
    worker = await life(tmp_path, [False] * 5 + [True, False])
    once = ["trained", "model 1", "trained", "model 2", "trained anew", "model 3", "trained", "model 4"]
    assert worker.done[:8] == once
    assert worker.done.count("trained anew") == 1
    assert worker.rests[:5] == [0.5, 1.0, RARELY_S, RARELY_S, RARELY_S]
    assert "trained anew (" in worker.said[1]
    assert "menus and people go on" in worker.said[2]
    assert "stopped; starting it again" in worker.said[5]
    assert worker.said[6] == worker.said[0]
