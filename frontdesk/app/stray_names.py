"""Names in the files that owners edit which nothing knows: a key, or what a key names. Each in a sentence with its line."""

import difflib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import yaml

Keys = Mapping[str, Collection[str] | None]  # what may stand in a mapping, and what each may name; None: anything


def stray_names(file: Path, node: yaml.Node | None, keys: Keys, whose: str = "") -> Iterator[str]:
    """A sentence for each key of this mapping that is none of `keys`, and for each value that names nothing known."""
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        if not isinstance(key, yaml.ScalarNode) or key.value not in keys:
            yield _stray(file, key, whose, keys)
            continue
        if (known := keys[key.value]) is not None:
            yield from stray_values(file, value, known, f"{whose}{key.value}: ")


def stray_values(file: Path, node: yaml.Node | None, known: Collection[str], whose: str) -> Iterator[str]:
    """A sentence for the value, or each of a list of values, that is none of the known."""
    for one in (node, *rows(node)):
        if isinstance(one, yaml.ScalarNode) and one.value and one.value not in known:
            yield _stray(file, one, whose, known)


def composed(file: Path) -> yaml.Node | None:
    """The file's YAML with its places; None where there is none, which others tell."""
    try:
        return yaml.compose(file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader) if file.is_file() else None
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


def under(node: yaml.Node | None, name: str) -> yaml.Node | None:
    """What stands under a key of a mapping."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)


def rows(node: yaml.Node | None) -> list[yaml.Node]:
    """What stands in a list."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _stray(file: Path, node: yaml.Node, whose: str, known: Collection[str]) -> str:
    name = node.value if isinstance(node, yaml.ScalarNode) else "this"
    near = difflib.get_close_matches(name, known, 1, 0.7)
    meant = f"did you mean {near[0]}? Known" if near else "known"
    return (
        f"{file}:{node.start_mark.line + 1}: {whose}{name} names nothing here; {meant} are {', '.join(sorted(known))}."
    )
