"""Makes every sound the flows want, from recordings where there are some, else by a speech engine. Says what is wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from frontdesk.adapters.audio import finishing, mulaw, studio
from frontdesk.adapters.audio.findings import Finding, of_recording
from frontdesk.adapters.audio.phrases import PAUSE, plain
from frontdesk.adapters.audio.programs import SoundFailed, decode
from frontdesk.adapters.audio.shelf import By, Listing, Shelf, Sound, name_of
from frontdesk.adapters.audio.speech import Speech
from frontdesk.adapters.audio.studio import Wanted
from frontdesk.ivr.model import FlowBook

RECIPE = "1"  # another number makes every sound anew
PAUSE_MS = 180
HOLD_S = 20.0
ANNOUNCEMENT = "system.waiting_still"
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """What to build with. `speech` None: recordings only. `accept`: keys whose recordings say the present words."""

    book: FlowBook
    studio: Path
    shelf: Shelf
    speech: Speech | None = None
    accept: frozenset[str] = frozenset()
    workers: int = 2
    tell: Tell = field(default=lambda done, total: None)


@dataclass(frozen=True, slots=True)
class Built:
    """What there is now, and what is wrong with the recordings. `made`: how many were not there yet."""

    listing: Listing
    findings: tuple[Finding, ...]
    made: int


@dataclass(frozen=True, slots=True)
class _Done:
    wanted: Wanted
    sound: Sound | None
    findings: tuple[Finding, ...] = ()
    new: bool = False


def build(given: Build) -> Built:
    """Make what is missing, keep what is there, publish the list."""
    before = given.shelf.listing()
    wishes = studio.wanted(given.book)
    files = studio.recordings(given.studio, given.book.locales)
    recorded = studio.read_recorded(given.studio)
    findings = list(_strays(files, wishes))
    with ThreadPoolExecutor(given.workers) as pool:
        jobs = [
            pool.submit(_one, given, wish, files.get((wish.lang, wish.key), []), before, recorded) for wish in wishes
        ]
        done = list(_collected(jobs, given.tell))
    findings += [finding for one in done for finding in one.findings]
    _remember(given.studio, recorded, done)
    listing, made = _listing(given, done, before)
    given.shelf.publish(listing)
    new = {
        (one.wanted.lang, one.wanted.words) for one in done if one.new
    }  # the same words under two keys are one sound
    return Built(listing, tuple(findings), made + len(new))


def _collected(jobs: Sequence["Future[_Done]"], tell: Tell) -> Iterator[_Done]:
    for number, job in enumerate(jobs, 1):
        yield job.result()
        tell(number, len(jobs))


def _strays(files: Mapping[tuple[str, str], list[Path]], wishes: Sequence[Wanted]) -> Iterator[Finding]:
    known = {(wish.lang, wish.key) for wish in wishes}
    for (lang, key), paths in files.items():
        if (lang, key) not in known:
            yield Finding("unknown", f"{lang}/{key}", "no prompt of this name, or no such part of it, is in the flows.")
        if len(paths) > 1:
            names = ", ".join(path.name for path in paths)
            yield Finding(
                "double", f"{lang}/{key}", f"there is more than one recording of it ({names}); the first is used."
            )


def _one(
    given: Build, wish: Wanted, files: list[Path], before: Listing, recorded: Mapping[str, Mapping[str, str]]
) -> _Done:
    """The sound of one wish: the recording's unless it is of other words or of none, else the engine's, else none."""
    findings: tuple[Finding, ...] = ()
    old = before.find(wish.lang, wish.words)
    if files:
        accepted = recorded.get(wish.lang, {}).get(wish.key)
        stale = accepted not in (None, studio.words_name(wish.words)) and wish.key not in given.accept
        done = _of_recording(given, wish, files[0], old, stale=stale)
        if done.sound is not None:
            return done
        findings = done.findings
    if given.speech is None:
        return _Done(wish, None, findings)
    recipe = name_of(f"{RECIPE}|{given.speech.name}|{wish.lang}|{wish.words}".encode())
    if old is not None and old.recipe == recipe and given.shelf.has(old):
        return _Done(wish, old, findings)
    raw = decode(given.speech.speak(wish.words, wish.lang))
    return _Done(
        wish, _kept(given.shelf, wish.words, "speech", recipe, finishing.finish(finishing.segment(raw))), findings, True
    )


def _of_recording(given: Build, wish: Wanted, path: Path, old: Sound | None, *, stale: bool) -> _Done:
    where = f"{wish.lang}/{path.name}"
    try:
        sound = finishing.segment(decode(path))
    except SoundFailed as error:
        return _Done(wish, None, (Finding("unreadable", where, str(error)),))
    findings = of_recording(where, wish, finishing.listen(sound), stale=stale)
    if any(finding.refuses for finding in findings):
        return _Done(wish, None, findings)
    recipe = name_of(RECIPE.encode() + b"|" + path.read_bytes())
    if old is not None and old.recipe == recipe and given.shelf.has(old):
        return _Done(wish, old, findings)
    return _Done(wish, _kept(given.shelf, wish.words, "recording", recipe, finishing.finish(sound)), findings, True)


def _kept(shelf: Shelf, words: str, by: By, recipe: str, file: bytes) -> Sound:
    seconds = round(len(mulaw.samples(file)) / mulaw.RATE, 3)
    return Sound(shelf.keep(file), words, by, recipe, seconds)


def _listing(given: Build, done: Sequence[_Done], before: Listing) -> tuple[Listing, int]:
    sounds: dict[str, dict[str, Sound]] = {}
    for one in done:
        if one.sound is not None:
            kept = sounds.setdefault(one.wanted.lang, {})
            present = kept.get(one.sound.words)
            if present is None or present.by != "recording":  # the same words under two keys: a recording wins
                kept[one.sound.words] = one.sound
    gap = _kept(given.shelf, PAUSE, "silence", RECIPE, mulaw.wav(mulaw.silence(PAUSE_MS)))
    for found in sounds.values():
        found[PAUSE] = gap
    hold, made = _hold(given, sounds, before)
    return Listing(sounds, hold), made


def _hold(given: Build, sounds: Mapping[str, Mapping[str, Sound]], before: Listing) -> tuple[dict[str, Sound], int]:
    """The queue's sound in each language: the music, lowered under "you are still in the queue"."""
    path = studio.hold_music(given.studio)
    found: dict[str, Sound] = {}
    made = 0
    if path is None:
        return found, made
    music = finishing.segment(decode(path))
    for lang, locale in given.book.locales.items():
        words = plain(next((p.render({}).spoken for k, p in locale.prompts.items() if k == ANNOUNCEMENT), ""))
        said = sounds.get(lang, {}).get(words)
        file = given.shelf.read(said.file) if said else None
        if said is None or file is None:
            continue
        recipe = name_of(f"{RECIPE}|{said.file}|{name_of(path.read_bytes())}".encode())
        old = before.hold.get(lang)
        if old is not None and old.recipe == recipe and given.shelf.has(old):
            found[lang] = old
            continue
        mixed = finishing.hold(music, finishing.from_file(file), HOLD_S)
        found[lang] = _kept(given.shelf, words, said.by, recipe, mixed)
        made += 1
    return found, made


def _remember(folder: Path, recorded: dict[str, dict[str, str]], done: Sequence[_Done]) -> None:
    """Keep, beside the recordings, which words each was accepted for."""
    new = {lang: dict(keys) for lang, keys in recorded.items()}
    for one in done:
        if one.sound is not None and one.sound.by == "recording":
            new.setdefault(one.wanted.lang, {})[one.wanted.key] = studio.words_name(one.wanted.words)
    if new != recorded:
        studio.write_recorded(folder, new)
