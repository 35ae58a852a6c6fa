"""Harmless rewrites of flows, of which the check must say nothing: other names, orders, words, numbers, hours, remarks."""

import re
from collections.abc import Callable, Iterator

from benchmarks.flow_mutations import FLOWS, LANGS, Changed, Mutant, Texts, each, edited


def rewrites(texts: Texts) -> Iterator[Mutant]:
    """Every harmless rewrite."""
    for make in REWRITES:
        for what, changed in make(texts):
            if changed != texts:
                yield Mutant(make.__name__.strip("_"), what, changed, frozenset())


def _renamed(texts: Texts) -> Changed:
    for file, flow in (("main.yml", "main"), ("orders.yml", "orders")):
        for name in re.findall(r"^  (\w+):\n    ", texts[file].split("\nnodes:\n")[-1], re.M):
            yield f"{flow}.{name}", {one: _with_name(text, one == file, flow, name) for one, text in texts.items()}


def _with_name(text: str, own: bool, flow: str, name: str) -> str:
    """The text of a file in which a node of this flow is called otherwise; `own`: the node's own file."""
    before = "" if own else f"{flow}."
    leads = rf"((?:goto|open|closed|otherwise|talk|start|home|back): |^      \w+: ){re.escape(before)}{name}(?=[,}}\s])"
    text = re.sub(leads, rf"\g<1>{before}{name}_anew", text, flags=re.M)
    text = text.replace(f"otherwise: {name}_anew", "otherwise: talk") if name == "talk" else text  # the bot, no node
    return re.sub(rf"^  {name}:\n", f"  {name}_anew:\n", text, flags=re.M) if own else text


def _reordered(texts: Texts) -> Changed:
    rows = r"((?:^      - \{key: .*\n){2,})"
    yield from each(texts, FLOWS, rows, lambda m: "".join(f"{row}\n" for row in reversed(m.group(1).splitlines())))


def _other_words(texts: Texts) -> Changed:
    one_line = r"^(  (?!system\.press_for)(?:[a-z_0-9]+\.)[a-z_0-9]+: )([^\[>\"\n].*)$"
    yield from each(
        texts,
        "en.yml",
        one_line,
        lambda m: f"{m.group(1)}{m.group(2)} Thanks" if "words" not in m.group(0) else m.group(0),
    )
    yield from each(texts, "zh.yml", one_line, lambda m: f"{m.group(1)}{m.group(2)}谢谢")


def _more_words(texts: Texts) -> Changed:
    for number, word in enumerate(("purple elephant", "紫色大象")):
        yield from each(texts, f"prompts/{LANGS[number]}", r'^  "?[\w.]+"?: \[', lambda m, w=word: f"{m.group(0)}{w}, ")  # type: ignore[misc]


def _other_numbers(texts: Texts) -> Changed:
    for deadline in (1, 2, 4, 5):
        yield from each(texts, "orders", r"^    deadline: 3$", lambda m, d=deadline: f"    deadline: {d}")  # type: ignore[misc]
    for timeout in (4, 5, 7, 8):
        yield from each(texts, "main", r"^  timeout: 6", lambda m, t=timeout: f"  timeout: {t}")  # type: ignore[misc]


def _other_hours(texts: Texts) -> Changed:
    old = '      mon-sun: ["00:00-24:00"]'
    week = '      mon-fri: ["09:00-12:00", "13:00-18:00"]\n      sat: ["10:00-14:00"]'
    for new in (week, '      mon-sun: ["08:00-22:00"]', f"{week}\n    holidays:\n      2026-10-01: closed"):
        yield new.strip(), edited(texts, ("hours.yml", old, new))
        for zone in ("Europe/Berlin", "America/New_York", "UTC"):
            yield zone, edited(texts, ("hours.yml", "Asia/Shanghai", zone), ("hours.yml", old, new))


def _comments(texts: Texts) -> Changed:
    for file, text in texts.items():
        yield file, {**texts, file: f"# a remark\n{text}\n# and another\n"}


REWRITES: tuple[Callable[[Texts], Changed], ...] = (
    _renamed,
    _reordered,
    _other_words,
    _more_words,
    _other_numbers,
    _other_hours,
    _comments,
)
