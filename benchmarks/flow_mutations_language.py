"""Defects in what the shipped flows don't use: forms of entry, expressions, subflows, queues' rules, surveys, recordings.

They are seeded into the language's own test flows, with a survey, a link to the chat and a notice of recording put in.
"""

import re
from collections.abc import Iterator

from benchmarks.flow_mutations import FLOWS, Changed, Kinds, Mutant, Texts, each, edited, mutants
from frontdesk.core.words import SYSTEM_PROMPTS

MORE_NODES = """
  notice:
    consent: recording.ask
    no: 2
    silence: agreed
    refused: recording.refused
    goto: menu

  rating:
    survey: csat
    prompt: csat.ask
    again: csat.again
    scale: 1-5
    goto: link

  link:
    chat_link: true
    goto: menu
    not_sent: menu
"""
MORE_PROMPTS = {
    "en": (
        "We record this call. If you would rather not, press 2.",
        "All right.",
        "How was it, 1 to 5?",
        "1 to 5, please.",
    ),
    "zh": ("本次通话会录音。不同意请按2。", "好的。", "您打几分？1到5分。", "请说1到5。"),
}
KEYS = ("recording.ask", "recording.refused", "csat.ask", "csat.again")
SERVICE = "  service: {hours: office, skills: [orders, refunds]}\n"
MORE_RULES = """  service:
    hours: office
    skills: [orders, refunds]
    target: {answered: "80%", within: 20 s}
    capacity: 200
    longest_wait: 30 min
    options: [bot, message]
    overflow:
      - {after: 60 s, offer: [callback]}
      - {after: 5 min, queue: post}
"""
PATIENCE = 'languages:\n  en: {timeout: 6, tries: 2}\nregions:\n  far: {callers: ["+852"], timeout: 8, rate: 0.9}\n'


def wider(texts: Texts, shipped: Texts) -> Texts:
    """The language's test flows with the rest put in; the house's own prompts are the shipped ones."""
    found = edited(
        texts,
        ("main.yml", "start: menu\n", "start: notice\n"),
        ("main.yml", SERVICE, MORE_RULES),
        ("main.yml", "    say: thanks\n    goto: menu\n", "    say: thanks\n    goto: rating\n"),
        ("main.yml", "\nnodes:\n", f"\nnodes:{MORE_NODES}\n"),
    )
    for lang, words in MORE_PROMPTS.items():
        file = f"prompts/{lang}.yml"
        rows = "".join(f"  {key}: {text}\n" for key, text in zip(KEYS, words, strict=True))
        own = re.findall(r"^  (system\.\w+):", found[file], re.M)
        house = "".join(row for key, row in _house(shipped[file]).items() if key not in own and key in SYSTEM_PROMPTS)
        found = {
            **found,
            file: re.sub(r"^prompts:\n", lambda m, r=rows, h=house: m[0] + r + h, found[file], flags=re.M),
        }
    return {**found, "patience.yml": PATIENCE}


def _house(text: str) -> dict[str, str]:
    """The house's prompts as they are written, some of them over several lines."""
    rows = re.findall(r"^  (system\.\w+):((?:.*\n)(?:    .*\n)*)", text, re.M)
    return {key: f"  {key}:{rest}" for key, rest in rows}


def defects_of_the_language(texts: Texts) -> Iterator[Mutant]:
    yield from mutants(DEFECTS, texts)


def _file_missing(texts: Texts) -> Changed:
    for new in ("", "Main.yml", "start.yml"):
        others = {name: text for name, text in texts.items() if name != "main.yml"}
        yield new or "no main.yml", {**others, new: texts["main.yml"]} if new else others


def _consent(texts: Texts) -> Changed:
    for key in "3456789":
        yield f"no: {key}", edited(texts, ("main.yml", "    no: 2\n", f"    no: {key}\n"))
    for lang, words in (("en", "press 2"), ("zh", "按2")):
        yield lang, edited(texts, (f"prompts/{lang}.yml", words, "say so"))


