"""A call's life: hang-ups, failures of webhooks, fallback, limits. The caller is never left in silence."""

import asyncio
import socket

import pytest
from aiohttp import web

from frontdesk.carrier.account import Account, Limits, Line, Ports
from frontdesk.carrier.exchange import Engaged, Exchange
from frontdesk.carrier.life import APOLOGY
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.virtual_time import VirtualTime, counted_hex
from tests.unit.carrier.bench import NUMBER, SID, TOKEN, Asked, Bench, bench


async def test_verbs_are_carried_out_in_order(desk: Bench) -> None:
    """Say, Pause, Redirect: one after the other; nothing after a Redirect is reached."""
    desk.app.at("/voice", "<Say>One.</Say><Pause length='3'/><Say>Two.</Say><Redirect>/b</Redirect><Say>Dead.</Say>")
    desk.app.at("/b", "<Say loop='2'>Three.</Say>")
    caller = await desk.caller().until_ended()
    assert caller.heard == ["One.", "Two.", "Three.", "Three."]


async def test_hanging_up_is_told_with_the_duration(desk: Bench) -> None:
    """The status callback of a call that was hung up says completed and how long it lasted."""
    desk.app.at("/voice", "<Gather/>")
    caller = desk.caller()
    await caller.until_listening()
    await desk.time.advance(61)
    caller.hangup()
    form = (await desk.app.until_asked("/status")).form
    assert (form["CallStatus"], form["CallDuration"], form["Duration"]) == ("completed", "61", "2")
    assert form["CallbackSource"] == "call-progress-events"
    assert desk.exchange.calls_under_way == 0


async def test_hanging_up_while_a_webhook_is_slow_lets_it_finish(desk: Bench) -> None:
    """The application is not cut off in mid-answer; its late answer is simply not followed."""
    desk.app.gates["/turn"] = asyncio.Event()
    desk.app.at("/voice", '<Gather numDigits="1" action="/turn"/>')
    desk.app.at("/turn", "<Say>Too late.</Say>")
    caller = await desk.caller().press("1")
    await desk.app.until_asked("/turn")
    caller.hangup()
    await caller.until_ended()
    assert (await desk.app.until_asked("/status")).form["CallStatus"] == "completed"
    desk.app.gates["/turn"].set()
    async with asyncio.timeout(5):
        await desk.exchange.settle()
    assert desk.app.answered == ["/turn"]
    assert caller.heard == []
    assert list(desk.exchange.mishaps) == []


async def test_a_failing_webhook_turns_to_the_fallback(desk: Bench) -> None:
    """A 500 asks the fallback address with ErrorCode and ErrorUrl, and the call goes on with its document."""
    desk.app.at("/voice", '<Gather numDigits="1" action="/turn?step=1"/>')
    desk.app.at("/turn", lambda asked: web.Response(status=500))
    desk.app.at("/fallback", "<Say>Please hold on.</Say>")
    caller = await desk.caller().press("5")
    await caller.until_ended()
    form = desk.app.asked_at("/fallback")[0].form
    assert (form["ErrorCode"], form["ErrorUrl"]) == ("11200", desk.url("/turn?step=1"))
    assert form["Digits"] == "5"
    assert caller.heard == ["Please hold on."]


async def test_bad_twiml_turns_to_the_fallback(desk: Bench) -> None:
    """What cannot be followed is as bad as no answer: each has its code."""
    for answer, code in [
        ("<Response><Sya>x</Sya></Response>", "12200"),
        ("<Response><Say>x", "12100"),
        (web.Response(text="<Response/>", content_type="text/html"), "12300"),
        ("<Response><Say>" + "x" * 66000 + "</Say></Response>", "11750"),
    ]:
        desk.app.asked.clear()
        desk.app.at("/voice", lambda asked, answer=answer: answer)
        desk.app.at("/fallback", "<Hangup/>")
        await desk.caller().until_ended()
        assert desk.app.asked_at("/fallback")[0].form["ErrorCode"] == code


async def test_without_a_working_fallback_the_caller_hears_an_apology(desk: Bench) -> None:
    """When the fallback fails too the stock words are spoken and the call ends; the mishaps are on record."""
    caller = await desk.caller().until_ended()
    assert caller.heard == [APOLOGY]
    assert [mishap.code for mishap in desk.exchange.mishaps] == [11200, 11200]


