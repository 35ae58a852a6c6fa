"""Chatwoot: an API inbox. The customer's side speaks its public API, notes and assignments the account's.

Contract: https://www.chatwoot.com/developers/api (public contacts, conversations and messages; toggle_status; assignments).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from frontdesk.adapters.outside.http import OutsideHttp
from handoff.outside import OutsideDown, OutsideRefused, Parcel, System
from handoff.packet_text import note_of

OPEN, RESOLVED = "open", "resolved"
CLOCKS_APART_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatwootAccount:
    """Where the account is. `inbox`: the API inbox's identifier. `team`: who is assigned, 0: nobody by us."""

    url: str
    account: int
    inbox: str
    token: str
    team: int = 0


class ChatwootQueue:
    """The OutsideQueue port over one API inbox."""

    system: System = "chatwoot"

    def __init__(self, account: ChatwootAccount) -> None:
        self._account = account
        self._http = OutsideHttp("Chatwoot")

    async def deliver(self, parcel: Parcel, link: Mapping[str, str]) -> Mapping[str, str]:
        match parcel.kind:
            case "requested":
                return await self._requested(parcel, link)
            case "message":
                await self._said(_known(link), parcel)
            case "cancelled":
                conversation = _known(link)["conversation"]
                await self._note(conversation, _left(parcel))
                await self._status(conversation, RESOLVED)
            case "ended" if parcel.body.get("by") != "agent":
                await self._note(_known(link)["conversation"], "The customer has left the conversation.")
            case _:
                pass  # Chatwoot knows: its own people did it
        return {}

    async def _requested(self, parcel: Parcel, link: Mapping[str, str]) -> Mapping[str, str]:
        """A contact, a conversation, the note that only agents see, then open it to them. Each step is done once:

        what an earlier try has reached is kept in the contact's and conversation's own attributes and found again.
        """
        contact = await self._contact(parcel)
        conversation = await self._conversation(contact, parcel)
        named = {"contact": contact, "conversation": conversation}
        if not await self._has_note(conversation, parcel.id):
            await self._note(conversation, note_of(parcel.body), parcel.id)
        if self._account.team:
            await self._account_api(
                "POST", f"conversations/{conversation}/assignments", {"team_id": self._account.team}
            )
        await self._status(conversation, OPEN)
        return named

    async def _contact(self, parcel: Parcel) -> str:
        """The contact of this session: Chatwoot gives the same one for the same identifier."""
        customer = parcel.body.get("customer") or {}
        made = await self._public(
            "POST", "contacts", {"identifier": parcel.session, "name": customer.get("name") or "Customer"}
        )
        return _text(made, "source_id")

    async def _conversation(self, contact: str, parcel: Parcel) -> str:
        """This ticket's conversation: one made by an earlier try, else a new one."""
        path = f"contacts/{quote(contact, safe='')}/conversations"
        for one in _list(await self._public("GET", path, None)):
            if (one.get("custom_attributes") or {}).get("frontdesk_ticket") == parcel.ticket:
                return _text(one, "id")
        attributes = {"frontdesk_ticket": parcel.ticket, **_flat(parcel)}
        return _text(await self._public("POST", path, {"custom_attributes": attributes}), "id")

    async def _has_note(self, conversation: str, parcel: str) -> bool:
        """Whether the note of this parcel stands there already."""
        said = await self._account_api("GET", f"conversations/{conversation}/messages", None)
        return any(
            (message.get("content_attributes") or {}).get("frontdesk_parcel") == parcel
            for message in _list((said or {}).get("payload"))
        )

    async def _note(self, conversation: str, text: str, parcel: str = "") -> None:
        body = {"content": text, "message_type": "outgoing", "private": True}
        if parcel:
            body["content_attributes"] = {"frontdesk_parcel": parcel}
        await self._account_api("POST", f"conversations/{conversation}/messages", body)

    async def _status(self, conversation: str, status: str) -> None:
        await self._account_api("POST", f"conversations/{conversation}/toggle_status", {"status": status})

    async def _said(self, link: Mapping[str, str], parcel: Parcel) -> None:
        """The customer's words, as the customer. After a try nobody knows the end of, look whether they stand there."""
        text = str(parcel.body.get("text", ""))
        path = f"contacts/{quote(link['contact'], safe='')}/conversations/{link['conversation']}/messages"
        if parcel.tries > 1 and any(
            one.get("content") == text and float(one.get("created_at") or 0) >= parcel.at - CLOCKS_APART_S
            for one in _list(await self._public("GET", path, None))
        ):
            return
        await self._public("POST", path, {"content": text, "echo_id": parcel.id})

    async def _public(self, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        base = f"{self._account.url.rstrip('/')}/public/api/v1/inboxes/{quote(self._account.inbox, safe='')}"
        return await self._http.must(method, f"{base}/{path}", body=_bytes(body), headers=_JSON)

    async def _account_api(self, method: str, path: str, body: Mapping[str, Any] | None) -> Any:
        base = f"{self._account.url.rstrip('/')}/api/v1/accounts/{self._account.account}"
        headers = _JSON | {"api_access_token": self._account.token}
        return await self._http.must(method, f"{base}/{path}", body=_bytes(body), headers=headers)

    async def close(self) -> None:
        await self._http.close()


_JSON = {"Content-Type": "application/json", "Accept": "application/json"}


def _bytes(body: Mapping[str, Any] | None) -> bytes:
    return b"" if body is None else json.dumps(body, ensure_ascii=False).encode()


def _known(link: Mapping[str, str]) -> Mapping[str, str]:
    if "conversation" not in link or "contact" not in link:
        raise OutsideRefused("Chatwoot was never told of this ticket, so there is no conversation to write to.")
    return link


def _text(said: Any, name: str) -> str:
    value = said.get(name) if isinstance(said, dict) else None
    if value in (None, ""):
        raise OutsideDown(f"Chatwoot's answer has no '{name}'; is CHATWOOT_URL really a Chatwoot?")
    return str(value)


def _list(said: Any) -> list[dict[str, Any]]:
    return [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []


def _flat(parcel: Parcel) -> dict[str, str]:
    goal, why = parcel.body.get("goal") or {}, parcel.body.get("why") or {}
    flat = {"goal": goal.get("intent"), "reason": why.get("reason"), "lang": parcel.body.get("lang")}
    return {f"frontdesk_{name}": str(value) for name, value in flat.items() if value}


def _left(parcel: Parcel) -> str:
    waited = round(float(parcel.body.get("waited_s") or 0))
    if parcel.body.get("reason") == "expired":
        return f"Nobody took this within {waited} s; the customer was told."
    return f"The customer left after waiting {waited} s."
