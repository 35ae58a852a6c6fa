"""A link to go on in chat: promised only to a verified caller whose number can be texted. Pure; it is sent after the commit."""

from frontdesk.core.events import ChatLinkPromised
from frontdesk.core.turn import Draft


def link_promised(draft: Draft) -> bool:
    """Promise it; no promise without a verified identity, or to a number that can't be texted."""
    state = draft.state
    if state.channel != "voice" or not state.textable or "customer_id" not in state.facts:
        return False
    draft.emit(ChatLinkPromised(lang=state.lang))
    return True
