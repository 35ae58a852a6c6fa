"""The models to compare: ours, stock Rasa's default pipeline on our flows, and made-up bots of many intents."""

import hashlib
import os
import random  # seeded
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.turn_servers import QUIET, ROOT
from benchmarks.turn_talk import TURNS
from frontdesk.rasa_worker.train import ensure_model, reporter

KEPT = ROOT / "var" / "benchmarks"
EXAMPLES = 20  # of each intent in each language for the default pipeline: enough for what is said here, and trained in a minute
DEFAULT = """\
recipe: default.v1
assistant_id: stock
language: en
pipeline:
  - name: WhitespaceTokenizer
  - name: RegexFeaturizer
  - name: LexicalSyntacticFeaturizer
  - name: CountVectorsFeaturizer
  - {name: CountVectorsFeaturizer, analyzer: char_wb, min_ngram: 1, max_ngram: 4}
  - {name: DIETClassifier, epochs: 30, constrain_similarities: true}
  - name: RegexEntityExtractor
  - name: EntitySynonymMapper
  - {name: ResponseSelector, epochs: 1, constrain_similarities: true}
  - {name: FallbackClassifier, threshold: 0.3, ambiguity_threshold: 0.1}
policies:
  - name: MemoizationPolicy
  - {name: RulePolicy, core_fallback_action_name: action_not_understood}
  - {name: UnexpecTEDIntentPolicy, max_history: 5, epochs: 5}
  - {name: TEDPolicy, max_history: 5, epochs: 5, constrain_similarities: true}
"""
Say = Callable[[str], None]


def shipped_model(say: Say) -> Path:
    """Our own, as `frontdesk up` trains it."""
    say("our model: trained, unless it is")
    return ensure_model(ROOT, ROOT / "var" / "models", reporter(lambda _: None))


def default_model(say: Say) -> Path:
    """Our domain, rules and stories under Rasa's default pipeline (the one `rasa init` writes)."""
    files = {
        "config.yml": DEFAULT,
        "domain.yml": _domain(),
        "nlu.yml": yaml.safe_dump({"version": "3.1", "nlu": list(_some_nlu())}, allow_unicode=True),
    }
    for room in ("rules", "stories"):
        for path in sorted((ROOT / "bot" / room).glob("*.yml")):
            files[f"{room}-{path.name}"] = path.read_text(encoding="utf-8")
    return _trained("default", files, say)


def intents_model(count: int, say: Say) -> Path:
    """A bot of so many intents, each with a rule of its own, under our config.yml."""
    names = [f"matter_{at}" for at in range(count)]
    nlu = [{"intent": name, "examples": "".join(f"- {text}\n" for text in _asked(at))} for at, name in enumerate(names)]
    domain = yaml.safe_load(_domain())  # the slots and actions of ours, with which what is not understood goes on
    domain["intents"] += names
    domain["responses"] |= {f"utter_{name}": [{"text": f"About {name}."}] for name in names}
    rules = [{"rule": "not understood", "steps": [{"intent": "nlu_fallback"}, {"action": "action_not_understood"}]}] + [
        {"rule": name, "steps": [{"intent": name}, {"action": f"utter_{name}"}]} for name in names
    ]
    files = {
        "config.yml": (ROOT / "config.yml").read_text(encoding="utf-8"),
        "domain.yml": yaml.safe_dump(domain),
        "nlu.yml": yaml.safe_dump({"version": "3.1", "nlu": nlu}),
        "rules.yml": yaml.safe_dump({"version": "3.1", "rules": rules}),
    }
    return _trained(f"intents-{count}", files, say)


def matter(at: int) -> str:
    """What the intent of this number is about: two made-up words that no other intent has."""
    draw = random.Random(at)
    return " ".join("".join(draw.choice("bdfgklmnprst") + draw.choice("aeiou") for _ in range(4)) for _ in range(2))


def _asked(at: int) -> Iterator[str]:
    draw = random.Random(at)
    for start in ("ask about", "tell me of", "i need", "what is", "help with", "more on"):
        yield f"{start} {matter(at)}"
        yield f"{start} {matter(at)} {draw.choice(('please', 'now', 'again', 'today'))}"


def _domain() -> str:
    whole: dict[str, Any] = {"version": "3.1"}
    for path in sorted((ROOT / "bot" / "domain").glob("*.yml")):
        whole |= yaml.safe_load(path.read_text(encoding="utf-8"))
    return yaml.safe_dump(whole, allow_unicode=True)


def _some_nlu() -> Iterator[dict[str, Any]]:
    """A few examples of each intent in each language, the everyday ones first, and all patterns."""
    left = Counter[tuple[str, str]]()
    for path in sorted((ROOT / "bot" / "nlu").rglob("*.yml"), key=lambda path: (path.stem != "everyday", path)):
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]:
            if "intent" not in block:
                yield block
                continue
            lines = block["examples"].strip().splitlines()
            of = (path.parent.name, block["intent"])
            room = max(EXAMPLES - left[of], 0)
            kept = lines[:room] + [f"- {text}" for text in TURNS if f"- {text}" in lines[room:]]
            left[of] += len(kept)
            if kept:
                yield {**block, "examples": "\n".join(kept) + "\n"}


def _trained(name: str, files: dict[str, str], say: Say) -> Path:
    """The model of these files, trained once."""
    digest = hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()[:12]
    model = KEPT / f"{name}-{digest}.tar.gz"
    if model.exists():
        return model
    say(f"training: {name}")
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="turns-") as folder:
        for path, text in files.items():
            Path(folder, path).write_text(text, encoding="utf-8")
        data = [path for path in files if not re.match(r"config|domain", path)]
        command = ["-m", "rasa", "train", "--fixed-model-name", "made", "--out", ".", "--data", *data]
        log = Path(folder, "log")
        with log.open("wb") as words:
            done = subprocess.run(
                [sys.executable, *command, "--domain", "domain.yml", "--config", "config.yml"],
                cwd=folder, env={**os.environ, **QUIET}, stdout=words, stderr=words, check=False,
            )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"Training {name} failed:\n{log.read_text(encoding='utf-8', errors='replace')[-3000:]}")
        shutil.move(Path(folder, "made.tar.gz"), model)
    return model
