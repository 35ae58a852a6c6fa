"""The tasks' English words about changing an order and about deliveries that went wrong; beside en.py."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "any.identity_needed": "Before I do that, I need to check that the order is yours.",
    "any.not_found": "I'm sorry, I can't find that order among yours. Please check the number.",
    "any.shop_down": (
        "I'm sorry, I can't reach our order system right now, so I can't say whether that was done. "
        "Asking again later won't do it twice. A colleague can help, too."
    ),
    "any.needs_person": "I can't do that by myself in our order system; a colleague can.",
    "list_orders.identity_needed": "Before I tell you about orders, I need to check who you are.",
    "list_orders.shop_down": (
        "I'm sorry, I can't reach our order system right now, and I won't guess about your orders. "
        "A colleague can help, or please try again a little later."
    ),
    "list_orders.none": "I find no orders of yours.",
    "list_orders.one": "This is your order.",
    "list_orders.listed": "These are your newest orders.",
    "list_orders.fit": "More than one fits.",
    "list_orders.places": "Please say its place in this list.",
    "list_orders.place": "The {place}: {number}, {goods}.",
    "list_orders.ordinals": "first second third",
    "list_orders.line": "{number}, {goods}: {state}.",
    "list_orders.afterwards": "Order {number} comes right after this one.",
    "list_orders.placed": "waiting for payment",
    "list_orders.paid": "being made ready",
    "list_orders.packed": "packed",
    "list_orders.shipped": "on its way",
    "list_orders.out_for_delivery": "out for delivery",
    "list_orders.delivered": "delivered",
    "list_orders.cancelled": "cancelled",
    "list_orders.returned": "returned",
    "list_orders.delayed": "delayed",
    "list_orders.sent": "sent",
    "list_orders.lost": "probably lost on the way",
    "cancel_order.part_only": "A part of order {number} can be taken out of it.",
    "cancel_order.only": "cancel only {goods}",
    "cancel_order.which_goods": "Which of the goods shall be cancelled: {names}? If all of them shall, say all.",
    "order_task.comma": ", ",
    "order_task.or": "{first} or {second}",
    "start_return.only": "only {goods}",
    "start_return.which_goods": "Which of the goods shall go back: {names}? If all of them shall, say all.",
    "start_exchange.only": "only {goods}",
    "start_exchange.which_goods": "Which of the goods shall be exchanged: {names}? If all of them shall, say all.",
    "order_task.noted": "I noted: {said}. ",
    "start_return.sum": "You paid {amount}, and that is what comes back, the way you paid it, once the goods are here.",
    "order_task.other_next": "The other order comes right after this one.",
    "order_task.one_only": "This is about this one order; tell me about any other one afterwards.",
    "order_task.placed": "Order {number} was placed {day}.",
    "start_return.confirm": "{noted}I will start a return for order {number}, {goods}. Shall I?",
    "start_exchange.wish": "I noted what you would like instead: {said}. ",
    "start_exchange.confirm": "{noted}I will start an exchange for order {number}, {goods}. Shall I?",
    "report_delivery_problem.money_noted": "I noted that you want your money back. "
    "Once it is reported, a colleague arranges that.",
    "start_exchange.pickup": "For your exchange {number} you hand the parcel in yourself.",
    "start_return.pickup": "For your return {number} you hand the parcel in yourself.",
    "start_exchange.started": (
        "Your exchange of order {number}, {goods}, is started. Its number is {exchange_number}. "
        "Please send the goods back {day} at the latest; the others leave when they arrive."
    ),
    "start_exchange.already_started": (
        "An exchange of order {number} is open already. Its number is {exchange_number}. "
        "If the goods are still with you, please send them back soon."
    ),
    "start_return.exchange_open": (
        "Order {number} is being exchanged already, under {exchange_number}, so I can't start a return as well. "
        "A colleague can make a return of it."
    ),
    "start_exchange.return_open": (
        "Order {number} is being returned already, under {return_number}, so I can't exchange it as well. "
        "A colleague can look into it."
    ),
    "start_exchange.too_late": (
        "I'm sorry, order {number} could be exchanged until {day}, so I can't start it myself. A colleague can look into it."
    ),
    "start_exchange.not_delivered": (
        "Order {number} has not been delivered yet, so I can't start an exchange now. Once it is there, I can."
    ),
    "start_exchange.not_sent": "Order {number}, {goods}, is not packed yet. Its items can be changed right away instead.",
    "start_exchange.over": "Order {number} was {state}, so there is nothing to exchange.",
    "start_exchange.not_returnable": "I'm sorry, order {number} can't be exchanged here. A colleague can look into it.",
    "cancel_order.confirm": "I will cancel order {number}, {goods}, {amount}. Nothing will be sent then. Shall I?",
    "cancel_order.cancelled": "Order {number}, {goods}, is cancelled. Nothing will be sent, and nothing was charged.",
    "cancel_order.cancelled_refund": (
        "Order {number}, {goods}, is cancelled. The {amount} you paid should be back {day}, the way you paid it."
    ),
    "cancel_order.cancelled_paid": (
        "Order {number}, {goods}, is cancelled. A colleague pays back what you paid, under {case_number}, {day} at the latest."
    ),
    "cancel_order.already_cancelled": "Order {number}, {goods}, is cancelled already. Nothing more is needed.",
    "cancel_order.too_late": (
        "I'm sorry, order {number} has been packed or sent already, so I can't stop it. "
        "You can refuse the parcel, or send it back once it is there."
    ),
    "cancel_order.returned": "Order {number} came back to us already, so there is nothing to cancel.",
    "cancel_order.delivered": "Order {number} has been delivered, so it can't be cancelled. You can send it back instead.",
    "change_address.confirm": "I will send order {number}, {goods}, to: {address}. Is that right?",
    "change_address.confirm_part": (
        "I will send order {number}, {goods}, to: {address}. Is that the whole address? If the town or the house number is "
        "missing, just add it."
    ),
    "order_task.what_is_wrong": "What of it is wrong? Please tell me how it should be.",
    "change_address.town": "Which town is that in, please? If nothing is missing, just say yes again.",
    "change_address.day": "I can't promise a day, only change where it goes.",
    "change_address.condition": "I can't make that a condition, only change where it goes.",
    "recipient.ask": "The address stays as I read it out. Who is to receive it, please: name and phone number?",
    "recipient.by_person": (
        "A colleague changes who receives it; the address stays. If you tell me the name and the phone number, I pass them on."
    ),
    "recipient.noted": "A colleague changes who receives it. I keep it for them: {who}; the address stays.",
    "change_address.next": "The other order comes next. First this one:",
    "change_address.confirm_street": (
        "I have so far for order {number}, {goods}: {address}. What are the street and the house number, please?"
    ),
    "change_address.confirm_house": (
        "So far I would send order {number}, {goods}, to: {address}. What is the house number, please?"
    ),
    "change_address.confirm_box": (
        "Order {number}, {goods}, would go to: {address}. But we don't deliver to P.O. boxes. Which street and house may it go "
        "to instead, please?"
    ),
    "change_address.confirm_abroad": (
        "Order {number}, {goods}, would go to: {address}. But we deliver within the country only. Which address here may it go "
        "to instead, please?"
    ),
    "change_address.needed_box": "We don't deliver to P.O. boxes, so I changed nothing.",
    "change_address.needed_abroad": "We deliver within the country only, so I changed nothing.",
    "change_address.changed": "Done. Order {number}, {goods}, goes to: {address}.",
    "change_address.same": "Order {number} goes to that address already. Nothing to change.",
    "change_address.address_needed": "I'm sorry, that is not a whole address, so I changed nothing.",
    "change_address.delivered": (
        "Order {number} has been delivered already, so its address can't be changed any more. A colleague can help if it went to "
        "the wrong one."
    ),
    "change_address.too_late": (
        "I'm sorry, order {number} has left already, so I can't change where it goes. A colleague can ask the carrier."
    ),
    "change_address.over": "Order {number} is not being sent any more, so there is no address to change.",
    "tell_address.told": (
        "Order {number}, {goods}, goes to: {address}. I leave the numbers out, so that nobody else learns them. "
        "It has left already, so a colleague would have to ask the carrier for a change."
    ),
    "tell_address.told_open": (
        "Order {number}, {goods}, goes to: {address}. I leave the numbers out, so that nobody else learns them. "
        "It has not left yet, so the address can still be changed."
    ),
    "tell_address.told_delivered": (
        "Order {number}, {goods}, went to: {address}. I leave the numbers out, so that nobody else learns them."
    ),
    "tell_address.unknown": "I can't see the address of order {number}; a colleague can.",
    "tell_address.over": "Order {number} is not being sent any more.",
    "change_items.confirm": "For order {number}, {goods}, I will note: {wish}. Shall I pass that on to the warehouse?",
    "change_items.noted": (
        "I have passed that on to the warehouse under number {case_number}. "
        "Order {number} waits for it, and you get an answer {day} at the latest."
    ),
    "change_items.already_noted": "A change of order {number} is with the warehouse already, under number {case_number}.",
    "change_items.too_late": (
        "I'm sorry, order {number} is packed or gone already, so its items can't be changed. You can send back what "
        "doesn't fit."
    ),
    "change_items.delivered": "Order {number}, {goods}, has been delivered, so it can't be changed. It can be exchanged.",
    "change_items.sent_back": (
        "Order {number}, {goods}, has been delivered, so nothing can be taken out of it. It can be sent back."
    ),
    "change_items.over": "Order {number} is not being sent any more, so there is nothing to change about its items.",
    "report_delivery_problem.confirm_not_sent": (
        "Order {number}, {goods}, is paid and has not been sent yet. Shall I ask the warehouse to hurry?"
    ),
    "report_delivery_problem.confirm_other": "For order {number}, {goods}, I take down: {said}. Shall I pass that on?",
    "report_delivery_problem.opened_not_sent": (
        "I have passed that on to the warehouse under number {case_number}. I can't promise that order {number} leaves "
        "earlier; "
        "you hear from us {day} at the latest."
    ),
    "report_delivery_problem.opened_other": (
        "I'm sorry about that. I have passed on what you said, under case {case_number} for order {number}. "
        "A colleague looks into it, and you hear from us {day} at the latest."
    ),
    "note_delivery.confirm": "For order {number}, {goods}, I will note for the delivery: {note}. Shall I?",
    "note_delivery.confirm_carrier": (
        "Order {number}, {goods}, is with the carrier already. I can have them asked: {note}. Shall I?"
    ),
    "note_delivery.noted_here": (
        "I have noted that for order {number} under number {case_number}. It goes to the carrier with the parcel; "
        "most drivers keep to it, but I can't promise it."
    ),
    "note_delivery.noted_carrier": (
        "A colleague asks the carrier about order {number}, under number {case_number}, {day} at the latest. "
        "The parcel is on its way already, so I can't promise that they still can."
    ),
    "note_delivery.already_noted": (
        "There is a note about the delivery of order {number} already, under number {case_number}; I added what you said."
    ),
    "note_delivery.too_late": "Order {number} is not on its way to you any more, so there is nothing to note for the delivery.",
    "report_delivery_problem.confirm_late": "Shall I have the carrier asked where order {number}, {goods}, is?",
    "report_delivery_problem.confirm_lost": "Shall I report order {number}, {goods}, as lost, to be replaced or paid back?",
    "report_delivery_problem.confirm_not_received": (
        "Order {number}, {goods}, is marked as delivered. Shall I report that you don't have it?"
    ),
    "report_delivery_problem.confirm_wrong_item": "Shall I report that order {number} brought you the wrong goods?",
    "report_delivery_problem.confirm_damaged": "Shall I report that order {number}, {goods}, arrived damaged or faulty?",
    "report_delivery_problem.confirm_incomplete": "Shall I report that something is missing from order {number}?",
    "report_delivery_problem.opened_late": (
        "The carrier is being asked about order {number}. Your case number is {case_number}, "
        "and you hear from us {day} at the latest."
    ),
    "report_delivery_problem.opened_lost": (
        "I'm sorry. Order {number} is reported as lost under case {case_number}. "
        "A colleague arranges a new parcel or your money back {day} at the latest."
    ),
    "report_delivery_problem.opened_not_received": (
        "I'm sorry. It is reported under case {case_number}; the carrier must show where order {number} was left. "
        "You hear from us {day} at the latest. A look at neighbours may help meanwhile."
    ),
    "report_delivery_problem.opened_wrong_item": (
        "I'm sorry about that. Case {case_number} is open for order {number}; the right goods, or your money, "
        "are arranged {day} at the latest. Please keep what came."
    ),
    "report_delivery_problem.opened_damaged": (
        "I'm sorry about that. Case {case_number} is open for order {number}; a new piece, or your money, "
        "is arranged {day} at the latest. Please keep the parcel as it is."
    ),
    "case_wish.money": "your money back",
    "case_wish.goods": "a new piece",
    "report_delivery_problem.opened_wished": (
        "I'm sorry about that. Case {case_number} is open for order {number}, and it says that you want {wish}. "
        "You hear from us {day} at the latest. Please keep what came."
    ),
    "report_delivery_problem.opened_incomplete": (
        "I'm sorry about that. Case {case_number} is open for order {number}; what is missing, or your money, "
        "is arranged {day} at the latest."
    ),
    "report_delivery_problem.added": (
        "I have added that to case {case_number}, which is open for order {number}. A colleague is working on it; nothing "
        "more is needed."
    ),
    "report_delivery_problem.already_open": (
        "That is reported already: case {case_number} for order {number} is being worked on. Nothing more is needed."
    ),
    "report_delivery_problem.confirm_said_to_be_there": (
        "By what I see order {number}, {goods}, is still on its way and should arrive {day}. If you were told that it is there, "
        "I can have the carrier asked. Shall I?"
    ),
    "report_delivery_problem.on_time": "Order {number}, {goods}, is not late as far as I can see: it should arrive {day}.",
    "report_delivery_problem.not_there_yet": (
        "Order {number}, {goods}, is still on its way as far as I can see; it should arrive {day}. "
        "If a parcel of ours came already, a colleague can look into it."
    ),
    "report_delivery_problem.over": "Order {number} is not being delivered.",
    "report_delivery_problem.cancelled": "Order {number} was cancelled, so nothing is being delivered.",
    "report_delivery_problem.returned": "Order {number} came back to us, so nothing is being delivered.",
    "report_delivery_problem.placed": "Order {number} still waits for payment, so it has not been sent.",
}
