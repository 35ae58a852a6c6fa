"""The whole suite on all cores: what shares a dear thing (a trained bot, a browser) stays in one process, the rest by file."""

import os

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = ("tests/bot/", "tests/browser/")
LATER = ("tests/browser/", "tests/whole/", "tests/unit/")  # in this order, after all others: the bot is trained by then


class SideBySide(LoadScopeScheduling):  # type: ignore[misc]  # xdist has no types for it
    """Shares tests out among processes by the room they are in."""

    def _split_scope(self, nodeid: str) -> str:
        return next((room for room in TOGETHER if nodeid.startswith(room)), nodeid.split("::", maxsplit=1)[0])


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> SideBySide:
    return SideBySide(config, log)


@pytest.hookimpl(tryfirst=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process per core for the whole suite; none besides for a part of it, where starting them costs more than it saves."""
    whole = config.args == config.getini("testpaths") and not config.option.keyword and not config.option.markexpr
    return min(os.cpu_count() or 1, 8) if whole else 0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _place(item.nodeid))


def _place(nodeid: str) -> int:
    return next((place for place, room in enumerate(LATER, 1) if nodeid.startswith(room)), 0)
