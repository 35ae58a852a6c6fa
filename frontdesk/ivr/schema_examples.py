"""An example of each kind of node, to be copied: into the schema, into the author's page. A test runs each through the check."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml


class _Plain(yaml.SafeLoader):
    """Only figures, `true` and `false` are more than text, as to the loader of flows: `on` and `no` are keys."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  # PyYAML's own name and way


_Plain.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"\d+\Z"), list("0123456789"))
_Plain.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"(?:true|false)\Z"), list("tf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Nodes as they stand under `nodes:`, the first one of the kind; the prompts and words to add in each language, if any.

    What else they name is in the shipped files.
    """

    nodes: str
    prompts: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)

    def node(self) -> Mapping[str, Any]:
        """The first node alone, as an editor inserts it."""
        return next(iter(self.all().values()))

    def all(self) -> Mapping[str, Mapping[str, Any]]:
        """All of them by name."""
        nodes: dict[str, dict[str, Any]] = yaml.load(self.nodes, _Plain)  # noqa: S506  # a SafeLoader
        return nodes


EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        "menu": Example(
            nodes="""\
delivery:
  menu: delivery.ask
  options:
    - {key: 1, label: delivery.late, words: delivery.late, goal: order_status, goto: orders.ask_number}
    - {key: 2, label: menu.person, words: operator, goto: main.person}
  otherwise: talk          # what fits none of them goes to the bot
  timeout: 8               # seconds of silence, longer than elsewhere
  help: help.menus
""",
            prompts={
                "en": "delivery.ask: What is it about the delivery?\ndelivery.late: a parcel that is late\n",
                "zh": "delivery.ask: 请问是配送的什么问题？\ndelivery.late: 包裹没按时到\n",
            },
            words={
                "en": "delivery.late: [late, delayed, not here yet]\n",
                "zh": "delivery.late: [晚了, 延误, 还没到]\n",
            },
        ),
        "collect": Example(
            nodes="""\
ask_day:
  collect: wanted_date
  as: date
  when: future
  prompt: day.ask
  wrong: day.wrong         # said to a day that is over
  confirm: {prompt: day.read_back, yes: answer.yes, no: answer.no}
  goto: main.person
""",
            prompts={
                "en": "day.ask: On which day shall we deliver? Say the day, or key in month and day.\n"
                "day.wrong: That day is over already.\n"
                'day.read_back: "{wanted_date:date}. Is that right?"\n',
                "zh": "day.ask: 您希望哪天送到？请说日期，或者按四位数字的月和日。\n"
                "day.wrong: 这个日期已经过了。\n"
                'day.read_back: "{wanted_date:date}，对吗？"\n',
            },
        ),
        "say": Example(
            nodes="""\
fair:
  say: fair.closed
  opens: service           # then, if these hours are closed, when somebody is there again
  goto: main.menu
""",
            prompts={
                "en": "fair.closed: We are at the trade fair this week, so answers take a little longer.\n",
                "zh": "fair.closed: 本周我们在参加展会，回复会稍慢一些。\n",
            },
        ),
        "action": Example(
            nodes="""\
refund:
  action: refund_status
  deadline: 15             # seconds; above 10 there must be filler words
  filler: [action.moment, action.still]
  on:
    told: main.anything_else
    refused: main.person
    return_on_its_way: main.anything_else
    none: main.anything_else
    not_found: {goto: orders.ask_number, failure: true}    # three of these in a row bring a person
    identity_needed: main.trouble
    needs_person: main.trouble
    shop_down: main.trouble
    failed: {say: action.failed, goto: main.trouble}
    late: {say: action.late, goto: main.trouble}
"""
        ),
        "hours": Example(
            nodes="""\
anybody_there:
  hours: service           # one of those in hours.yml
  open: main.person
  closed: main.closed
"""
        ),
        "branch": Example(
            nodes="""\
by_goal:
  branch: goal
  cases:
    order_status: orders.ask_number
    start_return: orders.ask_number
  otherwise: main.menu
"""
        ),
        "if": Example(
            nodes="""\
dear:
  if: known(amount) and amount > 500
  then: main.person
  otherwise: main.menu
"""
        ),
        "set": Example(
            nodes="""\
wants_status:
  set: {goal: "'order_status'"}      # text stands in 'these' within the expression
  goto: orders.ask_number
"""
        ),
        "call": Example(
            nodes="""\
day_first:
  call: day.begin          # day.yml: a flow of its own, which ends in `return`
  with: {goal: "'change_delivery'"}
  on:
    chosen: main.anything_else
    later: main.menu
"""
        ),
        "return": Example(
            nodes="""\
chosen:                    # in day.yml, where `call: day.begin` leads
  return: chosen
begin:
  menu: which_day.ask
  options:
    - {key: 1, label: which_day.tomorrow, goto: chosen}
    - {key: 2, label: which_day.later, goto: later}
    - {key: 0, label: menu.person, words: operator, goto: main.person}
later:
  return: later
""",
            prompts={
                "en": "which_day.ask: Shall we deliver tomorrow?\nwhich_day.tomorrow: tomorrow\n"
                "which_day.later: another day\n",
                "zh": "which_day.ask: 明天送可以吗？\nwhich_day.tomorrow: 明天送\nwhich_day.later: 改天送\n",
            },
        ),
        "split": Example(
            nodes="""\
short_or_long:
  split: greeting          # the experiment's name in the record
  arms:
    as_now: main.menu
    shorter: {goto: main.talk, weight: 3}      # three customers in four
"""
        ),
        "callback": Example(
            nodes="""\
call_me:
  callback: service
  within: 4                # hours
  no_number: main.person   # the caller hides their number
  goto: main.bye
"""
        ),
        "message": Example(
            nodes="""\
pass_on:
  message: service
  within: 24               # hours until somebody answers
  goto: main.anything_else
ask_message:               # where it begins: the words first, then `pass_on`
  collect: message
  as: text
  length: 5-300
  prompt: note.ask
  confirm: {prompt: note.read_back, yes: answer.yes, no: answer.no}
  goto: pass_on
""",
            prompts={
                "en": 'note.ask: What shall I tell my colleagues?\nnote.read_back: "I have: {message}. Is that right?"\n',
                "zh": 'note.ask: 请问要转告同事什么？\nnote.read_back: "您说的是：{message}，对吗？"\n',
            },
        ),
        "chat_link": Example(
            nodes="""\
go_on_in_chat:
  chat_link: true
  not_sent: main.anything_else     # nobody is verified, or the number takes no texts
  goto: main.bye
"""
        ),
        "survey": Example(
            nodes="""\
how_was_it:
  survey: csat
  scale: 1-5
  prompt: rate.ask
  again: rate.again
  thanks: rate.thanks
  goto: main.anything_else
""",
            prompts={
                "en": "rate.ask: From 1, very bad, to 5, very good, how was the delivery?\n"
                "rate.again: A number from 1 to 5, please.\nrate.thanks: Thank you.\n",
                "zh": "rate.ask: 请用1到5分评价这次配送，1分很不满意，5分很满意。\nrate.again: 请给一个1到5的分数。\n"
                "rate.thanks: 谢谢您。\n",
            },
        ),
        "consent": Example(
            nodes="""\
may_we_record:
  consent: recording.ask
  no: 2                    # the prompt names this key
  silence: refused         # who says nothing is not recorded
  refused: recording.refused
  goto: main.opening
"""
        ),
        "talk": Example(
            nodes="""\
ask_the_bot:
  talk: main.anything_else     # where it goes on when the bot is done
"""
        ),
        "handoff": Example(
            nodes="""\
complain:
  handoff: service
  reason: complaint
  closed: main.closed          # outside the queue's hours
"""
        ),
        "hangup": Example(
            nodes="""\
wrong_number:
  hangup: true
  survey: false                # without the effort question
"""
        ),
    }
)
