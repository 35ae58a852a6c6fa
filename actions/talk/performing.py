"""What a need's task is run for, and what is asked of what was done. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS, TaskResult
from actions.meaning.follow_ups import AGAIN
from actions.meaning.kept import same_need
from actions.plans import OF_REQUEST, PLANS
from actions.talk.accounts import still_locked_out, told_address
from actions.talk.after import all_told, talked_of, what_follows
from actions.talk.again import told_again
from actions.talk.asked_of_done import fact_of_order, told_of_its_case
from actions.talk.contacted import of_contact
from actions.talk.guesses import offer_need
from actions.talk.needs import asked_on
from actions.talk.notes import tell
from actions.talk.outcomes import told_last
from actions.talk.questions import asked_beside, rule_of_done
from actions.talk.repair import fetch_instead, led_on, met_first, stuck
from actions.talk.shop import HOLDER
from actions.talk.turn import locale_of, medium_of, turn_of

TOGETHER = 3  # orders told in one breath; what is asked of more is offered
ASKED_ABOUT = 3  # times an outcome is told, as the answer to different questions about it
OF_DONE = frozenset({AGAIN, "refund_status"})  # what a rule may answer that is asked of what was done


async def performed(dispatcher: CollectingDispatcher, tracker: Tracker, need: str) -> list[Any]:
    """Runs the need's task, says what came of it and what follows. Where the same was asked of other orders and changes nothing,
    of all."""
    plan, later = PLANS[need], tracker.get_slot("later") or ""
    if told := still_locked_out(dispatcher, tracker, need):
        return [*forget(), *told]
    result = await _run(dispatcher, tracker, need)
    told_address(dispatcher, tracker, need)
    numbers = [result.facts.get("order_number")]
    while not plan.confirm and len(numbers) < TOGETHER and (other := same_need(later, need)[0]):
        later = same_need(later, need)[1]
        result = await _run(dispatcher, tracker, need, other)
        numbers.insert(0, result.facts.get("order_number"))
    named = [number for number in numbers if number]
    order = [SlotSet("order_number", named[0])] if named else []
    together = all_told(named, later) if len(numbers) > 1 else []
    told = [*forget(), *order, *talked_of(tracker, need, *named), *together]
    if not fact_of_order(tracker) and stuck(tracker, result.spoken if medium_of(tracker) == "voice" else result.words):
        return [*told, *fetch_instead(dispatcher)]
    onward = plan.leads_by_state.get(result.facts.get("order_state", ""))
    if onward is not None and not later:
        return [*told, SlotSet("issue", onward[1]), *offer_need(dispatcher, tracker, onward[0])]
    return [*told, *await what_follows(dispatcher, tracker, need, result.outcome, later)]


async def _run(dispatcher: CollectingDispatcher, tracker: Tracker, need: str, number: str | None = None) -> TaskResult:
    """The need's task with what the slots hold, of this order if one is given; its words are said."""
    if need == "order_status" and (case := await told_of_its_case(tracker, number)) is not None:
        tell(dispatcher, case, medium_of(tracker))
        return case
    task = TASKS[PLANS[need].task]
    slots = {name: tracker.get_slot(name) for name in (*task.needs, *task.may_use)}
    facts = {name: value for name, value in slots.items() if isinstance(value, str) and value}
    facts |= {"order_number": number} if number else {}
    if task.name == "order_status" and (asks := fact_of_order(tracker)):
        facts["asks"] = asks
    result = await task.run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    tell(dispatcher, result, medium_of(tracker))
    return result


async def followed_up(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What is asked about the thing just done or answered ("how long does that take?"); nothing when it is no such question."""
    if told := await met_first(dispatcher, tracker):
        return told
    need = asked_on(tracker, turn_of(tracker))
    if need in OF_DONE and (rule := await rule_of_done(tracker, turn_of(tracker))) is not None:
        tell(dispatcher, rule, medium_of(tracker))
        return led_on(dispatcher, tracker, "")
    if need == AGAIN:
        stood_still = stuck(tracker, told_last(tracker) or "", ASKED_ABOUT)
        return fetch_instead(dispatcher) if stood_still else told_again(dispatcher, tracker)
    if need is not None:
        return await performed(dispatcher, tracker, need)
    if told := await of_contact(dispatcher, tracker, turn_of(tracker)):
        return told
    answer = await asked_beside(tracker, turn_of(tracker))
    if answer is None:
        return []
    tell(dispatcher, answer, medium_of(tracker))
    return led_on(dispatcher, tracker, "")


def forget() -> list[Any]:
    """What belongs to a request that is over. The order stays: the next request may be about it."""
    names = ("last4", "proof", "contact", "numberless", "confirmed", "ended", "need", *OF_REQUEST)
    return [*(SlotSet(name, None) for name in names), SlotSet("misses", 0)]
