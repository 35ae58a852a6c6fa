"""The context packet: what the agent must know so that the customer repeats nothing. Versioned; schema in docs/reference.

Built from the session's state and events; holds only what `core/facts.py` allows for service and routing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from frontdesk.core.attachments import Attachment
from frontdesk.core.desk_events import BotResumed, HandoffMoved, PromiseMade, PromiseSettled
from frontdesk.core.events import (
    AgentSaid,
    CustomerSilent,
    CustomerSpoke,
    Event,
    HandoffConnected,
    HandoffEnded,
    HandoffRequested,
    InputNotMatched,
    MachineDidFail,
    MessageLeft,
    NodeEntered,
    Said,
    WaitTold,
)
from frontdesk.core.facts import FACTS
from frontdesk.core.never_kept import without_secrets
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from handoff.packet_bounds import bounded
from handoff.packet_goal import goal_of, tried_of

SCHEMA = "frontdesk/packet/1"
TAIL = 40  # lines of transcript
WHY = {
    "asked": "The customer asked for a person.",
    "failures": "Self-service did not understand the customer several times.",
    "complaint": "The customer has a complaint.",
    "fraud": "Somebody else may have used the customer's card or account.",
    "task": "The task needs a person.",
    "machine_down": "A system did not answer.",
    "closed_hours": "The customer came outside opening hours.",
}
SHOWN = (  # the facts agents are handed
    "order_number", "order_state", "return_number", "return_reason", "exchange_number", "refund_number", "refund_state",
    "case_number", "issue", "details", "wish", "new_address", "new_items", "invoice_kind", "invoice_title", "tax_number", "email",
    "topic",
)  # fmt: skip
_IN_WORDS = ("details", "issue", "wish", "new_address", "new_items", "invoice_title", "customer_name")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One event of the session with its time (epoch seconds) and turn."""

    at: float
    seq: int
    event: Event


def build(state: State, ticket: Ticket, happened: Sequence[Happened]) -> dict[str, Any]:
    """The packet as JSON-ready data, within `packet_bounds.MOST_BYTES` bytes."""
    told = [(h.at, h.event) for h in happened]
    packet: dict[str, Any] = {
        "schema": SCHEMA,
        "ticket": ticket.id,
        "session": state.session,
        "channel": state.channel,
        "lang": state.lang,
        "customer": _customer(state),
        "goal": goal_of(state, ticket, told),
        "facts": _facts(state),
        "tried": tried_of(state, ticket, told),
        "why": {"reason": ticket.reason, "text": WHY[ticket.reason]},
        "path": [
            {"flow": h.event.flow, "node": h.event.node, "at": h.at}
            for h in happened
            if isinstance(h.event, NodeEntered)
        ][-20:],
        "transcript": transcript(happened)[-TAIL:],
        "effort": _effort(state, happened),
        "promises": _promises(happened),
        "next_step": _next_step(state),
    }
    packet["completeness"] = completeness(packet)
    return bounded(packet)


def transcript(happened: Sequence[Happened]) -> list[dict[str, Any]]:
    """Who said what, oldest first; ids are stable (`session-turn:index`).

    What follows the talk (the effort question and its answer) is not the agent's to see; what was said before a colleague took
    over is, and what was said to the bot after a colleague gave the customer back to it.
    """
    lines: list[dict[str, Any]] = []
    passed_on = over = False
    for index, item in enumerate(happened):
        match item.event:
            case HandoffMoved():
                passed_on = True
            case HandoffRequested() | HandoffConnected() | BotResumed():
                passed_on = over = False
            case HandoffEnded():
                over = not passed_on
            case MessageLeft():
                over = True
        if over and not isinstance(item.event, AgentSaid):  # what answers a message comes after it
            continue
        match item.event:
            case CustomerSpoke():
                lines.append({"from": "customer", "text": item.event.text, "via": item.event.via})
                lines[-1] |= _file(item.event.attachment)
            case Said():
                lines.append({"from": "bot", "text": item.event.text, "lang": item.event.lang})
            case AgentSaid():
                lines.append({"from": "agent", "text": item.event.text, "agent": item.event.agent_name})
                lines[-1] |= _file(item.event.attachment)
            case _:
                continue
        lines[-1] |= {"id": f"{item.seq}:{index}", "at": item.at}
    return lines


