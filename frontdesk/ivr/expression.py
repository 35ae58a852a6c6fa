"""Expressions an author may write: facts, figures, 'text', comparisons, and/or/not, + - *, known(), days_until().

Read into a checked tree first, every part of it typed; run by `simpleeval` over that tree and nothing else of Python.
"""

import ast
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import add, eq, ge, gt, le, lt, mul, ne, neg, not_, sub
from types import MappingProxyType
from typing import Any, Literal

from simpleeval import SimpleEval

from frontdesk.core.facts import FACTS, FactForm
from frontdesk.ivr.marks import Marked

Type = Literal["text", "number", "flag", "date"]
LONGEST = 200
SUCH = "write for example: amount > 500 and known(customer_id)"
_ONE_EQUALS = re.compile(r"(?<![=!<>])=(?!=)")
TYPE_OF: Mapping[FactForm, Type] = MappingProxyType(
    {"text": "text", "digits": "text", "phone": "text", "money": "number", "yes_no": "flag", "date": "date"}
)
WORDS: Mapping[str, Type] = MappingProxyType({"yes": "flag", "no": "flag", "today": "date"})
FUNCTIONS = ("known", "days_until")
_NOTHING: Mapping[Type, Any] = MappingProxyType({"text": "", "number": 0, "flag": False, "date": ""})
_OPERATORS: Mapping[type, Callable[..., Any]] = {ast.Add: add, ast.Sub: sub, ast.Mult: mul}
_COMPARE: Mapping[type, Callable[..., Any]] = {
    ast.Eq: eq, ast.NotEq: ne, ast.Lt: lt, ast.LtE: le, ast.Gt: gt, ast.GtE: ge, ast.Not: not_, ast.USub: neg
}  # fmt: skip


class Wrong(Exception):
    """An expression that may not be used; `column` counts from 0 within it. A whole sentence."""

    def __init__(self, message: str, column: int, code: str = "FLOW071") -> None:
        super().__init__(message)
        self.column, self.code = column, code


@dataclass(frozen=True, slots=True)
class Expression:
    """One checked expression. `reads` are the facts it looks at, `asks` those it only asks whether they are known."""

    source: Marked
    type: Type
    reads: frozenset[str] = frozenset()
    asks: frozenset[str] = frozenset()
    proves: frozenset[str] = frozenset()  # facts that are known wherever this is yes

    def value(self, facts: Mapping[str, str], today: date) -> Any:
        """What it comes to. Facts nobody knows yet are '', 0 and no; the check asks for known() before them."""
        names = {name: _typed(name, facts) for name in self.reads} | {
            "yes": True,
            "no": False,
            "today": today.isoformat(),
        }
        functions = {"known": lambda name: name in facts, "days_until": lambda day: _days(day, today)}
        runner = SimpleEval(operators={**_OPERATORS, **_COMPARE}, functions=functions, names=names)
        return runner.eval(self.source, previously_parsed=_quoted(_tree(self.source)))

    def text(self, facts: Mapping[str, str], today: date) -> str:
        """The value as a fact is kept: yes or no, hundredths, text."""
        value = self.value(facts, today)
        if self.type == "flag":
            return "yes" if value else "no"
        return str(round(value * 100)) if self.type == "number" else str(value)


def _typed(name: str, facts: Mapping[str, str]) -> Any:
    type_ = TYPE_OF[FACTS[name].form]
    text = facts.get(name)
    if text is None:
        return _NOTHING[type_]
    if type_ == "number":
        return int(text) / 100 if text.isdigit() else 0
    return text == "yes" if type_ == "flag" else text


def _days(day: str, today: date) -> int:
    try:
        return (date.fromisoformat(day) - today).days
    except ValueError:
        return 0


def _tree(source: str) -> ast.expr:
    return ast.parse(source.strip(), mode="eval").body


