"""The grammar of TwiML as tables: elements, nesting, attributes and their values. Must not know how calls run."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final
from urllib.parse import urlsplit

from frontdesk.carrier import languages

Check = Callable[[str], str | None]


def _one_of(*allowed: str) -> Check:
    return lambda value: None if value in allowed else f"is one of {', '.join(allowed)}"


def _some_of(*allowed: str) -> Check:
    return lambda value: None if value.split() and set(value.split()) <= set(allowed) else f"takes {' '.join(allowed)}"


def _number(low: int, high: int | None = None, word: str | None = None) -> Check:
    """A whole number in bounds, or the one `word` that may stand in its place."""
    bounds = f"{low} or more" if high is None else f"{low} to {high}"

    def check(value: str) -> str | None:
        if value == word:
            return None
        good = value.isascii() and value.isdigit() and low <= int(value) and (high is None or int(value) <= high)
        return None if good else f"is a whole number, {bounds}" + (f", or {word}" if word else "")

    return check


def _pattern(pattern: str, meaning: str) -> Check:
    return lambda value: None if re.fullmatch(pattern, value) else meaning


_TWINS: Final = {"zh-CN": "cmn-Hans-CN", "zh-HK": "yue-Hant-HK", "cmn-Hans-CN": "zh-CN", "yue-Hant-HK": "zh-HK"}


def _tag(table: frozenset[str], verb: str) -> Check:
    def check(value: str) -> str | None:
        near = [_TWINS[value]] if value in _TWINS else get_close_matches(value, sorted(table), n=1, cutoff=0.4)
        return None if value in table else f"is no language of {verb}" + (f"; did you mean {near[0]}?" if near else "")

    return check


def address(value: str) -> str | None:
    """An http(s) address, whole or relative to the document's own."""
    try:
        scheme = urlsplit(value).scheme
    except ValueError:
        scheme = "?"
    good = not re.search(r"\s", value) and scheme in {"", "http", "https"}
    return None if good else "is an http(s) address"


_any: Check = lambda value: None  # noqa: E731 - a name for a check that checks nothing, beside the others
_yes_no: Check = _one_of("true", "false")
_method: Check = _one_of("GET", "POST")
_count: Check = _number(1)
_loop: Check = _number(0, 1000)
_keys: Check = _pattern(r"[0-9#*]*", "is keys 0-9 # *")
_one_key: Check = _pattern(r"[0-9#*]?", "is one key, or empty")
_events: Check = _some_of("initiated", "ringing", "answered", "completed")

_CALLBACK: Final = {"statusCallback": address, "statusCallbackMethod": _method}
_RECORDING: Final = {
    "recordingStatusCallback": address,
    "recordingStatusCallbackMethod": _method,
    "recordingStatusCallbackEvent": _any,
    "recordingConfigurationId": _any,
    "trim": _one_of("trim-silence", "do-not-trim"),
}
_ACTION: Final = {"action": address, "method": _method}
SSML: Final = frozenset({"break", "emphasis", "lang", "p", "phoneme", "prosody", "s", "say-as", "sub", "w"})
_PROMPTS: Final = frozenset({"Say", "Play", "Pause"})


@dataclass(frozen=True, slots=True)
class Rule:
    """What one element may carry: attributes, children, and whether it has words of its own."""

    attributes: Mapping[str, Check] = field(default_factory=dict)
    children: frozenset[str] = frozenset()
    words: bool = False
    needed: frozenset[str] = frozenset()


VERBS: Final = frozenset(
    {"Say", "Play", "Pause", "Gather", "Record", "Redirect", "Enqueue", "Dial", "Hangup", "Reject", "Leave"}
)
UNFOLLOWED: Final = frozenset({"Connect", "Echo", "Pay", "Prompt", "Queue", "Refer", "Sms", "Start", "Stop"})

