"""What every call of an exchange shares. Must not know what any call is doing."""

import logging
from collections import OrderedDict, deque
from dataclasses import dataclass, field

from frontdesk.carrier.account import Account, Limits, Ports
from frontdesk.carrier.directory import Directory
from frontdesk.carrier.queues import Queues
from frontdesk.carrier.rooms import Rooms
from frontdesk.carrier.tasks import Tasks
from frontdesk.carrier.webhook import Webhooks

KEPT_RECORDINGS = 20
_log = logging.getLogger("frontdesk.carrier")


@dataclass(frozen=True, slots=True)
class Mishap:
    """Something the exchange could not carry out, as Twilio's debugger would list it."""

    call: str
    code: int
    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Services:
    account: Account
    ports: Ports
    limits: Limits
    webhooks: Webhooks
    tasks: Tasks
    rooms: Rooms
    queues: Queues
    directory: Directory
    mishaps: deque[Mishap] = field(default_factory=lambda: deque(maxlen=200))
    recordings: "OrderedDict[str, bytes]" = field(default_factory=OrderedDict)

    def note(self, mishap: Mishap) -> None:
        self.mishaps.append(mishap)
        _log.warning("A call met error %d.", mishap.code, extra={"call": mishap.call, "code": mishap.code})

    def keep(self, name: str, recording: bytes) -> None:
        """Keep a recording where REST finds it; the newest few."""
        self.recordings[name] = recording
        while len(self.recordings) > KEPT_RECORDINGS:
            self.recordings.popitem(last=False)
