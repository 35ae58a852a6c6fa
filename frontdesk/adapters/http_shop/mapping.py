"""The mapping file of an HTTP shop: which requests there are, and what their answers mean. Mistakes are sentences."""

import difflib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, get_args

import yaml

from actions.money import PaymentState, RefundState
from actions.order import OrderState
from actions.reading.number_kinds import USUAL, OrderDigits
from frontdesk.adapters.http_shop.slots import slots_in
from frontdesk.core.errors import FrontdeskError

SHIPPED = Path(__file__).with_name("mappings")
NONE = "none"  # as a payment's or refund's state: this is none, leave it out
METHODS = ("get", "post", "put", "patch", "delete")
_OF_ORDER = frozenset({"number", "ref", "customer", "amount", "currency"})
# Every request of the ports, and what its path and body may name.
OPERATIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "order": frozenset({"number"}),
        "orders_of": frozenset({"customer", "limit"}),
        "by_email": frozenset({"email", "limit"}),
        "by_phone": frozenset({"phone", "national", "limit"}),
        "customer": frozenset({"customer"}),
        "cancel": _OF_ORDER,
        "readdress": _OF_ORDER | {"address"},
        "open_return": _OF_ORDER | {"reason"},
        "open_exchange": _OF_ORDER | {"wish"},
        "payments": _OF_ORDER,
        "refund": _OF_ORDER,
        "ask_refund": _OF_ORDER | {"reason"},
        "invoice": _OF_ORDER,
        "ask_invoice": _OF_ORDER | {"kind", "title", "tax_number", "email"},
        "product": frozenset({"sku"}),
        "find": frozenset({"words", "limit"}),
        "send_link": frozenset({"customer", "about"}),
    }
)
READS = frozenset(
    {"order", "orders_of", "by_email", "by_phone", "customer", "payments", "refund", "invoice", "product", "find"}
)
CHECKED = {"by_email": "email", "by_phone": "phone"}  # what the orders found must tell: it is compared
# Every object of the answers, and its fields; those that end in _zh are the Chinese name beside the other.
OBJECTS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "order": frozenset(
            {
                *("number", "ref", "customer_id", "state", "lines", "currency", "address", "phone", "email"),
                *("placed_on", "expected_on", "delivered_on", "returnable_until", "return_number", "exchange_number"),
                *("carrier", "carrier_zh", "tracking"),
            }
        ),
        "line": frozenset({"sku", "name", "name_zh", "quantity", "price"}),
        "customer": frozenset({"name", "phone", "email", "tier", "lang"}),
        "payment": frozenset({"id", "amount", "currency", "state", "paid_on", "method", "method_zh"}),
        "refund": frozenset({"number", "amount", "currency", "state", "requested_on", "expected_on", "paid_on"}),
        "invoice": frozenset({"number", "kind", "title", "tax_number", "email", "issued"}),
        "product": frozenset({"sku", "name", "name_zh", "price", "currency", "stock"}),
        "opened": frozenset({"number", "new"}),
        "link": frozenset({"address"}),
    }
)
STATES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "order": frozenset(get_args(OrderState)),
        "payment": frozenset({*get_args(PaymentState), NONE}),
        "refund": frozenset({*get_args(RefundState), NONE}),
    }
)
AuthKind = Literal["none", "bearer", "basic", "header", "oauth2"]
AUTHS: tuple[str, ...] = get_args(AuthKind)
_KEYS = frozenset(
    {
        *("name", "auth", "money", "idempotency", "deadline", "base", "fails", "operations", "objects", "currency"),
        *("prefix", "region", "order_digits"),
    }
)
_OPERATION_KEYS = frozenset({*METHODS, "body", "absent", "items", "at", "fails", "when"})
_AUTH_KEYS = frozenset({"kind", "header", "token_path", "scope"})
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
LONGEST_S = 10.0


