"""What a call's documents are made with: words to say, and the addresses it is led through.

One place knows the paths; nothing here knows what they answer."""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple
from urllib.parse import urlencode

from frontdesk.core.pace import OWN_PACE, Pace

PREFIX = "/twilio"
ANY_STEP: Final = "\0"  # XML can't hold it, so nobody's words do


def link(base: str, path: str, **query: str | int) -> str:
    """An absolute address below the public base; empty query values are left out."""
    return f"{base.rstrip('/')}{PREFIX}{path}" + _query(query, "?")


def _query(wanted: Mapping[str, str | int], before: str) -> str:
    """What is asked with an address, if anything; values that are empty are left out."""
    given = {name: value for name, value in wanted.items() if value != ""}
    return before + urlencode(given) if given else ""


class Line(NamedTuple):
    """Words to be spoken in one language. `sound`: the address of a recording of them, to be played instead.

    A tuple, because whole documents are found again by their lines and addresses: those compare at once.
    """

    text: str
    lang: str
    sound: str = ""
    pace: Pace = OWN_PACE


class CallUrls(NamedTuple):
    """Addresses of one document of the caller's leg.

    `step`: the turn that asks; ANY_STEP where that is put in later.
    `tried`: this document followed a failure, so the next failure ends the call.
    `queued`: how often joining the queue failed in a row.
    `consent`: what is said before a message is recorded; without it none is.
    """

    base: str
    step: int | Literal["\0"]
    tried: bool = False
    queued: int = 0
    consent: Line | None = None

    def _link(self, path: str, **query: str | int) -> str:
        more = _query({**query, "tried": 1 if self.tried else ""}, "&")
        return f"{link(self.base, path)}?step={self.step}{more}"

    def turn(self) -> str:
        return self._link("/voice/turn")

    def silent(self) -> str:
        return self._link("/voice/turn", silent=1)

    def recorded(self) -> str:
        return self._link("/voice/recorded")

    def now(self) -> str:
        return self._link("/voice/now")

    def busy(self) -> str:
        return self._link("/voice/busy")

    def wait(self, lang: str) -> str:
        return self._link("/voice/wait", lang=lang)

    def wait_on(self, lang: str, number: int) -> str:
        """The next stretch of waiting; each has its number, so that one asked for twice says the same."""
        return self._link("/voice/wait", lang=lang, round=number)

    def queue_left(self) -> str:
        return self._link("/voice/queue-left", tries=self.queued or "")

    def dial_ended(self) -> str:
        return self._link("/voice/dial-ended")


def now_path(step: int) -> str:
    """Where a live call is moved to when its session changed from elsewhere."""
    return f"{PREFIX}/voice/now?{urlencode({'step': step})}"


def agent_path(what: str, ticket: str) -> str:
    """A webhook of the agent's leg: `leg`, `answer` or `status`."""
    return f"{PREFIX}/agent/{what}?{urlencode({'ticket': ticket})}"


def callback_path(what: str, ticket: str) -> str:
    """A webhook of the call a customer was promised: `callback`, `callback-answer` or `callback-status`."""
    return f"{PREFIX}/voice/{what}?{urlencode({'ticket': ticket})}"