def _file(sent: Attachment | None) -> dict[str, Any]:
    """A file of a line, as pages get it."""
    if sent is None:
        return {}
    return {"file": {"url": f"/files/{sent.id}", "name": sent.name, "media": sent.media, "size": sent.size}}


def whisper(packet: dict[str, Any]) -> str:
    """Two sentences for the agent's ear, in the customer's language."""
    zh = packet["lang"] == "zh"
    known = packet["customer"]
    name = known.get("name") or ("未验证身份的客户" if zh else "a customer not yet identified")
    tried = "、".join(_said(t["what"], zh=zh) for t in packet["tried"][-2:]) if zh else " and ".join(
        _said(t["what"], zh=zh) for t in packet["tried"][-2:]
    )  # fmt: skip
    goal = _said(packet["goal"]["intent"] or "", zh=zh)
    if zh:
        about = f"，事由：{goal}" if goal else ""
        return f"来电：{name}{about}。" + (f"已尝试：{tried}。" if tried else "尚未尝试自助服务。")
    about = f" about {goal}" if goal else ""
    return f"A call from {name}{about}. " + (f"Already tried: {tried}." if tried else "Nothing was tried yet.")


_GOALS_ZH = {
    "order_status": "订单状态", "return_item": "退货", "start_return": "退货申请", "verify_identity": "身份验证",
    "verify_contact": "身份验证",
    "human_agent": "人工服务", "list_orders": "订单列表", "choose_order": "选择订单", "delivery_problem": "配送问题",
    "report_delivery_problem": "配送问题登记", "cancel_order": "取消订单", "change_order": "修改订单",
    "change_address": "修改地址", "change_items": "修改商品", "exchange_item": "换货", "start_exchange": "换货申请",
    "refund_request": "申请退款", "request_refund": "退款申请", "refund_status": "退款进度", "invoice": "发票",
    "request_invoice": "开发票", "payment_problem": "付款问题", "check_payment": "付款核对", "price_protection": "价保",
    "payment_case": "扣款核对",
    "claim_price_protection": "价保申请", "account_problem": "账号问题", "account_help": "账号帮助",
    "product_question": "商品咨询", "answer_question": "问题解答", "complaint": "投诉", "file_complaint": "投诉登记",
    "report_fraud": "盗刷盗号登记", "case_status": "登记进度", "note_delivery": "配送留言", "tell_address": "收货地址",
    "order_address": "收货地址", "delivery_note": "配送留言",
    "contact_hours": "联系方式和营业时间", "out_of_scope": "其他问题",
}  # fmt: skip


def _said(name: str, *, zh: bool) -> str:
    return _GOALS_ZH.get(name, name) if zh else name.replace("_", " ")


def completeness(packet: dict[str, Any]) -> int:
    """Percent of what an agent wants to know that is there: who, verified, goal, words, object, tried, why, wait told."""
    have = (
        bool(packet["customer"].get("name")),
        packet["customer"]["verified"],
        bool(packet["goal"]["intent"]),
        bool(packet["goal"]["text"]),
        bool(packet["facts"]),
        bool(packet["tried"]),
        packet["why"]["reason"] != "",
        bool(packet["promises"]),
    )
    return int(100 * sum(have) / len(have) + 0.5)


def _customer(state: State) -> dict[str, Any]:
    facts = state.facts
    return {
        "name": _value(state, "customer_name") if "customer_name" in facts else None,
        "tier": facts.get("customer_tier"),
        "verified": "customer_id" in facts,
        "verified_by": facts.get("verified_by"),
        "customer_id": facts.get("customer_id"),
    }


def _facts(state: State) -> list[dict[str, Any]]:
    source = "shop" if "customer_id" in state.facts else "customer"
    return [
        {"name": name, "value": _value(state, name), "source": source, "meaning": FACTS[name].meaning}
        for name in SHOWN
        if name in state.facts
    ]


def _value(state: State, name: str) -> str:
    """A fact's value; told in somebody's words it may hold what is never kept, whoever wrote it down."""
    return without_secrets(state.facts[name]) if name in _IN_WORDS else state.facts[name]


