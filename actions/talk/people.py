"""Whether a person is asked for at all: what only sounds like it begins something else, or is asked about. Knows the tracker."""

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.assenting import assents
from actions.meaning.grievances import aggrieved, to_be_noted_only
from actions.meaning.kinds import kind_of
from actions.meaning.note_begun import begins_note
from actions.talk.again import pending
from actions.talk.contacted import of_contact, onward
from actions.talk.notes import tell
from actions.talk.questions import answer_to, rule_of_done
from actions.talk.repair import led_on, not_understood
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before, turn_of

SURE = 0.85  # of a person, where no word names one
SURE_OF_YES = 0.9  # to fetching one, in words that are no plain yes
_PERSON = re.compile(
    r"\b(?:agents?|humans?|person|people|persons|some ?(?:one|body)|any ?(?:one|body)|colleagues?|rep(?:resentative)?s?|operator"
    r"|advis[eo]rs?|staff|manager|supervisor|boss|team|real|live|support|service|department|employee|specialist|expert"
    r"|speak|talk (?:to|with)|chat (?:to|with)|call(?:back)?|ring|phone|transfer|connect|fetch|get|put|escalate|bot|robot|machine"
    r"|him|her|them|who|guy|lady)\b"
    r"|人|客服|转|经理|领导|主管|老板|店长|同事|专员|电话|打给|回电|接|机器|找|叫|谁",
    re.I,
)
_OF_ORDERS = re.compile(  # what no person is asked for with
    r"\b(?:orders?|parcels?|packages?|(?:give|giv|send|take|bring)(?:ing)? (?:it )?back|return\w*|refund\w*"
    r"|exchange|invoice|deliver\w*)\b"
    r"|订单|快递|包裹|[退换]|发票|发货",
    re.I,
)
_FETCHED = re.compile(  # a courier who fetches something, or is to be rung: how that goes is told
    r"\b(?:call|ring|phone|text|contact|reach) (?:the |my |your )?(?:driver|courier|delivery (?:driver|man|guy|person)|postman)\b"
    r"|(?:打个?电话|电话|联系|打).{0,3}给?(?:快递|派送|配送|送货|骑手|司机)|给(?:快递|派送|配送|送货|骑手|司机)[^，。]{0,4}(?:打|电话)|"
    r"\b(?:can|could|will|would|does) (?:some|any) ?(?:one|body) (?:please )?(?:pick|collect|fetch|come (?:and |to |by )*(?:pick"
    r"|collect|get))\b",
    re.I,
)
_PERSONAL = re.compile(r"^(?:那|就|开|是|我|给|[,，。 ])*个人(?:的|发票|抬头|吧|就行|[。.!！ ])*$")
_ANYONE_THERE = re.compile(r"^(?:(?:hello|hi|hey)\b[,.!? ]*)*is (?:anyone|anybody) (?:there|here)[ ?!.]*$", re.I)
HELPED = {"return": "return_item", "invoice": "invoice"}  # what there is help with is said
_HELP_WITH = re.compile(
    r"^(?:(?:hello|hi|hey|good (?:morning|evening|afternoon)|please)\b[,.! ]*)*(?:can|could|would|will) (?:some|any)(?:one|body)"
    r" (?:please )?(?:help|assist) (?:me|us)(?: out)? (?:with|about) (?:an?|my|our|the|this) (?P<what>order|parcel|package"
    r"|delivery|return|invoice|purchase)(?: please)?[ ?!.]*$",
    re.I,
)
_ASKS_OF_CALL = re.compile(
    r"(?:hi|hello|hey|so|sorry|[, ])*\bdid (?:some\w+|any\w+|you|one of you) (?:just )?(?:call|ring|phone)\b", re.I
)
_ASKS_WHAT_THEN = re.compile(r"\b(?:and|so|but) then\W*$|\bthen what\b|然后呢", re.I)


_THING = r"(?:real|actual|live|human|automated)* ?(?:person|human(?: being)?|bot|robot|machine|computer|ai|chat ?bot)"
_WHO_IS_IT = re.compile(  # asked, not asked for: "am i talking to a real person?", 你是机器人还是真人
    r"^(?:(?:hi|hello|hey|wait|so|sorry|ok|but)[, ]+)*(?:(?:am i|are we) (?:just )?(?:talking|speaking|chatting|texting|writing)"
    rf" (?:to|with)|is (?:this|that|it)|are you)(?: just)? an? {_THING}(?: or (?:an? )?{_THING})?"
    r"(?: (?:here|now|right now|replying|i'?m talking to|on the line))*[ ?!.]*$"
    r"|^(?:请问|你好|喂|你们?|这边?|那边|对面|现在|[,，。 ])*(?:是|是不是)(?:个|一个)?(?:机器人?"
    r"|真人|人工|人|电脑|ai|智能)(?:客服)?"
    r"(?:(?:还是|或者?)(?:个|是)?(?:机器人?|真人|人工|人|电脑|ai)(?:客服)?)?(?:啊|呀|呢|吗|么|回复|在|跟我说话)*[?？。]*$",
    re.I,
)
_BY_PEOPLE = re.compile(r"人为(?:摔|损|弄|原因|因素|破|坏|造成)")  # of the warranty
_WHAT_IT_IS = {"en": "are you a robot", "zh": "你是机器人吗"}


