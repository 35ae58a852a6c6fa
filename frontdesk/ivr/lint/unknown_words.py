"""A word list no language has. Good: `words: order_status`, listed under `words:` of each language."""

from collections.abc import Iterator

from frontdesk.core.issues import Issue
from frontdesk.ivr.fields import SLIP, meant
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.lint.unknown_prompt import files
from frontdesk.ivr.listen import DONT_KNOW
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW013"
ALWAYS = ("operator", "repeat", "yes", "no")  # what the engine itself listens for


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    known = {str(key) for locale in book.locales.values() for key in locale.words}
    for node in book.nodes():
        for option in node.options if isinstance(node, Menu) else ():
            if option.words and option.words not in known:
                message = f"No language has a word list '{option.words}'; write it under 'words:' in {files(book)}."
                yield option.words.at.issue(CODE, message, meant(option.words, known, SLIP))
    helps = any(isinstance(node, Menu | Collect) and node.manners.help for node in book.nodes())
    lost = any(isinstance(node, Collect) and node.lost for node in book.nodes())
    for locale in book.locales.values():
        for key in (*ALWAYS, *(("help",) if helps else ()), *((DONT_KNOW,) if lost else ())):
            if not any(words == key and said for words, said in locale.words.items()):
                yield locale.at.issue(
                    CODE, f"'{locale.lang}' has no words for '{key}'; the menus always listen for them."
                )


RULE = Rule(code=CODE, title="A word list no language has", find=find)
