"""Any queue that takes signed webhooks: every parcel is one POST, signed as Standard Webhooks are."""

import json
from collections.abc import Callable, Mapping

from frontdesk.adapters.outside.http import OutsideHttp
from frontdesk.core.webhook_signature import signed
from handoff.outside import Parcel, System

VERSION = "1"


class WebhookQueue:
    """The OutsideQueue port over one address of the other side."""

    system: System = "webhook"

    def __init__(self, url: str, secret: str, clock: Callable[[], float]) -> None:
        self._url, self._secret, self._clock = url, secret, clock
        self._http = OutsideHttp("The webhook's receiver")

    async def deliver(self, parcel: Parcel, link: Mapping[str, str]) -> Mapping[str, str]:
        body = message(parcel)
        headers = {"Content-Type": "application/json"} | signed(self._secret, parcel.id, self._clock(), body)
        await self._http.must("POST", self._url, body=body, headers=headers)
        return {}

    async def close(self) -> None:
        await self._http.close()


def message(parcel: Parcel) -> bytes:
    """The body: the same bytes on every try, as far as the parcel goes."""
    said = {
        "version": VERSION,
        "id": parcel.id,
        "type": f"handoff.{parcel.kind}",
        "at": parcel.at,
        "ticket": parcel.ticket,
        "data": dict(parcel.body),
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
