"""A live call at the desk, on the whole house: hold, mute, advice, three at once, warm and blind transfer, coaching."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from frontdesk.app.house import House
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from tests.whole.conftest import Person, logged_in


@dataclass
class Talk:
    """A caller and Amy, who talk; Wei's and Sam's telephones beside them."""

    ticket: str
    session: str
    caller: ScriptedHandset
    amys: ScriptedHandset
    weis: ScriptedHandset
    sams: ScriptedHandset
    amy: Person
    wei: Person
    sam: Person

    async def do(self, who: Person, deed: str, expect: int = 200, **body: Any) -> Any:
        return await who.post(f"/api/desk/tickets/{self.ticket}/{deed}", expect, **body)

    async def card(self, who: Person, holds: Any, what: str) -> dict[str, Any]:
        """The ticket on somebody's desk, once it looks as it should."""

        def found(desk: dict[str, Any]) -> dict[str, Any] | None:
            cards = (*desk["mine"], *desk["helping"], *desk["queue"], *desk.get("live", ()))
            return next((card for card in cards if card["id"] == self.ticket), None)

        shown = await who.until("/api/desk", lambda d: (card := found(d)) is not None and holds(card), what)
        card = found(shown)
        assert card is not None
        return card

    async def story(self, house: House) -> list[str]:
        return [entry.event.kind for entry in await house.stores.log.of_session(self.session)]


@pytest.fixture
async def talk(house: House, exchange: Exchange, caller: ScriptedHandset, amy: Person) -> AsyncIterator[Talk]:
    phones = {name: ScriptedHandset() for name in ("amy", "wei", "sam")}
    for name, phone in phones.items():
        exchange.register(f"client:{name}", phone)
    wei, sam = await logged_in(house, "wei"), await logged_in(house, "sam")
    exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    card = (await amy.until("/api/desk", lambda d: d["mine"], "an offer"))["mine"][0]
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")
    await phones["amy"].pick_up()
    await phones["amy"].press("1")
    await caller.until_bridged()
    yield Talk(card["id"], card["session"], caller, phones["amy"], phones["wei"], phones["sam"], amy, wei, sam)
    await wei.http.close()
    await sam.http.close()


async def advice(talk: Talk) -> None:
    """Wei is asked and there; the caller is on hold."""
    await talk.do(talk.amy, "ask", agent="wei", role="consult")
    await talk.caller.until_heard("My colleague will be right back")
    await talk.weis.pick_up()
    await talk.weis.until_bridged()
    await talk.card(talk.amy, lambda c: any(h["joined"] for h in c["helpers"]), "Wei in the room")


async def heard_by(speaker: ScriptedHandset, hearer: ScriptedHandset, text: str) -> None:
    speaker.talk(text)
    await hearer.until_heard(text)


async def test_hold_and_mute(talk: Talk, house: House) -> None:
    """On hold the caller hears a word and music, and nobody hears anybody; muted, the agent hears and is not heard."""
    await talk.do(talk.amy, "hold", on=True)
    await talk.caller.until_heard("My colleague will be right back")
    talk.amys.talk("among ourselves")
    await talk.do(talk.amy, "hold", on=False)
    await talk.caller.until(lambda: type(talk.caller.cues[-1]).__name__ == "Bridged", "coming back")
    await heard_by(talk.amys, talk.caller, "here I am again")

    await talk.do(talk.amy, "mute", on=True)
    await talk.card(talk.amy, lambda c: c["muted"], "the mark of being muted")
    await _calm()
    talk.amys.talk("a cough")
    await heard_by(talk.caller, talk.amys, "my number is")
    await talk.do(talk.amy, "mute", on=False)
    await _calm()
    await heard_by(talk.amys, talk.caller, "thank you")

    assert not any("among ourselves" in text or "a cough" in text for text in talk.caller.heard)
    assert (await talk.do(talk.wei, "hold", 409, on=True))["error"]
    seating = [kind for kind in await talk.story(house) if kind.startswith(("hold_", "agent_mu", "agent_unmu"))]
    assert seating == ["hold_started", "hold_ended", "agent_muted", "agent_unmuted"]


async def test_advice_then_three_at_once_then_a_warm_transfer(talk: Talk, house: House) -> None:
    """The caller never hears the advice; then all three talk; then Amy is out and the other two go on; Wei has the ticket."""
    await advice(talk)
    await heard_by(talk.amys, talk.weis, "it is about a refund, they are angry")
    await heard_by(talk.weis, talk.amys, "give it to me")
    refused = await talk.do(talk.amy, "hold", 409, on=False)
    assert "would hear your colleague" in refused["error"]

    await talk.do(talk.amy, "ask", agent="wei", role="three_way")
    await talk.caller.until(lambda: type(talk.caller.cues[-1]).__name__ == "Bridged", "coming back")
    await heard_by(talk.weis, talk.caller, "Wei here as well")

    await talk.do(talk.amy, "hand-over", agent="wei")
    await talk.amys.until_ended()
    await heard_by(talk.caller, talk.weis, "are you still there?")
    await heard_by(talk.weis, talk.caller, "yes, I am")
    assert not any("angry" in text or "give it" in text for text in talk.caller.heard)
    card = await talk.card(talk.wei, lambda c: c["agent"] == "wei", "Wei's ticket")
    assert (card["status"], card["held"], card["helpers"]) == ("connected", False, [])
    assert not (await talk.amy.get("/api/desk"))["mine"]

    await talk.do(talk.wei, "close", disposition="solved", note="")
    await talk.weis.until_ended()
    await talk.caller.press("6")
    await talk.caller.until_ended()
    assert (await talk.story(house)).count("handoff_connected") == 2


