"""Reading nodes: one function per kind of node. What can't be read becomes a Broken node and Issues."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import get_args

from frontdesk.core.tickets import HandoffReason
from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.nodes import (
    Action,
    Branch,
    Broken,
    Handoff,
    Hangup,
    Menu,
    Node,
    OpenHours,
    Option,
    Outcome,
    Say,
    Skip,
    Talk,
    Target,
)
from frontdesk.ivr.read_collect import read_collect
from frontdesk.ivr.read_common import Common, Given, otherwise_talk, read_manners, read_patience, shut
from frontdesk.ivr.read_ways import (
    read_call,
    read_callback,
    read_chat_link,
    read_consent,
    read_if,
    read_message,
    read_return,
    read_set,
    read_split,
    read_survey,
)


def read_node(name: Marked, sheet: Sheet, given: Given) -> Node:
    """The node of this name, of the one kind its keys tell."""
    kinds = [key for key in sheet.table.entries if key in KINDS and not (key == "survey" and sheet.has("hangup"))]
    if len(kinds) != 1:
        _complain_about_kind(name, sheet, kinds)
        return Broken(name=name, flow=sheet.flow)
    common = Common(name=name, flow=sheet.flow, skip=_skip(sheet))
    node = KINDS[kinds[0]](sheet, common, given)
    return node if sheet.close() else Broken(name=name, flow=sheet.flow)


def _complain_about_kind(name: Marked, sheet: Sheet, kinds: list[Marked]) -> None:
    if kinds:
        message = f"{sheet.subject} is {' and '.join(kinds)} at once; a node is one of them."
        sheet.complain(kinds[1].at, "FLOW007", message)
        return
    near = next((found for key in sheet.table.entries if (found := meant(key, KINDS))), None)
    sheet.complain(name.at, "FLOW007", f"{sheet.subject} has no kind; a node is one of {', '.join(KINDS)}.", near)


def _skip(sheet: Sheet) -> Skip | None:
    inner = sheet.sheet("skip", f"'skip' of {sheet.what}")
    if inner is None:
        return None
    skip = Skip(when=inner.text("when"), goto=inner.target("goto"))
    return skip if shut(sheet, inner) else None


def _menu(sheet: Sheet, common: Common, given: Given) -> Node:
    options = tuple(_option(sheet, inner) for inner in sheet.sheets("options", f"An option of {sheet.what}"))
    return Menu(
        prompt=sheet.text("menu"),
        options=options,
        patience=read_patience(sheet, given["patience"]),
        otherwise_talk=otherwise_talk(sheet) is not None,
        manners=read_manners(sheet, given["help"]),
        **common,
    )


def _option(sheet: Sheet, inner: Sheet) -> Option:
    key = inner.text("key")
    if key and not re.fullmatch(r"[0-9]", key):
        inner.complain(
            key.at, "FLOW006", f"A key is one digit from 0 to 9, not '{key}'; '*' repeats and '#' ends an entry."
        )
    option = Option(
        key=key,
        label=inner.text("label"),
        goto=inner.target("goto"),
        press=inner.maybe_text("press"),
        words=inner.maybe_text("words"),
        lang=inner.maybe_text("lang"),
        goal=inner.maybe_text("goal"),
    )
    shut(sheet, inner)
    return option


def _say(sheet: Sheet, common: Common, _: Given) -> Node:
    return Say(prompt=sheet.text("say"), goto=sheet.maybe_target("goto"), opens=sheet.maybe_text("opens"), **common)


def _action(sheet: Sheet, common: Common, given: Given) -> Node:
    task = sheet.text("action")
    shape = given["tasks"].get(task)
    branches = sheet.sheet("on", f"'on' of {sheet.what}", required=True)
    on = tuple(_outcome(sheet, branches, name) for name in branches.table.entries) if branches else ()
    return Action(
        task=task,
        deadline_s=sheet.number("deadline"),
        takes=(*shape.needs, *shape.may_use) if shape else (),
        on=on,
        filler=sheet.texts("filler") or given["filler"],
        **common,
    )


def _outcome(sheet: Sheet, branches: Sheet, name: Marked) -> Outcome:
    """`found: node`, or `found: {say: prompt, goto: node, failure: true}`."""
    value = branches.table.entries[name]
    if isinstance(value, Marked):
        return Outcome(name=name, goto=sheet.as_target(value) or Target("", "", value.at))
    inner = sheet.within(value, f"Branch '{name}' of {sheet.what}")
    if inner is None:
        return Outcome(name=name, goto=Target("", "", value.at))
    outcome = Outcome(name=name, goto=inner.target("goto"), say=inner.maybe_text("say"), failure=inner.flag("failure"))
    shut(sheet, inner)
    return outcome


def _hours(sheet: Sheet, common: Common, _: Given) -> Node:
    return OpenHours(hours=sheet.text("hours"), open=sheet.target("open"), closed=sheet.target("closed"), **common)


def _branch(sheet: Sheet, common: Common, _: Given) -> Node:
    fact = sheet.text("branch")
    inner = sheet.sheet("cases", f"'cases' of {sheet.what}", required=True)
    cases = {}
    for case in inner.table.entries if inner else ():
        cases[case] = inner.target(case) if inner else Target("", "")
    if inner is not None:
        shut(sheet, inner)
    return Branch(fact=fact, cases=cases, otherwise=sheet.target("otherwise"), **common)


def _talk(sheet: Sheet, common: Common, _: Given) -> Node:
    return Talk(back=sheet.target("talk"), **common)


def _handoff(sheet: Sheet, common: Common, _: Given) -> Node:
    queue = sheet.text("handoff")
    text = sheet.maybe_text("reason")
    reason: HandoffReason = next((r for r in get_args(HandoffReason) if r == text), "asked")
    if text is not None and reason != text:
        reasons = get_args(HandoffReason)
        sheet.complain(text.at, "FLOW006", f"A reason is one of {', '.join(reasons)}.", meant(text, reasons))
    return Handoff(queue=queue, reason=reason, closed=sheet.maybe_target("closed"), **common)


def _hangup(sheet: Sheet, common: Common, _: Given) -> Node:
    sheet.flag("hangup")
    return Hangup(survey=sheet.flag("survey", default=True), **common)


KINDS: Mapping[str, Callable[[Sheet, Common, Given], Node]] = MappingProxyType(
    {
        "menu": _menu,
        "collect": read_collect,
        "say": _say,
        "action": _action,
        "hours": _hours,
        "branch": _branch,
        "if": read_if,
        "set": read_set,
        "call": read_call,
        "return": read_return,
        "split": read_split,
        "callback": read_callback,
        "message": read_message,
        "chat_link": read_chat_link,
        "survey": read_survey,
        "consent": read_consent,
        "talk": _talk,
        "handoff": _handoff,
        "hangup": _hangup,
    }
)
