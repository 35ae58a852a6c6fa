"""A trial as the text of its file: what `play --save` and a failed proof write, and people go on editing."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from frontdesk.ivr.trial.do import PLAIN, Do
from frontdesk.ivr.trial.script import Expect, Script

_PLAIN_TEXT = re.compile(r"[^\W_][\w./ ?!'，。？！、-]*")
_DETAIL = {"task": "outcome", "bot": "does", "desk": "does"}


def written(script: Script, note: str = "") -> str:
    """The file's text; `note` stands above as a comment."""
    head = [f"# {line}" for line in note.splitlines()]
    head += [f"title: {text(script.title)}", f"channel: {script.channel}", f"lang: {script.lang}"]
    head += [f"caller: {text(script.caller)}"] if script.caller else []
    head += ["settled: true"] if script.settled else []
    head += ["recorded: true"] if script.recorded else []
    if script.facts:
        head.append(f"facts: {table(script.facts)}")
    return (
        "\n".join(
            [*head, "steps:" if script.lines else "steps: []", *(f"  - {step(line.does)}" for line in script.lines)]
        )
        + "\n"
    )


def step(does: Do | Expect) -> str:
    """One step on one line."""
    if isinstance(does, Expect):
        return f"expect: {{{', '.join(_expected(does))}}}"
    if does.verb in PLAIN:
        return does.verb
    if not does.words and not does.facts:
        return f"{does.verb}: {text(does.what)}"
    parts = [f"{_DETAIL.get(does.verb, 'what')}: {text(does.what)}"]
    parts += [f"words: {text(does.words)}"] if does.words else []
    parts += [f"facts: {table(dict(does.facts))}"] if does.facts else []
    return f"{does.verb}: {{{', '.join(parts)}}}"


def _expected(expect: Expect) -> Iterator[str]:
    named = ("node", "task", "waits", "queue", "lang")
    yield from (f"{name}: {text(value)}" for name in named if (value := getattr(expect, name)) is not None)
    for name in ("says", "says_not", "buttons"):
        if values := getattr(expect, name):
            yield f"{name}: {texts(values)}"
    if expect.facts:
        yield f"facts: {table(expect.facts)}"


def text(value: str) -> str:
    """Plain where YAML lets it be plain, else in quotes."""
    plain = _PLAIN_TEXT.fullmatch(value) and value == value.strip() and ": " not in value and " #" not in value
    return value if plain else json.dumps(value, ensure_ascii=False)


def texts(values: Iterable[str]) -> str:
    found = [text(value) for value in values]
    return found[0] if len(found) == 1 else f"[{', '.join(json.dumps(v, ensure_ascii=False) for v in values)}]"


def table(values: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{name}: {json.dumps(value, ensure_ascii=False)}' for name, value in values.items())}}}"
