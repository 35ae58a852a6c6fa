"""Which traces a house makes: its own, and those its dialogue worker goes on with."""

from collections.abc import Mapping

from frontdesk.adapters.tracing import ENDPOINTS, Tracing, to_collector
from frontdesk.app.settings import Settings


def tracing_of(settings: Settings) -> Tracing | None:
    """The traces of this house; None when nobody wants them."""
    return to_collector(settings.traces_url, settings.traces_share) if settings.traces_url else None


def worker_traces(settings: Settings, given: Mapping[str, str]) -> dict[str, str]:
    """What the worker is told: the same collector, unless its environment names one of its own. `given`: that environment."""
    named = any(given.get(name) for name in ENDPOINTS)
    return {ENDPOINTS[0]: settings.traces_url} if settings.traces_url and not named else {}
