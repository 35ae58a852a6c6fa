"""What generated reference pages are made of."""

from collections.abc import Iterable

NOTE = "<!-- Made by docs/generate.py; change the code it names and run `uv run python docs/generate.py`. -->"


def page(title: str, *blocks: str) -> str:
    """One Markdown page."""
    return "\n\n".join([f"# {title}", NOTE, *blocks]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; bars inside cells are escaped."""
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