async def not_asked_for(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What is done instead of fetching a person where nobody asked for one; nothing where one is asked for."""
    turn = turn_of(tracker)
    if turn.is_payload:
        return []
    if turn.intent == "human_agent" and to_be_noted_only(turn.text) and aggrieved(turn.said):
        return [FollowupAction("action_complaint")]
    if turn.intent == "human_agent" and begins_note(turn.text):
        return [SlotSet("offer", None), SlotSet("need", "delivery_note"), FollowupAction("task_form")]
    if turn.intent == "human_agent" and (told := await of_contact(dispatcher, tracker, turn)):
        return onward(told)
    if told := await _of_it(dispatcher, tracker, turn) or await _of_fetching(dispatcher, tracker, turn):
        return told
    offer, offered = tracker.get_slot("offer"), tracker.get_slot("offered_need")
    if (
        turn.intent == "human_agent"
        and _PERSONAL.match(turn.said.strip())
        and "invoice" in (offered, tracker.get_slot("last_need"))
    ):
        kind = kind_of("invoice_kind", turn.said)
        return [SlotSet("need", "invoice"), SlotSet("invoice_kind", kind), FollowupAction("task_form")]
    if _ANYONE_THERE.match(turn.said.strip()) and offer is None:
        dispatcher.utter_message(response="utter_greeting")
        return [FollowupAction("action_listen")]
    if (help_with := _only_help(turn, tracker)) is not None:
        if help_with in HELPED:
            return [SlotSet("need", HELPED[help_with]), FollowupAction("task_form")]
        dispatcher.utter_message(response="utter_what_else")
        return [SlotSet("offer", None), FollowupAction("action_listen")]
    if not (_guessed(turn) or (offer == "person" and _no_plain_yes(turn))):
        return []
    if "order_number" in turn.entities:
        return [SlotSet("offer", None), SlotSet("need", "order_status"), FollowupAction("task_form")]
    said = pending(dispatcher, tracker) if offer == "person" else not_understood(dispatcher, tracker)
    return [*said, FollowupAction("action_listen")]


def _only_help(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """What a conversation begins with asking for help with, whoever gives it: it is asked what it is about, and a person stands
    beside it. Said again, a person is meant."""
    begins = next(said_before(tracker), None) is None
    found = _HELP_WITH.match(turn.said.strip()) if begins else None
    return found["what"].lower() if found else None


async def _of_it(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What this is, and how a person is reached, where only that is asked; nothing for all else."""
    if turn.intent != "human_agent" or not _WHO_IS_IT.match(turn.said.strip()):
        return []
    told = await answer_to(tracker, replace(turn, text=_WHAT_IT_IS[locale_of(tracker)]), None)
    if told.outcome != "answered":
        return []
    tell(dispatcher, told, medium_of(tracker))
    return [*led_on(dispatcher, tracker, ""), FollowupAction("action_listen")]


async def _of_fetching(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The answer to whether somebody fetches the goods, or what holds for harm that people do; nothing for all else."""
    if turn.intent != "human_agent" or not (_FETCHED.search(turn.said) or _BY_PEOPLE.search(turn.said)):
        return []
    told = await rule_of_done(tracker, turn) or await answer_to(tracker, turn, None)
    if told.outcome != "answered":
        return []
    tell(dispatcher, told, medium_of(tracker))
    return [*led_on(dispatcher, tracker, told.facts.get("leads_to", "")), FollowupAction("action_listen")]


def _guessed(turn: CustomerTurn) -> bool:
    """Whether the words only sound like it, and name nobody: "i want to talk about order 10025"."""
    of_orders = "order_number" in turn.entities or _OF_ORDERS.search(turn.said) is not None
    doubtful = turn.confidence < SURE and of_orders and _PERSON.search(turn.said) is None
    return turn.intent == "human_agent" and (doubtful or _ASKS_OF_CALL.match(turn.said.strip()) is not None)


def _no_plain_yes(turn: CustomerTurn) -> bool:
    """Whether what was taken for a yes to fetching a person says something else: "alright, 10023", "okay and then"."""
    unsure = turn.confidence < SURE_OF_YES or "order_number" in turn.entities
    plain = assents(turn.said, None) and not _ASKS_WHAT_THEN.search(turn.said)
    return turn.intent == "affirm" and unsure and not plain and _PERSON.search(turn.said) is None
