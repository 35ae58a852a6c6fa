"""`step`: one input, one turn. Pure: no clock, network, store or randomness; picks the room and follows its exits."""

from frontdesk.conversation import asides, not_wanted, queue_ahead, recorded, tongue
from frontdesk.core.desk_inputs import AgentNoteWritten, AnswerGiven, BotCalled, MessageCalled, TicketMoved
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import ChatContinued, SessionEnded, SessionOpened
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToMenu, ToTalk
from frontdesk.core.inputs import (
    AgentClosed,
    AgentWrote,
    Carried,
    ChatTaken,
    ChoicePicked,
    ContactLeft,
    ContactStarted,
    CustomerInput,
    Input,
    KeysPressed,
    MachineFailed,
    MachineInput,
    MachineReplied,
    MachineSlow,
    NothingHeard,
    SurveyDue,
    SurveyReplied,
    TaskReply,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.never_kept import without_secrets
from frontdesk.core.recording import RecordingTold, SecretUnsafe
from frontdesk.core.rooms import InMenu, InSurvey, InTalk, Outside, State, WithHuman
from frontdesk.core.settling import settle_language
from frontdesk.core.turn import Draft, Turn
from frontdesk.core.waits import ForCustomer, ForNobody, ForReply, RunTask
from frontdesk.dialogue import step as dialogue
from frontdesk.ivr import step as menus
from frontdesk.ivr.model import FlowBook
from frontdesk.survey import step as survey
from handoff import step as human
from handoff.calling_back import owed

MAIN_FLOW = "main"
MAX_EXITS = 8


def step(book: FlowBook, state: State, given: Input) -> Turn:
    """The turn this input leads to. Raises NotAllowed for agents' inputs that do not fit the ticket."""
    given = _fit_to_keep(given)
    draft = Draft(state, at=given.at)
    leaving: Exit | None = None
    match given:
        case KeysPressed() | WordsSpoken() | TextTyped() | ChoicePicked() | NothingHeard():
            leaving = _by_room(book, draft, given)
        case ContactStarted():
            leaving = _begin(book, draft, given)
        case ContactLeft():
            _leave(book, draft, given)
        case ChatTaken():
            _taken(book, draft, given)
        case RecordingTold():
            recorded.told(draft, given)
        case SecretUnsafe():
            leaving = recorded.unsafe(book, draft)
        case MachineSlow():
            leaving = menus.slow(book, draft)
        case SurveyDue():
            survey.ask_later(book, draft, given)
        case SurveyReplied():
            survey.replied(book, draft, given)
        case MachineReplied() | MachineFailed() if _too_late(state, given.key):
            if isinstance(given, MachineReplied) and isinstance(given.reply, TaskReply):
                menus.noted(draft, given.reply)
        case MachineReplied() | MachineFailed():
            leaving = _by_room(book, draft, given)
        case _:
            leaving = human.agent(book, draft, given)
    _follow(book, draft, leaving)
    owed(book, draft)
    return draft.done()


def _too_late(state: State, key: str) -> bool:
    """Whether the task with this key is not the one that is waited for."""
    wait = state.wait
    waited = isinstance(wait, ForReply) and isinstance(wait.request, RunTask) and wait.request.key == key
    return bool(key) and not waited


def _fit_to_keep(given: Input) -> Input:
    """Words of customer and agent without what is never kept: from here on they go to the record, the model and the desk."""
    match given:
        case KeysPressed():
            kept = without_secrets(given.digits)
            return given if kept == given.digits else replace(given, digits=kept)
        case TextTyped() | WordsSpoken() | AgentWrote() | AgentNoteWritten() | SurveyReplied():
            kept = without_secrets(given.text)
            return given if kept == given.text else replace(given, text=kept)
        case AnswerGiven():
            kept, note = without_secrets(given.text), without_secrets(given.note)
            return given if (kept, note) == (given.text, given.note) else replace(given, text=kept, note=note)
        case TicketMoved() | BotCalled() | MessageCalled() | AgentClosed():
            kept = without_secrets(given.note)
            return given if kept == given.note else replace(given, note=kept)
        case _:
            return given


def _begin(book: FlowBook, draft: Draft, given: ContactStarted) -> Exit | None:
    lang = given.lang or draft.state.lang
    draft.change(lang=lang, flow_version=book.version, caller=given.caller)
    draft.change(textable=given.textable, recordable=given.recordable)
    known = {"contact": given.contact, "region": given.region}
    draft.emit(SessionOpened(channel=given.channel, lang=lang, flow_version=book.version, **known))
    if given.channel == "voice":
        return menus.start(book, draft, MAIN_FLOW)
    if given.carried is not None:
        return _go_on(book, draft, given.carried)
    draft.say_phrase(book, "system.welcome_chat")
    draft.enter(InTalk(), ForCustomer())
    return None


def _go_on(book: FlowBook, draft: Draft, carried: Carried) -> Exit | None:
    """A chat that continues a call: what is known stays known, who waited keeps the place."""
    draft.learn(carried.facts)
    draft.change(lang_settled=True)
    draft.say_phrase(book, "system.welcome_back")
    draft.enter(InTalk(), ForCustomer())
    if not carried.queue:
        return None
    return ToHandoff(reason="asked", queue=carried.queue, since=carried.waiting_since)


def _taken(book: FlowBook, draft: Draft, given: ChatTaken) -> None:
    """The conversation goes on elsewhere: a call that is still open ends with a word."""
    draft.emit(ChatContinued(chat=given.chat))
    if draft.state.over:
        return
    draft.say_phrase(book, "system.goodbye")
    human.left(book, draft, ContactLeft(at=given.at))
    draft.emit(SessionEnded(reason="completed"))
    draft.enter(Outside(over=True), ForNobody())


def _leave(book: FlowBook, draft: Draft, given: ContactLeft) -> None:
    if draft.state.over:
        return
    human.left(book, draft, given)
    draft.emit(SessionEnded(reason=given.reason))
    draft.enter(Outside(over=True), ForNobody())


def _by_room(book: FlowBook, draft: Draft, given: CustomerInput | MachineInput) -> Exit | None:
    heard = given if isinstance(given, WordsSpoken | TextTyped) else None
    if heard is not None and (
        tongue.only_language(book, draft, heard)
        or tongue.only_pace(book, draft, heard)
        or asides.only_unheard(book, draft, heard)
        or asides.only_back(draft, heard)
    ):
        return tongue.put_again(book, draft)
    if isinstance(given, CustomerInput) and not_wanted.told(book, draft, given):
        return tongue.put_again(book, draft)
    if heard is not None and (asides.only_time(book, draft, heard) or queue_ahead.asked(book, draft, heard)):
        return None
    if heard is not None and (wished := queue_ahead.way_wished(book, draft, heard)) is not None:
        return wished
    if queue_ahead.answered(book, draft, given):
        return tongue.put_again(book, draft)
    room = draft.state.room
    match room:
        case InMenu():
            return menus.step(book, draft, room, given)
        case InTalk():
            return dialogue.step(book, draft, room, given)
        case WithHuman():
            if isinstance(given, MachineReplied | MachineFailed):
                return human.estimate(book, draft, given)
            return human.customer(book, draft, given)
        case InSurvey():
            if isinstance(given, MachineReplied | MachineFailed):
                raise NotAllowed("The survey asks no machine; this reply belongs to another turn.")
            return survey.step(book, draft, room, given)
        case Outside():
            draft.say_phrase(book, "system.already_over")
            draft.enter(replace(room, over=True), ForNobody())
            return None


def _follow(book: FlowBook, draft: Draft, leaving: Exit | None) -> None:
    """Go where the room said, and on from there, until a room holds or a person must speak."""
    for _ in range(MAX_EXITS):
        match leaving:
            case None:
                return
            case ToTalk():
                room = InTalk(back_flow=leaving.back_flow, back_node=leaving.back_node)
                if leaving.text and draft.state.channel == "chat":
                    settle_language(draft, leaving.text)
                dialogue.begin(book, draft, room, leaving.text)
                leaving = None
            case ToMenu():
                leaving = _to_menu(book, draft, leaving)
            case ToHandoff():
                leaving = human.request(book, draft, leaving)
            case ToEnd():
                _end(book, draft, ask=leaving.survey)
                leaving = None
    raise AssertionError("Rooms sent the session round in a circle; a flow or a room is wrong.")


def _to_menu(book: FlowBook, draft: Draft, leaving: ToMenu) -> Exit | None:
    room = draft.state.room
    flow = leaving.flow or (room.back_flow if isinstance(room, InTalk) else None)
    node = leaving.node or (room.back_node if isinstance(room, InTalk) else None)
    if flow and node:
        return menus.resume(book, draft, flow, node)
    return menus.resume(book, draft, MAIN_FLOW, book.flows[MAIN_FLOW].home)


def _end(book: FlowBook, draft: Draft, *, ask: bool) -> None:
    """Ask the house's question once; after that, goodbye. Not while an agent is about to be there."""
    if human.parting(book, draft):
        return
    if ask and not draft.state.surveyed:
        survey.ask(book, draft)
        return
    draft.say_phrase(book, "system.goodbye")
    draft.emit(SessionEnded(reason="completed"))
    draft.enter(Outside(over=True), ForNobody())
