"""Gather: keys and words are collected, silence goes on to the next verb, as the telephone company does it."""

import re

from tests.unit.carrier.bench import Bench

GATHER = '<Gather action="/turn" {0}><Say>Please.</Say></Gather><Say>Nothing heard.</Say>'


async def test_a_key_is_sent_to_the_action(desk: Bench) -> None:
    """With numDigits=1 one key asks the action at once, with Digits and all a call's parameters."""
    desk.app.at("/voice", GATHER.format('numDigits="1"'))
    desk.app.at("/turn", "<Say>Thanks.</Say>")
    caller = desk.caller()
    await caller.press("7")
    await caller.until_ended()
    asked = desk.app.asked_at("/turn")[0].form
    assert (asked["Digits"], asked["FinishedOnKey"], asked["CallStatus"]) == ("7", "", "in-progress")
    assert re.fullmatch("CA[0-9a-f]{32}", asked["CallSid"])
    assert asked["From"] == asked["Caller"] == "+14155550100"
    assert asked["FromCity"] == ""
    assert caller.heard == ["Please.", "Thanks."]


async def test_the_first_request_comes_while_ringing(desk: Bench) -> None:
    """The first webhook of an incoming call tells CallStatus ringing and Direction inbound."""
    desk.app.at("/voice", "<Hangup/>")
    await desk.caller().until_ended()
    asked = desk.app.asked_at("/voice")[0]
    assert (asked.form["CallStatus"], asked.form["Direction"]) == ("ringing", "inbound")
    assert asked.headers["User-Agent"] == "TwilioProxy/1.1"


async def test_the_finishing_key_ends_the_digits_and_is_not_sent(desk: Bench) -> None:
    """`10023#` sends 10023 and tells that # finished it."""
    desk.app.at("/voice", GATHER.format(""))
    desk.app.at("/turn", "<Hangup/>")
    await (await desk.caller().press("10023#")).until_ended()
    form = desk.app.asked_at("/turn")[0].form
    assert (form["Digits"], form["FinishedOnKey"]) == ("10023", "#")


async def test_the_finishing_key_alone_is_nothing(desk: Bench) -> None:
    """The finishing key works only after a digit: alone it is silence."""
    desk.app.at("/voice", GATHER.format(""))
    caller = await desk.caller().press("#")
    await caller.until_ended()
    assert caller.heard == ["Please.", "Nothing heard."]
    assert desk.app.asked_at("/turn") == []


async def test_digits_without_finishing_key_are_sent_after_silence(desk: Bench) -> None:
    """Silence after some digits sends what there is."""
    desk.app.at("/voice", GATHER.format('finishOnKey=""'))
    desk.app.at("/turn", "<Hangup/>")
    await (await desk.caller().press("12#")).until_ended()
    assert desk.app.asked_at("/turn")[0].form["Digits"] == "12#"


async def test_silence_falls_through_to_the_next_verb(desk: Bench) -> None:
    """Nothing heard: the action is not asked, the document goes on."""
    desk.app.at("/voice", GATHER.format(""))
    caller = await desk.caller().silence()
    await caller.until_ended()
    assert caller.heard == ["Please.", "Nothing heard."]


async def test_silence_can_ask_the_action_with_empty_digits(desk: Bench) -> None:
    """With actionOnEmptyResult the action is asked after silence, Digits being empty."""
    desk.app.at("/voice", GATHER.format('actionOnEmptyResult="true"'))
    desk.app.at("/turn", "<Hangup/>")
    await (await desk.caller().silence()).until_ended()
    assert desk.app.asked_at("/turn")[0].form["Digits"] == ""


async def test_chinese_speech_arrives_as_spoken(desk: Bench) -> None:
    """Words come as SpeechResult with a Confidence, rightly signed, in any script."""
    desk.app.at("/voice", GATHER.format('input="dtmf speech" language="cmn-Hans-CN"'))
    desk.app.at("/turn", '<Say language="zh-CN">好的</Say>')
    caller = await desk.caller().speak("我的订单10023到哪了", confidence=0.5)
    await caller.until_ended()
    form = desk.app.asked_at("/turn")[0].form
    assert form["SpeechResult"] == "我的订单10023到哪了"
    assert float(form["Confidence"]) == 0.5
    assert "Digits" not in form
    assert caller.transcript[-1].language == "zh-CN"


async def test_words_are_not_heard_by_a_gather_for_keys(desk: Bench) -> None:
    """A Gather takes only the input it asks for."""
    desk.app.at("/voice", GATHER.format('input="dtmf" numDigits="1"'))
    desk.app.at("/turn", "<Hangup/>")
    caller = desk.caller()
    await caller.until_listening()
    caller.talk("hello")
    await (await caller.press("3")).until_ended()
    assert desk.app.asked_at("/turn")[0].form["Digits"] == "3"


async def test_a_key_cuts_a_prompt_short(desk: Bench) -> None:
    """Whoever knows the menu need not hear it out."""
    menu = '<Gather action="/turn" numDigits="1"><Say>One.</Say><Say>Two.</Say></Gather>'
    desk.app.at("/voice", menu)
    desk.app.at("/turn", "<Hangup/>")
    caller = desk.handset()
    caller.speak_slowly()
    desk.exchange.call(caller)
    await caller.until_heard("One.")
    caller.press_now("2")
    await caller.until_ended()
    assert caller.heard == ["One."]
    assert desk.app.asked_at("/turn")[0].form["Digits"] == "2"


async def test_without_barge_in_a_prompt_is_heard_out(desk: Bench) -> None:
    """bargeIn=false: what is pressed during the prompt is lost."""
    desk.app.at("/voice", '<Gather action="/turn" numDigits="1" bargeIn="false"><Say>One.</Say></Gather>')
    caller = desk.handset()
    caller.speak_slowly()
    desk.exchange.call(caller)
    await caller.until_heard("One.")
    caller.press_now("2")
    caller.speak_fast()
    await (await caller.silence()).until_ended()
    assert desk.app.asked_at("/turn") == []


async def test_a_gather_without_action_asks_its_own_document(desk: Bench) -> None:
    """The default action is the address the document came from, query and all."""
    desk.app.at("/voice", "<Redirect>/menu?step=3</Redirect>")
    seen: list[str] = []

    def menu(asked: object) -> str:
        seen.append("menu")
        return "<Response><Gather numDigits='1'/></Response>" if len(seen) == 1 else "<Response><Hangup/></Response>"

    desk.app.at("/menu", menu)
    await (await desk.caller().press("1")).until_ended()
    assert desk.app.asked_at("/menu")[1].form["Digits"] == "1"


async def test_a_recording_ends_with_a_key(desk: Bench) -> None:
    """Record listens until a key or silence, then asks its action."""
    desk.app.at("/voice", '<Record action="/recorded" finishOnKey="#"/>')
    desk.app.at("/recorded", "<Hangup/>")
    caller = desk.caller()
    await caller.until_listening()
    caller.talk("please call me back")
    await (await caller.press("#")).until_ended()
    assert desk.app.asked_at("/recorded")[0].form["Digits"] == "#"
