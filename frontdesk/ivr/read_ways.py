"""Reading nodes that only lead on: set, if, call, return, split, callback, message; and survey."""

import re

from frontdesk.core.questions import QUESTIONS
from frontdesk.ivr.expression import Expression, Wrong, read_expression
from frontdesk.ivr.fields import NAME, Sheet, meant
from frontdesk.ivr.marks import Mark, Marked
from frontdesk.ivr.nodes import (
    Arm,
    Broken,
    Call,
    Callback,
    ChatLink,
    Consent,
    Decide,
    Message,
    Node,
    Return,
    Set,
    Split,
    Survey,
    Target,
)
from frontdesk.ivr.read_common import Common, Given, shut

SILENCE = ("agreed", "refused")  # what saying nothing to the notice of a recording means

MOST_WEIGHT = 1000
MOST_HOURS = 240.0


def read_set(sheet: Sheet, common: Common, _: Given) -> Node:
    values = _values(sheet, "set")
    return Set(values=values, goto=sheet.maybe_target("goto"), **common)


def read_if(sheet: Sheet, common: Common, _: Given) -> Node:
    text = sheet.text("if")
    test = _expression(sheet, text) if text else None
    if test is not None and test.type != "flag":
        sheet.complain(text.at, "FLOW071", f"'{text}' is a {test.type}; 'if' wants something that is yes or no.")
    then, otherwise = sheet.target("then"), sheet.target("otherwise")
    if test is None:
        return Broken(name=common["name"], flow=common["flow"])
    return Decide(test=test, then=then, otherwise=otherwise, **common)


def read_call(sheet: Sheet, common: Common, _: Given) -> Node:
    inner = sheet.sheet("on", f"'on' of {sheet.what}", required=True)
    on = {name: inner.target(name) for name in inner.table.entries} if inner else {}
    if inner is not None:
        shut(sheet, inner)
    given = _values(sheet, "with", required=False)
    return Call(to=sheet.target("call"), given=given, on=on, **common)


def read_return(sheet: Sheet, common: Common, _: Given) -> Node:
    result = sheet.text("return")
    if result and not NAME.fullmatch(result):
        sheet.complain(result.at, "FLOW006", f"A result is a plain name such as done, not '{result}'.")
    return Return(result=result, **common)


def read_split(sheet: Sheet, common: Common, _: Given) -> Node:
    inner = sheet.sheet("arms", f"'arms' of {sheet.what}", required=True)
    arms = tuple(_arm(sheet, inner, name) for name in inner.table.entries) if inner else ()
    if inner is not None and len(arms) < 2:
        sheet.complain(
            inner.table.at, "FLOW006", f"{sheet.subject} needs two arms or more; else there is nothing to compare."
        )
    return Split(experiment=sheet.text("split"), arms=arms, **common)


def _arm(sheet: Sheet, arms: Sheet, name: Marked) -> Arm:
    """`short: node`, or `short: {goto: node, weight: 3}`."""
    value = arms.table.entries[name]
    if isinstance(value, Marked):
        return Arm(name=name, weight=1, goto=sheet.as_target(value) or Target("", "", value.at))
    inner = sheet.within(value, f"arm '{name}' of {sheet.what}")
    if inner is None:
        return Arm(name=name, weight=1, goto=Target("", "", value.at))
    weight = inner.number("weight") or 1
    if weight != int(weight) or weight > MOST_WEIGHT:
        inner.complain(inner.at("weight"), "FLOW006", f"A weight is a whole number up to {MOST_WEIGHT}.")
    arm = Arm(name=name, weight=int(weight), goto=inner.target("goto"))
    shut(sheet, inner)
    return arm


def read_callback(sheet: Sheet, common: Common, _: Given) -> Node:
    return Callback(
        queue=sheet.text("callback"),
        within_s=_within(sheet),
        goto=sheet.maybe_target("goto"),
        no_number=sheet.target("no_number"),
        **common,
    )


