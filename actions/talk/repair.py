"""What the bot does when a turn brought nothing: guesses, other words, a person in the end. Knows the tracker's shape."""

import itertools
import re
from typing import Any, cast

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.knowledge import FETCHED
from actions.meaning.agreeing import LONGEST, agrees
from actions.meaning.costs import asks_sum
from actions.meaning.follow_ups import asks_arrival, says_on
from actions.meaning.goods_troubles import displeases
from actions.meaning.hesitating import begins_to_say, is_plain_no, pauses, tells_lack
from actions.meaning.kept import Kept, written
from actions.meaning.objections import contradicts, denies_asking, disagrees, sent_back
from actions.meaning.other_ones import meant_instead
from actions.meaning.references import not_content
from actions.meaning.taking_back import (
    declined_so,
    gives_up_and_cancels,
    meant_another,
    restores,
    takes_back,
    wants_none,
)
from actions.order_task import CONFIRM, OrderTask
from actions.plans import PLANS
from actions.reading.number_kinds import orders_in
from actions.reading.orders_named import beside
from actions.reading.tongues import only_thanks, tongue_of
from actions.talk.again import last_words, pending, told_again
from actions.talk.guesses import HARDLY, LIKE_NOTHING, guesses_of, named, offer_need, only_guess, unclear
from actions.talk.heard_orders import lacks_number
from actions.talk.needs import need_meant
from actions.talk.notes import note, tell
from actions.talk.outcomes import last_outcome
from actions.talk.proving import PATIENCE
from actions.talk.questions import told_how_long
from actions.talk.shop import HOLDER
from actions.talk.suiting import with_goods
from actions.talk.turn import CustomerTurn, locale_of, medium_of, set_this_turn, turn_of

RECENT = 200  # events in which an answer said twice is looked for

ABOUT_ITS_WAY = frozenset(
    {"order_status", "delivery_problem", "change_order", "change_address", "change_items", "delivery_note"}
)