class WrongMapping(FrontdeskError):
    """The shop's mapping can't be used; the message says where and what is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One request. `path` and `body` may hold {number}, {ref} and the like; `absent` are statuses for "there is none".

    `reads`: it changes nothing, so it may be repeated. `items` is where a list, `at` where the object stands in the answer;
    `when` names patterns that a parameter must fit, or the answer is nothing without asking. At one of `fails` a refusal
    stands in an answer that is called a success.
    """

    method: str
    path: str
    body: Any = None
    absent: tuple[int, ...] = ()
    items: str = ""
    at: str = ""
    fails: tuple[str, ...] = ()
    reads: bool = False
    when: Mapping[str, re.Pattern[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way to a state: all of `when` must hold. "*" is anything that is there, "" nothing."""

    when: Mapping[str, tuple[str, ...]]
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What an object's fields are called there, and how its state is told."""

    paths: Mapping[str, str] = field(default_factory=dict)
    states: Sequence[Rule] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Auth:
    """How we show who we are; the secrets themselves are settings."""

    kind: AuthKind = "none"
    header: str = "Authorization"
    token_path: str = ""
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopMapping:
    """All of a file. `money`: amounts are decimal text ("79.00") or whole cents. `deadline_s`: for one question, all tries.

    `region`: the country (ISO 3166) of phone numbers that come without their country code. `order_digits`: how many digits
    order numbers have.
    """

    name: str
    auth: Auth
    money: Literal["decimal", "cents"] = "decimal"
    currency: str = "USD"
    prefix: str = ""
    region: str = ""
    order_digits: OrderDigits = USUAL
    idempotency: str = ""
    deadline_s: float = 2.0
    operations: Mapping[str, Operation] = field(default_factory=dict)
    objects: Mapping[str, Fields] = field(default_factory=dict)


def find_mapping(name: str) -> Path:
    """The file of a setting: one of those that come along (`woocommerce`), or a path."""
    shipped = SHIPPED / f"{name}.yml"
    return shipped if re.fullmatch(r"[a-z_]+", name) and shipped.is_file() else Path(name)


def read_mapping(file: Path) -> ShopMapping:
    """Raises WrongMapping."""
    try:
        given = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise WrongMapping(f"The mapping {file} can't be read ({type(error).__name__}); see SHOP_MAPPING.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise WrongMapping(f"{file}{line}: this is not YAML; look at the brackets and quotes there.") from error
    return mapping_of(given, str(file))


def mapping_of(given: Any, where: str) -> ShopMapping:
    """A mapping out of parsed YAML. Raises WrongMapping."""
    top = _object(given, where, "the file")
    _only(top, _KEYS, where)
    operations = _object(top.get("operations") or {}, where, "operations")
    objects = _object(top.get("objects") or {}, where, "objects")
    _only(operations, OPERATIONS, f"{where}: operations")
    _only(objects, OBJECTS, f"{where}: objects")
    if "order" not in operations or "order" not in objects:
        raise WrongMapping(
            f"{where}: operations.order and objects.order must be there; without orders there is no shop."
        )
    fields = _object(objects["order"], where, "objects.order")
    for operation, told in CHECKED.items():
        if operation in operations and told not in fields:
            raise WrongMapping(f"{where}: operations.{operation} needs objects.order.{told}, which is compared.")
    if top.get("money", "decimal") not in ("decimal", "cents"):
        raise WrongMapping(f"{where}: money is {top['money']!r}; write decimal or cents.")
    every = _every(top, where)
    return ShopMapping(
        name=str(top.get("name") or where),
        auth=_auth(_object(top.get("auth") or {}, where, "auth"), where),
        money=top.get("money", "decimal"),
        currency=str(top.get("currency") or "USD"),
        prefix=str(top.get("prefix") or ""),
        region=_region(str(top.get("region", "")), where),
        order_digits=_order_digits(str(top.get("order_digits") or "5-7"), where),
        idempotency=_header(str(top.get("idempotency") or ""), where),
        deadline_s=_deadline(top.get("deadline", 2.0), where),
        operations={name: _operation(name, one, every, where) for name, one in operations.items()},
        objects={name: _fields(name, one, where) for name, one in objects.items()},
    )


@dataclass(frozen=True, slots=True)
class _Every:
    """What holds for every operation of a file."""

    base: str
    fails: tuple[str, ...]


def _every(top: Mapping[str, Any], where: str) -> _Every:
    base = str(top.get("base") or "").rstrip("/")
    if base and (not base.startswith("/") or base.startswith("//")):
        raise WrongMapping(f"{where}: base {base!r} must begin with one slash; the host is SHOP_URL's.")
    return _Every(base, _texts(top.get("fails")))


def _operation(name: str, given: Any, every: _Every, where: str) -> Operation:
    at = f"{where}: operations.{name}"
    told = _object(given, where, f"operations.{name}")
    _only(told, _OPERATION_KEYS, at)
    methods = [m for m in METHODS if m in told]
    if len(methods) != 1:
        raise WrongMapping(f"{at} needs one of {', '.join(METHODS)} with a path.")
    path, body = str(told[methods[0]]), told.get("body")
    if not path.startswith("/") or path.startswith("//"):
        raise WrongMapping(f"{at}: the path {path!r} must begin with one slash; the host is SHOP_URL's.")
    strange = (slots_in(path) | slots_in(body)) - OPERATIONS[name]
    if strange:
        known = ", ".join(sorted(OPERATIONS[name]))
        raise WrongMapping(f"{at}: {{{min(strange)}}} is not known here; known are {known}.")
    return Operation(
        method=methods[0].upper(),
        path=every.base + path,
        body=body,
        absent=_statuses(told.get("absent", (404,) if name in READS else ()), at),
        items=str(told.get("items") or ""),
        at=str(told.get("at") or ""),
        fails=(*every.fails, *_texts(told.get("fails"))),
        reads=name in READS,
        when=_patterns(told.get("when") or {}, at),
    )


def _statuses(given: Any, at: str) -> tuple[int, ...]:
    listed = given if isinstance(given, list | tuple) else [given]
    if not all(isinstance(one, int) and 200 <= one <= 599 for one in listed):
        raise WrongMapping(f"{at}: absent holds HTTP statuses, such as [404, 410].")
    return tuple(listed)


def _patterns(given: Any, at: str) -> Mapping[str, re.Pattern[str]]:
    try:
        return {str(key): re.compile(str(pattern)) for key, pattern in given.items()}
    except (re.error, AttributeError) as error:
        raise WrongMapping(f"{at}: when holds patterns by name, such as {{customer: '[0-9]+'}}.") from error


def _fields(name: str, given: Any, where: str) -> Fields:
    fields = dict(_object(given, where, f"objects.{name}"))
    told = fields.pop("state", None)
    if isinstance(told, str):
        fields["state"] = told
    _only(fields, OBJECTS[name], f"{where}: objects.{name}")
    rules = [_rule(name, rule, where) for rule in told] if isinstance(told, list) else []
    return Fields(paths={key: str(path) for key, path in fields.items()}, states=rules)


def _rule(name: str, given: Any, where: str) -> Rule:
    at = f"{where}: objects.{name}.state"
    rule = _object(given, where, f"objects.{name}.state")
    state = str(rule.get("is") or "")
    if state not in STATES.get(name, frozenset()):
        raise WrongMapping(f"{at}: {state!r} is no state; they are {', '.join(sorted(STATES.get(name, ())))}.")
    when = _object(rule.get("when") or {}, where, f"objects.{name}.state.when")
    return Rule(state=state, when={str(path): _values(value) for path, value in when.items()})


def _values(given: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in given) if isinstance(given, list) else ("" if given is None else str(given),)


def _texts(given: Any) -> tuple[str, ...]:
    return tuple(str(one) for one in given) if isinstance(given, list) else (str(given),) if given else ()


def _auth(given: Mapping[str, Any], where: str) -> Auth:
    _only(given, _AUTH_KEYS, f"{where}: auth")
    kind = given.get("kind", "none")
    if kind not in AUTHS:
        raise WrongMapping(f"{where}: auth.kind is {kind!r}; write one of {', '.join(AUTHS)}.")
    token_path = str(given.get("token_path") or "")
    if kind == "oauth2" and (not token_path.startswith("/") or token_path.startswith("//")):
        raise WrongMapping(f"{where}: auth.token_path must be a path at SHOP_URL, such as /oauth/token.")
    header = _header(str(given.get("header") or "Authorization"), where)
    return Auth(kind=kind, header=header, token_path=token_path, scope=str(given.get("scope") or ""))


def _header(name: str, where: str) -> str:
    if name and not _HEADER.fullmatch(name):
        raise WrongMapping(f"{where}: {name!r} is no name of a header.")
    return name


def _order_digits(given: str, where: str) -> OrderDigits:
    told = re.fullmatch(r"([0-9]{1,2})(?:-([0-9]{1,2}))?", given)
    if told is None or not 0 < int(told[1]) <= int(told[2] or told[1]):
        raise WrongMapping(
            f"{where}: order_digits is {given!r}; write how many digits an order number has, such as 10 or 5-7."
        )
    return OrderDigits(int(told[1]), int(told[2] or told[1]))


def _region(given: str, where: str) -> str:
    if given and not re.fullmatch(r"[A-Z]{2}", given):
        raise WrongMapping(f"{where}: region is {given!r}; write two capitals such as US or CN, in quotes if it is NO.")
    return given


def _deadline(given: Any, where: str) -> float:
    if not isinstance(given, int | float) or not 0.2 <= given <= LONGEST_S:
        raise WrongMapping(f"{where}: deadline is {given!r}; give seconds from 0.2 to {LONGEST_S:g}.")
    return float(given)


def _object(given: Any, where: str, what: str) -> Mapping[str, Any]:
    if not isinstance(given, Mapping):
        raise WrongMapping(f"{where}: {what} should hold keys and values.")
    return given


def _only(given: Mapping[str, Any], known: Collection[str], where: str) -> None:
    strange = next((str(key) for key in given if key not in known), None)
    if strange is None:
        return
    near = difflib.get_close_matches(strange, known, 1)
    hint = f"did you mean {near[0]!r}?" if near else f"known are {', '.join(sorted(known))}."
    raise WrongMapping(f"{where}: {strange!r} is not known here; {hint}")
