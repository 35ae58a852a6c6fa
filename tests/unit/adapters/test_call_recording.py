"""A carrier that refuses to pause a recording: what there is of it decides whether a secret may be asked for."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.twilio.call_recording import TwilioRecording
from frontdesk.adapters.twilio.calls import CarrierAccount
from handoff.ports import CallFailed, CallGone

OF_CALL = "/2010-04-01/Accounts/AC1/Calls/CA1/Recordings"


class Refusing:
    """Refuses every change, and has these recordings of the call."""

    def __init__(self) -> None:
        self.there: list[str] = []

    async def change(self, _: web.Request) -> web.Response:
        refusal = {"code": 21220, "message": "Requested resource is not available in its current state", "status": 400}
        return web.json_response(refusal, status=400)

    async def listed(self, _: web.Request) -> web.Response:
        shown = [{"sid": f"RE{number:032x}", "call_sid": "CA1", "status": one} for number, one in enumerate(self.there)]
        return web.json_response({"recordings": shown, "page_size": 50, "next_page_uri": None})


@pytest.fixture
async def refusing() -> AsyncIterator[tuple[Refusing, TwilioRecording]]:
    carrier, app = Refusing(), web.Application()
    app.router.add_post(OF_CALL + "/{name}.json", carrier.change)
    app.router.add_get(OF_CALL + ".json", carrier.listed)
    server = TestServer(app)
    await server.start_server()
    account = CarrierAccount(
        account_sid="AC1",
        auth_token="t",
        caller_id="+1",
        base_url="https://desk.example.com",
        api_url=str(server.make_url("")),
    )
    recording = TwilioRecording(account)
    yield carrier, recording
    await recording.close()
    await server.close()


@pytest.mark.stands("S14")
@pytest.mark.parametrize(
    ("there", "error"),
    [
        (["in-progress"], CallFailed),
        (["completed", "in-progress"], CallFailed),
        (["paused", "in-progress"], CallFailed),
        (["paused"], None),
        (["completed", "paused"], None),
        ([], CallGone),
        (["completed", "absent"], CallGone),
    ],
)
async def test_a_refused_pause_is_looked_into(
    refusing: tuple[Refusing, TwilioRecording], there: list[str], error: type[CallFailed] | None
) -> None:
    """S14: only where nothing of the call is being recorded is a refusal no danger."""
    carrier, recording = refusing
    carrier.there = there
    if error is None:
        await recording.pause("CA1")
        return
    with pytest.raises(CallFailed) as raised:
        await recording.pause("CA1")
    assert type(raised.value) is error
