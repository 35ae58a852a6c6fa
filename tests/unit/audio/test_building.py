"""From a studio's folder and a speech engine to sounds: levelled, trimmed, kept once, and every mistake told."""

import audioop
import json
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Barrier

import pytest

from tests.unit.audio.sounds import book, needs, tone

with warnings.catch_warnings():
    warnings.simplefilter("ignore", RuntimeWarning)  # pydub looks for ffmpeg when it is imported
    from frontdesk.adapters.audio import finishing, mulaw
    from frontdesk.adapters.audio.building import Build, Built, build
    from frontdesk.adapters.audio.playing import Captions, Sounds
    from frontdesk.adapters.audio.programs import SoundFailed, decode
    from frontdesk.adapters.audio.shelf import Shelf, ShelfBroken
    from frontdesk.adapters.audio.speech import Espeak, speech_named
from frontdesk.core.events import Said

WORDS = {"hello": "Bonjour.", "again": "Encore une fois, s'il vous plaît.", "for": "Pour {label}, tapez {key}."}
FRENCH = Espeak(voices=(("fr", "fr"),))


@pytest.fixture
def given(tmp_path: Path) -> Build:
    """A build of a small book, recordings only, its studio still empty."""
    needs("ffmpeg")
    (tmp_path / "studio" / "fr").mkdir(parents=True)
    return Build(book=book(WORDS), studio=tmp_path / "studio", shelf=Shelf(tmp_path / "sounds"))


def record(given: Build, name: str, sound: bytes) -> Path:
    path = given.studio / name
    path.write_bytes(sound)
    return path


def codes(built: Built) -> list[str]:
    return [finding.code for finding in built.findings]


def test_a_recording_comes_out_trimmed_and_as_loud_as_all(given: Build) -> None:
    """Silence at the edges goes, a quiet voice is lifted, and the file is 8 kHz mono µ-law."""
    record(given, "fr/hello.wav", tone(1.0, level=0.02, lead=1.0))
    built = build(given)
    sound = built.listing.sounds["fr"]["Bonjour"]
    file = given.shelf.read(sound.file) or b""
    assert codes(built) == []
    assert sound.by == "recording"
    assert 1.0 <= sound.seconds <= 1.2
    assert file[20:22] == b"\x07\x00"  # µ-law
    assert abs((finishing.loudness(finishing.from_file(file)) or 0) - finishing.LOUDNESS) < 1.0
    assert audioop.max(audioop.ulaw2lin(mulaw.samples(file), 2), 2) < 32767


def test_the_same_recordings_make_the_same_files_once(given: Build) -> None:
    """Content names files: a second build makes nothing, on another machine the names are the same."""
    record(given, "fr/hello.wav", tone())
    first, second = build(given), build(given)
    assert (first.made, second.made) == (1, 0)
    elsewhere = build(replace(given, shelf=Shelf(given.shelf.folder.parent / "other")))
    assert elsewhere.listing.sounds["fr"]["Bonjour"].file == first.listing.sounds["fr"]["Bonjour"].file


def test_the_same_words_under_two_keys_are_one_sound(given: Build) -> None:
    """What was made new is what there is now, the pause between words left out."""
    twice = replace(given, book=book({**WORDS, "hello_again": "Bonjour."}))
    record(given, "fr/hello.wav", tone())
    record(given, "fr/hello_again.wav", tone())
    built = build(twice)
    assert built.made == sum(sound.by != "silence" for sound in built.listing.sounds["fr"].values()) == 1


def test_one_sound_kept_by_two_at_once_is_whole(tmp_path: Path) -> None:
    """A build works on several wishes at the same time, and the same words under two keys become the same file."""
    at_once = Barrier(2, timeout=5)

    def keep(number: int) -> str:
        at_once.wait()
        return Shelf(tmp_path / f"{number // 2}").keep(b"sound")

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(keep, range(400)))) == 1
    assert {path.read_bytes() for path in tmp_path.rglob("*.wav")} == {b"sound"}


def test_any_form_a_studio_sends(given: Build) -> None:
    """MP3, FLAC and Ogg are read as WAV is."""
    plain = finishing.segment(decode(tone()))
    for name, form in (("hello.mp3", "mp3"), ("again.flac", "flac"), ("for.1.ogg", "ogg")):
        plain.export(given.studio / "fr" / name, format=form)
    assert {s.by for s in build(given).listing.sounds["fr"].values()} == {"recording", "silence"}


@pytest.mark.parametrize(
    ("sound", "code", "used"),
    [
        (tone(0.0, lead=0.5), "silence", False),
        (tone(1.0, level=3.0), "clipping", True),
        (tone(31.0), "length", True),
        (tone(5.0), "length", True),
        (b"not a sound", "unreadable", False),
    ],
    ids=["silence", "clipping", "too long", "too long for its words", "no sound"],
)
def test_what_is_wrong_with_a_recording_is_told(given: Build, sound: bytes, code: str, used: bool) -> None:
    """Each fault is found and named; a recording that can't be heard is not used."""
    record(given, "fr/hello.wav", sound)
    built = build(given)
    assert codes(built) == [code]
    assert ("Bonjour" in built.listing.sounds.get("fr", {})) is used
    assert str(built.findings[0]).startswith("fr/hello.wav: ")


def test_a_recording_of_other_words_is_not_played(given: Build) -> None:
    """When the prompt changes, its recording is out until it is recorded anew or accepted."""
    record(given, "fr/hello.wav", tone())
    build(given)
    changed = replace(given, book=book({**WORDS, "hello": "Bonsoir."}))
    assert codes(build(changed)) == ["words"]
    assert "Bonsoir" not in build(changed).listing.sounds.get("fr", {})
    assert codes(build(replace(changed, accept=frozenset({"hello"})))) == []
    assert codes(build(changed)) == []


