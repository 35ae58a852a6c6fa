"""The keys of every kind of node, for the schema. A test holds them against what the loader reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from frontdesk.ivr.schema_parts import Schema, by_name, flag, listed, number, table, target, text


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of node: what it does, its keys, which of them it can't do without."""

    what: str
    keys: Mapping[str, Schema]
    required: tuple[str, ...] = ()


PROMPT = text("The prompt's name.", "menu.ask")
LABEL = text("The prompt that names it: a noun, as in 'For a return, press 2'.", "menu.start_return")
EXPRESSION = text("An expression over facts.", "amount > 500 and known(customer_id)", "'pay'")
LADDER = text("A prompt.", "silence.first")
FILLER = listed(
    "Said one after the other while a task takes longer; the last one again and again.",
    text("A prompt.", "action.moment"),
)
PATIENCE: Mapping[str, Schema] = {
    "timeout": number("Seconds of silence before we ask again.", 6),
    "tries": {"enum": [2, 3, 4, 5], "description": "Silences and misses until a human is called."},
    "silence": listed("What is said after the first, second, third silence.", LADDER),
    "miss": listed("What is said after the first, second, third answer that fits nothing.", LADDER),
}
MANNERS: Mapping[str, Schema] = {
    "help": text("The prompt said to 'help'.", "help.order_number"),
    "barge_in": flag("Whether the customer may cut the words short.", example=False),
    "back": flag("Whether 'back' leads to the question before.", example=False),
    "operator": table(
        "Nobody can be called here.", {"off": text("Why; a sentence.", "We hang up on scammers here")}, ("off",)
    ),
    "otherwise": {"const": "talk", "description": "Words that fit nothing go to the bot, which comes back here."},
}
KEYS: Mapping[str, Schema] = {
    "skip": table(
        "Pass the node by.",
        {
            "when": text("A known fact, `identity_verified` or `language_settled`.", "identity_verified"),
            "goto": target("Where to go instead."),
        },
        ("when", "goto"),
    ),
}
OPTION = table(
    "One thing to choose: a key on the phone, a button on chat.",
    {
        "key": {
            "type": ["string", "integer"],
            "pattern": "^[0-9]$",
            "minimum": 0,
            "maximum": 9,
            "description": "One digit.",
            "examples": [1],
        },
        "label": LABEL,
        "goto": target("Where it leads."),
        "press": text('Said on the phone in place of "For {label}, press {key}"; it may say {key}.', "menu.bye_press"),
        "words": text("The list of words that choose it.", "menu.start_return"),
        "lang": text("The language it chooses.", "zh"),
        "goal": text("What the customer came for, for whoever takes over.", "start_return"),
    },
    ("key", "label", "goto"),
)
OUTCOME: Schema = {
    "description": "Where an outcome leads.",
    "examples": ["main.trouble", {"say": "action.late", "goto": "main.trouble", "failure": True}],
    "oneOf": [
        target("A node."),
        table(
            "A node, with words or a count.",
            {
                "goto": target("Where it leads."),
                "say": text("Said in place of the task's own words.", "action.late"),
                "failure": flag("Counts towards a human: three in a row."),
            },
            ("goto",),
        ),
    ],
}
ARM: Schema = {
    "description": "One way of the experiment.",
    "examples": ["menu", {"goto": "short_menu", "weight": 3}],
    "oneOf": [
        target("A node."),
        table(
            "A node and how often it is taken.",
            {"goto": target("Where it leads."), "weight": number("Beside the others.", 3)},
            ("goto",),
        ),
    ],
}
GOTO = target("Where to go on.")
WITHIN = number("Hours until the promise is due.", 4)
KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "menu": Kind(
            "A choice.",
            {"menu": PROMPT, "options": listed("What can be chosen.", OPTION), **PATIENCE, **MANNERS},
            ("options",),
        ),
        "collect": Kind(
            "An entry into a fact, by keys, speech or typing.",
            {
                "collect": text("The fact.", "order_number"),
                "prompt": PROMPT,
                "as": text("The form of the entry.", "date"),
                "digits": text("How many digits.", "5", "4-12"),
                "check": text("The check digit the number ends in.", "luhn"),
                "pattern": text("Letters, digits, \\d, [A-Z], {4}, ? and |.", "SO\\d{5}"),
                "prefix": text("Letters before the digits.", "SO"),
                "when": text("On which side of today the date lies.", "future"),
                "least": number("The smallest amount.", 1),
                "most": number("The largest amount.", 5000),
                "yes": text("The prompt that labels yes.", "answer.yes"),
                "no": text("The prompt that labels no.", "answer.no"),
                "length": text("How many characters.", "5-200"),
                "wrong": text("Said to an entry that can't be.", "date.wrong"),
                "lost": target("Where somebody goes who does not know it, after the help."),
                "lost_key": text("One key by itself that says so, and leads there at once.", "1"),
                "among": text("The fact that lists the values there are; one may be pointed at.", "order_numbers"),
                "known": text("Asks whether the known value is still the one.", "order.same_one"),
                "confirm": table(
                    "Reads the entry back.", {"prompt": PROMPT, "yes": LABEL, "no": LABEL}, ("prompt", "yes", "no")
                ),
                "goto": GOTO,
                **PATIENCE,
                **MANNERS,
            },
            ("prompt", "goto"),
        ),
        "say": Kind(
            "Words, then on.",
            {
                "say": PROMPT,
                "opens": text("Hours: while they are closed, when they begin again is said after it.", "service"),
                "goto": GOTO,
            },
            ("goto",),
        ),
        "action": Kind(
            "Runs a self-service task.",
            {
                "action": text("The task.", "order_status"),
                "deadline": number("Seconds after which we go on without it.", 3),
                "on": by_name("A way for every outcome, and for `failed` and `late`.", OUTCOME, "found"),
                "filler": FILLER,
            },
            ("deadline", "on"),
        ),
        "hours": Kind(
            "Two ways by the clock.",
            {
                "hours": text("The hours' name.", "service"),
                "open": target("While open."),
                "closed": target("While closed."),
            },
            ("open", "closed"),
        ),
        "branch": Kind(
            "Ways by the value of a fact.",
            {
                "branch": text("The fact.", "goal"),
                "cases": by_name("A way for each value.", target("A node."), "start_return"),
                "otherwise": GOTO,
            },
            ("cases", "otherwise"),
        ),
        "if": Kind(
            "Two ways by an expression.", {"if": EXPRESSION, "then": GOTO, "otherwise": GOTO}, ("then", "otherwise")
        ),
        "set": Kind(
            "Sets facts.",
            {"set": by_name("An expression for each fact.", EXPRESSION, "agreed"), "goto": GOTO},
            ("goto",),
        ),
        "call": Kind(
            "Into another flow, and back by its result.",
            {
                "call": target("The node the other flow begins at.", "delivery.day"),
                "with": by_name("Facts set for it.", EXPRESSION, "agreed"),
                "on": by_name("A way for each result.", target("A node."), "done"),
            },
            ("on",),
        ),
        "return": Kind("Back to where this flow was called.", {"return": text("The result.", "done")}),
        "split": Kind(
            "An experiment; the same customer, the same arm.",
            {
                "split": text("The experiment's name.", "greeting"),
                "arms": {
                    **by_name("Its arms.", ARM, "shorter"),
                    "minProperties": 2,
                    "examples": [{"as_now": "menu", "shorter": "short_menu"}],
                },
            },
            ("arms",),
        ),
        "callback": Kind(
            "Promises a call to the caller's number.",
            {
                "callback": text("The queue.", "service"),
                "within": WITHIN,
                "no_number": target("Where no number is known."),
                "goto": GOTO,
            },
            ("within", "no_number", "goto"),
        ),
        "message": Kind(
            "Passes on the fact `message`.",
            {"message": text("The queue.", "service"), "within": WITHIN, "goto": GOTO},
            ("within", "goto"),
        ),
        "chat_link": Kind(
            "Texts a verified caller a link to go on in chat.",
            {
                "chat_link": flag("Always true."),
                "not_sent": target("Where nobody is verified, or the number can't be texted."),
                "goto": GOTO,
            },
            ("not_sent", "goto"),
        ),
        "survey": Kind(
            "A question about the service, answered by a number; asked twice at most.",
            {
                "survey": text("The question's name, under which answers are kept.", "csat", "ces2"),
                "prompt": PROMPT,
                "again": text("Said when no number was given.", "csat.again"),
                "scale": text("From which number to which.", "1-5", "0-10"),
                "thanks": text("Said after an answer.", "csat.thanks"),
                "goto": GOTO,
            },
            ("prompt", "again", "scale", "goto"),
        ),
        "consent": Kind(
            "Tells the caller that the call is recorded, and lets them say no; passed by where it is not.",
            {
                "consent": text("The prompt; it names the key for no.", "recording.ask"),
                "no": {"enum": [*range(2, 10), *"23456789"], "description": "The key for no."},
                "silence": text("Whether hearing it out and saying nothing is agreed or refused.", "agreed", "refused"),
                "refused": text("Said after no.", "recording.refused"),
                "goto": GOTO,
            },
            ("no", "silence", "goto"),
        ),
        "talk": Kind("To the bot.", {"talk": target("Where the talk comes back to.")}),
        "handoff": Kind(
            "To a human.",
            {
                "handoff": text("The queue.", "service"),
                "reason": text("Why; it decides the priority.", "asked"),
                "closed": target("Where to go outside the queue's hours."),
            },
        ),
        "hangup": Kind(
            "The end; the effort question and the goodbye follow.",
            {"hangup": flag("Always true."), "survey": flag("Whether the effort question is asked.", example=False)},
        ),
    }
)
