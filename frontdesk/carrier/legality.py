"""Finds what is illegal in a TwiML document, by the grammar's tables. Must not know how calls run."""

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from lxml import etree

from frontdesk.carrier.grammar import RULES, SSML, UNFOLLOWED, Rule, address

MAX_BYTES: Final = 64 * 1024
MAX_SPOKEN: Final = 4096
_RATES: Final = ("x-slow", "slow", "medium", "fast", "x-fast")
_NEEDS_WORDS: Final = frozenset({"Conference", "Number", "Identity"})


def faults(root: etree._Element) -> list[str]:
    """Everything illegal under a document's root, each a whole sentence."""
    if root.tag != "Response":
        return [f"The document is a <{root.tag}>; a TwiML document is a <Response>."]
    return list(_faults(root, "Response"))


def _faults(element: etree._Element, name: str) -> Iterator[str]:
    rule = RULES[name]
    yield from _attribute_faults(element, name, rule)
    yield from _word_faults(element, name, rule)
    for child in element:
        if not isinstance(child.tag, str):
            continue  # a comment
        if child.tag in SSML and name in SSML | {"Say"}:
            yield from _ssml_faults(child)
            continue
        if child.tag not in rule.children:
            yield _misplaced(child.tag, name, rule)
        else:
            yield from _faults(child, child.tag)


def _ssml_faults(element: etree._Element) -> Iterator[str]:
    """A pace no voice has, a pause longer than voices make, and what lies within."""
    rate = element.get("rate")
    if element.tag == "prosody" and rate is not None:
        percent = re.fullmatch(r"(\d{1,3})%", rate)
        if not (20 <= int(percent[1]) <= 200 if percent else rate in _RATES):
            yield f"<prosody rate={rate!r}>: rate is 20% to 200%, or one of {', '.join(_RATES)}."
    pause = element.get("time")
    if element.tag == "break" and pause is not None and not re.fullmatch(r"(\d{1,4}ms|10s|\d(\.\d+)?s)", pause):
        yield f"<break time={pause!r}>: time is at most 10s, such as 300ms."
    for child in element:
        if isinstance(child.tag, str) and child.tag in SSML:
            yield from _ssml_faults(child)
        elif isinstance(child.tag, str):
            yield f"<{child.tag}> may not stand in <{element.tag}>."


def _misplaced(tag: str, parent: str, rule: Rule) -> str:
    if parent == "Response" and tag in UNFOLLOWED:
        return f"<{tag}> is TwiML, but this exchange does not follow it."
    near = get_close_matches(tag, sorted(rule.children), n=1)
    return f"<{tag}> may not stand in <{parent}>" + (f"; did you mean <{near[0]}>?" if near else ".")


def _attribute_faults(element: etree._Element, name: str, rule: Rule) -> Iterator[str]:
    for key, value in element.attrib.items():
        check = rule.attributes.get(str(key))
        if check is None:
            near = get_close_matches(str(key), sorted(rule.attributes), n=1)
            yield f"<{name}> has no attribute {key}" + (f"; did you mean {near[0]}?" if near else ".")
        elif complaint := check(str(value)):
            yield f"<{name} {key}={str(value)!r}>: {key} {complaint}" + ("" if complaint.endswith("?") else ".")
    for key in rule.needed - {str(key) for key in element.attrib}:
        yield f"<{name}> needs the attribute {key}."


def _word_faults(element: etree._Element, name: str, rule: Rule) -> Iterator[str]:
    words = "".join(element.itertext()).strip()
    own = (element.text or "").strip() + "".join((child.tail or "") for child in element).strip()
    if own and not rule.words:
        yield f"<{name}> holds loose text, which TwiML does not allow there."
    if name == "Say":
        yield from _spoken_faults(element, words)
    if name in _NEEDS_WORDS and not own:
        yield f"<{name}> is empty: it needs a name or number."
    if name in {"Enqueue", "Conference", "Queue"} and len(own) > 128 - 64 * (name == "Enqueue"):
        yield f"<{name}> has a name of {len(own)} characters, which is too long."
    if name == "Play" and not own and not element.get("digits"):
        yield "<Play> needs an address or digits."
    if name == "Play" and own and (complaint := address(own)):
        yield f"<Play>: the text {complaint}."
    if name == "Redirect" and own and (complaint := address(own)):
        yield f"<Redirect>: the text {complaint}."
    if name == "Enqueue" and not own and not element.get("workflowSid"):
        yield "<Enqueue> needs the name of a queue or a workflowSid."
    if name == "Dial":
        yield from _dial_faults(element, own)


def _spoken_faults(element: etree._Element, words: str) -> Iterator[str]:
    if not words and not len(element):
        yield "<Say> is empty: it needs words to speak."
    if len(words) > MAX_SPOKEN:
        yield f"<Say> has {len(words)} characters; at most {MAX_SPOKEN} are spoken."


def _dial_faults(element: etree._Element, own: str) -> Iterator[str]:
    nouns = [str(child.tag) for child in element if isinstance(child.tag, str)]
    if not own and not nouns:
        yield "<Dial> is empty: it needs a number, client, conference or queue."
    if own and nouns:
        yield "<Dial> has both a number as text and other targets; give one or the other."
    if len(nouns) > 1 and {"Conference", "Queue"} & set(nouns):
        yield "<Dial> takes one <Conference> or <Queue>, alone."
    if len(nouns) > 10:
        yield "<Dial> rings at most ten numbers or clients at once."
