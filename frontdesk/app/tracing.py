"""Traces by OpenTelemetry, from a webhook to its reply: request, turn, machine asked, commit. Off unless TRACES_URL is set.

What a span holds is chosen here and in the loop: names of ours, never a path, a message of an error or anything a customer gave.
"""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

from aiohttp import web

from frontdesk.app.settings import Settings

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Tracing:
    """Spans on their way to a collector. Calling it opens one; see `Span` in the loop's ports."""

    def __init__(self, url: str, share: float) -> None:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - only where it is on
        from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - only where it is on
        from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - only where it is on
        from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - only where it is on
        from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio  # noqa: PLC0415 - only where it is on

        named = Resource.create({"service.name": "frontdesk"})
        self._provider = TracerProvider(resource=named, sampler=ParentBasedTraceIdRatio(share), shutdown_on_exit=False)
        self._provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=5)))
        self._tracer = self._provider.get_tracer("frontdesk")

    def __call__(self, name: str, **known: str) -> AbstractContextManager[None]:
        return self._open(name, {f"frontdesk.{key}": value for key, value in known.items() if value})

    def close(self) -> None:
        """Send what is left; waits for the collector some seconds at most."""
        self._provider.shutdown()  # type: ignore[no-untyped-call]

    @contextmanager
    def _open(self, name: str, known: dict[str, str]) -> Iterator[None]:
        from opentelemetry.trace import Status, StatusCode  # noqa: PLC0415 - only where it is on

        own = self._tracer.start_as_current_span(
            name, attributes=known, record_exception=False, set_status_on_exception=False
        )
        with own as span:
            try:
                yield
            except Exception as error:
                span.set_status(Status(StatusCode.ERROR, type(error).__name__))  # its message may hold anything
                raise

    @property
    def middleware(self) -> Any:
        """A span for every request, by its route's pattern, never by its path."""

        @web.middleware
        async def traced(request: web.Request, handler: Handler) -> web.StreamResponse:
            resource = request.match_info.route.resource
            route = resource.canonical if resource is not None else "none"
            with self._open(f"{request.method} {route}", {"http.request.method": request.method, "http.route": route}):
                return await handler(request)

        return traced


def tracing_of(settings: Settings) -> Tracing | None:
    """The traces of this house; None when nobody wants them."""
    return Tracing(settings.traces_url, settings.traces_share) if settings.traces_url else None
