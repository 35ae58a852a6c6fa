"""The verbs that speak and listen: Say, Play, Pause, Gather, Record. Must not know queues or rooms."""

import asyncio
from dataclasses import dataclass
from typing import Final

from frontdesk.carrier.keeping import tone
from frontdesk.carrier.leg import Leg, absolute
from frontdesk.carrier.signals import Keys, Listening, Signal, Words
from frontdesk.carrier.steps import End, Goto, Step
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.verbs import Gather, Pause, Play, Prompt, Record, Say

MOST_REPEATS: Final = 100


@dataclass(frozen=True, slots=True)
class Caught:
    """What a Gather heard, as the parameters its action is asked with."""

    digits: str = ""
    finished_by: str = ""
    words: str = ""
    confidence: float = 0

    def parameters(self) -> dict[str, str]:
        if self.words:
            return {"SpeechResult": self.words, "Confidence": f"{self.confidence:.8f}"}
        return {"Digits": self.digits, "FinishedOnKey": self.finished_by}


class Collector:
    """Collects keys and words as one Gather asks for. Keys of no use to it are passed over."""

    def __init__(self, verb: Gather) -> None:
        self._verb = verb
        self.digits = ""

    def feed(self, signal: Signal, speaking: bool = False) -> Caught | None:
        """Take one signal; the catch, when the Gather is now complete."""
        match signal:
            case Keys(digits) if "dtmf" in self._verb.inputs and (self._verb.barge_in or not speaking):
                return self._keys(digits)
            case Words(text, confidence) if "speech" in self._verb.inputs and (self._verb.barge_in or not speaking):
                return Caught(words=text.strip(), confidence=confidence) if text.strip() else None
        return None

    def give_up(self) -> Caught | None:
        """Nothing more came: what there is, if anything."""
        return Caught(digits=self.digits) if self.digits else None

    def _keys(self, digits: str) -> Caught | None:
        for key in digits:
            if key and key == self._verb.finish_on_key:
                if self.digits:
                    return Caught(self.digits, finished_by=key)
                continue
            self.digits += key
            if len(self.digits) == self._verb.num_digits:
                return Caught(self.digits)
        return None


async def prompt(leg: Leg, verb: Prompt, base: str) -> None:
    match verb:
        case Say(loop=loop):
            for _ in range(min(loop or MOST_REPEATS, MOST_REPEATS)):
                await leg.speak(verb)
        case Pause(length):
            await leg.handset.pause(length)
        case Play(url, _, loop) if url:
            text, language = leg.services.ports.caption(absolute(base, url)) or ("", "")
            for _ in range(min(loop or MOST_REPEATS, MOST_REPEATS)):
                await leg.play(absolute(base, url), text, language)
        case Play():
            await leg.handset.pause(0)


async def gather(leg: Leg, verb: Gather, base: str) -> Step | None:
    """Listen; the action with what was heard, or None to go on with the next verb."""
    collector = Collector(verb)
    with leg.listening() as ear:
        caught = await first_of(_cut_in(ear, collector), _prompts(leg, verb, base))
        if caught is None:
            leg.handset.show(_listening(verb))
            caught = await _wait(leg, verb, ear, collector)
    if caught is not None:
        leg.heard_something()
    elif not verb.action_on_empty:
        return None
    return Goto(absolute(base, verb.action), verb.method, (caught or Caught()).parameters())


def _listening(verb: Gather) -> Listening:
    return Listening(
        inputs=tuple(sorted(verb.inputs)),
        timeout=verb.timeout,
        finish_on_key=verb.finish_on_key,
        num_digits=verb.num_digits,
        language=verb.language,
        hints=verb.hints,
    )


async def _prompts(leg: Leg, verb: Gather, base: str) -> None:
    for one in verb.prompts:
        await prompt(leg, one, base)


async def _cut_in(ear: "asyncio.Queue[Signal]", collector: Collector) -> Caught | None:
    """Returns when the person's first key or words end the prompts, with the catch if it is complete already."""
    while True:
        caught = collector.feed(await ear.get(), speaking=True)
        if caught is not None or collector.digits:
            return caught


async def _wait(leg: Leg, verb: Gather, ear: "asyncio.Queue[Signal]", collector: Collector) -> Caught | None:
    while True:
        signal = await first_of(ear.get(), leg.handset.quiet(verb.timeout))
        if signal is None:
            return collector.give_up()
        caught = collector.feed(signal)
        if caught is not None:
            return caught


async def record(leg: Leg, verb: Record, base: str) -> Step | None:
    """Take words until a finishing key, silence or the time limit. What is kept is a tone of that length.

    Who hangs up in the middle has left what was said until then: the action is told of it, and its answer not followed.
    """
    began = leg.services.ports.clock()
    words: list[str] = []
    leg.handset.show(Listening(inputs=("dtmf", "speech"), timeout=verb.timeout, finish_on_key=verb.finish_on_key))
    with leg.listening() as ear:
        try:
            key = await first_of(_finishing_key(leg, verb, ear, words), leg.services.ports.sleep(verb.max_length))
        except asyncio.CancelledError:
            if words and isinstance(leg.ordered, End):
                leg.notify(_kept(leg, verb, base, (began, words, "hangup")))
            raise
    if not words:
        return None if not key else Goto(absolute(base, verb.action), verb.method, {"Digits": key})
    return _kept(leg, verb, base, (began, words, key or ""))


def _kept(leg: Leg, verb: Record, base: str, taken: tuple[float, list[str], str]) -> Goto:
    """The recording as the carrier keeps it, and where its action is told of it."""
    began, words, key = taken
    seconds = max(1, int(leg.services.ports.clock() - began), round(len(" ".join(words)) / 15))
    name = "RE" + leg.services.ports.new_hex()
    leg.services.keep(name, tone(seconds))
    extra = {
        "RecordingDuration": str(seconds),
        "RecordingSid": name,
        "RecordingUrl": absolute(base, f"/2010-04-01/Accounts/{leg.services.account.sid}/Recordings/{name}"),
        "Digits": key,
    }
    return Goto(absolute(base, verb.action), verb.method, extra)


async def _finishing_key(leg: Leg, verb: Record, ear: "asyncio.Queue[Signal]", words: list[str]) -> str:
    while True:
        signal = await first_of(ear.get(), leg.handset.quiet(verb.timeout))
        if signal is None:
            return ""
        leg.heard_something()
        if isinstance(signal, Words) and signal.text.strip():
            words.append(signal.text.strip())
        if isinstance(signal, Keys) and signal.digits[:1] in verb.finish_on_key:
            return signal.digits[:1]
