"""Traces by OpenTelemetry: spans that hang together from process to process, on their way to a collector. Off unless asked for.

What a span holds is chosen where it is opened: names of ours, never a path, a message of an error or anything a customer gave.
"""

from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Any

from aiohttp import web

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

BROUGHT = "traceparent"
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
ENDPOINTS = ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT")  # the specification's own names


class Tracing:
    """Spans of one process. Calling it opens one; see `Span` in the loop's ports."""

    def __init__(self, provider: "TracerProvider") -> None:
        from opentelemetry.trace.propagation.tracecontext import (  # noqa: PLC0415 - only where it is on
            TraceContextTextMapPropagator,
        )

        self._provider, self._tracer = provider, provider.get_tracer("frontdesk")
        self._w3c = TraceContextTextMapPropagator()

    def __call__(self, name: str, **known: str) -> AbstractContextManager[None]:
        return self._open(name, {f"frontdesk.{key}": value for key, value in known.items() if value})

    def carried(self) -> Mapping[str, str]:
        """The headers by which the process that is asked goes on with the present trace (W3C Trace Context)."""
        headers: dict[str, str] = {}
        self._w3c.inject(headers)
        return headers

    def close(self) -> None:
        """Send what is left; waits for the collector some seconds at most."""
        self._provider.shutdown()  # type: ignore[no-untyped-call]

    @contextmanager
    def _open(self, name: str, known: Mapping[str, str], context: Any = None) -> Iterator[Any]:
        own = self._tracer.start_as_current_span(
            name, context=context, attributes=known, record_exception=False, set_status_on_exception=False
        )
        with own as span:
            try:
                yield span
            except Exception as error:
                _went_wrong(span, type(error).__name__)  # its message may hold anything
                raise

    def requests(self, *, taken_up: bool = False) -> Any:
        """A middleware: a span for every request, by its route's pattern, never by its path. `taken_up`: those alone that bring
        a trace, which goes on here; for processes that only our own can reach.
        """

        @web.middleware
        async def traced(request: web.Request, handler: Handler) -> web.StreamResponse:
            if taken_up and BROUGHT not in request.headers:
                return await handler(request)
            resource = request.match_info.route.resource
            route = resource.canonical if resource is not None else "none"
            known = {"http.request.method": request.method, "http.route": route}
            context = self._w3c.extract(request.headers) if taken_up else None
            with self._open(f"{request.method} {route}", known, context) as span:
                response = await handler(request)
                if response.status >= 500:
                    _went_wrong(span, str(response.status))
                return response

        return traced


def _went_wrong(span: "Span", how: str) -> None:
    from opentelemetry.trace import Status, StatusCode  # noqa: PLC0415 - only where it is on

    span.set_status(Status(StatusCode.ERROR, how))


def to_collector(url: str, share: float) -> Tracing:
    """The traces of the front desk: this share of them, over HTTP to this address."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.trace.sampling import ParentBasedTraceIdRatio  # noqa: PLC0415 - only where it is on

    named = Resource.create({"service.name": "frontdesk"})
    provider = TracerProvider(resource=named, sampler=ParentBasedTraceIdRatio(share), shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=url, timeout=5)))
    return Tracing(provider)


def by_environment(service: str, given: Mapping[str, str]) -> Tracing | None:
    """The traces of another process of ours, by the OTEL_… variables every such process knows; None when none is set.

    Where they go, which share, with what headers: see the OpenTelemetry specification, "SDK environment variables".
    """
    off = given.get("OTEL_SDK_DISABLED", "").lower() == "true" or given.get("OTEL_TRACES_EXPORTER") == "none"
    if off or not any(given.get(name) for name in ENDPOINTS):
        return None
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - only where it is on
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - only where it is on

    named = Resource.create({} if given.get("OTEL_SERVICE_NAME") else {"service.name": service})
    provider = TracerProvider(resource=named, shutdown_on_exit=False)
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    return Tracing(provider)
