"""TwiML is read strictly, by the same tables as the official library's."""

import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twilio.twiml import lower_camel, voice_response

from frontdesk.carrier import languages
from frontdesk.carrier.grammar import RULES
from frontdesk.carrier.twiml import BadTwiml, check_document, parse
from frontdesk.carrier.verbs import Conference, Dial, Enqueue, Gather, Number, Pause, Play, Queue, Reject, Say

MAKERS = {
    **{name: (voice_response.VoiceResponse, name.lower()) for name in RULES["Response"].children},
    "Task": (voice_response.Enqueue, "task"),
    "Number": (voice_response.Dial, "number"),
    "Client": (voice_response.Dial, "client"),
    "Conference": (voice_response.Dial, "conference"),
    "Queue": (voice_response.Dial, "queue"),
    "Parameter": (voice_response.Client, "parameter"),
}
WORDS = {"self", "message", "url", "name", "number", "body", "phoneNumber", "identity", "kwargs"}


def legal(body: str) -> list[str]:
    return check_document(f"<Response>{body}</Response>")


@pytest.mark.parametrize("name", sorted(MAKERS))
def test_the_attributes_of_an_element_are_those_of_the_official_library(name: str) -> None:
    """No attribute of the official library is missing here, and none is invented."""
    owner, maker = MAKERS[name]
    official = {lower_camel(parameter) for parameter in inspect.signature(getattr(owner, maker)).parameters}
    ours = set(RULES[name].attributes)
    own = {"url"} if name in {"Number", "Client", "Queue"} else {"name"} if name == "Parameter" else set()
    assert ours == official - (WORDS - own)


def test_a_document_of_the_official_library_is_read_back() -> None:
    """What the library writes, with options in every element, is legal and means the same here."""
    response = voice_response.VoiceResponse()
    gather = response.gather(
        input="dtmf speech", action="/a?b=1&c=2", num_digits=1, timeout=4, language="cmn-Hans-CN", hints="订单, 退货"
    )
    gather.say("请按一 & 二", language="zh-CN")
    gather.pause(length=1)
    response.say("Bye", voice="Polly.Zhiyu")
    document = parse(str(response), "http://x/voice")
    assert document.verbs == (
        Gather(
            action="/a?b=1&c=2",
            inputs=frozenset({"dtmf", "speech"}),
            timeout=4,
            num_digits=1,
            language="cmn-Hans-CN",
            hints=("订单", "退货"),
            prompts=(Say("请按一 & 二", "zh-CN"), Pause(1)),
        ),
        Say("Bye", "cmn-CN", "Polly.Zhiyu"),
    )


def test_the_pace_of_most_of_the_words_is_that_of_the_say() -> None:
    """Digits read more slowly within it do not make the whole slow."""
    said = (
        '<Say><prosody rate="85%">Is it about order</prosody><prosody rate="72%">1 0 0 2 3</prosody></Say>'
        '<Say>Is it about order <prosody rate="85%">1 0 0 2 3</prosody></Say>'
    )
    document = parse(f"<Response>{said}</Response>", "http://x/voice")
    assert [say.rate for say in document.verbs if isinstance(say, Say)] == [0.85, 1.0]


