"""What owners edit besides the flows: the bot's answers, the desk's replies, the targets. Every mistake in a sentence."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from actions.answer_question import FOLDER
from actions.knowledge import WrongKnowledge, read_knowledge
from frontdesk.app.board import read_targets_file
from frontdesk.app.settings import Settings
from frontdesk.channels.desk.replies import BadReplies, read_replies


def mistakes(settings: Settings, answers: Path = FOLDER) -> Sequence[str]:
    """A sentence for each mistake, with the file it is in; a file that is not there is none."""
    return [
        *_answers(answers),
        *_replies(settings.desk_dir / "replies.yml"),
        *read_targets_file(settings.targets_file)[1],
    ]


def _answers(folder: Path) -> Iterator[str]:
    for file in sorted(folder.glob("*.yml")):
        try:
            read_knowledge(file)
        except WrongKnowledge as error:
            yield str(error)


def _replies(file: Path) -> Iterator[str]:
    if not file.is_file():
        return
    try:
        read_replies(file.read_text(encoding="utf-8"), str(file))
    except BadReplies as error:
        yield str(error)
    except (OSError, UnicodeDecodeError) as error:
        yield f"{file} can't be read ({type(error).__name__}); give it as UTF-8, with the right to read it."
