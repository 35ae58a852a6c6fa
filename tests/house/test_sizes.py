"""Sizes: what does not fit on a screen is not read."""

import ast

from tests.house.tree import SOURCES, files, functions, name, parsed, python

MAX_FUNCTION, MAX_FILE, MAX_PARAMETERS = 40, 400, 6
PAGES = (".ts", ".tsx", ".css")


def test_no_function_is_longer_than_a_screen() -> None:
    """A function has at most 40 lines, its docstring included."""
    long = [
        f"{name(path)}:{f.lineno} {f.name}: {f.end_lineno - f.lineno + 1} lines"
        for path in python(*SOURCES)
        for f in functions(path)
        if f.end_lineno is not None
        and f.end_lineno - f.lineno >= MAX_FUNCTION
        and f.name not in ("upgrade", "downgrade")
    ]
    assert not long, "\n".join(long)


def test_no_file_is_longer_than_400_lines() -> None:
    """A source or test file, Python or of the pages, has at most 400 lines."""
    ours = [p for p in files() if p.suffix == ".py" or (p.suffix in PAGES and name(p).startswith("web/"))]
    long = [
        f"{name(p)}: {lines}" for p in ours if (lines := len(p.read_text(encoding="utf-8").splitlines())) > MAX_FILE
    ]
    assert not long, "\n".join(long)


def test_no_function_takes_more_than_six_parameters() -> None:
    """Six parameters, `self` aside; more of them belong together in a dataclass."""
    wide = [
        f"{name(path)}:{f.lineno} {f.name}: {count} parameters"
        for path in python(*SOURCES)
        for f in functions(path)
        if (count := _count(f.args)) > MAX_PARAMETERS
    ]
    assert not wide, "\n".join(wide)


def _count(args: ast.arguments) -> int:
    named = [a.arg for a in (*args.posonlyargs, *args.args, *args.kwonlyargs)]
    return len([a for a in named if a not in ("self", "cls")])


def test_every_module_says_what_it_is_for() -> None:
    """Each module opens with a docstring; an empty `__init__.py` has nothing to say."""
    silent = [
        name(path)
        for path in python("frontdesk", "handoff", "actions", "docs")
        if path.read_text(encoding="utf-8").strip() and ast.get_docstring(parsed(path)) is None
    ]
    assert not silent, "\n".join(silent)


def test_every_test_states_its_rule() -> None:
    """A test's docstring is the rule it holds us to."""
    silent = [
        f"{name(path)}:{f.lineno} {f.name}"
        for path in python("tests")
        if path.name.startswith("test_")
        for f in functions(path)
        if f.name.startswith("test_") and ast.get_docstring(f) is None
    ]
    assert not silent, "\n".join(silent)