def test_files_nobody_asked_for_are_told(given: Build) -> None:
    """A misspelt name and a second take under one name are mistakes, not silence."""
    record(given, "fr/helo.wav", tone())
    record(given, "fr/hello.wav", tone())
    record(given, "fr/hello.mp3", b"x")
    assert sorted(codes(build(given)))[0:2] == ["double", "unknown"]


@pytest.mark.stands("S10")
def test_a_recording_can_name_no_other_file(given: Build, tmp_path: Path) -> None:
    """A playlist that names an address or another file is refused: nothing is fetched."""
    record(given, "fr/hello.wav", b"#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:9/x.wav\n")
    assert codes(build(given)) == ["unreadable"]


def test_an_engine_fills_what_is_not_recorded(given: Build) -> None:
    """What the studio recorded is used, the rest is spoken; a recording added later takes its place."""
    needs("espeak-ng")
    record(given, "fr/hello.wav", tone())
    spoken = build(replace(given, speech=FRENCH))
    sounds = spoken.listing.sounds["fr"]
    assert {words: sound.by for words, sound in sounds.items() if words != ","} == {
        "Bonjour": "recording",
        "Encore une fois, s'il vous plaît": "speech",
        "Pour": "speech",
        "tapez": "speech",
    }
    assert sounds["Encore une fois, s'il vous plaît"].seconds > 1
    record(given, "fr/again.wav", tone(1.5))
    assert (
        build(replace(given, speech=FRENCH)).listing.sounds["fr"]["Encore une fois, s'il vous plaît"].by == "recording"
    )


@pytest.mark.parametrize("text", ["-f /etc/passwd", "--help", "$(touch pwned) `id`", "a; rm x", "\0\n|cat"])
@pytest.mark.stands("S17")
def test_words_are_never_a_command(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """S17: words that look like options or commands are spoken; nothing is run and no file is read."""
    needs("espeak-ng")
    monkeypatch.chdir(tmp_path)
    assert Espeak().speak(text, "en")[:4] == b"RIFF"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.stands("S17")
def test_file_names_are_never_options(given: Build) -> None:
    """S17: a recording whose name begins with a dash is a file, not an option."""
    record(given, "fr/-y.wav", tone())
    record(given, "fr/$(id).wav", tone())
    assert codes(build(given)) == ["unknown", "unknown"]
    assert decode(given.studio / "fr" / "-y.wav")


def test_the_hold_sound_is_music_with_words_over_it(given: Build) -> None:
    """The queue hears music of its length, lowered while the announcement is spoken."""
    music = {"system.waiting_still": "Merci de patienter."}
    record(given, "fr/system.waiting_still.wav", tone(2.0, hertz=1000))
    record(given, "hold.wav", tone(3.0, level=0.5, hertz=200))
    built = build(replace(given, book=book(music)))
    sound = built.listing.hold["fr"]
    assert abs(sound.seconds - 20) < 0.1
    samples = audioop.ulaw2lin(mulaw.samples(given.shelf.read(sound.file) or b""), 2)
    begin, middle = samples[2 * 8000 * 2 : 2 * 8000 * 3], samples[2 * 8000 * 10 : 2 * 8000 * 11]
    assert audioop.rms(begin, 2) > 1000
    assert audioop.rms(middle, 2) > audioop.rms(begin, 2)  # the words
    assert (
        Sounds(lambda: book(music), built.listing, "https://desk.example.com")
        .hold("fr")
        .endswith(f"/audio/{sound.file}.wav")
    )


def test_sounds_stand_for_exactly_what_was_said(given: Build) -> None:
    """The whole prompt, or its parts and values; anything a recording does not say is left to the voice."""
    for number, name in enumerate(("hello", "again", "for.1", "for.2")):
        record(given, f"fr/{name}.wav", tone(hertz=300 + 50 * number))
    listing = build(given).listing
    sounds = Sounds(lambda: given.book, listing, "https://desk.example.com", "recordings")

    def of(text: str, prompt: str) -> str:
        return sounds.of(Said(text=text, spoken=text, lang="fr", prompt=prompt))

    assert of("Bonjour.", "hello") == f"https://desk.example.com/audio/{listing.sounds['fr']['Bonjour'].file}.wav"
    assert of("Bonjour tout le monde.", "hello") == ""
    joined = of("Pour Bonjour, tapez Encore une fois, s'il vous plaît.", "for")
    assert joined.count("-") == 4
    assert Captions(listing).of(joined) == ("Pour Bonjour tapez Encore une fois, s'il vous plaît", "fr")
    assert of("Pour Amy, tapez 1.", "for") == ""
    assert replace(sounds, level="off").of(Said(text="", spoken="Bonjour.", lang="fr", prompt="hello")) == ""


def test_only_the_engine_or_only_the_studio(given: Build) -> None:
    """AUDIO=recordings never plays an engine's voice; AUDIO=all does."""
    needs("espeak-ng")
    listing = build(replace(given, speech=FRENCH)).listing
    said = Said(text="", spoken="Bonjour.", lang="fr", prompt="hello")
    assert Sounds(lambda: given.book, listing, "", "recordings").of(said) == ""
    assert Sounds(lambda: given.book, listing, "", "all").of(said) != ""


def test_a_broken_list_says_what_to_do(tmp_path: Path) -> None:
    """Whoever edits the list by hand is told how to come back."""
    (tmp_path / "sounds.json").write_text(json.dumps({"sounds": []}))
    with pytest.raises(ShelfBroken, match="audio build"):
        Shelf(tmp_path).listing()


def test_an_unknown_engine_names_those_there_are() -> None:
    """A misspelt engine is a sentence."""
    with pytest.raises(SoundFailed, match="espeak-ng"):
        speech_named("espeek")
