"""What the events of the desk say in a session's story, in English. Pure."""

from frontdesk.core.desk_events import (
    AgentMuted,
    AgentNoted,
    AgentUnmuted,
    AnswerWasLate,
    BotResumed,
    CallbackAnswered,
    CallbackCancelled,
    CallbackMissed,
    CallbackStarted,
    DeskEvent,
    FactMarked,
    HandoffBriefed,
    HandoffMoved,
    HandoffTaken,
    HandoffTurnedAway,
    HelperInvited,
    HelperJoined,
    HelperLeft,
    HelperWasRung,
    HoldEnded,
    HoldStarted,
    MessageAnswered,
    OptionsOffered,
    OptionTaken,
    PlaceRegained,
    PromiseMade,
    PromiseSettled,
    TalkHandedOver,
)

_ANSWERED = {
    "chat": "in the chat",
    "called": "by a call",
    "emailed": "by e-mail",
}
_PROMISES = {
    "wait": "how long it takes",
    "place": "the place is kept",
    "no_repeat": "nothing has to be said twice",
    "callback": "a call back",
    "message": "an answer to the message",
}
Helping = HelperInvited | HelperWasRung | HelperJoined | HelperLeft | AgentNoted | FactMarked
Seating = HoldStarted | HoldEnded | AgentMuted | AgentUnmuted | AnswerWasLate
Calling = CallbackStarted | CallbackAnswered | CallbackMissed | CallbackCancelled | MessageAnswered


def desk_told(event: DeskEvent) -> str:
    """One line of the story."""
    match event:
        case HandoffBriefed():
            return f"{event.agent} knows what it is about."
        case HandoffMoved():
            return _moved(event) + _note(event.note)
        case HandoffTaken():
            return f"{event.agent_name} took the conversation over."
        case TalkHandedOver():
            return f"{event.by} handed the talk over to {event.agent_name}, who was in it."
        case HandoffTurnedAway():
            return "No place in the queue: " + (
                "outside opening hours." if event.reason == "after_hours" else "it is full."
            )
        case BotResumed():
            return f"{event.agent} gave the customer back to the bot." + _note(event.note)
        case PromiseMade():
            return f"Promised: {_PROMISES[event.what]}."
        case PromiseSettled():
            late = f" by {event.late_s:.0f} seconds" if event.how == "late" else ""
            return f"The promise ({_PROMISES[event.what]}) is {event.how}{late}."
        case OptionsOffered():
            return f"Offered besides waiting: {', '.join(event.options)}."
        case OptionTaken():
            return f"The customer chose: {event.option}."
        case PlaceRegained():
            return f"The old place in the queue again, after {event.waited_s:.0f} seconds of waiting before."
        case CallbackStarted() | CallbackAnswered() | CallbackMissed() | CallbackCancelled() | MessageAnswered():
            return _calling(event)
        case HoldStarted() | HoldEnded() | AgentMuted() | AgentUnmuted() | AnswerWasLate():
            return _seating(event)
        case _:
            return _helping(event)


def _helping(event: Helping) -> str:
    match event:
        case HelperInvited():
            return f"{event.helper} was asked in ({event.role.replace('_', ' ')})."
        case HelperJoined():
            return f"{event.helper_name} is there ({event.role.replace('_', ' ')})."
        case HelperLeft():
            return f"{event.helper} is gone{_why(event.reason)}."
        case HelperWasRung():
            return f"{event.helper}'s phone rings."
        case AgentNoted():
            return f"{event.agent_name} to the colleagues: {event.text}"
        case FactMarked():
            return f"{event.agent} marked {event.fact.replace('_', ' ')}: {event.mark.replace('_', ' ')}."


def _seating(event: Seating) -> str:
    match event:
        case HoldStarted():
            return "The customer is on hold."
        case HoldEnded():
            return "The customer is off hold."
        case AgentMuted():
            return f"{event.agent} is muted."
        case AgentUnmuted():
            return f"{event.agent} is heard again."
        case AnswerWasLate():
            return f"{event.agent} has not answered for {event.waited_s:.0f} seconds; somebody else was offered."


def _why(reason: str) -> str:
    return f" ({reason.replace('_', ' ')})" if reason else ""


def _calling(event: Calling) -> str:
    match event:
        case CallbackStarted():
            return f"The customer is called back, attempt {event.attempt}."
        case CallbackAnswered():
            return "The customer answered the call back."
        case CallbackMissed():
            again = "" if event.retry_at is None else " It is tried again."
            return f"The customer was not reached ({event.reason.replace('_', ' ')}).{again}"
        case CallbackCancelled():
            return f"The call back was called off by {event.by}."
        case MessageAnswered(how="not_reached"):
            return f"{event.agent} tried to answer the message and reached nobody."
        case MessageAnswered():
            return f"{event.agent} answered the message {_ANSWERED[event.how]}."


def _moved(event: HandoffMoved) -> str:
    if event.why == "message":
        return f"{event.by} had the customer leave a message for colleagues."
    return f"Passed on to {event.agent or 'queue ' + event.queue} by {event.by} ({event.why})."


def _note(note: str) -> str:
    return f" Note: {note}" if note else ""
