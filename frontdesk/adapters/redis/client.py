"""A Redis client that gives up soon, and the memory of an outage. Redis is a courtesy: nobody may wait long for it."""

import asyncio
import logging

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from frontdesk.core.errors import FrontdeskError

log = logging.getLogger(__name__)
TROUBLE = (RedisError, OSError, TimeoutError)
ANSWER_WITHIN_S = 1.0


class WrongBusUrl(FrontdeskError):
    """BUS_URL is not one Frontdesk can use; the message says what is right."""


def connect(url: str) -> Redis:
    """A client for `redis://`, `rediss://` or `unix://`; it connects at first use."""
    try:
        return Redis.from_url(
            url,
            socket_timeout=ANSWER_WITHIN_S,
            socket_connect_timeout=ANSWER_WITHIN_S,
            retry=Retry(NoBackoff(), 0),
        )
    except ValueError as error:
        raise WrongBusUrl("BUS_URL is not a Redis address; write it like redis://host:6379/0.") from error


class Outage:
    """Remembers that Redis is away: says so once, and lets callers skip it for a moment."""

    def __init__(self, what: str, pause_s: float = 1.0) -> None:
        self._what = what
        self._pause_s = pause_s
        self._since_try: float | None = None

    @property
    def skip(self) -> bool:
        """Whether it failed so lately that trying again would only cost time."""
        return self._since_try is not None and asyncio.get_running_loop().time() - self._since_try < self._pause_s

    def failed(self, error: BaseException) -> None:
        if self._since_try is None:
            log.warning("Redis does not answer (%s): %s goes on without it.", type(error).__name__, self._what)
        self._since_try = asyncio.get_running_loop().time()

    def worked(self) -> None:
        if self._since_try is not None:
            log.info("Redis answers again: %s uses it.", self._what)
        self._since_try = None
