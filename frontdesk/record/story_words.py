"""What each event says in a session's story, in English; pages translate by its kind. Pure."""

from frontdesk.core.desk_events import DeskEvent
from frontdesk.core.events import (
    AgentSaid,
    AgentWasRung,
    ArmChosen,
    CallbackPromised,
    ChatContinued,
    ChatLinkPromised,
    CustomerSilent,
    CustomerSpoke,
    DialogueAnswered,
    Event,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffOffered,
    HandoffRequested,
    HandoffReturned,
    IdentityVerified,
    InputNotMatched,
    LanguageChosen,
    MachineDidFail,
    MessageLeft,
    NodeEntered,
    OutsideDidFail,
    Said,
    SessionEnded,
    SessionOpened,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
    WaitTold,
)
from frontdesk.core.recording import RecordingEvent
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.record.desk_words import desk_told
from frontdesk.record.recording_words import recording_told

_LANGS = {"en": "English", "zh": "Chinese"}
_CHANNELS = {"voice": "phone", "chat": "chat"}
_STATUSES = {"ready": "ready", "wrap_up": "wrapping up", "break": "on break", "offline": "offline"}
_ENDS = {
    "completed": "The conversation came to its end.",
    "hung_up": "The customer left.",
    "idle": "The chat was closed: nobody wrote for a long time.",
    "failed": "The connection failed.",
}

HumanEvent = (
    HandoffRequested
    | WaitTold
    | HandoffOffered
    | HandoffAccepted
    | AgentWasRung
    | HandoffReturned
    | HandoffConnected
    | HandoffEnded
    | HandoffClosed
    | HandoffAbandoned
    | HandoffExpired
    | OutsideDidFail
    | DeskEvent
)


def told(event: Event) -> str:
    """One line of the story."""
    match event:
        case CustomerSpoke() | Said() | AgentSaid():
            return event.text
        case SessionOpened():
            return f"A {_CHANNELS[event.channel]} session began, in {_LANGS.get(event.lang, event.lang)}."
        case LanguageChosen():
            return f"The language is {_LANGS.get(event.lang, event.lang)}."
        case NodeEntered():
            return f"At {event.node} of the menu {event.flow}."
        case CustomerSilent():
            return "Silence." if event.count == 1 else f"Silence, {event.count} times in a row."
        case InputNotMatched():
            return "That was not understood." if event.count == 1 else f"Not understood, {event.count} times in a row."
        case DialogueAnswered():
            return _understood(event)
        case MachineDidFail():
            how = {"late": "answered too late", "down": "did not answer", "invalid": "answered nonsense"}
            return f"The {event.machine} {how[event.reason]}."
        case TaskFinished():
            return f"Task {_plain(event.task)} by the {event.by}: {_plain(event.outcome)}."
        case (
            ArmChosen() | CallbackPromised() | MessageLeft() | ChatLinkPromised() | ChatContinued() | IdentityVerified()
        ):
            return _noted(event)
        case SurveyAsked() | SurveyAnswered():
            return _survey(event)
        case SessionEnded():
            return _ENDS[event.reason]
        case _ if not isinstance(event, RecordingEvent | AgentStatusChanged):
            return _with_human(event)
        case _:
            return recording_told(event) if isinstance(event, RecordingEvent) else _staff(event)


def _staff(event: AgentStatusChanged) -> str:
    return f"{event.agent} is {_STATUSES[event.status]}{f' ({_plain(event.reason)})' if event.reason else ''}."


def _survey(event: SurveyAsked | SurveyAnswered) -> str:
    if isinstance(event, SurveyAnswered):
        return f"The customer's answer: {event.score} of {event.most}."
    return f"The question {event.question} was put{' by a text message' if event.by_text else ''}."


def _noted(
    event: ArmChosen | CallbackPromised | MessageLeft | ChatLinkPromised | ChatContinued | IdentityVerified,
) -> str:
    match event:
        case IdentityVerified():
            return "The customer's identity was verified."
        case ArmChosen():
            return f"Experiment {_plain(event.experiment)}: {_plain(event.arm)}."
        case ChatLinkPromised():
            return "A text with a link to the chat was promised."
        case ChatContinued():
            return "The link was opened: the conversation goes on in a chat."
        case CallbackPromised():
            return f"A call back was promised, queue {event.queue}."
        case MessageLeft():
            return f"The customer left a message, queue {event.queue}."


def _with_human(event: HumanEvent) -> str:
    match event:
        case HandoffRequested():
            return f"A human was called for ({_plain(event.reason)}), queue {event.queue}."
        case WaitTold():
            return _wait(event)
        case HandoffOffered():
            return f"Offered to {event.agent}."
        case HandoffAccepted():
            return f"{event.agent} took it."
        case AgentWasRung():
            return f"The phone of {event.agent} rings."
        case HandoffReturned():
            return f"Back to the queue at the same place: {event.agent}, {_plain(event.reason)}."
        case HandoffConnected():
            return f"Connected to {event.agent_name}."
        case HandoffEnded():
            return "The talk with the agent ended."
        case HandoffClosed():
            return f"Closed as {_plain(event.disposition)}." + (f" Note: {event.note}" if event.note else "")
        case HandoffAbandoned():
            return f"The customer left the queue after {event.waited_s:.0f} seconds."
        case HandoffExpired():
            return f"Nobody could take it within {event.waited_s:.0f} seconds."
        case OutsideDidFail():
            if event.reason == "down":
                return f"The outside queue ({event.system}) does not answer; the customer was told and keeps the place."
            return f"The outside queue ({event.system}) could not take it; our own desk did."
        case _:
            return desk_told(event)


def _understood(event: DialogueAnswered) -> str:
    if not event.understood or event.intent is None:
        return "The bot did not understand."
    sure = "" if event.confidence is None else f" ({event.confidence:.0%} sure)"
    return f"The bot understood {_plain(event.intent)}{sure}."


def _wait(event: WaitTold) -> str:
    sorry = "with an apology, " if event.apology else ""
    place = "" if event.position is None else f"place {event.position} in the queue"
    if event.low_s is None or event.high_s is None:
        return f"Told: {sorry}{place}{'; ' if place else ''}how long it takes can't be said."
    return f"Told: {sorry}{place}{', ' if place else ''}{event.low_s / 60:.0f} to {event.high_s / 60:.0f} minutes."


def _plain(name: str) -> str:
    return name.replace("_", " ")
