"""The reference page of what a queue may say, from the schema editors use."""

from collections.abc import Mapping
from typing import Any

from reference_blocks import page, such_as, table

from frontdesk.ivr.schema_queues import queue_schema


def queues() -> str:
    """What a queue's table may hold, from the schema editors use."""
    schema = queue_schema()
    fields: dict[str, Any] = schema["properties"]
    overflow: dict[str, Any] = fields["overflow"]["items"]["properties"]
    return page(
        "Queues",
        "Under `queues` in `ivr_flows/queues.yml`, a table for each queue of people. Only the name is needed; what is left out "
        "has a sensible value. Lengths of time have a unit: `20 s`, `5 min`, `24 h`. `frontdesk check` tells what it can't read.",
        table(("key", "what it says", "such as"), [_field(name, said) for name, said in fields.items()]),
        "## `overflow`",
        "A list of rules, in order of their times: what is different for a customer who waited so long.",
        table(("key", "what it says", "such as"), [_field(name, said) for name, said in overflow.items()]),
    )


def _field(name: str, said: Mapping[str, Any]) -> tuple[str, str, str]:
    """A key of a schema's table: its name, meaning and an example."""
    return f"`{name}`", str(said.get("description", "")), such_as(said, 6)
