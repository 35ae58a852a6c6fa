"""A customer's data: found, handed out, erased; and the hourly round that ends what has lived its time."""

import json
import re
import secrets
import time
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import phonenumbers

from frontdesk.adapters.sql.personal import SqlPersonalData, Whose
from frontdesk.app.kept import CONTACTS, files_of, ledger_of
from frontdesk.app.origin import pseudonym
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.privacy import ERASED_NAME, Lifetime
from frontdesk.core.recording import RECORDING_NAME
from frontdesk.people.audit import AuditEntry

DAY_S = 86400.0
AT_ONCE = 50
SESSION_DAYS = 2  # what only a conversation needs is gone so many days after it began, if it is over
_PHONE = re.compile(r"\+?[\d\s()./-]{7,20}")


class StillBusy(FrontdeskError):
    """Some of the customer's conversations are under way; they are named. Run it again when they are over."""


@dataclass(slots=True)
class Nobody:
    """Names that lead to nobody: the same for the same name, made anew for each erasure."""

    _made: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str) -> str:
        if name.startswith(ERASED_NAME):
            return name
        return self._made.setdefault(name, f"{ERASED_NAME}{secrets.token_hex(8)}")


class Privacy:
    """The personal data of one house."""

    def __init__(self, stores: Stores, settings: Settings) -> None:
        self._stores, self._settings = stores, settings
        self._data = SqlPersonalData(stores.database, ledger_of(settings), CONTACTS)

    async def find(self, customer: str) -> Sequence[str]:
        """The sessions of a customer, by session, shop id, phone number or e-mail address."""
        return await self._data.find(whose(customer, house_secret(self._settings)))

    async def erase(self, sessions: Sequence[str], who: str, how: str) -> int:
        """Take the person out of these sessions, everywhere. Returns how many files went. Raises StillBusy."""
        if busy := await self._data.busy(sessions):
            raise StillBusy(f"Still under way: {', '.join(busy)}. Run it again when they are over.")
        names, gone = Nobody(), 0
        for at in range(0, len(sessions), AT_ONCE):
            gone += await self._forget(sessions[at : at + AT_ONCE], "names", names)
        await self._data.drop_old_rows()
        entry = AuditEntry(
            at=time.time(), who=who, deed="erased", note=f"{len(sessions)} sessions of a customer by {how}"
        )
        await self._stores.audit.add(entry)
        return gone

    async def scrub(self) -> bool:
        """Have the database write over what was freed; False when it is too busy."""
        return await self._stores.database.vacuum()

    async def export(self, sessions: Sequence[str], to: Path, who: str, how: str) -> None:
        """Write all that is kept of these sessions into a ZIP: data.json, and the files and recordings."""
        files = files_of(self._settings)
        with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as out:
            kept = [await self._data.kept(session) for session in sessions]
            text = json.dumps(kept, ensure_ascii=False, indent=1)
            out.writestr("data.json", text)
            for session in sessions:
                for file in files.of(session):
                    out.write(file.path, f"files/{file.attachment.id}-{file.attachment.name}")
            for sound in self._recordings(text):
                out.write(sound, f"recordings/{sound.name}")
        note = f"{len(sessions)} sessions of a customer by {how}"
        await self._stores.audit.add(AuditEntry(at=time.time(), who=who, deed="exported", note=note))

    async def end_of_life(self, now: float) -> int:
        """End what has lived its time; how many sessions were touched. One round of the hourly job."""
        keep: tuple[tuple[Lifetime, int], ...] = (
            ("session", SESSION_DAYS),
            ("words", self._settings.words_days),
            ("names", self._settings.names_days),
        )
        names, count = Nobody(), 0
        for upto, days in keep:
            while days and (due := await self._data.due(upto, now - days * DAY_S)):
                await self._forget(due, upto, names)
                count += len(due)
        await self._data.drop_old_rows()
        await self._data.drop_old_staffing(now - self._settings.staff_days * DAY_S)
        return count

    async def _forget(self, sessions: Sequence[str], upto: Lifetime, names: Nobody) -> int:
        words = await self._data.forget(sessions, upto, names)
        if upto == "session":
            return 0
        files, gone = files_of(self._settings), 0
        for session in sessions:
            gone += files.forget(session=session)
        for sound in self._recordings(" ".join(words)):
            sound.unlink(missing_ok=True)
            gone += 1
        return gone

    def _recordings(self, words: str) -> list[Path]:
        folder = self._settings.recordings_dir
        named = (folder / f"{name}.wav" for name in sorted(set(RECORDING_NAME.findall(words))))
        return [path for path in named if path.is_file()]


def kind_of(customer: str) -> str:
    """What somebody is called by: session, e-mail address, phone number or customer id."""
    if customer.startswith("S-"):
        return "session"
    if "@" in customer:
        return "e-mail address"
    return "phone number" if _PHONE.fullmatch(customer.strip()) else "customer id"


def whose(customer: str, secret: bytes) -> Whose:
    """Where to look for a customer."""
    match kind_of(customer):
        case "session":
            return Whose(session=customer)
        case "e-mail address":
            return Whose(words=customer.strip())
        case "phone number":
            return _of_number(customer, secret)
        case _:
            return Whose(customer=customer.strip())


def _of_number(given: str, secret: bytes) -> Whose:
    """By the pseudonym of the number, which must be whole; and by its digits where somebody said them."""
    digits = re.sub(r"\D", "", given)
    if not given.strip().startswith("+"):
        raise FrontdeskError("Give the phone number with its country code, such as +44 1632 960000.")
    try:
        national = phonenumbers.national_significant_number(phonenumbers.parse(given, None))
    except phonenumbers.NumberParseException:
        national = digits  # a number of no country, as made-up callers have
    contacts = tuple(pseudonym(secret, form) for form in (f"+{digits}", f"whatsapp:+{digits}"))
    return Whose(contacts=contacts, words=national)
