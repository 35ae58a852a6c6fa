"""The talk room: what the customer says goes to the dialogue model, what it answers goes to the customer. Pure."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from actions.reading.mails import mail_written
from actions.reading.orders_named import surely_order
from frontdesk.core.events import (
    CustomerSilent,
    DialogueAnswered,
    IdentityVerified,
    InputNotMatched,
    MachineDidFail,
    TaskFinished,
)
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToMenu
from frontdesk.core.facts import FACTS, caller_fact, storable
from frontdesk.core.given import chosen, given_text, spoke, written
from frontdesk.core.inputs import (
    BotMessage,
    CustomerInput,
    DialogueReply,
    KeysPressed,
    Machine,
    MachineFailed,
    MachineInput,
    MachineReplied,
    NothingHeard,
    TaskNote,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.never_kept import without_secrets
from frontdesk.core.rooms import InTalk, Tried
from frontdesk.core.scores import declines
from frontdesk.core.settling import settle_language
from frontdesk.core.tickets import HandoffReason
from frontdesk.core.turn import Draft
from frontdesk.core.waits import AskDialogue, Choice, ForCustomer, ForReply
from frontdesk.core.words import Words
from frontdesk.dialogue.spoken_keys import key_said
from frontdesk.dialogue.urgent import wants_human, wants_nothing_but_a_human

PATIENCE = 3  # silences or misunderstandings in a row before a human is called
DEADLINE_S: Mapping[str, float] = MappingProxyType({"voice": 2.5, "chat": 2.8})
ONCE_MORE: Mapping[str, str] = MappingProxyType({"en": "say that again", "zh": "再说一遍"})  # as a customer would
REPEAT_KEYS = ("*", "＊")
OPERATOR_KEYS = ("0", "０")  # pressed on a phone, or written in a chat by who knows it from the phone
Medium = Literal["voice", "text"]
FailureReason = Literal["late", "down", "invalid"]
SMALL_TALK = frozenset({"greeting", "thanks", "goodbye", "affirm", "deny", "inform", "out_of_scope", "nlu_fallback"})
COUNTED = frozenset({"change_items", "exchange_item"})  # "two" may be how many, at the yes to what was read back
_REASONS: Mapping[str, HandoffReason] = MappingProxyType(
    {"asked": "asked", "failures": "failures", "complaint": "complaint", "fraud": "fraud", "task": "task"}
)


def begin(words: Words, draft: Draft, room: InTalk, text: str | None) -> None:
    """Enter the talk; with `text` the bot is asked at once, without it the customer is asked what they need."""
    if text:
        ask(draft, room, text)
        return
    draft.say_phrase(words, "system.ask_anything")
    draft.enter(room, ForCustomer())


def ask(draft: Draft, room: InTalk, text: str) -> None:
    """Ask the dialogue model about `text`; the answer comes as an input. It knows addresses as they are written."""
    state = draft.state
    medium: Medium = "voice" if state.channel == "voice" else "text"
    text = mail_written(text) if medium == "voice" else text
    known = storable(state.facts) | caller_fact(state.caller, state.session)
    request = AskDialogue(text=text, lang=state.lang, medium=medium, known=known)
    draft.enter(room, ForReply(request=request, deadline_s=DEADLINE_S[state.channel]))


def again(words: Words, draft: Draft, room: InTalk) -> None:
    """Ask in the language just chosen. What the bot asked it asks once more, for only it knows the words; else the house asks."""
    wait = draft.state.wait
    if isinstance(wait, ForCustomer | ForReply) and wait.by_bot:
        ask(draft, room, _once_more(draft))
        return
    draft.say_phrase(words, "system.ask_anything")
    draft.enter(room, wait if isinstance(wait, ForCustomer) else ForCustomer())


def step(words: Words, draft: Draft, room: InTalk, given: CustomerInput | MachineInput) -> Exit | None:
    """One input in the talk room; says where to go when the talk is over."""
    match given:
        case NothingHeard():
            return _silence(words, draft, room)
        case MachineFailed():
            return _failed(words, draft, room, given.machine, given.reason)
        case MachineReplied():
            if isinstance(given.reply, DialogueReply):
                return _answered(words, draft, room, given.reply)
            return _failed(words, draft, room, "dialogue", "invalid")
        case _:
            return _heard(draft, room, given)


def _heard(draft: Draft, room: InTalk, given: CustomerInput) -> Exit | None:
    wait = draft.state.wait
    secret = isinstance(wait, ForCustomer) and wait.secret and not wants_nothing_but_a_human(given_text(given))
    draft.emit(spoke(given, secret=secret, order=surely_order(given_text(given))))
    picked = chosen(given, wait) or _said_key(draft, given)
    if isinstance(given, KeysPressed | TextTyped) and picked is None and given_text(given).strip() in OPERATOR_KEYS:
        return ToHandoff(reason="asked")
    if picked is None and given_text(given).strip() in REPEAT_KEYS:
        ask(draft, replace(room, silences=0), _once_more(draft))
        return None
    if isinstance(given, TextTyped):
        settle_language(draft, given.text)
    ask(draft, replace(room, silences=0, hidden=secret), picked or _plain(without_secrets(given_text(given))))
    return None


def _said_key(draft: Draft, given: CustomerInput) -> str | None:
    """What is chosen by a key that is said on the phone. What is counted may be put right by a number alone."""
    wait = draft.state.wait
    if not isinstance(given, WordsSpoken) or not isinstance(wait, ForCustomer):
        return None
    return key_said(given.text, wait.choices, counts=draft.state.facts.get("goal") in COUNTED)


def _once_more(draft: Draft) -> str:
    return ONCE_MORE.get(draft.state.lang, ONCE_MORE["en"])


def _plain(text: str) -> str:
    """Typed text is never a command: a leading slash would make the model skip its understanding."""
    return text.lstrip("/ \t") or "?"


def _silence(words: Words, draft: Draft, room: InTalk) -> Exit | None:
    count = room.silences + 1
    draft.emit(CustomerSilent(count=count))
    if count >= PATIENCE:
        return ToHandoff(reason="failures")
    draft.say_phrase(words, "system.silence_talk" if count == 1 else "system.silence_talk_again")
    draft.enter(replace(room, silences=count), draft.state.wait)
    return None


def _failed(words: Words, draft: Draft, room: InTalk, machine: Machine, reason: FailureReason) -> Exit:
    """The bot is gone: say so, and go where no bot is needed; what was said to it goes along, but for a secret. Who asked for a
    person gets one."""
    asked = _asked(draft)
    asked = "" if asked in ONCE_MORE.values() else asked  # nothing the customer is waiting to be heard with
    draft.emit(MachineDidFail(machine=machine, reason=reason))
    draft.change(failures=draft.state.failures + 1, unheard="" if room.hidden else written(asked))
    draft.learn({name: value for name, value in storable(room.told).items() if FACTS[name].purpose == "service"})
    draft.change(told=draft.state.told or (bool(asked) and not wants_human(asked)))
    if wants_human(asked):
        return ToHandoff(reason="asked")
    draft.say_phrase(words, "system.machine_down" if draft.state.failures == 1 else "system.machine_still_down")
    return ToHandoff(reason="machine_down") if draft.state.failures >= PATIENCE else ToMenu()


def _asked(draft: Draft) -> str:
    """What the bot is answering, or did not answer."""
    wait = draft.state.wait
    return wait.request.text if isinstance(wait, ForReply) and isinstance(wait.request, AskDialogue) else ""


def _answered(words: Words, draft: Draft, room: InTalk, reply: DialogueReply) -> Exit | None:
    if not (reply.messages or reply.tasks or reply.handoff or reply.finished):
        return _failed(words, draft, room, "dialogue", "invalid")
    draft.emit(DialogueAnswered(intent=reply.intent, confidence=reply.confidence, understood=reply.understood))
    if (goal := _goal(draft, reply)) is not None:
        draft.learn({"goal": goal})
    asked_only = reply.handoff == "asked" or (reply.understood and reply.intent in SMALL_TALK)
    draft.change(unheard="", told=draft.state.told or not asked_only)
    for note in reply.tasks:
        note_task(draft, note)
    misses = 0 if reply.understood else room.misses + 1
    if misses:
        draft.emit(InputNotMatched(count=misses))
    if misses >= PATIENCE and reply.handoff is None:  # what the bot says asks once more, and it is not to be answered
        return ToHandoff(reason="failures")
    over = reply.intent == "thanks" and reply.handoff is None and declines(_asked(draft))  # "thanks, that's all"
    for message in () if over else reply.messages:
        draft.say(message.text)
    if reply.handoff is not None:
        return ToHandoff(reason=_REASONS.get(reply.handoff, "asked"))
    if reply.finished or over:  # who only said hello and goodbye is asked nothing
        return ToEnd(survey=draft.state.anything_told or draft.state.tickets > 0)
    told = reply.told or (room.told if reply.need else {})
    _listen(words, draft, replace(room, silences=0, misses=misses, told=told, hidden=False), reply)
    return None


def _goal(draft: Draft, reply: DialogueReply) -> str | None:
    """What the customer turns out to want: what the bot is in the middle of, and before that the first thing it understood."""
    known = draft.state.facts.get("goal")
    if reply.need is not None:
        return reply.need if reply.need != known else None
    first = reply.intent if known is None and reply.understood and reply.intent not in SMALL_TALK else None
    return first or None


def _listen(words: Words, draft: Draft, room: InTalk, reply: DialogueReply) -> None:
    if not reply.messages:
        draft.say_phrase(words, "system.ask_anything")
    choices = _choices(words, draft, reply.messages)
    wait = ForCustomer(choices=choices, secret=reply.expects_secret, by_bot=True)
    draft.enter(room, wait)


def note_task(draft: Draft, note: TaskNote) -> None:
    """Write down a task the bot ran: its event, what it taught, and that it was tried."""
    facts = storable(note.facts)
    draft.emit(TaskFinished(task=note.task, outcome=note.outcome, by="bot", facts=facts))
    if note.outcome == "verified" and "customer_id" in facts:
        draft.emit(IdentityVerified(customer=facts["customer_id"], how=facts.get("verified_by", note.task)))
    draft.learn(facts)
    draft.change(tried=(*draft.state.tried, Tried(what=note.task, outcome=note.outcome, by="bot", at=draft.at)))


def _choices(words: Words, draft: Draft, messages: tuple[BotMessage, ...]) -> tuple[Choice, ...]:
    """The buttons of the last message that has any; on the phone each gets a key and is read out."""
    found = next((m.choices for m in reversed(messages) if m.choices), ())
    if draft.state.channel != "voice":
        return found
    keyed = tuple(replace(choice, key=str(i)) for i, choice in enumerate(found[:9], start=1))
    for choice in keyed:
        label, key = choice.label.rstrip(".?!。？！ "), choice.key or ""
        if label.isascii() and label.isdigit():
            draft.say_phrase(words, "system.press_listed", number=label, key=key)
        else:
            draft.say_phrase(words, "system.press_choice", label=label, key=key)
    return keyed
