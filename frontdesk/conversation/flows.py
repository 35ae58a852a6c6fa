"""The flows the loop runs on: the published version now, and the version a session began on."""

from typing import Protocol

from frontdesk.ivr.model import FlowBook


class Flows(Protocol):
    """Published flows by version."""

    def current(self) -> FlowBook: ...

    def of(self, version: str) -> FlowBook:
        """The book of that version; the current one when it is gone."""
        ...


class OneBook:
    """One version, loaded at start."""

    def __init__(self, book: FlowBook) -> None:
        self._book = book

    def current(self) -> FlowBook:
        return self._book

    def of(self, version: str) -> FlowBook:
        return self._book