def _quoted(tree: ast.expr) -> ast.expr:
    """known(fact) asks for the name, not the value."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "known":
            node.args = [ast.Constant(arg.id) if isinstance(arg, ast.Name) else arg for arg in node.args]
    return tree


def read_expression(source: Marked) -> Expression:
    """The checked expression. Raises Wrong."""
    if len(source) > LONGEST:
        raise Wrong(f"An expression has at most {LONGEST} characters; use a second node.", 0, "FLOW070")
    try:
        tree = _tree(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        column = (getattr(error, "offset", None) or 1) - 1
        such = "'==' compares, as in: goal == 'pay'" if _ONE_EQUALS.search(source) else SUCH
        raise Wrong(f"'{source}' can't be read; {such}.", column, "FLOW070") from None
    checker = _Checker(set(), set())
    type_ = checker.type(tree)
    return Expression(source, type_, frozenset(checker.reads), frozenset(checker.asks), frozenset(_proves(tree)))


def _proves(tree: ast.expr) -> set[str]:
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        return {name for value in tree.values for name in _proves(value)}
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name) and tree.func.id == "known":
        return {arg.id for arg in tree.args if isinstance(arg, ast.Name)}
    return set()


@dataclass(slots=True)
class _Checker:
    reads: set[str]
    asks: set[str]

    def type(self, tree: ast.expr) -> Type:
        """The type of a part. Raises Wrong at the first part that has none."""
        match tree:
            case ast.Constant(value=bool() | None | bytes() | complex()) | ast.Constant(value=float(), kind=str()):
                raise Wrong("Write yes or no, a figure, or 'text'.", tree.col_offset, "FLOW070")
            case ast.Constant(value=str()):
                return "text"
            case ast.Constant(value=int() | float()):
                return "number"
            case ast.Name():
                return self._name(tree)
            case ast.BoolOp():
                return self._all(tree.values, "flag", "and and or join what is yes or no")
            case ast.UnaryOp(op=ast.Not()):
                return self._all([tree.operand], "flag", "not turns round what is yes or no")
            case ast.UnaryOp(op=ast.USub()):
                return self._all([tree.operand], "number", "- stands before a number")
            case ast.BinOp(op=ast.Add() | ast.Sub() | ast.Mult()):
                return self._all([tree.left, tree.right], "number", "+, - and * join numbers")
            case ast.Compare():
                return self._compare(tree)
            case ast.Call():
                return self._call(tree)
        raise Wrong("This can't stand in an expression; see 'Expressions' in the README.", tree.col_offset, "FLOW070")

    def _name(self, tree: ast.Name) -> Type:
        if tree.id in WORDS:
            return WORDS[tree.id]
        fact = FACTS.get(tree.id)
        if fact is None:
            raise Wrong(f"There is no fact '{tree.id}'; text goes in 'quotes'.", tree.col_offset, "FLOW021")
        if fact.secret:
            raise Wrong(
                f"'{tree.id}' is a secret; nothing may depend on it but its action.", tree.col_offset, "FLOW037"
            )
        self.reads.add(tree.id)
        return TYPE_OF[fact.form]

    def _all(self, parts: list[ast.expr], wanted: Type, why: str) -> Type:
        for part in parts:
            found = self.type(part)
            if found != wanted:
                raise Wrong(f"'{ast.unparse(part)}' is a {found}; {why}.", part.col_offset)
        return wanted

    def _compare(self, tree: ast.Compare) -> Type:
        parts = [tree.left, *tree.comparators]
        types = [self.type(part) for part in parts]
        if not all(type(op) in _COMPARE for op in tree.ops):
            raise Wrong("Compare with ==, !=, <, <=, > or >=.", tree.col_offset, "FLOW070")
        for part, found in zip(parts[1:], types[1:], strict=True):
            if found != types[0] and {found, types[0]} != {"date", "text"}:
                raise Wrong(
                    f"'{ast.unparse(part)}' is a {found}, and '{ast.unparse(parts[0])}' a {types[0]}.", part.col_offset
                )
        if types[0] in ("flag",) and not all(isinstance(op, ast.Eq | ast.NotEq) for op in tree.ops):
            raise Wrong("Yes and no are neither more nor less; compare them with == or !=.", tree.col_offset)
        return "flag"

    def _call(self, tree: ast.Call) -> Type:
        name = tree.func.id if isinstance(tree.func, ast.Name) else ""
        if name not in FUNCTIONS or len(tree.args) != 1 or tree.keywords:
            raise Wrong("There are known(fact) and days_until(date).", tree.col_offset, "FLOW070")
        if name == "known":
            if not isinstance(tree.args[0], ast.Name):
                raise Wrong("known() takes the name of a fact.", tree.col_offset)
            before = set(self.reads)
            self._name(tree.args[0])
            self.reads = before
            self.asks.add(tree.args[0].id)
            return "flag"
        self._all(tree.args, "date", "days_until() takes a date")
        return "number"