def _consent_form(texts: Texts) -> Changed:
    for key in ("0", "1", "22", "x"):
        yield f"no: {key}", edited(texts, ("main.yml", "    no: 2\n", f"    no: {key}\n"))
    yield "silence", edited(texts, ("main.yml", "silence: agreed", "silence: agred"))
    yield "nothing about silence", edited(texts, ("main.yml", "    silence: agreed\n", ""))


def _key_of_another_form(texts: Texts) -> Changed:
    for form, key in (("date", "digits: 8"), ("money", "prefix: SO"), ("yes_no", "check: luhn"), ("text", "least: 5")):
        yield f"{form} with {key}", edited(texts, ("main.yml", f"    as: {form}\n", f"    as: {form}\n    {key}\n"))


def _pattern(texts: Texts) -> Changed:
    for wrong in (r"(a+)+", r"SO[1-9", r"SO.*", r"SO\w+", r"(?=SO)\d"):
        yield wrong, edited(texts, ("main.yml", r"pattern: SO[1-9]\d{4}", f"pattern: '{wrong}'"))


def _fact_of_another_form(texts: Texts) -> Changed:
    for fact, other in (
        ("wanted_date", "amount"),
        ("amount", "wanted_date"),
        ("agreed", "amount"),
        ("message", "agreed"),
    ):
        yield f"{other} for {fact}", edited(texts, ("main.yml", f"    collect: {fact}\n", f"    collect: {other}\n"))


def _said_otherwise(texts: Texts) -> Changed:
    yield from each(texts, r"^prompts/", r"\{wanted_date:date\}", lambda m: "{wanted_date:digits}")
    yield from each(texts, r"^prompts/", r"\{amount:money\}", lambda m: "{amount}")


def _no_read_back(texts: Texts) -> Changed:
    for file in ("main.yml", "delivery.yml"):
        for key in ("date", "amount"):
            pattern = rf"^    confirm: \{{prompt: {key}\.read_back.*\n"
            yield from each(texts, re.escape(file), pattern, lambda m: "")


def _expression(texts: Texts) -> Changed:
    test = "if: amount > 1000 and known(wanted_date) and days_until(wanted_date) < 7"
    for wrong in ("amount > ", "amount >> 3", "open('x')", "amount.real > 3", "amount > 3 and", "wanted_dat > today"):
        yield wrong, edited(texts, ("main.yml", test, f"if: {wrong}"))


def _expression_type(texts: Texts) -> Changed:
    test = "if: amount > 1000 and known(wanted_date) and days_until(wanted_date) < 7"
    for wrong in ("amount", "amount > 'much'", "amount + yes > 3", "not amount", "amount and yes"):
        yield wrong, edited(texts, ("main.yml", test, f"if: {wrong}"))


def _fact_too_early(texts: Texts) -> Changed:
    yield "date", edited(texts, ("main.yml", "known(wanted_date) and ", ""))
    yield "amount", edited(texts, ("main.yml", "    with: {message: \"'card'\"}", "    with: {amount: amount * 2}"))
    yield "message", edited(texts, ("main.yml", "    goto: message\n\n  message:", "    goto: pass_on\n\n  message:"))


def _fact_set_wrong(texts: Texts) -> Changed:
    for old, new in (
        ("goal: \"'pay'\"", "goal: 5"),
        ("agreed: amount >= 10", "agreed: amount"),
        ("amount: amount * 2", "amount: \"'much'\""),
        ("agreed: amount >= 10", "last4: \"'1234'\""),
    ):
        yield new, edited(texts, ("main.yml", old, new))


def _results(texts: Texts) -> Changed:
    yield from each(texts, "delivery", r"return: (chosen|later)", lambda m: f"return: {m.group(1)}s")
    yield from each(texts, "main", r"^      (chosen: told|later: menu)\n", lambda m: "")
    yield (
        "nobody calls",
        edited(texts, ("main.yml", "  thanks:\n    say: thanks\n    goto: rating\n", "  thanks:\n    return: done\n")),
    )