def _effort(state: State, happened: Sequence[Happened]) -> dict[str, Any]:
    events = [h.event for h in happened]
    last = happened[-1].at if happened else state.started_at
    return {
        "turns": sum(isinstance(e, CustomerSpoke) for e in events),
        "silences": sum(isinstance(e, CustomerSilent) for e in events),
        "misses": sum(isinstance(e, InputNotMatched) for e in events),
        "failures": sum(isinstance(e, MachineDidFail) for e in events),
        "seconds": round(last - state.started_at),
    }


def _promises(happened: Sequence[Happened]) -> list[dict[str, Any]]:
    """Waits told, and calls back and answers that were promised and not called off since."""
    void = {h.event.promise for h in happened if isinstance(h.event, PromiseSettled) and h.event.how == "void"}
    made: list[dict[str, Any]] = []
    for item in happened:
        match item.event:
            case WaitTold(low_s=low, high_s=high):
                made.append({"what": "wait", "low_s": low, "high_s": high, "due_at": None, "at": item.at})
            case PromiseMade(what="callback" | "message" as what, promise=name, due_at=due) if name not in void:
                made.append({"what": what, "low_s": None, "high_s": None, "due_at": due, "at": item.at})
    return made


def _next_step(state: State) -> str | None:
    """A suggestion from the last thing tried."""
    if not state.tried:
        return None if "customer_id" in state.facts else "Verify the customer: order number and last four digits."
    last = state.tried[-1]
    return _NEXT_OF_TASK.get((last.what, last.outcome)) or _NEXT.get(last.outcome)


_NEXT = {
    "mismatch": "Identity did not match: verify by another detail before giving data out.",
    "locked": "Checking identity is locked after wrong digits: verify by another detail before giving data out.",
    "not_returnable": "Check the return rules for this order and whether goodwill applies.",
    "not_exchangeable": "Check the return rules for this order and whether goodwill applies.",
    "shop_down": "The shop's system did not answer: look the order up by hand.",
    "not_found": "The order was not found: ask for the confirmation e-mail.",
    "needs_person": "The shop's interface can't do this: do it by hand in the shop's own system.",
    "case_opened": "A case is open: tell what has been done on it, and keep its date.",
    "already_open": "A case was open before this contact: look at how far it is before promising anything.",
    "noted": "A change of items waits for the warehouse: confirm it, or tell why not.",
    "already_noted": "A change of items waits for the warehouse: confirm it, or tell why not.",
    "charged_twice": "The order was charged twice: give the second charge back and tell when it arrives.",
    "claimed": "A price protection claim is open: decide on it, or tell by when it is decided.",
    "taken": "A complaint was taken down: apologise, say what happens next and by when.",
    "bad_tax_number": "The tax number failed its check digit: ask for a picture of the certificate.",
    "unknown": "The knowledge has no answer: answer, and tell the owner so that an entry is written.",
}
_NEXT_OF_TASK = {
    (
        "cancel_order",
        "too_late",
    ): "Too late to cancel by itself: ask the warehouse or carrier to stop it, or offer a return.",
    ("change_address", "too_late"): "The parcel has left: ask the carrier to redirect it.",
    ("change_items", "too_late"): "The parcel is packed: offer a return or a second order.",
    ("request_refund", "too_late"): "The return period is over: see whether goodwill applies.",
    ("request_refund", "refused"): "The refund was refused before: tell why, and see whether goodwill applies.",
    ("refund_status", "refused"): "The refund was refused: tell why, and see whether goodwill applies.",
    ("refund_status", "none"): "There is no refund in the books: find out what was promised, and start it.",
    ("check_payment", "charged_once"): "Our books show one charge: ask for the bank's line, and compare.",
    (
        "report_fraud",
        "taken",
    ): "Somebody else's doing is claimed: verify identity, look at orders and charges, and have the account locked if needed.",
    (
        "note_delivery",
        "noted",
    ): "A note for the delivery was taken down: pass it on to the warehouse or the carrier, and tell what came of it.",
    (
        "note_delivery",
        "already_noted",
    ): "A note for the delivery was taken down: pass it on to the warehouse or the carrier, and tell what came of it.",
    (
        "case_status",
        "being_looked_into",
    ): "The customer asks how a case stands: tell what has been done on it, and by when it is decided.",
    (
        "case_status",
        "not_found",
    ): "No case of this customer has the number: look it up, and see whose it is before telling of it.",
    ("account_help", "needs_person"): "Closing an account: verify identity, then do it together.",
}
