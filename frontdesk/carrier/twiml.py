"""Reads a TwiML document, strictly, into verbs. Must not know the network or how a call runs."""

import re
from collections.abc import Callable, Mapping
from typing import Final, cast

from lxml import etree

from frontdesk.carrier.languages import spoken_language
from frontdesk.carrier.legality import MAX_BYTES, faults
from frontdesk.carrier.verbs import (
    Conference,
    Dial,
    Document,
    Enqueue,
    Gather,
    Hangup,
    Leave,
    Method,
    Number,
    Pause,
    Play,
    Prompt,
    Queue,
    Record,
    Redirect,
    Reject,
    Say,
    Verb,
)


class BadTwiml(Exception):
    """A document that is no legal TwiML; `faults` holds a sentence for each mistake, `code` Twilio's number."""

    def __init__(self, found: list[str], code: int) -> None:
        super().__init__("The document is not legal TwiML: " + " ".join(found))
        self.faults = found
        self.code = code


def check_document(xml: str | bytes) -> list[str]:
    """What is illegal in a TwiML document, as sentences; empty when all is well."""
    try:
        parse(xml)
    except BadTwiml as bad:
        return bad.faults
    return []


def parse(xml: str | bytes, url: str = "") -> Document:
    """The verbs of a document; raises BadTwiml with every mistake in it."""
    root = _root(xml.encode() if isinstance(xml, str) else xml)
    if found := faults(root):
        raise BadTwiml(found, 12200)
    return Document(tuple(_READERS[str(child.tag)](child) for child in root if isinstance(child.tag, str)), url)


def _root(body: bytes) -> etree._Element:
    if len(body) > MAX_BYTES:
        raise BadTwiml([f"The document has {len(body)} bytes; at most {MAX_BYTES} are read."], 11750)
    reader = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body.strip(), reader)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadTwiml([f"The document is not well-formed XML: {error}."], 12100) from error
    doctype = root.getroottree().docinfo.doctype
    if doctype or any(isinstance(node, etree._Entity) for node in root.iter()):
        raise BadTwiml(["The document declares a document type or entities, which TwiML does not have."], 12100)
    return root


def _text(element: etree._Element) -> str:
    return re.sub(r"\s+", " ", "".join(str(part) for part in element.itertext(with_tail=False))).strip()


def _own_text(element: etree._Element) -> str:
    return ((element.text or "") + "".join(child.tail or "" for child in element)).strip()


def _method(element: etree._Element, name: str = "method") -> Method:
    return cast(Method, element.get(name, "POST"))


def _yes(element: etree._Element, name: str, default: bool = False) -> bool:
    return str(element.get(name, "true" if default else "false")) == "true"


def _seconds(element: etree._Element, name: str, default: float) -> float:
    value = element.get(name)
    return default if value in (None, "auto") else float(str(value))


def _say(element: etree._Element) -> Say:
    voice = element.get("voice", "")
    return Say(
        _text(element),
        spoken_language(element.get("language", ""), voice),
        voice,
        int(element.get("loop", "1")),
        _rate(element),
    )


def _rate(element: etree._Element) -> float:
    """The pace of the longest part that has one of its own in per cent, if that is most of the words."""
    paced = [(len(_text(part)), part.get("rate", "")) for part in element.iter("prosody")]
    length, rate = max(paced, default=(0, ""))
    own = len(_text(element)) - sum(length for length, _ in paced)
    return int(rate.rstrip("%")) / 100 if length > own and re.fullmatch(r"\d{1,3}%", rate) else 1.0


def _play(element: etree._Element) -> Play:
    return Play(_own_text(element), element.get("digits", ""), int(element.get("loop", "1")))


def _pause(element: etree._Element) -> Pause:
    return Pause(_seconds(element, "length", 1))


def _gather(element: etree._Element) -> Gather:
    digits, speech_timeout = element.get("numDigits"), element.get("speechTimeout", "auto")
    return Gather(
        action=element.get("action", ""),
        method=_method(element),
        inputs=frozenset(element.get("input", "dtmf").split()),
        timeout=_seconds(element, "timeout", 5),
        finish_on_key=element.get("finishOnKey", "#"),
        num_digits=int(digits) if digits else None,
        speech_timeout=None if speech_timeout == "auto" else float(speech_timeout),
        language=element.get("language", "en-US"),
        hints=tuple(hint.strip() for hint in element.get("hints", "").split(",") if hint.strip()),
        barge_in=_yes(element, "bargeIn", default=True),
        action_on_empty=_yes(element, "actionOnEmptyResult"),
        prompts=tuple(cast(Prompt, _READERS[str(child.tag)](child)) for child in element if isinstance(child.tag, str)),
    )


def _record(element: etree._Element) -> Record:
    return Record(
        action=element.get("action", ""),
        method=_method(element),
        timeout=_seconds(element, "timeout", 5),
        finish_on_key=element.get("finishOnKey", "1234567890*#"),
        max_length=_seconds(element, "maxLength", 3600),
    )


def _redirect(element: etree._Element) -> Redirect:
    return Redirect(_own_text(element), _method(element))


def _enqueue(element: etree._Element) -> Enqueue:
    return Enqueue(
        name=_own_text(element) or element.get("workflowSid", ""),
        action=element.get("action", ""),
        method=_method(element),
        wait_url=element.get("waitUrl", ""),
        wait_method=_method(element, "waitUrlMethod"),
        max_size=int(element.get("maxQueueSize", "100")),
    )


def _number(element: etree._Element) -> Number:
    name = element.findtext("Identity", "").strip() or _own_text(element)
    return Number(
        address=f"client:{name}" if element.tag == "Client" else name,
        url=element.get("url", ""),
        method=_method(element),
        status_callback=element.get("statusCallback", ""),
        status_events=frozenset(element.get("statusCallbackEvent", "completed").split()),
    )


def _conference(element: etree._Element) -> Conference:
    return Conference(
        name=_own_text(element),
        start_on_enter=_yes(element, "startConferenceOnEnter", default=True),
        end_on_exit=_yes(element, "endConferenceOnExit"),
        muted=_yes(element, "muted"),
        wait_url=element.get("waitUrl", ""),
        wait_method=_method(element, "waitMethod"),
        label=element.get("participantLabel", ""),
    )


def _targets(element: etree._Element) -> tuple[Number, ...] | Conference | Queue:
    nouns = [child for child in element if isinstance(child.tag, str)]
    if not nouns:
        return (Number(_own_text(element)),)
    if nouns[0].tag == "Conference":
        return _conference(nouns[0])
    if nouns[0].tag == "Queue":
        return Queue(_own_text(nouns[0]))
    return tuple(_number(noun) for noun in nouns)


def _dial(element: etree._Element) -> Dial:
    return Dial(
        targets=_targets(element),
        action=element.get("action", ""),
        method=_method(element),
        timeout=_seconds(element, "timeout", 30),
        caller_id=element.get("callerId", ""),
        time_limit=_seconds(element, "timeLimit", 14400),
        hangup_on_star=_yes(element, "hangupOnStar"),
    )


def _reject(element: etree._Element) -> Reject:
    return Reject("busy" if element.get("reason") == "busy" else "rejected")


_READERS: Final[Mapping[str, Callable[[etree._Element], Verb]]] = {
    "Say": _say,
    "Play": _play,
    "Pause": _pause,
    "Gather": _gather,
    "Record": _record,
    "Redirect": _redirect,
    "Enqueue": _enqueue,
    "Dial": _dial,
    "Hangup": lambda element: Hangup(),
    "Reject": _reject,
    "Leave": lambda element: Leave(),
}
