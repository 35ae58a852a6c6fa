"""Defects of every kind seeded into flows: text in, text out, the same each time."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

Texts = Mapping[str, str]  # "main.yml", "prompts/en.yml": what stands there
Edit = tuple[str, str, str]  # file, old text, new text (the first found is replaced)
Changed = Iterator[tuple[str, Texts]]
Kinds = tuple[tuple[str, Callable[[Texts], Changed]], ...]  # which codes may tell it, and how it is made
PROOF = "PROOF"
LANGS = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Mutant:
    """Flows changed in one way. `codes`: what may tell it; empty for a harmless rewrite."""

    kind: str
    what: str
    texts: Texts
    codes: frozenset[str]

    @property
    def needs_proof(self) -> bool:
        return PROOF in self.codes


def defects(texts: Texts) -> Iterator[Mutant]:
    """Every defect, rule by rule."""
    yield from mutants(DEFECTS, texts)


def mutants(kinds: Kinds, texts: Texts) -> Iterator[Mutant]:
    """Every change of every kind that does change something."""
    for codes, make in kinds:
        for what, changed in make(texts):
            if changed != texts:
                yield Mutant(make.__name__.strip("_"), what, changed, frozenset(codes.split()))


def edited(texts: Texts, *edits: Edit) -> Texts:
    """The texts with each edit made once; unchanged where one does not fit."""
    found = dict(texts)
    for file, old, new in edits:
        if old not in found[file]:
            return texts
        found[file] = found[file].replace(old, new, 1)
    return found


def each(texts: Texts, files: str, pattern: str, new: Callable[[re.Match[str]], str]) -> Changed:
    """One change for each place where the pattern fits in files whose name fits."""
    for file, text in texts.items():
        for match in re.finditer(pattern, text, re.M) if re.search(files, file) else ():
            changed = text[: match.start()] + new(match) + text[match.end() :]
            yield f"{file}: {match.group(0).strip()[:50]}", {**texts, file: changed}


FLOWS, PROMPTS = r"^[^/]+\.yml$", r"^prompts/"


def _goto_typo(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"(goto: (?:\w+\.)?\w+)(?=[,}\s])", lambda m: m.group(1) + "x")


def _outcome_target_typo(texts: Texts) -> Changed:
    yield from each(texts, "orders", r"^(      \w+: (?:main\.)?\w+)$", lambda m: m.group(1) + "x")


def _prompt_typo(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"((?:menu|prompt|say|label|known): \w+\.\w+)(?=[,}\s])", lambda m: m.group(1) + "x")


def _prompt_missing(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"^  (?!system)[a-z0-9_]+\.[a-z0-9_]+: (?![>\[]).+\n", lambda m: "")


def _house_prompt_missing(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"^  system\.\w+: (?!>).+\n", lambda m: "")


def _house_prompt_typo(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"^(  system\.\w+):", lambda m: m.group(1) + "z:")


def _words_typo(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"(words: \w+\.\w+)(?=[,}])", lambda m: m.group(1) + "x")


def _words_missing(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r'^  "?[\w.]+"?: \[.*\]\n', lambda m: "")


def _unused_prompt(texts: Texts) -> Changed:
    for number in range(4):
        new = f"\nprompts:\n  left.over_{number}: Nothing\n"
        yield f"left.over_{number}", edited(texts, *((f"prompts/{lang}.yml", "\nprompts:\n", new) for lang in LANGS))


def _variable_typo(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"\{order_number", lambda m: "{ordernumber")
    yield from each(texts, PROMPTS, r"\{(low|high|position|agent|label|key)", lambda m: m.group(0) + "s")


def _variable_early(texts: Texts) -> Changed:
    for key in ("menu.ask", "language.welcome", "hours.closed", "order.ask_number", "anything_else.ask"):
        changed = {
            file: re.sub(rf"^(  {key}: )(.*)$", r'\1"{customer_name} \2"', text, flags=re.M)
            if file.startswith("prompts/")
            else text
            for file, text in texts.items()
        }
        yield key, changed


def _variable_one_language(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"\{(order_number|low|position|agent|label|key)(:\w+)?\}", lambda m: "")


def _brace_broken(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"(\{\w+(?::\w+)?)\}", lambda m: m.group(1))


def _way_of_speaking(texts: Texts) -> Changed:
    yield from each(texts, PROMPTS, r"\{(\w+):\w+\}", lambda m: f"{{{m.group(1)}:loudly}}")


def _fact_typo(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"((?:collect|branch): \w+)(?=\s)", lambda m: m.group(1) + "s")
    yield from each(texts, FLOWS, r"(when: \w+)(?=,)", lambda m: m.group(1) + "s")


def _task_typo(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"(action: \w+)$", lambda m: m.group(1) + "s")


def _outcome_typo(texts: Texts) -> Changed:
    yield from each(texts, "orders", r"^      (?!start_return)(\w+): ", lambda m: f"      {m.group(1)}s: ")


def _outcome_missing(texts: Texts) -> Changed:
    yield from each(texts, "orders", r"^      (?!start_return)\w+: .+\n", lambda m: "")


def _deadline(texts: Texts) -> Changed:
    yield from each(texts, "orders", r"^    deadline: \d+\n", lambda m: "")
    yield from each(texts, "orders", r"^    deadline: \d+\n", lambda m: "    deadline: 45\n")


def _failure_silent(texts: Texts) -> Changed:
    yield from each(texts, "orders", r"\{say: action\.\w+, goto: (main\.\w+)\}", lambda m: m.group(1))


def _secret_told(texts: Texts) -> Changed:
    for key in ("order.ask_last4", "action.failed", "trouble.ask"):
        yield from each(texts, PROMPTS, rf"^(  {key}: )(.*)$", lambda m: f'{m.group(1)}"{m.group(2)} {{last4}}"')
    added = "    digits: 4\n    otherwise: talk\n"
    yield "to the bot", edited(texts, ("orders.yml", "    digits: 4\n", added))
    read_back = "    digits: 4\n    confirm: {prompt: order.ask_last4, yes: answer.yes, no: answer.no}\n"
    yield "read back", edited(texts, ("orders.yml", "    digits: 4\n", read_back))


def _secret_lost(texts: Texts) -> Changed:
    for place in ("what_for", "main.menu", "sure"):
        yield place, edited(texts, ("orders.yml", "    goto: verify\n", f"    goto: {place}\n"))


def _orphan(texts: Texts) -> Changed:
    for number, kind in enumerate(("say: hours.closed\n    goto: menu", "handoff: service", "hangup: true")):
        yield kind[:6], edited(texts, ("main.yml", "\nnodes:\n", f"\nnodes:\n  orphan_{number}:\n    {kind}\n\n"))


def _dead_end(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"^    goto: [\w.]+\n", lambda m: "")


def _circle(texts: Texts) -> Changed:
    yield (
        "meanwhile → opening",
        edited(texts, ("main.yml", "say: hours.meanwhile\n    goto: menu", "say: hours.meanwhile\n    goto: opening")),
    )
    yield (
        "meanwhile → closed",
        edited(texts, ("main.yml", "say: hours.meanwhile\n    goto: menu", "say: hours.meanwhile\n    goto: closed")),
    )
    for node, after in (("status", "status"), ("verify", "verify"), ("return_it", "return_it"), ("status", "what_for")):
        pattern = rf"(  {node}:\n(?:    .*\n|      .*\n)*?      late: \{{say: action\.\w+, goto: )main\.trouble"
        changed = re.sub(pattern, rf"\g<1>{after}", texts["orders.yml"])
        yield f"{node} late → {after}", {**texts, "orders.yml": changed}


def _no_human(texts: Texts) -> Changed:
    yield from each(texts, "main", r"^human: .*\n", lambda m: "")


def _patience(texts: Texts) -> Changed:
    for ladder in ("silence", "miss"):
        for level in ("first", "second", "third"):
            pattern = rf"{ladder}\.{level}(, )?"
            yield from each(texts, "main", pattern, lambda m: "")
        yield from each(texts, "main", rf"{ladder}\.second", lambda m, one=ladder: f"{one}.first")  # type: ignore[misc]


def _key_clash(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"\{key: [23],", lambda m: "{key: 1,")


def _word_clash(texts: Texts) -> Changed:
    yield "1 and 2", edited(texts, ("main.yml", "words: menu.start_return", "words: menu.order_status"))
    yield "talk as return", edited(texts, ("main.yml", "words: menu.talk", "words: menu.start_return"))
    yield "done as more", edited(texts, ("main.yml", "words: anything_else.done", "words: anything_else.more"))
    yield "menu as operator", edited(texts, ("main.yml", "words: trouble.menu", "words: operator"))
    yield "yes and no", edited(texts, ("orders.yml", 'words: "no"', 'words: "yes"'))


def _zero(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"\{key: 0, (.*?)goto: person\}", lambda m: f"{{key: 0, {m.group(1)}goto: menu}}")


def _many_options(texts: Texts) -> Changed:
    labels = ("answer.yes", "answer.no", "return.yes", "return.no", "trouble.menu")
    rows = "".join(f"      - {{key: {key}, label: {label}, goto: talk}}\n" for key, label in enumerate(labels, start=4))
    for menu in ("menu.ask", "anything_else.ask", "trouble.ask"):
        yield (
            menu,
            edited(texts, ("main.yml", f"    menu: {menu}\n    options:\n", f"    menu: {menu}\n    options:\n{rows}")),
        )


def _hours(texts: Texts) -> Changed:
    yield "unknown hours", edited(texts, ("main.yml", "    hours: service", "    hours: servise"))
    yield "no zone", edited(texts, ("hours.yml", "zone: Asia/Shanghai", "zone: Asia/Shanghia"))
    for new in ("24:00-00:00", "9-18", "09:00-25:00", "18:00-09:00"):
        yield new, edited(texts, ("hours.yml", '["00:00-24:00"]', f'["{new}"]'))
    yield "no day", edited(texts, ("hours.yml", "mon-sun:", "mon-son:"))
    yield (
        "no date",
        edited(texts, ("hours.yml", '["00:00-24:00"]', '["00:00-24:00"]\n    holidays:\n      2026-13-01: closed')),
    )


def _hours_gap(texts: Texts) -> Changed:
    old = '      mon-sun: ["00:00-24:00"]'
    yield "never", edited(texts, ("hours.yml", old, "      mon-sun: closed"))
    for spans in ('"09:00-13:00", "12:00-18:00"', '"09:00-18:00", "09:00-10:00"', '"00:00-24:00", "12:00-13:00"'):
        yield spans, edited(texts, ("hours.yml", old, f"      mon-sun: [{spans}]"))
    for zone in ("Europe/Berlin", "America/New_York"):
        new = '      mon-sun: ["02:30-22:00"]'
        yield zone, edited(texts, ("hours.yml", "Asia/Shanghai", zone), ("hours.yml", old, new))
    holiday = '      mon-fri: ["09:00-18:00"]\n    holidays:\n      2026-10-03: closed'
    yield "holiday on a closed day", edited(texts, ("hours.yml", old, holiday))


def _queue(texts: Texts) -> Changed:
    queues = "\nqueues:\n  service: {hours: service}\n\nnodes:\n"
    with_queues = edited(texts, ("main.yml", "\nnodes:\n", queues))
    yield from each(with_queues, "main", r"(handoff: service)$", lambda m: "handoff: sevrice")
    yield "human", edited(with_queues, ("main.yml", "human: service ", "human: sevrice "))


def _foreign(texts: Texts) -> Changed:
    for matter in ("Visit www.example.com", "Call +86 21 5555 0199"):
        keys = r"^(  (?:menu\.ask|hours\.closed|trouble\.ask|system\.goodbye|system\.expired): )(.*)$"
        yield from each(texts, PROMPTS, keys, lambda m, more=matter: f"{m.group(1)}{m.group(2)} {more}.")  # type: ignore[misc]


def _language(texts: Texts) -> Changed:
    yield from each(texts, "main", r"lang: (en|zh)", lambda m: f"lang: {m.group(1)}x")


def _tag(texts: Texts) -> Changed:
    for lang, wrong in (
        ("en", "english"),
        ("en", "EN"),
        ("en", "en_US"),
        ("zh", "cn"),
        ("zh", "chinese"),
        ("zh", "ZH"),
    ):
        changed = edited(texts, (f"prompts/{lang}.yml", f"language: {lang}\n", f"language: {wrong}\n"))
        yield wrong, edited(changed, ("main.yml", f"lang: {lang}", f"lang: {wrong}"))


def _long_prompt(texts: Texts) -> Changed:
    more = {
        "en": "And let me tell you about our new services, which you may like very much. ",
        "zh": "另外我还想告诉您我们最近又推出了好几项新的服务，您一定会喜欢的。",
    }
    for lang in LANGS:
        keys = r"^(  (?:menu\.ask|hours\.closed|trouble\.ask|order\.ask_number|miss\.first|system\.goodbye): )(.*)$"
        yield from each(texts, f"prompts/{lang}", keys, lambda m, add=more[lang]: f"{m.group(1)}{m.group(2)} {add * 5}")  # type: ignore[misc]


def _personal(texts: Texts) -> Changed:
    for fact, source in (("goal", "order_number"), ("return_reason", "customer_id"), ("order_state", "customer_name")):
        node = f"\n  keep:\n    set: {{{fact}: {source}}}\n    goto: what_for\n"
        new = ("orders.yml", "      verified: what_for\n", "      verified: keep\n")
        yield fact, edited(texts, new, ("orders.yml", "\n  what_for:\n", f"{node}\n  what_for:\n"))
    yield from each(texts, FLOWS, r"goal: (order_status|start_return)", lambda m: f"goal: {m.group(1)}_10023")


def _yaml(texts: Texts) -> Changed:
    yield from each(texts, FLOWS, r"^      - \{(.*)\}$", lambda m: f"      - {{{m.group(1)}")
    yield from each(texts, "main", r"^  (menu|talk|person):\n", lambda m: f"  {m.group(1)}: &x\n")
    yield from each(texts, FLOWS, r"^    (options|on|digits|confirm|reason): ?", lambda m: f"    {m.group(1)}s: ")
    yield from each(
        texts, FLOWS, r"^    (menu|collect|say|action|branch|talk|handoff): ", lambda m: f"    {m.group(1)}x: "
    )
    yield from each(texts, FLOWS, r"^    digits: (\d)$", lambda m: "    digits: 1")
    yield from each(texts, FLOWS, r"^(    (?:prompt|digits|deadline): .*\n)", lambda m: m.group(1) * 2)


def _too_slow(texts: Texts) -> Changed:
    """What only the proof can see: each question is sound, and yet who stays silent is kept for many minutes."""
    for menu in ("menu.ask", "anything_else.ask", "trouble.ask", "language.welcome"):
        yield menu, edited(texts, ("main.yml", f"    menu: {menu}\n", f"    menu: {menu}\n    timeout: 400\n"))
    for length in (4, 5):
        old = f"    digits: {length}\n"
        yield f"{length} digits", edited(texts, ("orders.yml", old, f"{old}    timeout: 400\n"))


def _long_way(texts: Texts) -> Changed:
    """And here every prompt is short enough, but they come one after another before anybody may speak."""
    keys = (
        "hours.closed",
        "miss.second",
        "silence.second",
        "miss.third",
        "action.late",
        "action.failed",
        "action.failed_return",
    )
    for times in (3, 4):
        says = [key for _ in range(times) for key in keys]
        nodes = "".join(
            f"  speech_{n}:\n    say: {key}\n    goto: {f'speech_{n + 1}' if n + 1 < len(says) else 'menu'}\n"
            for n, key in enumerate(says)
        )
        yield (
            f"{len(says)} prompts",
            edited(
                texts,
                ("main.yml", "    open: menu\n", "    open: speech_0\n"),
                ("main.yml", "\nnodes:\n", f"\nnodes:\n{nodes}"),
            ),
        )


def _filler_typo(texts: Texts) -> Changed:
    yield from each(texts, "main", r"(action\.(?:moment|still))(?=[,\]])", lambda m: m.group(1) + "x")


def _queue_rules(texts: Texts) -> Changed:
    for old, new in (
        ('answered: "80%"', "answered: 80"), ("within: 20 s", "within: 20"), ("capacity: 200", "capacity: -1"),
        ("wrap_up: 5 min", "wrap_up: 5"), ("same_agent: 24 h", "same_agent: a day"),
        ("options: [bot, message]", "options: [both]"),
        ("announce_every: 60 s", "anounce_every: 60 s"), ("ageing: 60 s", "ageing: s 60"), (", offer: [callback]", ""),
    ):  # fmt: skip
        yield new or "a rule without effect", edited(texts, ("queues.yml", old, new))
    yield "languages", edited(texts, ("queues.yml", "languages: [en, zh]", "languages: [en, cn]"))


DEFECTS: Kinds = (
    ("FLOW011", _filler_typo), ("FLOW091 FLOW004 FLOW006 FLOW055", _queue_rules),
    ("FLOW010", _goto_typo), ("FLOW010", _outcome_target_typo), ("FLOW011", _prompt_typo),
    ("FLOW012 FLOW011", _prompt_missing), ("FLOW014", _house_prompt_missing), ("FLOW014", _house_prompt_typo),
    ("FLOW013", _words_typo), ("FLOW012 FLOW013", _words_missing), ("FLOW015", _unused_prompt),
    ("FLOW016", _variable_typo), ("FLOW017", _variable_early), ("FLOW018", _variable_one_language),
    ("FLOW020 FLOW001", _brace_broken), ("FLOW020", _way_of_speaking), ("FLOW021", _fact_typo), ("FLOW030", _task_typo),
    ("FLOW031", _outcome_typo), ("FLOW032 FLOW033", _outcome_missing), ("FLOW034", _deadline), ("FLOW035", _failure_silent),
    ("FLOW037", _secret_told), ("FLOW036", _secret_lost), ("FLOW040", _orphan), ("FLOW041", _dead_end), ("FLOW042", _circle),
    ("FLOW043", _no_human), ("FLOW045", _patience), ("FLOW046", _key_clash), ("FLOW047", _word_clash), ("FLOW048", _zero),
    ("FLOW049", _many_options), ("FLOW050 FLOW051", _hours), ("FLOW081", _hours_gap), ("FLOW076", _queue),
    ("FLOW053", _foreign), ("FLOW055", _language), ("FLOW082", _tag), ("FLOW080", _long_prompt), ("FLOW083", _personal),
    ("FLOW001 FLOW002 FLOW003 FLOW004 FLOW005 FLOW006 FLOW007 FLOW008", _yaml), ("PROOF", _too_slow), ("PROOF", _long_way),
)  # fmt: skip
