"""The schema of a queue of humans, for editors. Data only."""

from frontdesk.core.queues import HIGHEST_LEVEL
from frontdesk.ivr.read_queues import OPTIONS
from frontdesk.ivr.schema_parts import Schema, flag, listed, number, table, text

OFFER: Schema = listed("Ways on besides waiting.", {"enum": list(OPTIONS)})
SPEAKERS_FIRST = (
    "While somebody who speaks the customer's language is signed in, nobody else is offered them. Without anybody: "
    "they wait (`true`), or the offer goes to others, marked, and the customer is told so (`false`)."
)
LEVEL: Schema = {
    "type": "integer",
    "minimum": 1,
    "maximum": HIGHEST_LEVEL,
    "description": "How well the skills must be had, 1 to 5.",
    "examples": [3],
}


def time(what: str, *examples: str) -> Schema:
    """A length of time with its unit."""
    return {
        "type": "string",
        "pattern": r"^[0-9]+(\.[0-9]+)? ?(s|min|h)$",
        "description": what,
        "examples": list(examples or ("60 s",)),
    }


def queue_schema() -> Schema:
    """One queue of humans."""
    return table(
        "One queue of humans.",
        {
            "hours": text("When it is staffed: a name under `hours`.", "service"),
            "skills": listed("What its people must be able to do.", text("A skill.", "orders")),
            "level": LEVEL,
            "languages": listed("Languages it is run in.", text("A language.", "en")),
            "language_must": flag(SPEAKERS_FIRST),
            "target": table(
                "The service level that is aimed at.",
                {"answered": text("Share of customers.", "80%"), "within": time("Answered within.", "20 s")},
                ("answered", "within"),
            ),
            "capacity": number("Most customers who may wait; more are told so and offered other ways.", 40),
            "ageing": time("So much waiting is worth one point of priority, so that nobody starves."),
            "longest_wait": time("After so long the customer is told that nobody comes.", "30 min"),
            "same_agent": time("For so long after a talk the customer goes to the same agent again.", "24 h"),
            "same_agent_wait": time("So long the customer waits for that agent to become free.", "20 s"),
            "wrap_up": time("After so long a ticket whose talk is over is filed by itself.", "2 min"),
            "announce_every": time(
                "The least time between two announcements. Without good news the pauses grow to 2, 5 and then 10 times this."
            ),
            "say_position": flag("Tell the place in the queue. It never rises; where it would, it is not told."),
            "regain_within": time(
                "So long a verified customer whose call was cut off finds the place again.", "10 min"
            ),
            "declined_pause": time(
                "So long a customer is not offered again to the agent who declined them; to others at once.",
                "60 s",
            ),
            "callback_tries": number("How often a promised call is tried.", 3),
            "callback_retry": time("Time between two tries.", "5 min"),
            "options": OFFER,
            "overflow": listed("What is different after some waiting; in order of time.", _overflow()),
        },
    )


def _overflow() -> Schema:
    return table(
        "From `after` on.",
        {
            "after": time("So long has the customer waited.", "90 s"),
            "level": LEVEL,
            "queue": text("People of this queue may take it, too.", "general"),
            "any_language": flag("The language need not match any more."),
            "offer": OFFER,
        },
        ("after",),
    )
