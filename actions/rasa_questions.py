"""Questions as the bot hears them: the shop's answer, also to one that goes on from the one before. Knows the tracker's shape."""

from dataclasses import replace

from rasa_sdk import Tracker

from actions import TASKS, TaskResult
from actions.rasa_shop import HOLDER
from actions.rasa_turn import CustomerTurn, locale_of, medium_of, question_before
from actions.references import goes_on, names_nothing

QUESTIONS = frozenset({"product_question", "contact_hours", "out_of_scope"})


async def asked_beside(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """The answer to a question that goes on from one before ("when are you open?" "and tomorrow?"); none for any other."""
    before = question_before(tracker) if goes_on(turn.said) and not turn.is_payload else None
    if before is None or before.intent not in QUESTIONS:
        return None
    both = replace(turn, text=f"{before.text} {turn.text}")
    asked = ((both, None), (turn, "yes")) if names_nothing(turn.said) else ((turn, "yes"), (both, None))
    for question, doubt in asked:
        result = await answer_to(tracker, question, doubt)
        if result.outcome == "answered":
            return result
    return None


async def answer_to(tracker: Tracker, turn: CustomerTurn, doubt: str | None) -> TaskResult:
    facts = {"question": turn.said, **({"doubtful": doubt} if doubt else {})}
    return await TASKS["answer_question"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
