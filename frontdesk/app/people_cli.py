"""`frontdesk people …`: who may come in; and `frontdesk audit`: who did what."""

import asyncio
import getpass
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Column, Table

from frontdesk.app.settings import load
from handoff.ports import Role

people = typer.Typer(no_args_is_help=True, help="Who may come in, in which role.")
console = Console(highlight=False)
Name = Annotated[str, typer.Argument(help="Log-in name, such as amy.")]
RoleOption = Annotated[str, typer.Option("--role", help="agent, supervisor, owner or admin.")]


@people.callback()
def group() -> None:
    """Who may come in, in which role."""


@asynccontextmanager
async def opened() -> AsyncIterator[Any]:
    """The people of the house, on its database."""
    from frontdesk.app.stores import new_hasher, open_stores, people_of  # noqa: PLC0415 - commands start fast without it

    stores = await open_stores(load(), time.time)
    try:
        yield people_of(stores, new_hasher(), time.time)
    finally:
        await stores.close()


def _do(deed: Callable[[Any, Any], Awaitable[Any]]) -> Any:
    """Run a deed with the people of the house, as whoever runs the command."""
    from frontdesk.people.people import By  # noqa: PLC0415 - commands start fast without it

    async def run() -> Any:
        async with opened() as house:
            return await deed(house, By(who=f"{getpass.getuser()} (command)"))

    return asyncio.run(run())


@people.command("list")
def listed() -> None:
    """List the accounts."""

    async def deed(house: Any, by: Any) -> Any:
        accounts = {account.agent: account for account in await house.accounts.accounts()}
        agents = await house.agents.agents()
        return [(a, accounts[a.id], await house.logins.open_logins(a.id, time.time())) for a in agents]

    table = Table("Name", "Shown as", "Role", "Languages", "Comes in by", "Log-ins now")
    for agent, account, logins in _do(deed):
        ways = [way for way, there in (("password", account.password), ("company", account.company_id)) if there]
        way = "disabled" if account.disabled else " and ".join(ways) or account.email or "no way"
        table.add_row(agent.id, agent.name, account.role, ", ".join(agent.langs), way, str(len(logins)))
    console.print(table)


@people.command()
def add(
    name: Name,
    role: RoleOption = "agent",
    shown: Annotated[str, typer.Option(help="The name customers read; the log-in name without it.")] = "",
    langs: Annotated[str, typer.Option(help="Languages, separated by commas.")] = "en",
    email: Annotated[str, typer.Option(help="E-mail address, for the company's log-in.")] = "",
    random: Annotated[bool, typer.Option("--random", help="Make up a password and print it once.")] = False,
) -> None:
    """Add an account. With --email and no password the company's log-in is the only way in."""
    from frontdesk.people.people import NewPerson  # noqa: PLC0415 - commands start fast without it

    password = secrets.token_urlsafe(12) if random else _asked(allow_none=bool(email))
    new = NewPerson(
        agent=name,
        name=shown or name.capitalize(),
        role=_role(role),
        langs=tuple(part.strip() for part in langs.split(",") if part.strip()),
        email=email,
        password=password,
    )
    _do(lambda house, by: house.add(new, by))
    console.print(f"{name} may come in as {role}." + (f" Password: {password}" if random else ""), markup=False)


@people.command()
def disable(name: Name) -> None:
    """Let nobody in by this account any more; log-ins that are open end."""
    ended = _do(lambda house, by: house.disable(name, by))
    console.print(f"{name} is disabled; {ended} log-ins ended.")


@people.command()
def enable(name: Name) -> None:
    """Let a disabled account in again."""
    _do(lambda house, by: house.enable(name, by))
    console.print(f"{name} may come in again.")


@people.command()
def password(name: Name) -> None:
    """Set a password; it is asked for, not shown. Log-ins that are open end."""
    chosen = _asked()
    ended = _do(lambda house, by: house.set_password(name, chosen, by))
    console.print(f"The password is changed; {ended} log-ins ended.")


@people.command()
def role(name: Name, new: Annotated[str, typer.Argument(help="agent, supervisor, owner or admin.")]) -> None:
    """Change a role."""
    chosen = _role(new)
    _do(lambda house, by: house.set_role(name, chosen, by))
    console.print(f"{name} is {new} now.")


@people.command()
def email(name: Name, address: Annotated[str, typer.Argument(help="The address; '' for none.")]) -> None:
    """Set the e-mail address by which the company's log-in finds the account."""
    _do(lambda house, by: house.set_email(name, address, by))
    console.print("The address is changed.")


@people.command()
def erase(name: Name, yes: Annotated[bool, typer.Option("--yes", help="Do it without asking again.")] = False) -> None:
    """Erase somebody who worked here: account, name, log-ins, e-mail. Their work stays counted, under an alias.

    What they wrote to customers stays as long as the conversation's words do: see docs/reference/privacy.md.
    """
    asyncio.run(_erase(name, yes=yes))


async def _erase(name: str, *, yes: bool) -> None:
    from frontdesk.app.former_agents import FormerAgents  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app.stores import open_stores  # noqa: PLC0415 - commands start fast without it
    from frontdesk.people.people import By  # noqa: PLC0415 - commands start fast without it

    settings = load()
    stores = await open_stores(settings, time.time)
    try:
        house = FormerAgents(stores, settings)
        traces = await house.traces(name)
        if not traces:
            console.print(f"Nothing is kept of '{name}'.", markup=False)
            return
        await house.may(name, traces)
        found = f"{len(traces.sessions)} conversations, {traces.comings} comings and goings, {traces.deeds} deeds"
        console.print(f"'{name}' is named in {found}{', and has an account' if traces.account else ''}.", markup=False)
        if not yes:
            typer.confirm("Erase the person from all of them? This can't be undone", abort=True)
        alias = await house.erase(name, By(who=f"{getpass.getuser()} (command)"))
        console.print(f"'{name}' is erased. What was counted stays, for '{alias}'.", markup=False)
        if not await stores.database.vacuum():
            console.print("The database is busy: what was freed is still readable in its files until the next time.")
    finally:
        await stores.close()


def audit(
    about: Annotated[str, typer.Option(help="Only what this person did, or what was done to them.")] = "",
    limit: Annotated[int, typer.Option(help="How many entries.", min=1, max=10_000)] = 50,
) -> None:
    """Show who did what, the newest first: log-ins, roles, take-overs, refunds, erasures, publications."""
    from frontdesk.app.publishing import when  # noqa: PLC0415 - commands start fast without it

    table = Table("When", "Who", Column("Deed", no_wrap=True), Column("About", no_wrap=True), "From", "Note")
    for one in _do(lambda house, by: house.audit.entries(limit=limit, about=about)):
        table.add_row(when(one.at), one.who, one.deed, one.about, one.address, one.note)
    console.print(table)


def _role(role: str) -> Role:
    from frontdesk.people.roles import ROLES  # noqa: PLC0415 - commands start fast without it

    if role not in ROLES:
        raise typer.BadParameter(f"'{role}' is no role; use one of {', '.join(ROLES)}.")
    return role


def _asked(*, allow_none: bool = False) -> str:
    """A password, asked for twice and not shown; from a pipe one line is read."""
    hint = " (empty: none)" if allow_none else ""
    given: str = typer.prompt(
        f"New password{hint}", hide_input=True, confirmation_prompt=True, default="" if allow_none else None
    )
    return given
