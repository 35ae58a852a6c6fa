"""The phone side: Twilio or a compatible provider when one is set, else the embedded exchange, by the same webhooks."""

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

from frontdesk.adapters.twilio.call_recording import TwilioRecording
from frontdesk.adapters.twilio.calls import CarrierAccount, TwilioCalls
from frontdesk.adapters.twilio.recordings import Source
from frontdesk.adapters.twilio.rooms import TwilioRooms
from frontdesk.app.secrets_kept import kept_secret
from frontdesk.app.settings import Settings
from frontdesk.carrier.account import Account, Caption, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.websocket import phone_socket
from frontdesk.channels.voice.signature import Signatures
from frontdesk.channels.voice.twiml import room_name
from handoff.outgoing import Kind, Outgoing
from handoff.ports import MayCall

_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
Authorise = Callable[[web.Request, str | None], Awaitable[bool]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """How calls are controlled and recorded, which numbers may be promised a call and whether any may, which signatures
    count, and the embedded exchange, if it is that."""

    calls: TwilioCalls
    rooms: TwilioRooms
    may_call: MayCall
    calls_out: bool
    signatures: Signatures
    recordings: Source
    recording: TwilioRecording
    exchange: Exchange | None = None

    async def close(self) -> None:
        await self.calls.close()
        await self.rooms.close()
        await self.recording.close()

    def routes(self, authorise: Authorise) -> list[web.RouteDef]:
        """What the embedded exchange adds to our server; nothing with a real carrier."""
        if self.exchange is None:
            return []
        return [*rest_routes(self.exchange), web.get("/phone/ws", phone_socket(self.exchange, authorise))]


def open_phone(settings: Settings, clock: Callable[[], float], caption: Caption, outgoing: Outgoing) -> Phone:
    """Set up the phone side. The embedded account and its token are made once and kept in the data folder.

    `caption`: what a sound of ours says, for telephones that show words. `outgoing` sees every number before we ring or text it.
    """
    if settings.embedded_carrier:
        return _embedded(settings, clock, caption)
    tokens = [t.get_secret_value() for t in (settings.twilio_auth_token, settings.twilio_auth_token_2)]
    account = _account(settings, settings.twilio_account_sid, tokens[0], settings.twilio_api_url)
    signatures = Signatures(settings.base_url, tuple(t for t in tokens if t))
    source = Source(user=settings.twilio_account_sid, password=tokens[0], hosts=_hosts(settings.twilio_api_url))
    return Phone(
        calls=TwilioCalls(account, outgoing.take),
        rooms=TwilioRooms(account, room_name, outgoing.take),
        may_call=outgoing.may_call,
        calls_out=bool(outgoing.limits.to),
        signatures=signatures,
        recordings=source,
        recording=TwilioRecording(account),
    )


def _embedded(settings: Settings, clock: Callable[[], float], caption: Caption) -> Phone:
    """Our own exchange, asked and answered as a provider would be."""
    here = f"http://127.0.0.1:{settings.port}"
    token = kept_secret(settings.data_dir, "carrier-token")[:32]
    sid = "AC" + kept_secret(settings.data_dir, "carrier-account")[:32]
    base = settings.base_url
    line = Line(
        number=settings.twilio_number,
        voice_url=f"{base}/twilio/voice",
        fallback_url=f"{base}/twilio/voice/fallback",
        status_url=f"{base}/twilio/voice/status",
    )
    exchange = Exchange(
        Account(sid, token),
        [line],
        Ports(clock, lambda: secrets.token_hex(16), caption=caption),
        route=lambda url: url.replace(base, here, 1),
    )
    account = _account(settings, sid, token, here)
    source = Source(user=sid, password=token, here=(base, here))
    return Phone(
        calls=TwilioCalls(account, _free),
        rooms=TwilioRooms(account, room_name, _free),
        may_call=_number,
        calls_out=True,
        signatures=Signatures(base, (token,)),
        recordings=source,
        recording=TwilioRecording(account),
        exchange=exchange,
    )


async def _free(kind: Kind, number: str) -> None:
    """The embedded exchange reaches nobody outside, so nothing it rings costs anything."""


async def _number(number: str) -> bool:
    """Any number may be rung where that costs nothing; a withheld one is none."""
    return _NUMBER.fullmatch(number) is not None


def _hosts(api_url: str) -> tuple[str, ...]:
    """Whose recordings we fetch: the provider's whose API we use."""
    host = urlsplit(api_url).hostname
    return (host,) if host else ("api.twilio.com", ".twilio.com")


def _account(settings: Settings, sid: str, token: str, api_url: str) -> CarrierAccount:
    return CarrierAccount(
        account_sid=sid, auth_token=token, caller_id=settings.twilio_number, base_url=settings.base_url, api_url=api_url
    )
