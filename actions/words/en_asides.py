"""English words about the bot's own questions: why each is put, in a sentence that is true. Knows no task."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "why.order_number": "The number leads me to your order, and to nobody else's.",
    "why.choosing": "You have more than one order, and it should be the right one.",
    "why.last4": "It keeps your order safe. I tell about it only to somebody who knows its number and the phone number on it.",
    "why.contact": "Without the order number, it is how I find your orders.",
    "why.proof": "It shows me that the orders are yours. I don't keep it.",
    "why.email": "It is where the invoice is sent.",
    "why.new_address": "So that the parcel goes to the right door. I read it to you before anything is changed.",
    "why.issue": "So that whoever looks into it knows what happened. A few words will do.",
    "why.wish": "So that you get what you want this time: whoever packs it goes by your words.",
    "why.invoice_kind": "It decides whose name is on the invoice, and whether a tax number is needed.",
    "why.invoice_title": "It is the name that stands on the invoice.",
    "why.tax_number": (
        "An invoice to a company bears its tax number, so that the company can book it. One to you personally needs none."
    ),
    "why.delivery_note": "Whoever brings the parcel goes by it.",
    "why.change_kind": "Each change is made in its own way, so I need to know which it is.",
    "why.return_reason": "You needn't give a reason. If you do, I pass it on.",
    "why.confirmed": "Before I change anything about an order I read it back, so that nothing goes wrong.",
    "why.account_topic": "So that I tell you what helps with just that.",
    "address.first_prove": "I tell you the address as soon as I know that the order is yours.",
    "report_delivery_problem.confirm_used": "Shall I report that order {number}, {goods}, came whole and broke in use?",
    "phone.wish": "change the phone number for the delivery",
    "phone.by_person": "I can't change the phone number for a delivery; a colleague can.",
    "phone.ask": "Tell me the new number and I pass it on.",
    "phone.noted": "I noted {phone} for the delivery. I can't change it myself, so I pass it on to a colleague.",
}