async def test_hanging_up_on_advice_is_a_transfer(talk: Talk) -> None:
    """The classic way on any telephone: ask, then hang up; the caller is back from hold and talks with the colleague."""
    await advice(talk)
    talk.amys.hangup()
    await talk.caller.until(lambda: type(talk.caller.cues[-1]).__name__ == "Bridged", "coming back")
    await heard_by(talk.weis, talk.caller, "Amy told me all of it")
    await talk.card(talk.wei, lambda c: c["agent"] == "wei", "Wei's ticket")


@pytest.mark.stands("R9")
async def test_nobody_is_let_go_from_hold(talk: Talk) -> None:
    """Amy's line breaks off while the caller is on hold: they are told so, and are first in line again."""
    await talk.do(talk.amy, "hold", on=True)
    await talk.caller.until_heard("My colleague will be right back")
    talk.amys.hangup()
    card = await talk.card(
        talk.amy, lambda c: c["agent"] is None or c["status"] == "offered", "the caller in the queue"
    )
    assert card["front"]
    assert not talk.caller.ended


async def test_a_colleague_who_does_not_come(talk: Talk) -> None:
    """They refuse, or are sent away while it rings: the caller stays on hold until the agent is back with them."""
    await talk.do(talk.amy, "ask", agent="wei", role="consult")
    await talk.weis.refuse()
    card = await talk.card(talk.amy, lambda c: not c["helpers"], "nobody beside Amy")
    assert card["held"]
    await talk.do(talk.amy, "ask", 409, agent="wei", role="three_way")
    await talk.do(talk.amy, "ask", agent="wei", role="consult")
    await talk.weis.until_ringing()
    await talk.do(talk.amy, "leave", agent="wei")
    await talk.weis.until_ended()
    await talk.do(talk.amy, "hold", on=False)
    await talk.caller.until(lambda: type(talk.caller.cues[-1]).__name__ == "Bridged", "coming back")
    await heard_by(talk.amys, talk.caller, "nobody was there, I'll find out")


async def test_a_blind_transfer_rings_the_other_agent(talk: Talk) -> None:
    """The caller is told, hears music and is first in line; the next agent is briefed with the note and takes the call."""
    await talk.wei.post("/api/desk/status", status="ready")
    await talk.do(talk.amy, "move", agent="wei", note="speaks Chinese")
    await talk.amys.until_ended()
    await talk.card(talk.wei, lambda c: c["status"] == "offered", "the offer")
    await talk.do(talk.wei, "accept")
    await talk.weis.pick_up()
    await talk.weis.press("1")
    await talk.weis.until_bridged()
    await heard_by(talk.weis, talk.caller, "this is Wei")
    assert not talk.caller.ended


async def test_a_supervisor_listens_coaches_and_takes_over(talk: Talk) -> None:
    """Listening is heard by nobody, coaching by the agent alone; taking over goes without ringing again."""
    assert (await talk.do(talk.wei, "listen", 403, role="listen"))["error"]
    await talk.do(talk.sam, "listen", role="listen")
    await talk.sams.pick_up()
    await talk.sams.until_bridged()
    await talk.card(talk.sam, lambda c: any(h["joined"] for h in c["helpers"]), "Sam in the room")
    talk.sams.talk("nobody hears this")
    await heard_by(talk.caller, talk.sams, "I am angry")

    await talk.do(talk.sam, "listen", role="coach")
    await _until_said(talk.sams, talk.amys, "offer a voucher")
    await talk.do(talk.sam, "take")
    await talk.amys.until_ended()
    await _until_said(talk.sams, talk.caller, "Sam speaking, I'll see to it")
    heard = [*talk.amys.heard, *talk.caller.heard]
    assert not any("nobody hears" in text for text in heard)
    assert not any("voucher" in text for text in talk.caller.heard)
    assert (await talk.card(talk.sam, lambda c: c["agent"] == "sam", "Sam's ticket"))["status"] == "connected"


async def _until_said(speaker: ScriptedHandset, hearer: ScriptedHandset, text: str) -> None:
    """Say it again until the room has changed so that it is heard."""
    for _ in range(200):
        speaker.talk(text)
        await asyncio.sleep(0.02)
        if any(text in one for one in hearer.heard):
            return
    raise AssertionError(f"Never heard: {text}; heard was {hearer.heard}")


async def _calm() -> None:
    """Until the room is as the ticket says."""
    async with asyncio.timeout(8):
        while any(task.get_name() == "call control" for task in asyncio.all_tasks()):  # noqa: ASYNC110 - looks from outside
            await asyncio.sleep(0.01)
