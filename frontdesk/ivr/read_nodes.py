"""Reading nodes: one function per kind of node. What can't be read becomes a Broken node and Issues."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypedDict, get_args

from frontdesk.core.tickets import HandoffReason
from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import (
    Action,
    Branch,
    Broken,
    Collect,
    Confirm,
    Handoff,
    Hangup,
    Menu,
    Node,
    OpenHours,
    Option,
    Outcome,
    Patience,
    Say,
    Skip,
    Talk,
    Target,
)
from frontdesk.ivr.tasks import Tasks


class Common(TypedDict):
    """What every node is made with."""

    name: Marked
    flow: str
    skip: Skip | None


class Given(TypedDict):
    """What the book says for all nodes."""

    patience: Patience
    tasks: Tasks


def read_node(name: Marked, sheet: Sheet, given: Given) -> Node:
    """The node of this name, of the one kind its keys tell."""
    kinds = [key for key in sheet.table.entries if key in KINDS]
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
    return skip if _shut(sheet, inner) else None


def _shut(sheet: Sheet, inner: Sheet) -> bool:
    """Close an inner table; its mistakes make the outer one broken."""
    whole = inner.close()
    sheet.broken = sheet.broken or not whole
    return whole


def read_patience(sheet: Sheet, default: Patience) -> Patience:
    """`timeout`, `silence` and `miss` of a table, or the book's."""
    return Patience(
        timeout_s=sheet.number("timeout") or default.timeout_s,
        silence=sheet.texts("silence") or default.silence,
        miss=sheet.texts("miss") or default.miss,
    )


def _menu(sheet: Sheet, common: Common, given: Given) -> Node:
    options = tuple(_option(sheet, inner) for inner in sheet.sheets("options", f"An option of {sheet.what}"))
    return Menu(
        prompt=sheet.text("menu"),
        options=options,
        patience=read_patience(sheet, given["patience"]),
        otherwise_talk=_otherwise_talk(sheet) is not None,
        **common,
    )


def _option(sheet: Sheet, inner: Sheet) -> Option:
    key = inner.text("key")
    if key and not re.fullmatch(r"[0-9]", key):
        inner.complain(key.at, "FLOW006", f"A key is one digit, not '{key}'; '*' repeats and '#' ends an entry.")
    option = Option(
        key=key,
        label=inner.text("label"),
        goto=inner.target("goto"),
        words=inner.maybe_text("words"),
        lang=inner.maybe_text("lang"),
        goal=inner.maybe_text("goal"),
    )
    _shut(sheet, inner)
    return option


def _otherwise_talk(sheet: Sheet) -> Marked | None:
    text = sheet.maybe_text("otherwise")
    if text is not None and text != "talk":
        sheet.complain(text.at, "FLOW006", f"'otherwise' of {sheet.what} can only be 'talk'.")
    return text


def _collect(sheet: Sheet, common: Common, given: Given) -> Node:
    inner = sheet.sheet("confirm", f"'confirm' of {sheet.what}")
    confirm = None
    if inner is not None:
        confirm = Confirm(prompt=inner.text("prompt"), yes=inner.text("yes"), no=inner.text("no"))
        _shut(sheet, inner)
    elif sheet.has("known"):
        sheet.complain(sheet.at("known"), "FLOW005", f"{sheet.subject} needs 'confirm' for its 'known'.")
    least, most = _lengths(sheet)
    return Collect(
        fact=sheet.text("collect"),
        prompt=sheet.text("prompt"),
        least=least,
        most=most,
        patience=read_patience(sheet, given["patience"]),
        goto=sheet.maybe_target("goto"),
        confirm=confirm,
        known=sheet.maybe_text("known"),
        otherwise_talk=_otherwise_talk(sheet),
        **common,
    )


def _lengths(sheet: Sheet) -> tuple[int, int]:
    """`5` or `4-12` digits."""
    text = sheet.text("digits")
    found = re.fullmatch(r"(\d{1,2})(?:\s*-\s*(\d{1,2}))?", text)
    if not text:
        return 1, 1
    least, most = (int(found.group(1)), int(found.group(2) or found.group(1))) if found else (0, 0)
    if not 2 <= least <= most <= 32:
        hint = "one digit alone would hide 0, which leads to a human" if least == 1 else "for example 5, or 4-12"
        sheet.complain(text.at, "FLOW008", f"'digits' should be a length from 2 to 32, or a range of them: {hint}.")
        return 1, 1
    return least, most


def _say(sheet: Sheet, common: Common, _: Given) -> Node:
    return Say(prompt=sheet.text("say"), goto=sheet.maybe_target("goto"), **common)


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
    _shut(sheet, inner)
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
        _shut(sheet, inner)
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
    return Handoff(queue=queue, reason=reason, **common)


def _hangup(sheet: Sheet, common: Common, _: Given) -> Node:
    sheet.flag("hangup")
    return Hangup(**common)


KINDS: Mapping[str, Callable[[Sheet, Common, Given], Node]] = MappingProxyType(
    {
        "menu": _menu,
        "collect": _collect,
        "say": _say,
        "action": _action,
        "hours": _hours,
        "branch": _branch,
        "talk": _talk,
        "handoff": _handoff,
        "hangup": _hangup,
    }
)
