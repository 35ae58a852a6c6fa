"""Ways out of a room: where the conversation goes next. A room says where; only the conversation goes there."""

from dataclasses import dataclass

from frontdesk.core.tickets import HandoffReason


@dataclass(frozen=True, slots=True, kw_only=True)
class ToTalk:
    """To the bot, with the words that led there, if any; `back_*` is the menu node to come back to."""

    text: str | None = None
    back_flow: str | None = None
    back_node: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToMenu:
    """To the menus: back where the talk came from, or to the main menu."""

    flow: str | None = None
    node: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToHandoff:
    """To a human. `since`: where the customer waited already (epoch seconds); 0: from now. `wish`: they named a way on besides
    waiting, a `callback` or a `message`.
    """

    reason: HandoffReason
    since: float = 0.0
    queue: str = "service"
    skills: tuple[str, ...] = ()
    wish: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToEnd:
    """Nothing more to do here: ask the effort question (unless `survey` is no), say goodbye."""

    survey: bool = True


Exit = ToTalk | ToMenu | ToHandoff | ToEnd