def _calls_itself(texts: Texts) -> Changed:
    for to in ("delivery.day", "main.deliver"):
        again = f"\n  soon_again:\n    call: {to}\n    on: {{chosen: chosen, later: later}}\n"
        otherwise = ("delivery.yml", "    otherwise: later\n", "    otherwise: soon_again\n")
        yield to, edited(texts, otherwise, ("delivery.yml", "    return: later\n", f"    return: later\n{again}"))


def _patience_misfit(texts: Texts) -> Changed:
    yield "fr", edited(texts, ("patience.yml", "  en: {", "  fr: {"))
    for tries in (3, 4, 5):
        yield f"{tries} tries", edited(texts, ("patience.yml", "tries: 2", f"tries: {tries}"))
        yield f"region {tries}", edited(texts, ("patience.yml", "timeout: 8", f"timeout: 8, tries: {tries}"))


def _patience_form(texts: Texts) -> Changed:
    for old, new in (
        ('"+852"', '"852"'),
        ("rate: 0.9", "rate: 9"),
        ("timeout: 8", "timeout: soon"),
        ('callers: ["+852"], ', ""),
    ):
        yield new or "no callers", edited(texts, ("patience.yml", old, new))


def _queue_form(texts: Texts) -> Changed:
    for old, new in (
        ('answered: "80%"', "answered: 80"), ("within: 20 s", "within: 20"), ("capacity: 200", "capacity: none"),
        ("longest_wait: 30 min", "longest_wait: a while"), ("options: [bot, message]", "options: [bot, mesage]"),
        ("{after: 60 s, offer: [callback]}", "{after: 10 min, offer: [callback]}"), ("offer: [callback]", "level: high"),
        (", offer: [callback]", ""), ("capacity: 200", "capacity: 0"),
    ):  # fmt: skip
        yield new or "a rule without effect", edited(texts, ("main.yml", old, new))


def _queue_typo(texts: Texts) -> Changed:
    yield "overflow", edited(texts, ("main.yml", "queue: post}", "queue: pots}"))
    yield "hours", edited(texts, ("main.yml", "    hours: office\n", "    hours: offise\n"))
    yield from each(texts, "^main", r"(message: post|callback: service)$", lambda m: m.group(1) + "x")


def _survey_form(texts: Texts) -> Changed:
    for old, new in (
        ("scale: 1-5", "scale: 5"),
        ("scale: 1-5", "scale: 2-9"),
        ("survey: csat", "survey: C Sat"),
        ("    again: csat.again\n", ""),
    ):
        yield new or "no again", edited(texts, ("main.yml", old, new))


def _other_prompt_typo(texts: Texts) -> Changed:
    keys = r"((?:consent|refused|again|wrong|help): \w+\.\w+)(?=\n)"
    yield from each(texts, FLOWS, keys, lambda m: m.group(1) + "x")


def _other_dead_end(texts: Texts) -> Changed:
    for after in ("    scale: 1-5\n", "    refused: recording.refused\n", "    chat_link: true\n", "    within: 24\n"):
        pattern = re.escape(after) + r"    goto: \w+\n"
        yield from each(texts, "^main", pattern, lambda m, kept=after: kept)  # type: ignore[misc]


DEFECTS: Kinds = (
    ("FLOW009", _file_missing), ("FLOW056", _consent), ("FLOW005 FLOW006", _consent_form),
    ("FLOW060", _key_of_another_form), ("FLOW061", _pattern), ("FLOW062", _fact_of_another_form), ("FLOW063", _said_otherwise),
    ("FLOW064", _no_read_back), ("FLOW070 FLOW021", _expression), ("FLOW071", _expression_type), ("FLOW072", _fact_too_early),
    ("FLOW073", _fact_set_wrong), ("FLOW074", _results), ("FLOW075", _calls_itself), ("FLOW077", _patience_misfit),
    ("FLOW004 FLOW005 FLOW006 FLOW077", _patience_form), ("FLOW091 FLOW004 FLOW006", _queue_form),
    ("FLOW076 FLOW050", _queue_typo), ("FLOW005 FLOW006", _survey_form),
    ("FLOW011", _other_prompt_typo), ("FLOW005 FLOW041", _other_dead_end),
)  # fmt: skip
