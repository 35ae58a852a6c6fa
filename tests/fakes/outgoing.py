"""Rules for what goes out, where a test is about something else."""

from handoff.outgoing import Kind


async def anybody(kind: Kind, number: str) -> None:
    """Whoever may be rung or texted."""
