"""Only the carrier gets in."""

import hashlib
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from multidict import MultiDict
from twilio.request_validator import RequestValidator

from frontdesk.channels.voice.signature import FORM_TYPE, MAX_FIELDS, Signatures, signed_with
from tests.channels.voice.conftest import BASE, CALL, NEXT_TOKEN, TOKEN, Carrier
from tests.channels.voice.house import House

FORM = {"CallSid": CALL, "From": "+447700900123"}
DOC = Signatures("https://mycompany.com", ("12345",))
DOC_BODY = b"CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212"
DOC_SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8="


def signed(path: str, form: dict[str, str], token: str = TOKEN, base: str = BASE) -> dict[str, str]:
    return {"X-Twilio-Signature": str(RequestValidator(token).compute_signature(base + path, form))}


def test_the_example_of_twilios_documentation_is_genuine() -> None:
    """The published request with the published signature is accepted, its fields decoded."""
    form = DOC.verify("/myapp.php?foo=1&bar=2", DOC_BODY, FORM_TYPE, DOC_SIGNATURE)
    assert form is not None
    assert form["Caller"] == "+14158675309"


@given(st.text(st.sampled_from("ab=&+%;4E2d8\u4e2d\x00 "), max_size=30) | st.text(max_size=12))
@example("a=%E4%B8%AD+%2B&b=%ff&=&a&&c=1=2")
@example("&".join(["a=1"] * MAX_FIELDS))
def test_a_form_is_read_as_the_standard_library_reads_it(text: str) -> None:
    """Fields of every shape; blank ones are kept."""
    pairs = parse_qsl(text, keep_blank_values=True)
    signature = signed_with("12345", "https://mycompany.com/", MultiDict(pairs)).decode()
    form = DOC.verify("/", text.encode(), FORM_TYPE, signature)
    assert form is not None
    assert list(form.items()) == pairs


def test_a_form_of_too_many_fields_is_refused() -> None:
    """Nobody's webhook has so many."""
    body = b"&".join([b"a=1"] * (MAX_FIELDS + 1))
    signature = signed_with("12345", "https://mycompany.com/", MultiDict(parse_qsl(body.decode()))).decode()
    assert DOC.verify("/", body, FORM_TYPE, signature) is None


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/myapp.php?bar=2&foo=1", DOC_BODY),
        ("/myapp.php/?foo=1&bar=2", DOC_BODY),
        ("/myapp.php?foo=1&bar=2", DOC_BODY + b"&X="),
        ("/myapp.php?foo=1&bar=2", DOC_BODY.replace(b"1234&", b"1235&")),
        ("/myapp.php?foo=1&bar=2", b""),
        ("/myapp.php?foo=1&bar=2", DOC_BODY + b"\xff"),
        ("http://mycompany.com/myapp.php?foo=1&bar=2", DOC_BODY),
        ("/myapp.php?foo=1&bar=2\u00e9", DOC_BODY),
    ],
)
@pytest.mark.stands("S1")
def test_anything_changed_is_refused(path: str, body: bytes) -> None:
    """Another order of the query, a slash, a field more, a digit changed: none of it is what was signed."""
    assert DOC.verify(path, body, FORM_TYPE, DOC_SIGNATURE) is None


@pytest.mark.parametrize(
    ("pairs", "signature"),
    [
        ([("A", "b"), ("A", "a"), ("A", "b"), ("Z", "")], "XKb8lTwgm+xP+RgsPz4Ky0wexrc="),
        ([("SpeechResult", "我要查订单"), ("Digits", "")], "aEGANGiAeGVAilLV+MBI4Ci6Jdc="),
    ],
)
def test_repeated_blank_and_chinese_fields_are_signed_as_both_official_libraries_do(
    pairs: list[tuple[str, str]], signature: str
) -> None:
    """Values of a repeated name are sorted and counted once, blank ones kept, Chinese taken as UTF-8."""
    body = urlencode(pairs).encode()
    assert DOC.verify("/myapp.php?foo=1&bar=2", body, FORM_TYPE, signature) == MultiDict(pairs)


def test_the_schemes_own_port_may_be_signed_or_left_out() -> None:
    """`:443` in the signed address or in ours makes no difference; another port does."""
    for base in ("https://mycompany.com", "https://mycompany.com:443"):
        ours = Signatures(base, ("12345",))
        assert ours.verify("/myapp.php?foo=1&bar=2", DOC_BODY, FORM_TYPE, DOC_SIGNATURE) is not None
    other = Signatures("https://mycompany.com:8443", ("12345",))
    assert other.verify("/myapp.php?foo=1&bar=2", DOC_BODY, FORM_TYPE, DOC_SIGNATURE) is None


