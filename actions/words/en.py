"""The tasks' English words. They are spoken to callers: short, kind, nothing promised that the shop did not say."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "day.today": "today",
    "day.tomorrow": "tomorrow",
    "day.yesterday": "yesterday",
    "day.on": "on {day}",
    "goods.none": "your goods",
    "goods.two": "{first} and {second}",
    "goods.more": "{first} and {more} more items",
    "verify_identity.verified": "Thank you, {name}. That matches.",
    "verify_identity.verified_nameless": "Thank you. That matches.",
    "verify_identity.mismatch": "I'm sorry, that order number and those four digits don't go together. Please check both.",
    "verify_identity.withheld": (
        "That is up to you. I ask because I tell about an order only to somebody who can show that it is theirs. "
        "A colleague may check it in another way."
    ),
    "verify_identity.by_phone": "Thank you. With an order number I go by the phone number that was given with it.",
    "verify_identity.another_phone": (
        "I mean the phone that was given with this order, even if you have another one now. "
        'If you don\'t know its number any more, say "a person".'
    ),
    "verify_identity.locked": (
        "I'm sorry, there were too many tries, so I can't check it again for about an hour. "
        "That keeps it safe. A colleague can help you meanwhile."
    ),
    "verify_identity.shop_down": (
        "I'm sorry, I can't reach our order system right now, so I couldn't check that. "
        "It has nothing to do with you. A colleague can help, or please try again a little later."
    ),
    "verify_contact.mismatch_email": (
        "I'm sorry, that address and those four digits don't lead me to an order. Please check both."
    ),
    "verify_contact.mismatch_phone": (
        "I'm sorry, that phone number and that address don't lead me to an order. Please check both."
    ),
    "verify_contact.needs_person": "I'm sorry, I can't look up orders that way here. A colleague can.",
    "order_number.so_far": "I have {digits} so far. What comes next?",
    "tax_number.so_far": "I have {signs} so far. What comes next?",
    "tax_number.missing": (
        "I'm sorry, I found no tax number in that. In the United States it has nine digits, in Europe two letters for the "
        "country and some digits, in China eighteen characters."
    ),
    "order_number.missing": (
        "I'm sorry, I found no order number in that. It has {length} digits and is in your confirmation message."
    ),
    "order_number.which_missing": "I'm sorry, I didn't get which order you mean. Its number will do, or what you bought.",
    "order_number.any": (
        "To find your newest order I first need the number of any order of yours; it has {length} digits and is in your "
        "confirmation message. The e-mail address or the phone number you ordered with will do, too."
    ),
    "order_number.tracking": (
        "That looks like a tracking number. I find orders by their order number: it has {length} digits and is in your "
        "confirmation message. Or tell me the e-mail address or the phone number you ordered with."
    ),
    "order_number.where": (
        "No problem. It has {length} digits and is in your confirmation message. If you can't find it, tell me the e-mail "
        'address or the phone number you ordered with, or say "a person".'
    ),
    "count.range": "{least} to {most}",
    "count.words": "zero one two three four five six seven eight nine ten eleven twelve",
    "order_status.identity_needed": "Before I tell you about an order, I need to check that it is yours.",
    "order_status.shop_down": (
        "I'm sorry, I can't reach our order system right now, and I won't guess about your order. "
        "A colleague can help, or please try again a little later."
    ),
    "order_status.placed": "We have your order {number}, {goods}. It is waiting for payment.",
    "order_status.paid": "Your order {number}, {goods}, is paid, and we are getting it ready.",
    "order_status.packed": "Your order {number}, {goods}, is packed and about to leave our warehouse.",
    "order_status.shipped": "Your order {number}, {goods}, is on its way with {carrier}.",
    "order_status.out_for_delivery": "Good news: your order {number}, {goods}, is out for delivery with {carrier}.",
    "order_status.delivered": "Your order {number}, {goods}, was delivered {day}.",
    "order_status.delivered_undated": "Your order {number}, {goods}, was delivered.",
    "order_status.cancelled": "Your order {number}, {goods}, was cancelled. Nothing more will be sent.",
    "order_status.returned": "Your order {number}, {goods}, came back to us. The return is complete.",
    "order_status.delayed": "I'm sorry, your order {number}, {goods}, is delayed.",
    "order_status.lost": (
        "I'm sorry, your order {number}, {goods}, seems to have been lost on the way. "
        "A colleague can sort it out with you."
    ),
    "order_status.sent": (
        "Your order {number}, {goods}, has been sent. Whether it has arrived, our system doesn't tell me."
    ),
    "order_status.expected": "It should arrive {day}.",
    "order_status.expected_now": "It should arrive {day} now.",
    "order_status.overdue": "It should have been there {day}. I'm sorry it is late.",
    "order_status.unknown_carrier": "the carrier",
    "order_status.tracking": "Tracking number: {tracking}.",
    "order_status.tracking_asked": "The tracking number of order {number} is {tracking}; it goes with {carrier}.",
    "order_status.no_tracking": "Order {number} has no tracking number yet; it gets one when it is handed to the carrier.",
    "order_status.return_open": "Your return {return_number} is open.",
    "start_return.identity_needed": "Before I start a return, I need to check that the order is yours.",
    "start_return.shop_down": (
        "I'm sorry, I can't reach our order system right now, so I can't say whether your return was started. "
        "Please try again a little later: asking twice won't start it twice. A colleague can help, too."
    ),
    "start_return.started": (
        "Your return of order {number}, {goods}, is started. The return number is {return_number}. "
        "Please write it on the parcel and send it {day} at the latest."
    ),
    "start_return.already_started": (
        "A return of order {number} is open already. The return number is {return_number}. "
        "If the parcel is still with you, write the number on it and hand it to any carrier."
    ),
    "start_return.too_late": (
        "I'm sorry, order {number} could be returned until {day}, so I can't start it myself. A colleague can look into it."
    ),
    "start_return.not_delivered": (
        "Order {number} has not been delivered yet, so I can't start a return now. "
        "Once it is there, I can. A colleague can help, too."
    ),
    "start_return.not_sent": "Order {number}, {goods}, is not packed yet. It can be cancelled, and you get your money back.",
    "start_return.over": "Order {number} was {state}, so there is nothing to return.",
    "start_return.not_returnable": "I'm sorry, order {number} can't be returned here. A colleague can look into it.",
    "state.cancelled": "cancelled",
    "state.returned": "returned already",
}