def not_understood(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """Ask which of the two likeliest needs was meant, or for other words; then offer a person, then fetch one."""
    if displeased := goods_displease(dispatcher, tracker):
        return displeased
    misses = int(tracker.get_slot("misses") or 0) + 1
    if misses >= PATIENCE:
        dispatcher.utter_message(response="utter_no_further")
        dispatcher.utter_message(json_message=note("handoff", reason="failures"))
        return [SlotSet("misses", 0), SlotSet("offer", None)]
    offered: list[Any] = []
    if misses == 1:
        offered = _ask_again(dispatcher, tracker)
    else:
        dispatcher.utter_message(response="utter_still_not_understood")
    dispatcher.utter_message(json_message=note("fallback"))
    if offered or (misses == 1 and tracker.get_slot("offer") == "next"):
        return [SlotSet("misses", misses), *offered]  # what was offered stands
    stands = tracker.get_slot("offer") == "person"
    offer = None if misses == 1 and not stands else "person"
    return [SlotSet("misses", misses), SlotSet("offer", offer), SlotSet("offer_reason", "failures")]


def begins_need(tracker: Tracker) -> list[Any]:
    """Words that leave no doubt of a need begin it, whatever they sounded like; nothing for all others."""
    turn = turn_of(tracker)
    told = need_meant(turn, tracker) in PLANS or (turn.intent not in PLANS and "need" in set_this_turn(tracker))
    begun = not tracker.active_loop.get("name") and told
    return [SlotSet("misses", 0), FollowupAction("task_form")] if begun else []


def _ask_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """A guess is only ever asked about, never acted upon. What was offered is asked about again instead."""
    offered = tracker.get_slot("offered_need")
    if tracker.get_slot("offer") == "next" and offered in PLANS:
        dispatcher.utter_message(response="utter_need_confirmed")
        return offer_need(dispatcher, tracker, offered)
    guesses = guesses_of(tracker)
    if not guesses and (only := only_guess(tracker)) in PLANS and tracker.get_slot("offer") is None:
        return offer_need(dispatcher, tracker, only, "utter_did_you_mean_one")
    if not guesses:
        dispatcher.utter_message(response="utter_rephrase")
        return []
    locale = locale_of(tracker)
    first, second = (named(guess, locale) for guess in guesses)
    buttons = [
        {"title": n[:1].upper() + n[1:], "payload": f"/{g}"} for g, n in zip(guesses, (first, second), strict=True)
    ]
    person = {"title": named("human_agent", locale).capitalize(), "payload": "/human_agent"}
    dispatcher.utter_message(response="utter_did_you_mean", first=first, second=second, buttons=[*buttons, person])
    return []


def not_told(
    dispatcher: CollectingDispatcher, tracker: Tracker, response: str, reason: str, *, said: bool
) -> list[Any]:
    """What is asked can't be told, be it `said` already: a person is offered; while something else is, that stands."""
    if tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") in PLANS:
        if not said:
            dispatcher.utter_message(response="utter_cannot_tell")
        return pending(dispatcher, tracker)
    dispatcher.utter_message(response=response)
    return [SlotSet("offer", "person"), SlotSet("offer_reason", reason)]


def beyond(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What is not done here, or not understood; that it is beyond us is said once, for once more helps nobody."""
    if unclear(turn_of(tracker)) or tracker.get_slot("offer") == "person":
        return not_understood(dispatcher, tracker)
    return not_told(dispatcher, tracker, "utter_out_of_scope", "asked", said=False)


def led_on(dispatcher: CollectingDispatcher, tracker: Tracker, onward: str) -> list[Any]:
    """What an answer leads to: a person, a need that was not done just now, or anything else?"""
    if onward == FETCHED:
        dispatcher.utter_message(response="utter_offer_person")
        return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]
    if onward in PLANS and onward != tracker.get_slot("last_need") and not _goes_back_already(tracker, onward):
        return [*_others_named(tracker, onward), *offer_need(dispatcher, tracker, onward)]
    if tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") in PLANS:
        return pending(dispatcher, tracker)  # an offer outlives a question
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


def _goes_back_already(tracker: Tracker, onward: str) -> bool:
    """Whether the goods go back already, by the other of a return and an exchange, which was started just now."""
    last = last_outcome(tracker, beside=frozenset({"answer_question", "order_status"}))
    return onward in SENT_BACK and tracker.get_slot("last_need") in SENT_BACK and last.get("outcome") == "started"


def _others_named(tracker: Tracker, need: str) -> list[Any]:
    """The other orders that were named with what is offered now, for later: 10032和10034都退差价."""
    number = tracker.get_slot("order_number")
    if tracker.get_slot("later") or number not in orders_in(turn_of(tracker).said, HOLDER.get().order_digits):
        return []
    others = beside(turn_of(tracker).said, number, HOLDER.get().order_digits)
    return [SlotSet("later", written(Kept(need, other) for other in others))] if others else []


def stuck(tracker: Tracker, words: str, most: int = 1) -> bool:
    """Whether the same was told before and did not help: the customer objects to it, or has heard it more than `most` times."""
    recent = itertools.islice(reversed(tracker.events), RECENT)
    told = sum(event.get("event") == "bot" and event.get("text") == words for event in recent)
    return told > most or (told >= 1 and disagrees(turn_of(tracker).said))


def fetch_instead(dispatcher: CollectingDispatcher, reason: str = "failures") -> list[Any]:
    """To say it once more helps nobody, or it is nothing of the bot's: a person is offered."""
    dispatcher.utter_message(response="utter_offer_person")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", reason)]


_NODS = re.compile(
    r"^(?:(?:哦|噢|喔|额|呃|唉|哎|嗯哼|呵{2,}+|哈{2,}+|这样|好吧|知道了?|明白了?|了解)+[啊呀吧的了]*"
    r"|oh|h+m+|u+h+|i see|lol|ha(?:ha)+)[\s.。!！~…]*$",
    re.I,
)


_MISTOOK = re.compile(
    r"^(?:(?:oh|oops|ah|sorry|my bad|no|wait|haha|lol)[,.! ]+)*(?:this is |that'?s |i(?:'ve| have)? (?:got|have) "
    r"|i'?m (?:in|on) )?(?:the )?"
    r"wrong (?:chat|shop|store|website|site|window|company|tab|people|place|number)(?:[, ]+(?:sorry|my bad|bye|thanks?))*[ .!]*$"
    r"|^(?:不好意思|抱歉|哎呀?|哦|[,，。 ])*(?:我)?(?:发错|找错|点错|走错|问错|打错|拨错)(?:人|店|地方|群|电话|号码?"
    r"|了)*[,，。!！ ]*(?:不好意思|抱歉)?[。!！ ]*$",
    re.I,
)


SENT_BACK = frozenset({"return_item", "exchange_item"})
_NO_EXCHANGE = re.compile(r"(?:那|唉|哎|哦|我|还是|算了吧?|[,，。 ])*不(?:想|要)?换(?:货)?了(?:吧|啊|[。.!！ ])*")


def leaves_it(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """Whether the customer only nods ("哦"), wants time ("one moment") or begins to speak ("actually"): it is left at that."""
    turn = turn_of(tracker)
    nods = len(turn.said) <= LONGEST and _NODS.match(turn.said.strip()) is not None
    leaves = not turn.is_payload and (
        nods or _MISTOOK.match(turn.said.strip()) is not None or pauses(turn.said) or agrees(turn.said, None) is False
    )
    opens = not leaves and not turn.is_payload and begins_to_say(turn.said)
    if leaves or opens:
        dispatcher.utter_message(response="utter_all_right" if leaves else "utter_what_else")
    return leaves or opens


def undoes(tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether the message is meant for the change that was just made: "actually no, don't cancel it"."""
    done = tracker.get_slot("last_need")
    no_more = done == "exchange_item" and _NO_EXCHANGE.fullmatch(turn.said.strip()) is not None
    if no_more and not turn.is_payload and _goes_back_already(tracker, done):
        return True
    changed = done in PLANS and PLANS[done].confirm and tracker.get_slot("offer") == "more"
    said_no = turn.intent in ("deny", done) and takes_back(turn.said)
    return (
        changed
        and not turn.is_payload
        and (
            said_no
            or denies_asking(turn.said)
            or meant_another(turn.said)
            or (restores(turn.said) and (done == "cancel_order" or turn.intent not in PLANS))
        )
    )


def declines_offer(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What sounds like a cancellation is a no to what was offered just now (不要了); else nothing."""
    offer = tracker.get_slot("offer")
    offered = offer in ("next", "person") or (offer == "more" and tracker.get_slot("last_need") not in ABOUT_ITS_WAY)
    if turn.is_payload or turn.intent != "cancel_order" or not offered or not declined_so(turn.said):
        return []
    if drops_goods(tracker):
        return []
    if of_goods := _wants_goods_no_more(dispatcher, tracker):
        return of_goods
    dispatcher.utter_message(response="utter_all_right")
    return [SlotSet("offer", None)]


_WANTS_IT_NO_MORE = re.compile(  # of a late parcel: 不要了 may be said of what is offered, this is not
    r"^(?:那|那就|我|都|已经|现在|就|[,，。 ])*不想要(?:它|这个|这单)?了[吧啊。.!！ ]*$"
    r"|^(?:(?:then|so|well|ok|okay|but)[, ]+)*i (?:don'?t|do not) (?:want|need) (?:it|that|them) any ?more[ .!]*$",
    re.I,
)


def drops_goods(tracker: Tracker) -> bool:
    """Whether a 不要了 may be said of the goods: cancelling their order is offered. It is read back then, before anything is
    done."""
    offers = tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") == "cancel_order"
    said = turn_of(tracker).said
    late = tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") == "delivery_problem"
    return (offers and wants_none(said)) or (late and _WANTS_IT_NO_MORE.match(said.strip()) is not None)


def _wants_goods_no_more(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """A 不想要了 to what was told of a parcel: it may be the goods that are not wanted, so it is asked whether the money is, or
    how that goes is told again; nothing for all else."""
    turn, offer = turn_of(tracker), tracker.get_slot("offer")
    if turn.is_payload or not wants_none(turn.said) or not tracker.get_slot("customer_id"):
        return []
    late = offer == "next" and tracker.get_slot("offered_need") == "delivery_problem"
    if late and tracker.get_slot("last_need") == "order_status":
        return offer_need(dispatcher, tracker, "refund_request", "utter_did_you_mean_one")
    told = offer == "more" and last_outcome(tracker).get("outcome") == "on_its_way"
    return told_again(dispatcher, tracker) if told else []


def cannot_undo(dispatcher: CollectingDispatcher, response: str = "utter_done_already") -> list[Any]:
    """It is done; a person may be able to take it back."""
    dispatcher.utter_message(response=response)
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]


def objected(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """A no to what was done or answered rather than to what was offered takes a person, no second try; else nothing."""
    turn = turn_of(tracker)
    if undoes(tracker, turn):
        return cannot_undo(dispatcher)
    if of_goods := _wants_goods_no_more(dispatcher, tracker):
        return of_goods
    last = last_outcome(tracker)
    none_found = last.get("task") == "refund_status" and last.get("outcome") == "none"
    if not (not_content(turn.said) or (none_found and sent_back(turn.said))):
        return []
    dispatcher.utter_message(response="utter_no_help")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "failures")]


def other_tongue(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """Says, in the language of a message that is not understood here, which ones are, and how to reach a person; False for all
    that is understood, and where it was said just before."""
    turn = turn_of(tracker)
    if turn.is_payload or medium_of(tracker) == "voice":
        return False
    if only_thanks(turn.text):
        dispatcher.utter_message(response="utter_welcome")
        return True
    tongue = tongue_of(turn.text)
    if tongue is None or any(event.get("text") == tongue.answer for event in last_words(tracker)):
        return False
    dispatcher.utter_message(text=tongue.answer, buttons=[{"title": tongue.button, "payload": "/human_agent"}])
    return True


async def says_more(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What sounds like a no and opens something ("actually", "no number"): it is asked on, or begun; else nothing."""
    turn = turn_of(tracker)
    if turn.is_payload or turn.intent != "deny":
        return []
    if lacks_number(turn, None):
        return [SlotSet("offer", None), SlotSet("need", "order_status"), FollowupAction("task_form")]
    if other := await another_meant(tracker):
        return other
    if contradicts(turn.said):
        dispatcher.utter_message(response="utter_rephrase")
        return [SlotSet("offer", None)]
    if is_plain_no(turn.said) and not begins_to_say(turn.said) and not tells_lack(turn.said):
        return []
    dispatcher.utter_message(response="utter_what_else")
    return [SlotSet("offer", None)]


async def met_first(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What comes before any other answer: what was offered, goods that do not please, another order; nothing for all else."""
    offered = await of_offered(dispatcher, tracker) or goods_displease(dispatcher, tracker)
    return offered or await another_meant(tracker)


async def another_meant(tracker: Tracker) -> list[Any]:
    """Another order of theirs is meant than the one that was told of or dealt with ("no, the grinder"): how that one stands is
    told, or it is asked which; nothing is done to it on a guess."""
    last, customer, turn = (
        PLANS.get(tracker.get_slot("last_need") or ""),
        tracker.get_slot("customer_id"),
        turn_of(tracker),
    )
    after = last is not None and last.of_order and customer and tracker.get_slot("offer") in ("more", None)
    other = meant_instead(turn.said) if after and not turn.is_payload else None
    if other is None or not (other.away or await with_goods(tracker, customer, other.goods)):
        return []
    anew = (SlotSet("order_number", None), SlotSet("goods", turn.text[:200]), SlotSet("need", "order_status"))
    return [SlotSet("offer", None), *anew, FollowupAction("task_form")]


async def of_offered(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """How long it takes, asked of what was offered ("shall I start a return?" "how long will that take"); the offer stands."""
    need = tracker.get_slot("offered_need") if tracker.get_slot("offer") == "next" else None
    comes = need == "delivery_problem" and asks_arrival(turn_of(tracker).said)  # its day, not how it is made good
    rule = await told_how_long(tracker, turn_of(tracker), need) if need and not comes else None
    if rule is None:
        turn = turn_of(tracker)
        asks_on = need in PLANS and not turn.is_payload and (says_on(turn.said) or asks_sum(turn.said))
        return told_again(dispatcher, tracker) if asks_on else []
    tell(dispatcher, rule, medium_of(tracker))
    return pending(dispatcher, tracker)


def goods_displease(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """A return is offered by name where goods of one's own are told not to please and nothing is asked for; else nothing."""
    turn = turn_of(tracker)
    like_nothing = turn.intent in LIKE_NOTHING or turn.confidence < HARDLY
    if turn.is_payload or not like_nothing or tracker.get_slot("offer") in ("next", "person"):
        return []
    return offer_need(dispatcher, tracker, "return_item", "utter_did_you_mean_one") if displeases(turn.said) else []


async def may_be_cancelled(tracker: Tracker) -> bool:
    """Whether what was given up was about an order on its way, in words that may ask to cancel it, and it can be."""
    if tracker.get_slot("need") not in ABOUT_ITS_WAY or not gives_up_and_cancels(turn_of(tracker).said):
        return False
    facts = {name: tracker.get_slot(name) or "" for name in ("customer_id", "order_number")}
    task = cast("OrderTask", TASKS["cancel_order"])
    asked = await task.ask(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    return asked.outcome == CONFIRM
