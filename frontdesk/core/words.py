"""Words to the customer by name: the prompts owners edit. Rooms ask for a phrase; where it is kept they do not know."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol


class OfHouse(str):
    """Words in which nothing of a customer stands, so that what is made of them may be kept in memory and given to everybody."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One prompt with its variables filled in: to read, and to be spoken ("1 0 0 2 3"). `OfHouse` without a customer's values."""

    text: str
    spoken: str


class Words(Protocol):
    """The prompts of one published version of the flows."""

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        """The prompt `key` in `lang`. An unknown key is our fault (the loader checks them) and raises KeyError."""
        ...


TEXTED = "system.survey_text_"  # prompts that begin so are sent as a text message, and never spoken
SYSTEM_PROMPTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        # prompt key: the variables it may use
        "system.welcome_chat": (),  # a chat begins with the customer's words, and their answer follows: greet, ask nothing
        "system.welcome_back": (),  # a chat that continues a call
        "system.chat_link": ("link",),  # the text message with the link to go on in chat
        "system.silence_talk": (),  # voice, talking to the bot, nothing heard
        "system.silence_talk_again": (),  # and still nothing
        "system.not_understood": (),
        "system.not_wanted": (),  # a card number, a password, an identity number: neither needed nor kept
        "system.take_your_time": (),  # who asks for a moment has it; nothing is asked again
        "system.digits_so_far": ("digits",),  # the first part of a number; the rest is to follow
        "system.digits_at_once": (),  # the first part of a secret number, which has to come whole
        "system.one_answer": (),  # words in anger, or another request, where only an entry is taken: a person is offered
        "system.machine_down": (),  # the bot or a back end did not answer; a menu or a human follows
        "system.machine_still_down": (),  # and again in the same session
        "system.task_late": (),
        "system.cannot_now": (),  # nothing works at all: say so, and what to do
        "system.press_for": ("label", "key"),  # "For {label}, press {key}."
        "system.press_choice": ("label", "key"),  # the same for a button of the bot: "{label}: press {key}."
        "system.press_listed": ("number", "key"),  # and for a number among several: "1 0 0 2 3: press {key}."
        "system.ask_anything": (),  # how can I help, after a menu chose "talk"
        "system.to_human": (),  # I am connecting you with a colleague, who will know what we talked about
        "system.to_human_plain": (),  # the same, where nothing was talked about yet
        "system.wait_range": ("low", "high"),  # minutes, whole
        "system.wait_short": (),  # less than a minute
        "system.wait_unknown": (),
        "system.wait_not_known": (),  # asked before the queue how long it would take, and that can't be told
        "system.wait_offer": (),  # how to get into it, after it was told
        "system.wait_position": ("position",),
        "system.nobody_staffed": (),
        "system.leave_queue": (),  # label of the button that leaves the queue and goes back to the bot
        "system.waiting_still": (),  # you are still in the queue, reply to a message while waiting
        "system.noted_for_agent": (),  # what they wrote while waiting is kept for the colleague, and so is the place
        "system.noted_more": (),  # and so is what they wrote after that; still nobody is with them
        "system.wait_long": (),  # more than an hour
        "system.wait_longer": (),  # we are sorry: it takes longer than we said
        "system.wait_longer_again": (),  # and once more than we said then
        "system.place_regained": (),  # cut off a moment ago; the place is theirs again
        "system.place_kept": (),  # with the bot meanwhile; the place in the queue is kept
        "system.queue_full": (),  # too many wait; other ways follow
        "system.agent_coming": (),  # somebody is being called this moment
        "system.passed_on": (),  # to a colleague, who knows what was said
        "system.agent_slow": ("agent",),  # the agent has not answered for a while; they may have somebody else
        "system.agent_lost": (),  # the agent was cut off; they are first in line
        "system.back_to_bot": (),  # the agent gave them back to the bot
        "system.option_callback": (),  # labels: "be called back …"
        "system.option_message": (),
        "system.option_bot": (),
        "system.option_callback_only": (),  # the same two where there is no place in a queue to keep
        "system.option_bot_only": (),
        "system.option_chat": (),
        "system.option_again": (),
        "system.callback_booked": (),
        "system.callback_booked_only": (),  # the same where there is no place in a queue to keep
        "system.callback_booked_later": ("opens",),  # outside the hours: once somebody is there again
        "system.callback_booked_given": (),  # at the number they gave, not the one they call from
        "system.no_callback": (),  # a call back was asked for, and this house makes none
        "system.number_hidden": (),  # a call back, but the number is withheld: why it can't be done at once
        "system.number_not_rung": (),  # the same of a number that can't be rung from here
        "system.number_ask": (),  # which number to call instead
        "system.number_or_wait": (),  # after it, to who has a place in the queue: 1 and the hash key to wait
        "system.number_or_not": (),  # to who has none: 1 and the hash key for the other ways
        "system.number_wrong": ("number",),  # that number can't be rung
        "system.number_right": ("number",),  # read back: 1 yes, 2 no
        "system.callback_hello": (),  # the promised call; an agent is being fetched
        "system.callback_ask": (),  # to whoever picks up: is it you? press 1
        "system.message_ask": (),
        "system.message_taken": (),
        "system.agent_joined": ("agent",),  # is here, and knows what was talked about
        "system.agent_joined_plain": ("agent",),
        "system.agent_foreign": (
            "agent",
        ),  # after it: nobody who speaks their language is there, and the agent does not
        "system.agent_answers": ("agent",),  # before the answer to a message they left
        "system.agent_left_back": (),  # connection failed; you keep your place
        "system.expired": (),  # nobody could take it; what happens now
        "system.outside_down": (),  # the colleagues' own system does not answer; you keep your place, we keep trying
        "system.closed_hours": (),
        "system.closed_offer": (),  # what can be done till somebody is back, asked outside the queue
        "system.back_at": ("opens",),  # when somebody is there again: tomorrow at 9 (`{opens:moment}`)
        "system.desk_hours": (
            "closes",
            "opens",
        ),  # nobody is there though it is open: how long the hours go on, and when again
        "system.survey_ces2": (),
        "system.survey_csat": (),
        "system.survey_nps": (),
        "system.survey_again": (),  # no number on the scale was given; of ces2, csat, nps
        "system.survey_again_csat": (),
        "system.survey_again_nps": (),
        "system.survey_text_ces2": (),  # the question as a text message, after a call that was not asked
        "system.survey_text_csat": (),
        "system.survey_text_nps": (),
        "system.survey_thanks": (),
        "system.goodbye": (),
        "system.already_over": (),
    }
)