def read_chat_link(sheet: Sheet, common: Common, _: Given) -> Node:
    sheet.flag("chat_link")
    return ChatLink(goto=sheet.maybe_target("goto"), not_sent=sheet.target("not_sent"), **common)


def read_message(sheet: Sheet, common: Common, _: Given) -> Node:
    return Message(queue=sheet.text("message"), within_s=_within(sheet), goto=sheet.maybe_target("goto"), **common)


def read_survey(sheet: Sheet, common: Common, _: Given) -> Node:
    question = sheet.text("survey")
    if question and not NAME.fullmatch(question):
        sheet.complain(question.at, "FLOW006", f"A question is called by a plain name such as csat, not '{question}'.")
    least, most = _scale(sheet)
    usual = QUESTIONS.get(question)
    if usual is not None and (least, most) != (usual.least, usual.most):
        scale = f"{usual.least}-{usual.most}"
        sheet.complain(sheet.at("scale"), "FLOW006", f"{question} has the scale {scale}, or it can't be compared.")
    return Survey(
        question=question,
        prompt=sheet.text("prompt"),
        again=sheet.text("again"),
        least=least,
        most=most,
        goto=sheet.maybe_target("goto"),
        thanks=sheet.maybe_text("thanks"),
        **common,
    )


def read_consent(sheet: Sheet, common: Common, _: Given) -> Node:
    no, silence = sheet.text("no"), sheet.text("silence")
    if no and (len(no) != 1 or no not in "23456789"):
        sheet.complain(no.at, "FLOW006", f"The key for no is one of 2 to 9, not '{no}': 1 is yes, 0 a person.")
    if silence and silence not in SILENCE:
        near = meant(silence, SILENCE)
        sheet.complain(silence.at, "FLOW006", f"Silence is {' or '.join(SILENCE)}, not '{silence}'.", near)
    return Consent(
        prompt=sheet.text("consent"),
        no=no,
        silence=silence == SILENCE[0],
        goto=sheet.maybe_target("goto"),
        refused=sheet.maybe_text("refused"),
        **common,
    )


def _scale(sheet: Sheet) -> tuple[int, int]:
    """`scale`: 1-5, 1-7 or 0-10."""
    text = sheet.text("scale")
    found = re.fullmatch(r"([01])-(10|[2-9])", text)
    if text and found is None:
        sheet.complain(
            text.at, "FLOW006", f"A scale begins at 0 or 1 and ends at 10 at most, such as 1-5, not '{text}'."
        )
    return (int(found[1]), int(found[2])) if found else (1, 5)


def _within(sheet: Sheet) -> float:
    """`within`: hours until the promise is due."""
    hours = sheet.number("within")
    if not sheet.has("within"):
        sheet.complain(
            sheet.table.at, "FLOW005", f"{sheet.subject} needs 'within', the hours until the promise is due."
        )
    elif hours is not None and hours > MOST_HOURS:
        sheet.complain(
            sheet.at("within"), "FLOW006", f"Nobody waits longer than {MOST_HOURS:g} hours for what was promised."
        )
    return (hours or 1.0) * 3600


def _values(sheet: Sheet, key: str, *, required: bool = True) -> dict[Marked, Expression]:
    """A table of facts and expressions."""
    inner = sheet.sheet(key, f"'{key}' of {sheet.what}", required=required)
    values: dict[Marked, Expression] = {}
    for name in inner.table.entries if inner else ():
        text = inner.text(name) if inner else Marked("")
        value = _expression(sheet, text) if text else None
        if value is not None:
            values[name] = value
    if inner is not None:
        shut(sheet, inner)
    return values


def _expression(sheet: Sheet, text: Marked) -> Expression | None:
    try:
        return read_expression(text)
    except Wrong as wrong:
        at = Mark(text.at.file, text.at.line, text.at.column + wrong.column)
        sheet.complain(at, wrong.code, str(wrong))
        return None