async def test_no_connection_is_tried_again_with_the_same_token() -> None:
    """One retry when no connection comes, with the same idempotency token; the token of another request differs."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    time, tokens, tries = VirtualTime(), [], []

    async def answer(request: web.Request) -> web.Response:
        tokens.append(request.headers["I-Twilio-Idempotency-Token"])
        body = "<Response><Redirect>/b</Redirect></Response>" if request.path == "/a" else "<Response/>"
        return web.Response(text=body, content_type="text/xml")

    app = web.Application()
    app.router.add_post("/{path}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    live_port = runner.addresses[0][1]

    def route(url: str) -> str:
        tries.append(url)
        return url.replace(f":{port}", f":{live_port}") if len(tries) > 1 else url

    line = Line(NUMBER, f"http://127.0.0.1:{port}/a")
    async with Exchange(Account(SID, TOKEN), [line], Ports(time.clock, counted_hex(), time.sleep), route=route) as one:
        caller = ScriptedHandset()
        one.call(caller)
        await caller.until_ended()
        assert list(one.mishaps) == []
    await runner.cleanup()
    assert len(tries) == 3
    assert len(set(tokens)) == 2


async def test_a_slow_webhook_is_given_up() -> None:
    """After the time limit the fallback is asked."""
    async with bench(Limits(webhook_s=0.2)) as desk:
        release = asyncio.Event()

        async def never(request: web.Request) -> web.Response:
            await release.wait()
            return web.Response()

        app = web.Application()
        app.router.add_post("/voice", never)
        runner = web.AppRunner(app)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        desk.app.at("/voice", f"<Redirect>http://127.0.0.1:{runner.addresses[0][1]}/voice</Redirect>")
        desk.app.at("/fallback", "<Say>Sorry.</Say>")
        caller = await desk.caller().until_ended()
        release.set()
        await runner.cleanup()
        assert caller.heard == ["Sorry."]
        assert desk.app.asked_at("/fallback")[0].form["ErrorCode"] == "11200"


async def test_a_redirecting_server_is_followed_and_signed_anew(desk: Bench) -> None:
    """A 307 keeps the form, a 302 becomes a GET; both carry a signature for the new address. A loop is an error."""
    desk.app.at("/voice", lambda asked: web.Response(status=307, headers={"Location": "/moved?x=1"}))
    desk.app.at("/moved", lambda asked: web.Response(status=302, headers={"Location": "/seen"}))
    desk.app.at("/seen", "<Redirect>/loop</Redirect>")
    desk.app.at("/loop", lambda asked: web.Response(status=307, headers={"Location": "/loop"}))
    desk.app.at("/fallback", "<Hangup/>")
    await desk.caller().until_ended()
    assert desk.app.asked_at("/moved")[0].form["CallSid"].startswith("CA")
    assert desk.app.asked_at("/seen")[0].method == "GET"
    assert desk.app.asked_at("/fallback")[0].form["ErrorCode"] == "11200"


async def test_documents_without_end_are_cut_off() -> None:
    """A document that redirects to itself for ever is stopped, with an apology."""
    async with bench(Limits(documents_without_input=10)) as desk:
        desk.app.at("/voice", "<Redirect>/voice</Redirect>")
        caller = await desk.caller().until_ended()
        assert len(desk.app.asked_at("/voice")) == 10
        assert caller.heard == [APOLOGY]


async def test_a_person_who_answers_may_go_on_for_long() -> None:
    """Documents with input between them are not counted."""
    async with bench(Limits(documents_without_input=3)) as desk:
        desk.app.at("/voice", '<Gather numDigits="1" action="/voice"/>')
        caller = desk.caller()
        for _ in range(10):
            await caller.press("1")
        await caller.silence()
        await caller.until_ended()
        assert len(desk.app.asked_at("/voice")) == 11
        assert caller.heard == []


async def test_a_long_wait_is_no_loop() -> None:
    """Documents are counted within a minute: who is patient for long is not cut off."""
    async with bench(Limits(documents_without_input=5)) as desk:
        desk.app.at("/voice", '<Enqueue waitUrl="/wait" action="/voice">support</Enqueue>')
        desk.app.at("/wait", '<Pause length="30"/><Leave/>')
        caller = await desk.caller().until_held()
        for times in range(1, 20):
            await desk.app.until_asked("/wait", times)
            while len(desk.app.asked_at("/wait")) == times:
                assert not caller.ended
                await desk.time.advance(31)
                await asyncio.sleep(
                    0.005
                )  # a request on its way takes real time: hours would pass meanwhile, and end the call
        assert not caller.ended


async def test_a_call_has_a_time_limit() -> None:
    """A call that lasts too long is ended."""
    async with bench(Limits(call_s=100)) as desk:
        desk.app.at("/voice", "<Gather/>")
        caller = await desk.caller().until_listening()
        await desk.time.advance(101)
        await caller.until_ended()


async def test_a_rejected_call_is_never_answered(desk: Bench) -> None:
    """Reject ends the call before it is answered."""
    desk.app.at("/voice", '<Reject reason="busy"/>')
    await desk.caller().until_ended()
    form = (await desk.app.until_asked("/status")).form
    assert (form["CallStatus"], form["CallDuration"]) == ("busy", "0")


async def test_a_telephone_makes_one_call_at_a_time(desk: Bench) -> None:
    """A telephone in a call cannot call; afterwards it can again."""
    desk.app.at("/voice", "<Gather/>")
    caller = await desk.caller().until_listening()
    with pytest.raises(Engaged, match="hang up first"):
        desk.exchange.call(caller)
    caller.hangup()
    await caller.until_ended()
    desk.exchange.call(caller)
    await caller.until_listening()


async def test_many_calls_at_once_do_not_mix(desk: Bench) -> None:
    """A hundred callers each get the answer to their own key."""

    def turn(asked: Asked) -> str:
        return f"<Response><Say>{asked.form['From']} {asked.form['Digits']}</Say></Response>"

    desk.app.at("/voice", '<Gather numDigits="2" action="/turn"/>')
    desk.app.at("/turn", turn)

    async def one(number: int) -> list[str]:
        caller = desk.caller(f"+1415555{number:04}")
        await (await caller.press(f"{number:02}")).until_ended()
        return caller.heard

    assert await asyncio.gather(*map(one, range(100))) == [[f"+1415555{n:04} {n:02}"] for n in range(100)]
    assert desk.exchange.calls_under_way == 0


async def test_closing_the_exchange_ends_its_calls() -> None:
    """A closed exchange leaves nobody waiting and no task behind (the bench looks)."""
    async with bench() as desk:
        desk.app.at("/voice", "<Gather/>")
        caller = await desk.caller().until_listening()
    assert caller.ended
