"""`replace` for values of many fields, several times as quick as the standard library's; the same in every other way."""

import dataclasses
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace
else:

    def replace(value, /, **changes):
        """A copy with some fields changed, as `dataclasses.replace` makes it."""
        cls = type(value)
        known = _open(cls)
        if known is None or not changes.keys() <= known[2]:
            return dataclasses.replace(value, **changes)
        values_of, twin, _ = known
        fresh = twin(*values_of(value))
        for name, new in changes.items():
            setattr(fresh, name, new)
        fresh.__class__ = cls
        return fresh

    @cache
    def _open(cls):
        """How all fields are read at once, and a class of the same shape whose fields may be written: it becomes the frozen
        one when all is there. None for a class of another make, or that does more than keep what it is given.
        """
        names = [field.name for field in dataclasses.fields(cls)]
        plain = all(field.init for field in dataclasses.fields(cls)) and not hasattr(cls, "__post_init__")
        slotted = cls.__bases__ == (object,) and set(names) == set(vars(cls).get("__slots__", ()))
        if not plain or not slotted or len(names) < FEW:
            return None
        return attrgetter(*names), dataclasses.make_dataclass("Open", names, slots=True), frozenset(names)


FEW = 2  # fields: `attrgetter` gives the value itself, not a tuple, for one

__all__ = ["replace"]