def test_the_targets_of_a_dial_are_read() -> None:
    """A Dial rings numbers and clients, sits in a conference or serves a queue."""
    body = """
      <Dial timeout="9" action="/e"><Client url="/w">amy</Client><Number>+1555</Number></Dial><Dial>+1777</Dial>
      <Dial><Conference startConferenceOnEnter="false" endConferenceOnExit="true">T-1</Conference></Dial>
      <Dial><Queue>support</Queue></Dial><Enqueue waitUrl="/w" action="/l">support</Enqueue><Reject reason="busy"/>
    """
    events = frozenset({"completed"})
    assert parse(f"<Response>{body}</Response>").verbs == (
        Dial(
            (Number("client:amy", "/w", status_events=events), Number("+1555", status_events=events)), "/e", timeout=9
        ),
        Dial((Number("+1777"),)),
        Dial(Conference("T-1", start_on_enter=False, end_on_exit=True)),
        Dial(Queue("support")),
        Enqueue("support", action="/l", wait_url="/w"),
        Reject("busy"),
    )


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("<Sya>hi</Sya>", "<Sya> may not stand in <Response>; did you mean <Say>?"),
        ("<Connect/>", "<Connect> is TwiML, but this exchange does not follow it."),
        ("<Gather><Redirect>/x</Redirect></Gather>", "<Redirect> may not stand in <Gather>."),
        ("<Gather numDigit='1'/>", "<Gather> has no attribute numDigit; did you mean numDigits?"),
        ("<Gather numDigits='0'/>", "<Gather numDigits='0'>: numDigits is a whole number, 1 or more."),
        ("<Gather input='voice'/>", "<Gather input='voice'>: input takes dtmf speech."),
        ("<Gather finishOnKey='##'/>", "<Gather finishOnKey='##'>: finishOnKey is one key, or empty."),
        ("<Redirect>ftp://x/y</Redirect>", "<Redirect>: the text is an http(s) address."),
        ("<Say></Say>", "<Say> is empty: it needs words to speak."),
        (f"<Say>{'a' * 4097}</Say>", "<Say> has 4097 characters; at most 4096 are spoken."),
        ("loose", "<Response> holds loose text, which TwiML does not allow there."),
        ("<Dial/>", "<Dial> is empty: it needs a number, client, conference or queue."),
        (
            "<Dial><Conference>a</Conference><Number>1</Number></Dial>",
            "<Dial> takes one <Conference> or <Queue>, alone.",
        ),
        (f"<Enqueue>{'q' * 65}</Enqueue>", "<Enqueue> has a name of 65 characters, which is too long."),
        ("<Pause length='-1'/>", "<Pause length='-1'>: length is a whole number, 0 or more."),
        ("<Say language='xx'>a</Say>", "<Say language='xx'>: language is no language of Say."),
    ],
)
def test_each_mistake_is_told_in_a_sentence(body: str, sentence: str) -> None:
    """A document that is not legal says what is wrong and, where it can, what was meant."""
    assert legal(body) == [sentence]


def test_say_and_gather_know_different_chinese() -> None:
    """`zh-CN` is right for Say and wrong for Gather; `cmn-Hans-CN` the other way about."""
    assert legal('<Say language="zh-CN">好</Say><Gather language="cmn-Hans-CN"/>') == []
    assert legal('<Gather language="zh-CN"/>') == [
        "<Gather language='zh-CN'>: language is no language of Gather; did you mean cmn-Hans-CN?"
    ]
    assert legal('<Say language="cmn-Hans-CN">好</Say>') != []
    assert {"zh-CN", "zh-HK"}.isdisjoint(languages.GATHER)


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ("<Response><Say>", 12100),
        ("", 12100),
        ("plain words", 12100),
        ('<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><Response><Say>&x;</Say></Response>', 12100),
        ("<Response><Say>" + "好" * 30000 + "</Say></Response>", 11750),
        ("<response/>", 12200),
    ],
)
def test_what_is_no_twiml_at_all_has_its_code(xml: str, code: int) -> None:
    """Broken XML, entities, documents too large and foreign roots are refused with Twilio's numbers."""
    with pytest.raises(BadTwiml) as bad:
        parse(xml)
    assert bad.value.code == code


def test_a_play_takes_an_address_or_digits() -> None:
    """Play has something to play."""
    assert legal("<Play>http://x/y.mp3</Play><Play digits='1w2'/>") == []
    assert legal("<Play/>") == ["<Play> needs an address or digits."]
    assert parse("<Response><Play>/y.mp3</Play></Response>").verbs == (Play("/y.mp3"),)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_words_given_to_the_official_library_stay_words(text: str) -> None:
    """No text, whatever it holds, becomes a verb."""
    response = voice_response.VoiceResponse()
    response.say(text)
    if faults := check_document(str(response)):  # nothing but blanks, or characters XML does not have
        assert len(faults) == 1
        assert faults[0].startswith(("<Say> is empty", "The document is not well-formed"))
    else:
        assert [type(verb) for verb in parse(str(response)).verbs] == [Say]
