"""Coming in by the company's log-in (OpenID Connect): what is asked, and what its answer means for an account. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from frontdesk.core.errors import FrontdeskError
from handoff.ports import Role

Reason = Literal["refused", "failed", "no_mail", "wrong_domain", "no_role", "no_account", "disabled"]
HIGHEST_FIRST: tuple[Role, ...] = ("admin", "owner", "supervisor", "agent")


class NotLetIn(FrontdeskError):
    """The company's log-in does not lead in; `reason` says why, for the page to tell."""

    def __init__(self, reason: Reason, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What one log-in was begun with. All three are unguessable and used once; the browser brings them back sealed.

    `state` ties the answer to the browser (RFC 6749, 10.12), `nonce` the token to the request (OpenID Connect Core,
    3.1.2.1), `verifier` the code to us (PKCE, RFC 7636). `to`: the page to go to.
    """

    state: str
    nonce: str
    verifier: str
    to: str


class Company(Protocol):
    """The company's OpenID provider. Both raise NotLetIn when it can't be asked or its answer can't be believed."""

    async def address(self, asked: Asked) -> str:
        """Where to send the browser."""
        ...

    async def claims(self, code: str, asked: Asked) -> Mapping[str, Any]:
        """What the provider says of who came back with this code: signed, for us, fresh, for this very request."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyRules:
    """Whom the company's log-in lets in. `domains`: of their e-mail addresses; empty: any. `roles`: by a value of the claim
    `role_claim`; empty: accounts must be there already and keep their role.
    """

    domains: tuple[str, ...] = ()
    role_claim: str = "groups"
    roles: Mapping[str, Role] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Who came, as far as the company vouches for it. `role`: None when the rules give none."""

    company_id: str
    email: str
    name: str
    role: Role | None


def newcomer(claims: Mapping[str, Any], rules: CompanyRules) -> Newcomer:
    """The claims by the rules. Raises NotLetIn."""
    email = str(claims.get("email") or "").strip().casefold()
    if email and claims.get("email_verified") is False:
        email = ""
    domain = email.rpartition("@")[2]
    if rules.domains and not email:
        raise NotLetIn("no_mail", "The company's log-in names no verified e-mail address; ask who runs it.")
    if rules.domains and domain not in rules.domains:
        raise NotLetIn("wrong_domain", "This address is of a company that may not come in here.")
    role = _role(claims.get(rules.role_claim), rules)
    if rules.roles and role is None:
        raise NotLetIn("no_role", "The company's log-in gives you no role here; ask an administrator.")
    name = str(claims.get("name") or claims.get("given_name") or email.partition("@")[0] or "Agent")[:80]
    return Newcomer(company_id=f"{claims['iss']}#{claims['sub']}", email=email, name=name, role=role)


def _role(said: object, rules: CompanyRules) -> Role | None:
    """The highest role any of the values gives."""
    values = said if isinstance(said, list) else [said]
    given = {rules.roles[str(value)] for value in values if str(value) in rules.roles}
    return next((role for role in HIGHEST_FIRST if role in given), None)
