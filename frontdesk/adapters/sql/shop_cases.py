"""Cases that people look into, links sent to customers, and the tries of whoever says to be somebody.

Kept in our own database whatever the shop is: a shop behind HTTP that knows no cases gets them from here.
"""

import hashlib
import hmac

from sqlalchemy import and_, bindparam, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from actions import ShopCannot
from actions.shop import Case, CaseWish, KeptCase
from frontdesk.adapters.demo_money import case_count, case_number, masked
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.shop_rows import ShopDay, alone, rows_of, told_as_shop_down
from frontdesk.adapters.sql.shop_tables import cases, contacts, links, tries

_LONGEST = 4000
_DIGEST = 32  # hexadecimal digits


class SqlCases:
    """Keeps the Cases port's promises."""

    def __init__(self, database: Database, day: ShopDay) -> None:
        self._database, self._day = database, day

    @whole
    async def open_case(self, wish: CaseWish) -> Case:
        async with told_as_shop_down(), self._database.write() as connection:
            await alone(connection, self._database, f"case:{wish.order_number or wish.customer_id}")
            known = await _known(connection, wish)
            if known is not None:
                case, about, details = known
                if wish.details and wish.details not in details:
                    more = f"{details}\n{wish.details}"[:_LONGEST]
                    await connection.execute(update(cases).where(cases.c.id == case).values(details=more))
                return Case(number=case_number(case), kind=wish.kind, order_number=about, new=False)
            row = {name: getattr(wish, name) for name in ("kind", "order_number", "customer_id", "details")}
            made = insert(cases).values(row | {"opened_at": self._day.clock()}).returning(cases.c.id)
            count = (await connection.execute(made)).scalar_one()
        return Case(number=case_number(count), kind=wish.kind, order_number=wish.order_number, new=True)

    async def case_of(self, customer: str, number: str) -> KeptCase | None:
        row = next(iter(await rows_of(self._database, _OWN, case=case_count(number), customer=customer)), None)
        if row is None or not customer:
            return None
        return KeptCase(
            number=number,
            kind=row.kind,
            order_number=row.order_number,
            opened_on=self._day.on(row.opened_at),
            as_of=self._day.today(),
        )

    @whole
    async def send_link(self, customer: str, about: str) -> str:
        """Note the link for the shop's mailer; raises ShopCannot for who has no address."""
        async with told_as_shop_down(), self._database.write() as connection:
            found = select(contacts.c.email).where(contacts.c.customer_id == customer)
            email = (await connection.execute(found)).scalar()
            if not email:
                raise ShopCannot("There is no address on this account; a person must help.")
            row = {"customer_id": customer, "about": about, "asked_at": self._day.clock()}
            await connection.execute(insert(links).values(row))
        return masked(str(email))


_OWN = select(cases.c.kind, cases.c.order_number, cases.c.opened_at).where(
    cases.c.id == bindparam("case"), cases.c.customer_id == bindparam("customer")
)


async def _known(connection: AsyncConnection, wish: CaseWish) -> tuple[int, str, str] | None:
    """The case of the same talk, or the open one about the same, of this kind; what is about nothing and from nobody is new
    each time, and somebody else's case is never added to, whoever names its number."""
    same_talk = and_(cases.c.id == case_count(wish.beside), cases.c.customer_id.in_(("", wish.customer_id)))
    about = and_(cases.c.order_number == wish.order_number, cases.c.customer_id == wish.customer_id)
    for told, meant in ((wish.beside, same_talk), (wish.order_number or wish.customer_id, about)):
        found = select(cases.c.id, cases.c.order_number, cases.c.details).where(cases.c.kind == wish.kind, meant)
        row = (await connection.execute(found)).first() if told else None
        if row is not None:
            return row[0], row[1], row[2]
    return None


_FORGET_OLD = delete(tries).where(tries.c.at <= bindparam("until"))
_RECENT = select(func.count()).select_from(tries).where(tries.c.order_number == bindparam("about"))
_TAKE = insert(tries).values(order_number=bindparam("about"), at=bindparam("now"))
_FORGET = delete(tries).where(tries.c.order_number == bindparam("about"))


class SqlTries:
    """Keeps the Tries port's promises, over all processes, calls and channels that have the same key.

    What a try is about (an order, an account, an address) is not written down, only its digest by the key.
    """

    def __init__(self, database: Database, day: ShopDay, key: bytes) -> None:
        self._database, self._day, self._key = database, day, key

    async def take_try(self, about: str, *, limit: int, within_s: float) -> bool:
        now, about = self._day.clock(), self._digest(about)

        async def take(connection: Connection) -> bool:
            await alone(connection, self._database, about)
            await connection.execute(_FORGET_OLD, {"until": now - within_s})
            if (await connection.execute(_RECENT, {"about": about})).scalar() >= limit:
                return False
            await connection.execute(_TAKE, {"about": about, "now": now})
            return True

        async with told_as_shop_down():
            return await self._database.change(take)

    async def forget_tries(self, about: str) -> None:
        about = self._digest(about)

        async def forget(connection: Connection) -> None:
            await connection.execute(_FORGET, {"about": about})

        async with told_as_shop_down():
            await self._database.change(forget)

    def _digest(self, about: str) -> str:
        """Its kind stays readable ("contact:5f…"), nothing else."""
        digest = hmac.new(self._key, b"try\0" + about.encode(), hashlib.sha256).hexdigest()[:_DIGEST]
        return f"{about.partition(':')[0]}:{digest}"