@pytest.mark.stands("S4")
def test_a_body_that_is_no_form_must_be_named_by_its_hash() -> None:
    """JSON is covered by `bodySHA256` in the signed address, never by the signature alone."""
    body = b'{"a": 1}'
    path = f"/hook?bodySHA256={hashlib.sha256(body).hexdigest()}"
    signature = RequestValidator("12345").compute_signature("https://mycompany.com" + path, {})
    plain = RequestValidator("12345").compute_signature("https://mycompany.com/hook", {})
    assert DOC.verify(path, body, "application/json", signature) is not None
    assert DOC.verify(path, b'{"a": 2}', "application/json", signature) is None
    assert DOC.verify("/hook", body, "application/json", plain) is None
    assert DOC.verify("/hook", b"", "application/json", plain) is not None


@pytest.mark.parametrize(("base", "tokens"), [(BASE, ()), (BASE, ("",)), ("desk.example.com", ("12345",))])
def test_without_token_or_address_there_is_no_door(base: str, tokens: tuple[str, ...]) -> None:
    """A missing setting is told at start, not found out by an open door."""
    with pytest.raises(ValueError, match=r"TWILIO_AUTH_TOKEN|PUBLIC_BASE_URL"):
        Signatures(base, tokens)


@pytest.mark.parametrize("given", [None, "", "nonsense", "d\u00e9sol\u00e9 \U0001f600", "=" * 5000])
@pytest.mark.stands("S1")
async def test_forged_requests_are_refused_on_every_route(carrier: Carrier, house: House, given: str | None) -> None:
    """None, empty, wrong, non-ASCII, huge: 403, nothing happens, no stack trace; on every route, and where is none."""
    headers = {} if given is None else {"X-Twilio-Signature": given}
    routes = [*carrier.routes(), "/twilio/no/such/page"]
    assert {"/twilio/voice", "/twilio/voice/recording", "/twilio/agent/helper-status"} < set(routes)
    for route in routes:
        answer = await carrier.raw(f"{route}?step=1&ticket=T-1-1", FORM, headers)
        assert answer.status == 403, route
        assert "Traceback" not in await answer.text()
    assert house.taken == []


@pytest.mark.stands("S2")
async def test_what_the_request_says_of_its_host_is_not_believed(carrier: Carrier) -> None:
    """A signature over a forwarded host is refused; one over the configured address holds whatever the headers say."""
    spoof = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "http", "Host": "evil.example"}
    forged = signed("/twilio/voice", FORM, base="http://evil.example")
    assert (await carrier.raw("/twilio/voice", FORM, {**forged, **spoof})).status == 403
    assert (await carrier.raw("/twilio/voice", FORM, {**signed("/twilio/voice", FORM), **spoof})).status == 200


@pytest.mark.stands("S18")
async def test_both_tokens_hold_during_rotation(carrier: Carrier) -> None:
    """The present and the next token are accepted, a third one is not."""
    for token, status in ((TOKEN, 200), (NEXT_TOKEN, 200), ("old", 403)):
        answer = await carrier.raw("/twilio/voice", FORM, signed("/twilio/voice", FORM, token))
        assert answer.status == status


@pytest.mark.stands("S1")
async def test_a_signature_of_another_route_or_twice_given_is_refused(carrier: Carrier) -> None:
    """A signature fits one address, and there is one of it."""
    other = signed("/twilio/voice/status", FORM)
    assert (await carrier.raw("/twilio/voice", FORM, other)).status == 403
    right = signed("/twilio/voice", FORM)["X-Twilio-Signature"]
    doubled = [("X-Twilio-Signature", right), ("X-Twilio-Signature", right)]
    answer = await carrier.client.post("/twilio/voice", data=FORM, headers=doubled)
    assert answer.status == 403


@pytest.mark.stands("S14")
async def test_refusals_are_logged_without_the_body(carrier: Carrier, caplog: pytest.LogCaptureFixture) -> None:
    """The log names the path; no number of a caller stands in it."""
    await carrier.raw("/twilio/voice", FORM, {})
    assert "/twilio/voice" in caplog.text
    assert "447700900123" not in caplog.text


@pytest.mark.stands("S1")
async def test_odd_requests_are_refused_not_failed_on(carrier: Carrier) -> None:
    """No body, a form in pieces, a charset nobody knows, bytes that are no text: never 5xx."""
    for headers, body in (
        ({"Content-Type": "multipart/form-data; boundary=x"}, b"--x--"),
        ({"Content-Type": f"{FORM_TYPE}; charset=klingon"}, b"a=b"),
        ({"Content-Type": FORM_TYPE}, b"\xff\xfe=%ff"),
        ({"Content-Type": FORM_TYPE}, b"a&" * 2000),
        ({}, b""),
    ):
        answer = await carrier.client.post(
            "/twilio/voice",
            data=body,
            headers={**headers, "X-Twilio-Signature": "x"},
            skip_auto_headers=["Content-Type"],
        )
        assert answer.status == 403
