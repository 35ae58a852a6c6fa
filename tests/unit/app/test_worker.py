"""The dialogue worker comes back: with the model that ran, or with a new one when that can't be loaded."""

import asyncio
from pathlib import Path

from frontdesk.app.worker import Worker


class Scripted(Worker):
    """Whose processes are words: each life says whether the worker was ready in it; after the last one it stays."""

    def __init__(self, folder: Path, lives: list[bool]) -> None:
        super().__init__({"DATA_DIR": str(folder)}, 0, self._answers, lambda text: None)
        self.lives, self.done, self.over = lives, list[str](), asyncio.Event()

    async def _answers(self) -> bool:
        return True

    async def train(self) -> str | None:
        self.done.append("trained")
        return f"model {self.done.count('trained')}"

    async def _live(self, model: str) -> bool:
        self.done.append(model)
        if self.lives:
            return self.lives.pop(0)
        self.over.set()
        await asyncio.Event().wait()
        return True


async def lived(folder: Path, lives: list[bool]) -> list[str]:
    worker = Scripted(folder, lives)
    running = asyncio.ensure_future(worker.run())
    await worker.over.wait()
    running.cancel()
    await asyncio.wait([running])
    return worker.done


async def test_a_worker_that_ran_is_back_without_training(tmp_path: Path) -> None:
    """Somebody edits the bot, then the worker is killed: customers get yesterday's bot at once, not none for minutes."""
    assert await lived(tmp_path, [True]) == ["trained", "model 1", "model 1"]


async def test_a_model_that_never_ran_is_asked_for_anew(tmp_path: Path) -> None:
    """Else a model that can't be loaded would be tried for ever."""
    assert await lived(tmp_path, [False]) == ["trained", "model 1", "trained", "model 2"]
