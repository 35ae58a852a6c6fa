"""Composes the doors of the people who work here: log-ins, people, desk, files. Decides nothing."""

import secrets
import time

from aiohttp import web

from actions import TASKS
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.app.house import House
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.app.stores import people_of
from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.channels.company_login import PATH as COMPANY_PATH
from frontdesk.channels.company_login import CompanyLogin, CompanyWay
from frontdesk.channels.desk.customer import CustomerDoor, CustomerParts
from frontdesk.channels.desk.door import DeskDoor, DeskParts
from frontdesk.channels.desk.hints import HintDoor, HintParts
from frontdesk.channels.desk.replies import RepliesDoor
from frontdesk.channels.desk.shift import ShiftDoor
from frontdesk.channels.desk.tasks import TaskDoor, TaskParts
from frontdesk.channels.devices import Devices
from frontdesk.channels.file_door import FileDoor, FileParts
from frontdesk.channels.limits import Limiter
from frontdesk.channels.login import Doorkeeper, Login
from frontdesk.channels.my_login import MyLogin
from frontdesk.channels.people import PeopleDoor
from frontdesk.channels.signs import SignDoor, SignParts
from frontdesk.people.company import CompanyRules


def chat_tokens(house: House) -> ChatTokens:
    return ChatTokens(house_secret(house.settings), lambda: secrets.token_urlsafe(24))


def open_login(house: House) -> Login:
    return Login(
        Doorkeeper(
            people=people_of(house.stores, house.hasher, time.time),
            tries=house.stores.tries,
            fresh=lambda: secrets.token_urlsafe(32),
            crowd=Limiter(time.monotonic, rate=1.0, burst=60),
            hasher=house.hasher,
            devices=Devices(house_secret(house.settings), lambda: secrets.token_urlsafe(16)),
            base_url=house.settings.base_url,
            proxies=house.settings.trusted_proxies,
        )
    )


def staff_routes(house: House, login: Login) -> list[web.RouteDef]:
    """Everything but the board."""
    doors = (
        login,
        MyLogin(login),
        PeopleDoor(login),
        _company(house, login),
        _desk(house, login),
        _files(house, login),
    )
    return [route for door in doors for route in door.routes()] + _desk_aids(house, login)


def _company(house: House, login: Login) -> CompanyLogin:
    way = _company_way(house.settings) if house.settings.oidc_issuer else CompanyWay()
    return CompanyLogin(login, way, house_secret(house.settings), lambda: secrets.token_urlsafe(32))


def _company_way(settings: Settings) -> CompanyWay:
    """The company's provider as the settings have it."""
    from frontdesk.adapters.oidc.provider import Client, OidcCompany  # noqa: PLC0415 - a start is faster without it

    company = OidcCompany(
        Client(
            issuer=settings.oidc_issuer,
            id=settings.oidc_client_id,
            secret=settings.oidc_client_secret.get_secret_value(),
            back_url=f"{settings.base_url}{COMPANY_PATH}/back",
        )
    )
    rules = CompanyRules(
        domains=tuple(domain.casefold() for domain in settings.oidc_domains),
        role_claim=settings.oidc_role_claim,
        roles=settings.oidc_roles,
    )
    return CompanyWay(company=company, rules=rules, name=settings.oidc_name)


def _desk(house: House, login: Login) -> DeskDoor:
    return DeskDoor(
        DeskParts(
            desk=house.desk,
            queue=house.stores.tickets,
            agents=house.stores.agents,
            store=house.stores.sessions,
            log=house.stores.log,
            bus=house.stores.bus,
            marks=house.stores.marks,
            login=login,
            clock=time.time,
            base_url=house.settings.base_url,
            rules=lambda queue: house.books.current().rules(queue),
            queues=lambda: tuple(house.books.current().queues),
        )
    )


def _desk_aids(house: House, login: Login) -> list[web.RouteDef]:
    """What helps an agent beside the conversation itself."""
    stores = house.stores
    customer = CustomerParts(
        queue=stores.tickets,
        store=stores.sessions,
        shop=stores.shop.orders,
        log=stores.log,
        projections=stores.projections,
        sessions=f"{house.ledger.name}/sessions",
        catch_up=house.catch_up,
        login=login,
        clock=time.time,
    )
    tasks = TaskParts(
        tasks=TASKS, machine=ShopTasks(stores.shop), queue=stores.tickets, store=stores.sessions, login=login
    )
    signs = SignParts(marks=stores.marks, queue=stores.tickets, bus=stores.bus, login=login, clock=time.time)
    replies = RepliesDoor(house.settings.desk_dir / "replies.yml", login)
    shift = ShiftDoor(stores.tickets, login, time.time, house.settings.time_zone)
    hints = HintParts(
        tasks=tuple(TASKS),
        machine=tasks.machine,
        queue=stores.tickets,
        store=stores.sessions,
        log=stores.log,
        login=login,
    )
    doors = (CustomerDoor(customer), TaskDoor(tasks), HintDoor(hints), SignDoor(signs), replies, shift)
    return [route for door in doors for route in door.routes()]


def _files(house: House, login: Login) -> FileDoor:
    return FileDoor(
        FileParts(
            files=house.files(),
            turns=house.turns,
            tokens=chat_tokens(house),
            limiter=Limiter(time.monotonic, rate=0.2, burst=10),
            desk=house.desk,
            queue=house.stores.tickets,
            login=login,
            clock=time.time,
            new_key=lambda: secrets.token_hex(8),
            origins=house.settings.chat_origins,
        )
    )
