"""The nodes of the flow language, one class for each kind, and what they are made of. Values only; nothing runs here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.core.tickets import HandoffReason
from frontdesk.ivr.entry.form import Form
from frontdesk.ivr.expression import Expression
from frontdesk.ivr.manners import GOOD_MANNERS, Manners, Patience
from frontdesk.ivr.marks import NOWHERE, Mark, Marked

SOMETIME_FAILS = ("failed", "late")  # branches every action has, whatever its task's outcomes
OPERATOR_KEY = "0"


@dataclass(frozen=True, slots=True)
class Target:
    """A node to go to."""

    flow: str
    node: str
    at: Mark = field(default=NOWHERE, compare=False)

    def __str__(self) -> str:
        return f"{self.flow}.{self.node}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skip:
    """Pass the node by when something is known: `language_settled`, `identity_verified`, or a fact's name."""

    when: Marked
    goto: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What every node has: its name, where it stands, when to pass it by."""

    name: Marked
    flow: str
    skip: Skip | None = None

    @property
    def target(self) -> Target:
        return Target(self.flow, self.name, self.name.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One thing to choose in a menu: a key on the phone, a button on chat, words in both.

    `press` is what the phone says of it, in place of "For {label}, press {key}".
    """

    key: Marked
    label: Marked
    goto: Target
    press: Marked | None = None
    words: Marked | None = None
    lang: Marked | None = None
    goal: Marked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Menu(Place):
    """A choice. With `otherwise_talk`, words that fit no option go to the bot, which comes back here."""

    prompt: Marked
    options: tuple[Option, ...]
    patience: Patience
    otherwise_talk: bool = False
    manners: Manners = GOOD_MANNERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirm:
    """Reading back what was collected: the question, and the labels of yes and no."""

    prompt: Marked
    yes: Marked
    no: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """The labels of yes and no, where a yes or no is what is collected."""

    yes: Marked
    no: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Collect(Place):
    """Something to collect into a fact, of one form. `known` asks whether the value we have already is still the one.

    `wrong` is said instead of the miss when the entry has the right form but is not sound (check digit, bounds). `lost` is
    where who does not know it goes after the help, or at once with `lost_key`. `among` lists values to point at.
    """

    fact: Marked
    prompt: Marked
    form: Form
    patience: Patience
    goto: Target | None
    manners: Manners = GOOD_MANNERS
    confirm: Confirm | None = None
    known: Marked | None = None
    otherwise_talk: Marked | None = None
    wrong: Marked | None = None
    lost: Target | None = None
    lost_key: str | None = None
    among: Marked | None = None
    answers: Answers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(Place):
    """Words; then on to the next node. `opens`: hours of which, while they are closed, the next opening is told, too."""

    prompt: Marked
    goto: Target | None
    opens: Marked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What to do after one outcome of an action: `say` replaces the task's own words, `failure` counts towards a human."""

    name: Marked
    goto: Target
    say: Marked | None = None
    failure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Place):
    """Run a task with the facts it takes; a branch for every outcome, and for `failed` and `late`.

    `filler` is what is said, one after the other, while it takes longer.
    """

    task: Marked
    deadline_s: float | None
    takes: tuple[str, ...]
    on: tuple[Outcome, ...]
    filler: tuple[Marked, ...] = ()

    def outcome(self, name: str) -> Outcome | None:
        return next((o for o in self.on if o.name == name), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHours(Place):
    """Two ways on, by the clock."""

    hours: Marked
    open: Target
    closed: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch(Place):
    """Ways on by the value of a fact."""

    fact: Marked
    cases: Mapping[Marked, Target]
    otherwise: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Set(Place):
    """Facts set by expressions; then on."""

    values: Mapping[Marked, Expression]
    goto: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decide(Place):
    """Two ways on by an expression: `if`, `then`, `otherwise`."""

    test: Expression
    then: Target
    otherwise: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Place):
    """Into another flow, with facts set for it; `on` says where each result it returns leads."""

    to: Target
    given: Mapping[Marked, Expression]
    on: Mapping[Marked, Target]


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Place):
    """Back to where this flow was called from, with a result."""

    result: Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """One way of an experiment, and how often it is taken beside the others."""

    name: Marked
    weight: int
    goto: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Place):
    """An experiment: the same customer always takes the same arm."""

    experiment: Marked
    arms: tuple[Arm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callback(Place):
    """Promise to call the customer's number back within some hours; `no_number` is the way where there is none."""

    queue: Marked
    within_s: float
    goto: Target | None
    no_number: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Place):
    """Leave the fact `message` for a queue, with the promise of an answer within some hours."""

    queue: Marked
    within_s: float
    goto: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLink(Place):
    """Text a verified caller a link to go on in chat; `not_sent` is the way where that can't be."""

    goto: Target | None
    not_sent: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(Place):
    """To the bot; `back` is where the talk comes back to."""

    back: Target


@dataclass(frozen=True, slots=True, kw_only=True)
class Handoff(Place):
    """To a human, in a queue; `closed` is the way on outside the queue's hours."""

    queue: Marked
    reason: HandoffReason = "asked"
    closed: Target | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hangup(Place):
    """The flow is over; the effort question (unless `survey: false`) and the goodbye follow by themselves."""

    survey: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Place):
    """A question about the service, answered by a number from `least` to `most`; asked twice at most, then on.

    `ces2` is the house's own effort question, which is then not asked again at the end.
    """

    question: Marked
    prompt: Marked
    again: Marked
    least: int
    most: int
    goto: Target | None
    thanks: Marked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent(Place):
    """Tells the caller that the call is recorded, unless they press `no`; passed by where it is not.

    `silence` is whether hearing it out and saying nothing agrees.
    """

    prompt: Marked
    no: Marked
    silence: bool
    goto: Target | None
    refused: Marked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken(Place):
    """A node that could not be read; stands in so that others may point to it without a second complaint."""


# Nodes that say nothing and wait for nobody: they only decide where to go on.
Leading = OpenHours | Branch | Set | Decide | Call | Return | Split | Callback | Message | ChatLink
Node = (
    Menu | Collect | Say | Action | OpenHours | Branch | Set | Decide | Call | Return | Split | Callback | Message | ChatLink
    | Talk | Handoff | Hangup | Survey | Consent | Broken
)  # fmt: skip
