"""The exchange: takes calls from telephones, makes calls for REST, rings who is registered. `async with` runs it."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from types import TracebackType
from typing import Final, Self

from frontdesk.carrier.account import Account, Limits, Line, Ports
from frontdesk.carrier.directory import Directory, dialled
from frontdesk.carrier.handset import Handset
from frontdesk.carrier.leg import Callbacks, Calls, Leg, Parties
from frontdesk.carrier.life import call_out, live
from frontdesk.carrier.queues import Queues
from frontdesk.carrier.rooms import Rooms
from frontdesk.carrier.services import Mishap, Services
from frontdesk.carrier.steps import End, Follow, Goto, Step
from frontdesk.carrier.tasks import Tasks
from frontdesk.carrier.webhook import Route, Webhooks, same_address

WITHHELD: Final = "anonymous"
TWILIO_LIMITS: Final = Limits()


class Engaged(Exception):
    """A telephone asked to call while it is in a call."""


class NoSuchLine(Exception):
    """A number was called that the exchange has no line for."""


@dataclass(frozen=True, slots=True)
class CallOrder:
    """A call REST asks for: ring `to`, and when it is answered do `first`."""

    caller: str
    to: str
    first: Step
    callbacks: Callbacks = field(default_factory=Callbacks)
    timeout: float = 60


class Exchange:
    """One account's telephone exchange."""

    def __init__(
        self,
        account: Account,
        lines: Iterable[Line],
        ports: Ports,
        limits: Limits = TWILIO_LIMITS,
        route: Route = same_address,
    ) -> None:
        self.lines = {line.number: line for line in lines}
        self.services = Services(
            account=account,
            ports=ports,
            limits=limits,
            webhooks=Webhooks(account.auth_token, limits, ports.new_hex, route),
            tasks=Tasks(),
            rooms=Rooms(ports.new_hex),
            queues=Queues(ports.clock, ports.new_hex),
            directory=Directory(),
        )
        self.calls = Calls(self.services)

    async def __aenter__(self) -> Self:
        await self.services.webhooks.open()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.services.tasks.close()
        await self.services.webhooks.close()

    @property
    def account(self) -> Account:
        return self.services.account

    @property
    def mishaps(self) -> deque[Mishap]:
        """What went wrong lately, newest last."""
        return self.services.mishaps

    @property
    def calls_under_way(self) -> int:
        return sum(not leg.over.is_set() for leg in self.calls.legs.values())

    def call(self, handset: Handset, caller: str = WITHHELD, number: str | None = None) -> Leg:
        """A telephone calls one of the lines (the first, if none is named)."""
        line = next(iter(self.lines.values()), None) if number is None else self.lines.get(number)
        if line is None:
            raise NoSuchLine("The exchange has no such line; name one it was set up with.")
        if not self.services.directory.engage(handset):
            raise Engaged("This telephone is in a call; hang up first.")
        callbacks = Callbacks(status_url=line.status_url, fallback_url=line.fallback_url)
        leg = self.calls.begin(Parties(caller, line.number), handset, callbacks)
        handset.connect(leg.receive)
        self.services.tasks.start(live(leg, Goto(line.voice_url)), f"call {leg.sid}")
        return leg

    def make(self, order: CallOrder) -> Leg:
        """Ring a registered telephone, as REST asked."""
        handset = self.services.directory.take(dialled(order.to).address)
        parties = Parties(order.caller, order.to, "outbound-api")
        if isinstance(handset, str):
            leg = self.calls.begin(parties, _NoHandset(), order.callbacks)
            leg.tell("initiated")
            leg.finish(End("The telephone could not be rung.", handset))
            return leg
        leg = self.calls.begin(parties, handset, order.callbacks)
        self.services.tasks.start(call_out(leg, order.timeout, order.first), f"call {leg.sid}")
        return leg

    def register(self, address: str, handset: Handset) -> None:
        """From now on `address` (`client:amy` or a number) rings this telephone."""
        self.services.directory.register(address, handset)

    def forget(self, address: str, handset: Handset) -> None:
        self.services.directory.forget(address, handset)

    def leg(self, sid: str) -> Leg | None:
        return self.calls.legs.get(sid)

    def redirect(self, leg: Leg, step: Goto | Follow) -> None:
        """Break into a call with a new document."""
        leg.heard_something()
        leg.order(step)

    async def settle(self) -> None:
        """Wait until nothing is under way: calls over, callbacks told."""
        await self.services.tasks.settle()

    def hang_up(self, leg: Leg) -> None:
        leg.order(End("The call was ended.", "completed" if leg.answered_at is not None else "canceled"))


class _NoHandset:
    """Stands where no telephone is: a call that could not ring."""

    def connect(self, receiver: object) -> None: ...

    def show(self, cue: object) -> None: ...

    async def say(self, text: str, language: str, voice: str, rate: float = 1.0) -> None: ...

    async def play(self, url: str, text: str, language: str) -> None: ...

    async def pause(self, seconds: float) -> None: ...

    async def quiet(self, seconds: float) -> None: ...
