"""`CallControl` by the carrier's REST API. Knows calls and addresses, not tickets' lives."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import aiohttp
from twilio.base.exceptions import TwilioException, TwilioRestException
from twilio.rest import Client

from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.outgoing import Kind
from handoff.ports import CallFailed, CallGone

Guard = Callable[[Kind, str], Awaitable[None]]  # counts a call or text to a number, or raises Refused
CALL_GONE = 21220  # "Invalid call state": the call has ended
_PHONE = re.compile(r"\+[1-9][0-9]{6,14}|(client|sips?):[A-Za-z0-9_.@:+-]{1,120}")
OVER = ("completed", "busy", "failed", "no-answer", "canceled")
ENDED = ("initiated", "ringing", "answered", "completed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CarrierAccount:
    """Where and as whom to ask. `caller_id`: the number agents see. `base_url`: our public address, for the webhooks.

    `api_url` empty: Twilio itself. `dial_to`: what an agent's phone may begin with; nothing else is ever rung, and numbers
    only when the house's rules for what goes out allow them as well.
    """

    account_sid: str
    auth_token: str
    caller_id: str
    base_url: str
    api_url: str = ""
    ring_s: int = 25
    deadline_s: float = 5.0
    dial_to: tuple[str, ...] = ("client:", "sip:", "sips:", "+")


class TwilioCalls:
    """Rings agents, moves callers, ends calls. Close it when the house closes."""

    def __init__(self, account: CarrierAccount, guard: Guard) -> None:
        self._account, self._guard = account, guard
        self._http = CarrierHttp(account.api_url, account.deadline_s)
        self._client = Client(
            account.account_sid,
            account.auth_token,
            http_client=self._http,
            environment={"": ""},  # settings come from one place; the library would read the environment
        )

    async def ring_agent(self, ticket: str, phone: str) -> str:
        """Ring the agent's phone for a ticket; returns the carrier's id of that leg."""
        if not may_ring(phone, self._account.dial_to):
            raise CallFailed("The agent's phone is no number we may ring; give one like +442071838750 or client:amy.")
        return await self._ring(_callee(phone, ticket), "agent/leg", "agent/status", ticket)

    async def ring_customer(self, ticket: str, number: str) -> str:
        """Ring a customer who was promised a call; returns the carrier's id of that leg."""
        if not may_ring(number, self._account.dial_to):
            raise CallFailed("The customer's number is none we may ring; it should look like +442071838750.")
        return await self._ring(number, "voice/callback", "voice/callback-status", ticket)

    async def _ring(self, to: str, answered: str, status: str, ticket: str) -> str:
        if to.startswith("+"):
            await self._guard("call", to)
        made = await asked(
            self._client.calls.create_async(
                to=to,
                from_=self._account.caller_id,
                url=self._webhook(answered, ticket),
                method="POST",
                status_callback=self._webhook(status, ticket),
                status_callback_event=list(ENDED),
                status_callback_method="POST",
                timeout=self._account.ring_s,
            )
        )
        if not getattr(made, "sid", None):
            raise CallFailed("The carrier rang but named no call; is TWILIO_API_URL compatible with Twilio?")
        return str(made.sid)

    async def move_caller(self, call_sid: str, path: str) -> None:
        """Make the caller's call fetch its next document from this path of ours."""
        url = self._account.base_url.rstrip("/") + path
        await asked(self._client.calls(call_sid).update_async(url=url, method="POST"))

    async def on_line(self, call_sid: str) -> bool:
        """Whether a call goes on, or still rings."""
        try:
            call = await asked(self._client.calls(call_sid).fetch_async())
        except CallGone:
            return False
        return str(call.status) not in OVER

    async def hang_up(self, call_id: str) -> None:
        """End a call. One that has ended already is no error."""
        try:
            await asked(self._client.calls(call_id).update_async(status="completed"))
        except CallGone:
            return

    async def send_text(self, to: str, body: str) -> None:
        """A text message to somebody who wrote to us: their number, or `whatsapp:` and their number."""
        scheme, number = ("whatsapp:", to.removeprefix("whatsapp:")) if to.startswith("whatsapp:") else ("", to)
        if not re.fullmatch(r"\+[1-9][0-9]{6,14}", number):
            raise CallFailed("A text can be sent to a number only, such as +442071838750 or whatsapp:+442071838750.")
        await self._guard("text", number)
        await asked(self._client.messages.create_async(to=to, from_=scheme + self._account.caller_id, body=body))

    async def close(self) -> None:
        await self._http.close()

    def _webhook(self, what: str, ticket: str) -> str:
        return f"{self._account.base_url.rstrip('/')}/twilio/{what}?ticket={quote(ticket, safe='')}"


def _callee(phone: str, ticket: str) -> str:
    """A softphone is told which ticket rings; other phones have no place for it."""
    return f"{phone}?ticket={quote(ticket, safe='')}" if phone.startswith("client:") else phone


def may_ring(phone: str, dial_to: tuple[str, ...]) -> bool:
    """Whether this is a phone address, and one of those the house may ring."""
    return bool(_PHONE.fullmatch(phone)) and phone.startswith(dial_to)


async def asked(request: Awaitable[Any]) -> Any:
    """The carrier's answer; whatever goes wrong becomes a CallFailed with a sentence."""
    try:
        return await request
    except TwilioRestException as error:
        if error.status == 404 or error.code == CALL_GONE:
            raise CallGone("The call has ended already; there is nothing left to do with it.") from error
        raise CallFailed(
            f"The carrier refused (HTTP {error.status}, its error {error.code}): {_sentence(error)}"
        ) from error
    except TimeoutError as error:
        raise CallFailed("The carrier did not answer in time; try again, or look at its status page.") from error
    except aiohttp.ClientError as error:
        raise CallFailed(f"The carrier can't be reached ({type(error).__name__}); check TWILIO_API_URL.") from error
    except (TwilioException, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CallFailed("The carrier's answer can't be read; is TWILIO_API_URL compatible with Twilio?") from error


def _sentence(error: TwilioRestException) -> str:
    """What the carrier said, without numbers of people's phones."""
    return re.sub(r"\+?[0-9]{7,}", "…", str(error.msg))[:200]
