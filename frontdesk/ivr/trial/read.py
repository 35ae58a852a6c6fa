"""Reading a trial's file; every mistake in it becomes an Issue with its place."""

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.trial.do import BOT, DESK, PLAIN, VERBS, Do, Verb
from frontdesk.ivr.trial.script import Expect, Line, Script
from frontdesk.ivr.yaml_marks import Many, Table, Value, read_yaml

WRONG = "TEST001"
WAITS = ("customer", "bot", "task", "person", "nobody")
_DETAIL = {"task": "outcome", "bot": "does", "desk": "does"}
_ALLOWED = {"bot": BOT, "desk": DESK}


def read_script(text: str, file: str) -> tuple[Script | None, list[Issue]]:
    """The trial a file holds (None when it can't be used) and what is wrong with it."""
    table, issues = read_yaml(text, file)
    if table is None:
        return None, issues
    sheet = Sheet(table, file, issues)
    channel, lang = sheet.maybe_text("channel"), sheet.maybe_text("lang")
    if channel is not None and channel not in ("voice", "chat"):
        sheet.complain(channel.at, WRONG, f"A channel is voice or chat, not '{channel}'.")
    script = Script(
        title=str(sheet.text("title")),
        channel="chat" if channel == "chat" else "voice",
        lang=str(lang or "en"),
        caller=_plain(sheet, "caller"),
        settled=sheet.flag("settled"),
        recorded=sheet.flag("recorded"),
        facts=_facts(sheet, "facts"),
        lines=_lines(sheet),
        at=table.at,
    )
    sheet.close()
    return (None if issues else script), issues


def _lines(sheet: Sheet) -> tuple[Line, ...]:
    sheet.asked.add("steps")
    value = sheet.table.entries.get(Marked("steps"))
    if not isinstance(value, Many):
        sheet.complain(sheet.at("steps"), WRONG, "A test needs 'steps', a list of what is done and expected.")
        return ()
    return tuple(line for item in value.items if (line := _line(sheet, item)) is not None)


def _line(sheet: Sheet, item: Value) -> Line | None:
    if isinstance(item, Marked):
        if item not in PLAIN:
            known = (*PLAIN, *(f"{verb}:" for verb in (*VERBS, "expect")))
            sheet.complain(item.at, WRONG, f"'{item}' is no step.", meant(item, known))
            return None
        return Line(Do("silence" if item == "silence" else "hang_up"), item.at)
    entries = item.entries if isinstance(item, Table) else {}
    if len(entries) != 1:
        sheet.complain(item.at, WRONG, "A step has one key, such as 'press: 1' or 'expect: {node: main.menu}'.")
        return None
    key, value = next(iter(entries.items()))
    if key == "expect":
        return _expectation(sheet, value)
    verb = next((verb for verb in VERBS if verb == key and verb not in PLAIN), None)
    if verb is None:
        sheet.complain(key.at, WRONG, f"'{key}' is nothing that can be done.", meant(key, (*VERBS, "expect")))
        return None
    return _doing(sheet, verb, value)


def _doing(sheet: Sheet, verb: str, value: Value) -> Line | None:
    known: Verb = next(v for v in _TYPED if v == verb)
    if isinstance(value, Marked):
        what, words, facts = value, "", {}
    elif isinstance(value, Table) and verb in _DETAIL:
        inner = Sheet(value, f"'{verb}'", sheet.issues)
        what, words, facts = inner.text(_DETAIL[verb]), str(inner.maybe_text("words") or ""), _facts(inner, "facts")
        inner.close()
    else:
        sheet.complain(value.at, WRONG, f"'{verb}' should be plain text.")
        return None
    if verb in _ALLOWED and what not in _ALLOWED[verb]:
        message = f"'{verb}' is one of {', '.join(_ALLOWED[verb])}, not '{what}'."
        sheet.complain(what.at, WRONG, message, meant(what, _ALLOWED[verb]))
    return Line(Do(known, str(what), words, tuple(sorted(facts.items()))), value.at)


_TYPED: tuple[Verb, ...] = ("press", "say", "type", "pick", "task", "bot", "desk", "hours")


def _expectation(sheet: Sheet, value: Value) -> Line | None:
    inner = sheet.within(value, "'expect'")
    if inner is None:
        return None
    waits = inner.maybe_text("waits")
    if waits is not None and waits not in WAITS:
        inner.complain(waits.at, WRONG, f"'waits' is one of {', '.join(WAITS)}.", meant(waits, WAITS))
    expect = Expect(
        says=_texts(inner, "says"),
        says_not=_texts(inner, "says_not"),
        node=_plain(inner, "node"),
        task=_plain(inner, "task"),
        waits=waits and str(waits),
        queue=_plain(inner, "queue"),
        lang=_plain(inner, "lang"),
        buttons=_texts(inner, "buttons"),
        facts=_facts(inner, "facts"),
    )
    inner.close()
    return Line(expect, value.at)


def _plain(sheet: Sheet, key: str) -> str | None:
    text = sheet.maybe_text(key)
    return None if text is None else str(text)


def _texts(sheet: Sheet, key: str) -> tuple[str, ...]:
    """One text, or a list of them."""
    if isinstance(sheet.table.entries.get(Marked(key)), Many):
        return tuple(map(str, sheet.texts(key)))
    text = sheet.maybe_text(key)
    return () if text is None else (str(text),)


def _facts(sheet: Sheet, key: str) -> dict[str, str]:
    inner = sheet.sheet(key, f"'{key}'")
    return {str(name): str(inner.text(name)) for name in inner.table.entries} if inner else {}