RULES: Final[Mapping[str, Rule]] = {
    "Response": Rule(children=VERBS),
    "Say": Rule({"voice": _any, "loop": _loop, "language": _tag(languages.SAY, "Say")}, SSML, words=True),
    "Play": Rule({"loop": _loop, "digits": _pattern(r"[0-9#*wW]*", "is keys 0-9 # * w")}, words=True),
    "Pause": Rule({"length": _number(0)}),
    "Gather": Rule(
        {
            **_ACTION,
            "input": _some_of("dtmf", "speech"),
            "timeout": _number(0, word="auto"),
            "speechTimeout": _number(1, word="auto"),
            "maxSpeechTime": _count,
            "profanityFilter": _yes_no,
            "finishOnKey": _one_key,
            "numDigits": _count,
            "partialResultCallback": address,
            "partialResultCallbackMethod": _method,
            "language": _tag(languages.GATHER, "Gather"),
            "hints": _any,
            "bargeIn": _yes_no,
            "debug": _yes_no,
            "actionOnEmptyResult": _yes_no,
            "speechModel": _any,
            "enhanced": _yes_no,
        },
        _PROMPTS,
    ),
    "Record": Rule(
        {
            **_ACTION,
            **_RECORDING,
            "timeout": _number(0),
            "finishOnKey": _keys,
            "maxLength": _count,
            "playBeep": _yes_no,
            "transcribe": _yes_no,
            "transcribeCallback": address,
        }
    ),
    "Redirect": Rule({"method": _method}, words=True),
    "Enqueue": Rule(
        {
            **_ACTION,
            "waitUrl": address,
            "waitUrlMethod": _method,
            "maxQueueSize": _count,
            "workflowSid": _pattern(r"WW[0-9a-f]{32}", "is WW and 32 hexadecimal digits"),
        },
        frozenset({"Task"}),
        words=True,
    ),
    "Task": Rule({"priority": _number(0), "timeout": _count}, words=True),
    "Dial": Rule(
        {
            **_ACTION,
            **_RECORDING,
            "timeout": _number(1, 600),
            "hangupOnStar": _yes_no,
            "timeLimit": _number(1, 86400),
            "callerId": _any,
            "record": _one_of(
                "do-not-record",
                "record-from-answer",
                "record-from-ringing",
                "record-from-answer-dual",
                "record-from-ringing-dual",
            ),
            "answerOnBridge": _yes_no,
            "ringTone": _any,
            "recordingTrack": _one_of("both", "inbound", "outbound"),
            "sequential": _yes_no,
            "referUrl": address,
            "referMethod": _method,
            "events": _any,
            "passports": _any,
        },
        frozenset({"Number", "Client", "Conference", "Queue"}),
        words=True,
    ),
    "Number": Rule(
        {
            **_CALLBACK,
            "sendDigits": _pattern(r"[0-9#*wW]*", "is keys 0-9 # * w"),
            "url": address,
            "method": _method,
            "statusCallbackEvent": _events,
            "byoc": _any,
            "machineDetection": _one_of("Enable", "DetectMessageEnd"),
            "amdStatusCallback": address,
            "amdStatusCallbackMethod": _method,
            "machineDetectionTimeout": _count,
            "machineDetectionSpeechThreshold": _count,
            "machineDetectionSpeechEndThreshold": _count,
            "machineDetectionSilenceTimeout": _count,
        },
        words=True,
    ),
    "Client": Rule(
        {**_CALLBACK, "url": address, "method": _method, "statusCallbackEvent": _events},
        frozenset({"Identity", "Parameter"}),
        words=True,
    ),
    "Identity": Rule(words=True),
    "Parameter": Rule({"name": _any, "value": _any}, needed=frozenset({"name"})),
    "Conference": Rule(
        {
            **_CALLBACK,
            **_RECORDING,
            "muted": _yes_no,
            "beep": _one_of("true", "false", "onEnter", "onExit"),
            "startConferenceOnEnter": _yes_no,
            "endConferenceOnExit": _yes_no,
            "waitUrl": address,
            "waitMethod": _method,
            "maxParticipants": _number(2, 250),
            "record": _one_of("do-not-record", "record-from-start"),
            "region": _any,
            "coach": _any,
            "statusCallbackEvent": _some_of(
                "start", "end", "join", "leave", "mute", "hold", "modify", "speaker", "announcement"
            ),
            "eventCallbackUrl": address,
            "jitterBufferSize": _one_of("off", "small", "medium", "large"),
            "participantLabel": _any,
        },
        words=True,
    ),
    "Queue": Rule({"url": address, "method": _method, "reservationSid": _any, "postWorkActivitySid": _any}, words=True),
    "Hangup": Rule(children=frozenset({"Parameter"})),
    "Reject": Rule({"reason": _one_of("rejected", "busy")}, frozenset({"Parameter"})),
    "Leave": Rule(),
}
