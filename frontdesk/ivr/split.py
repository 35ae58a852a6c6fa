"""Experiments: which arm a customer takes. The same customer, the same arm; no chance, only a hash. Pure."""

import hashlib

from frontdesk.core.events import ArmChosen
from frontdesk.core.turn import Draft
from frontdesk.ivr.nodes import Arm, Split


def arm_of(draft: Draft, node: Split) -> Arm:
    """The customer's arm; chosen, kept and told once a session, by customer, caller or address, whichever is known."""
    state = draft.state
    kept = next((arm for arm in node.arms if arm.name == state.arms.get(node.experiment)), None)
    if kept is not None:
        return kept
    who = state.facts.get("customer_id") or state.caller or state.address or state.session
    arm = drawn(node, who)
    draft.change(arms={**state.arms, str(node.experiment): str(arm.name)})
    draft.emit(ArmChosen(experiment=str(node.experiment), arm=str(arm.name)))
    return arm


def drawn(node: Split, who: str) -> Arm:
    """The arm this customer's hash falls into, arms being as wide as their weights."""
    whole = hashlib.sha256(f"{node.experiment}\0{who}".encode()).digest()
    point = int.from_bytes(whole[:8], "big") / 2**64 * sum(arm.weight for arm in node.arms)
    for arm in node.arms:
        point -= arm.weight
        if point < 0:
            return arm
    return node.arms[-1]
