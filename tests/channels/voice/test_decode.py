"""Strangers' fields become inputs of the house."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.channels.voice import decode
from frontdesk.core.inputs import KeysPressed, NothingHeard, WordsSpoken

HOSTILE = st.text(max_size=80) | st.text(alphabet=st.characters(categories=["Cs", "Cc", "Nd"]), max_size=40)


@pytest.mark.parametrize(
    ("form", "keys"),
    [
        ({"Digits": "10023"}, "10023"),
        ({"Digits": "１００２３"}, "10023"),
        ({"Digits": "*#"}, "*#"),
        ({"Digits": " 1-2 "}, "12"),
        ({"Digits": "1" * 500}, "1" * 64),
        ({"Digits": "1", "SpeechResult": "one"}, "1"),
    ],
)
@pytest.mark.stands("R7")
def test_keys_are_keys_of_a_phone(form: dict[str, str], keys: str) -> None:
    """Full-width digits are digits, what is on no keypad is left out, keys win over words."""
    assert decode.answer(form, 5.0) == KeysPressed(at=5.0, digits=keys)


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"Digits": ""},
        {"Digits": "", "SpeechResult": ""},
        {"SpeechResult": " \x00 "},
        {"FinishedOnKey": "#"},
        {"Digits": "w"},
    ],
)
def test_neither_keys_nor_words_is_silence(form: dict[str, str]) -> None:
    """Absent and empty fields mean the same: nothing was heard."""
    assert decode.answer(form, 5.0) == NothingHeard(at=5.0)


def test_after_a_silent_prompt_old_fields_do_not_count() -> None:
    """The document went on because nothing came; fields left over from before are not an answer."""
    assert decode.answer({"Digits": "1"}, 5.0, silent=True) == NothingHeard(at=5.0)


@pytest.mark.parametrize(
    ("confidence", "read"),
    [("0.93", 0.93), ("0.0", 0.0), ("1", 1.0), ("", None), ("high", None), ("nan", None), ("1.5", None), ("-1", None)],
)
def test_confidence_is_a_share_or_unknown(confidence: str, read: float | None) -> None:
    """Carriers promise nothing about it; what is no number between 0 and 1 is unknown."""
    form = {"SpeechResult": "我要查订单\x07", "Confidence": confidence}
    assert decode.answer(form, 5.0) == WordsSpoken(at=5.0, text="我要查订单", confidence=read)


@pytest.mark.parametrize(
    ("given_from", "caller"),
    [
        ("+8613800138000", "+8613800138000"),
        ("client:browser", "client:browser"),
        ("sip:bob@example.com", "sip:bob@example.com"),
        ("anonymous", None),
        ("Restricted", None),
        ("+266696687", None),
        ("", None),
        ("+0", None),
    ],
)
def test_withheld_numbers_are_unknown(given_from: str, caller: str | None) -> None:
    """Words in place of a number are not a number."""
    assert decode.contact({"From": given_from}, 5.0).caller == caller


@pytest.mark.parametrize("sid", ["", "CA 1", "CA/../x", "x" * 65, "CA\n1", "ＣＡ１"])
def test_a_request_without_a_call_is_refused_by_name(sid: str) -> None:
    """The call's id names the conversation, so it must be one."""
    with pytest.raises(decode.NotACall):
        decode.call_sid({"CallSid": sid})


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["Digits", "SpeechResult", "Confidence", "From", "CallSid"]), HOSTILE))
@pytest.mark.stands("R7")
def test_any_form_is_read_without_failing(form: dict[str, str]) -> None:
    """Whatever comes is an input, and what is kept can be stored: text without control characters and surrogates."""
    answer = decode.answer(form, 1.0)
    kept = getattr(answer, "digits", "") + getattr(answer, "text", "") + (decode.contact(form, 1.0).caller or "")
    kept.encode("utf-8")
    assert "\x00" not in kept
