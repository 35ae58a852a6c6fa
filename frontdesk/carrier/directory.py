"""Who can be rung: telephones registered under an address such as `client:amy`. Must not know calls."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from frontdesk.carrier.handset import Handset


@dataclass(frozen=True, slots=True)
class Dialled:
    """An address as dialled, taken apart: who, and the parameters written after a client's name."""

    address: str
    parameters: Mapping[str, str]


def dialled(to: str) -> Dialled:
    address, _, query = to.partition("?")
    return Dialled(address, dict(parse_qsl(query)))


class Directory:
    """Telephones by address. Of several under one address the newest free one is rung."""

    def __init__(self) -> None:
        self._handsets: dict[str, list[Handset]] = {}
        self._engaged: set[int] = set()

    def register(self, address: str, handset: Handset) -> None:
        self._handsets.setdefault(address, []).append(handset)

    def forget(self, address: str, handset: Handset) -> None:
        left = [one for one in self._handsets.get(address, []) if one is not handset]
        if left:
            self._handsets[address] = left
        else:
            self._handsets.pop(address, None)

    def registered(self, address: str) -> bool:
        return address in self._handsets

    def take(self, address: str) -> Handset | Literal["no-answer", "busy"]:
        """A free telephone, engaged from now on; or why there is none."""
        there = self._handsets.get(address)
        if not there:
            return "no-answer"
        for handset in reversed(there):
            if self.engage(handset):
                return handset
        return "busy"

    def engage(self, handset: Handset) -> bool:
        """Take this telephone for a call; False when it is in one."""
        if id(handset) in self._engaged:
            return False
        self._engaged.add(id(handset))
        return True

    def release(self, handset: Handset) -> None:
        self._engaged.discard(id(handset))
