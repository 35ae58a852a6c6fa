"""What is legal but wrong in a book of flows: one file per rule, each with a good and a bad example in `tests/broken_flows`."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.graph import whole
from frontdesk.ivr.lint import (
    call_circle,
    call_results,
    calm_misfit,
    consent_key,
    dead_end,
    fact_form,
    fact_too_early,
    foreign_matter,
    hours_gap,
    long_prompt,
    many_options,
    missing_deadline,
    missing_failure,
    missing_locale,
    missing_outcome,
    no_human,
    no_read_back,
    option_clash,
    patience_levels,
    personal_told,
    secret_lost,
    secret_told,
    silent_failure,
    silent_loop,
    system_prompts,
    unknown_fact,
    unknown_hours,
    unknown_language,
    unknown_outcome,
    unknown_prompt,
    unknown_queue,
    unknown_target,
    unknown_task,
    unknown_variable,
    unknown_words,
    unreachable,
    unused_prompt,
    variable_too_early,
    variables_differ,
    way_of_speaking,
    word_clash,
    wrong_tag,
    wrong_value,
    zero_taken,
)
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

RULES: tuple[Rule, ...] = (
    unknown_target.RULE,
    unknown_prompt.RULE,
    missing_locale.RULE,
    unknown_words.RULE,
    system_prompts.RULE,
    unused_prompt.RULE,
    unknown_variable.RULE,
    variable_too_early.RULE,
    variables_differ.RULE,
    unknown_fact.RULE,
    unknown_task.RULE,
    unknown_outcome.RULE,
    missing_outcome.RULE,
    missing_failure.RULE,
    missing_deadline.RULE,
    silent_failure.RULE,
    secret_lost.RULE,
    secret_told.RULE,
    unreachable.RULE,
    dead_end.RULE,
    silent_loop.RULE,
    no_human.RULE,
    patience_levels.RULE,
    option_clash.RULE,
    word_clash.RULE,
    zero_taken.RULE,
    many_options.RULE,
    unknown_hours.RULE,
    foreign_matter.RULE,
    unknown_language.RULE,
    fact_form.RULE,
    way_of_speaking.RULE,
    no_read_back.RULE,
    unknown_queue.RULE,
    calm_misfit.RULE,
    call_circle.RULE,
    call_results.RULE,
    fact_too_early.RULE,
    wrong_value.RULE,
    long_prompt.RULE,
    hours_gap.RULE,
    wrong_tag.RULE,
    personal_told.RULE,
    consent_key.RULE,
)


def lint(book: FlowBook, tasks: Tasks) -> Iterator[Issue]:
    """Everything the rules find; questions about ways wait until every goto leads somewhere."""
    complete = whole(book)
    for rule in RULES:
        if complete or not rule.whole:
            yield from rule.find(book, tasks)
