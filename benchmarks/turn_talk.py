"""Takes conversations to a server with Rasa's REST channel, one turn after the other, and measures what they cost it."""

import json
import time
import urllib.request
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.turn_servers import Server

TURNS = (
    "hello",
    "where is my order",
    '/inform{"order_number": "10023"}',
    "0198",
    "/deny",
    "/return_item",
    "/deny",
    "thanks",
    "/human_agent",
    "/goodbye",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """`turns_per_s` are per core."""

    turns_per_s: float
    p50_ms: float
    p99_ms: float

    def rounded(self) -> dict[str, float]:
        return {name: round(getattr(self, name), 1) for name in ("turns_per_s", "p50_ms", "p99_ms")}


@dataclass(frozen=True, slots=True)
class Talk:
    """What was measured, and the answers of the first conversation."""

    measured: Measured
    answers: list[Any]


def post(server: Server, session: str, text: str) -> Any:
    """One turn: what the bot said."""
    body = {"sender": session, "message": text, "metadata": {"lang": "en", "medium": "text", "known": {}}}
    request = urllib.request.Request(
        f"{server.url}/webhooks/rest/webhook", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return [m.get("text") for m in json.load(answer) if m.get("text")]


def talk(server: Server, sessions: int, say: Callable[[str], None], turns: Sequence[str] = TURNS) -> Talk:
    """So many conversations of the same turns; two more before them to warm up."""
    run = uuid.uuid4().hex[:6]
    for at in range(2):
        for text in turns:
            post(server, f"{run}-w{at}", text)
    answers: list[Any] = []
    took: list[float] = []
    cpu = server.cpu_s()
    for at in range(sessions):
        for text in turns:
            began = time.perf_counter()
            said = post(server, f"{run}-{at}", text)
            took.append(time.perf_counter() - began)
            if at == 0:
                answers.append(said)
    cpu = server.cpu_s() - cpu
    took.sort()
    n = len(took)
    measured = Measured(n / cpu, 1000 * took[n // 2], 1000 * took[int(n * 0.99)])
    say(f"{server.name}: {n} turns, {measured.turns_per_s:.0f}/s per core, p50 {measured.p50_ms:.1f} ms")
    return Talk(measured, answers)


def growth(server: Server, say: Callable[[str], None], sessions: int = 8) -> float:
    """The CPU of a turn beyond 200 events over that between 10 and 40. A greeting makes about six events."""
    run = uuid.uuid4().hex[:6]
    early = late = 0.0
    for at in range(sessions):
        session = f"{run}-long{at}"
        post(server, session, "hello")
        early += _cost(server, session, 5)
        _cost(server, session, 30)
        late += _cost(server, session, 5)
    for _ in range(2):  # more of both, since CPU time is told in steps of ten milliseconds
        for at in range(sessions):
            fresh = f"{run}-short{_}-{at}"
            post(server, fresh, "hello")
            early += _cost(server, fresh, 5)
            late += _cost(server, f"{run}-long{at}", 5)
    say(
        f"{server.name}: a turn costs {1000 * early / (15 * sessions):.2f} ms early, {1000 * late / (15 * sessions):.2f} ms late"
    )
    return late / early


def _cost(server: Server, session: str, turns: int) -> float:
    cpu = server.cpu_s()
    for _ in range(turns):
        post(server, session, "hello")
    return server.cpu_s() - cpu
