from collections.abc import AsyncIterator

import pytest

from tests.unit.carrier.bench import Bench, bench


@pytest.fixture
async def desk() -> AsyncIterator[Bench]:
    async with bench() as made:
        yield made
