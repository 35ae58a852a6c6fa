"""The tasks' English words about money, paper, accounts, questions and complaints; beside en.py."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "refund_status.shop_down": (
        "I'm sorry, I can't reach our order system right now, and I won't guess about your money. "
        "A colleague can help, or please try again a little later."
    ),
    "refund_status.requested": "The refund of {amount} for order {number} was asked for; it should be with you {day}.",
    "refund_status.approved": "The refund of {amount} for order {number} is approved; it should be with you {day}.",
    "refund_status.paid": (
        "The {amount} for order {number} was paid back {day}, the way you paid. Banks may take a few days to show it."
    ),
    "refund_status.refused": "I'm sorry, the refund for order {number} was refused. A colleague can tell you why.",
    "refund_status.return_on_its_way": (
        "The return of order {number} is open, but has not reached us. The money goes back once it has."
    ),
    "refund_status.none": "I find no refund and no return for order {number} in our books.",
    "request_refund.confirm": "{noted}I will ask for {amount} back for order {number}, {goods}. Shall I?",
    "request_refund.requested": "The refund of {amount} for order {number} is asked for; it should be with you {day}.",
    "request_refund.was_requested": (
        "A refund of {amount} for order {number} was asked for already; it should be with you {day}."
    ),
    "request_refund.was_approved": "A refund of {amount} for order {number} is approved already; expect it {day}.",
    "request_refund.was_paid": "The {amount} for order {number} was paid back already, {day}.",
    "request_refund.was_refused": "I'm sorry, a refund for order {number} was refused. A colleague can look into it.",
    "request_refund.return_first": (
        "Order {number}, {goods}, has been delivered, so it goes back first; the money follows. I can start the return at once."
    ),
    "request_refund.cancel_first": (
        "Order {number}, {goods}, has not been packed yet. I can cancel it, and the money goes back by itself."
    ),
    "request_refund.on_its_way": (
        "Order {number}, {goods}, is on its way. You can refuse the parcel, or return it once it is there; the money follows."
    ),
    "request_refund.not_paid": "Order {number} has not been paid, so there is nothing to give back.",
    "request_refund.too_late": (
        "I'm sorry, order {number} can't be returned any more, so I can't ask for the money myself. A colleague can look into it."
    ),
    "check_payment.shop_down": (
        "I'm sorry, I can't reach our payment records right now, and I won't guess. "
        "A colleague can help, or please try again a little later."
    ),
    "check_payment.charged_once": (
        "For order {number} our books show one charge of {amount}, {day}, by {method}. "
        "If your bank shows another line, that is often a reservation that goes by itself."
    ),
    "check_payment.charged_twice": (
        "I'm sorry, order {number} was charged {count} times with {amount}. I opened case {case_number}; "
        "what was too much goes back, and you hear from us {day} at the latest."
    ),
    "check_payment.confirm": (
        "Our books show one charge for order {number}. I can open a case, so that a colleague compares them with what your bank "
        "shows. Shall I?"
    ),
    "check_payment.case_opened": (
        "I opened case {case_number} about the charges for order {number}. A colleague compares our books with what your bank "
        "shows, and you hear from us {day} at the latest."
    ),
    "check_payment.already_open": (
        "The charges for order {number} are looked into already, under {case_number}. What you tell me is added to it."
    ),
    "check_payment.back_requested": (
        "Order {number} was charged once, and the {amount} was asked back already; it should be with you {day}."
    ),
    "check_payment.back_approved": (
        "Order {number} was charged once, and the refund of {amount} is approved; it should be with you {day}."
    ),
    "check_payment.back_paid": (
        "Order {number} was charged once, and the {amount} was paid back {day}, the way you paid. Banks may take a few days to "
        "show it."
    ),
    "check_payment.refused": (
        "The payment of {amount} for order {number} by {method} was refused {day}. Nothing was taken. "
        "You can pay again with another card or way."
    ),
    "check_payment.pending": "The payment of {amount} for order {number} by {method} is not through yet. Nothing more is needed.",
    "check_payment.given_back": "The {amount} for order {number} was given back {day}, by {method}.",
    "check_payment.not_charged": "Our books show no charge for order {number}.",
    "claim_price_protection.confirm": (
        "The goods of order {number}, {goods}, cost {amount} less now. Shall I claim the difference for you?"
    ),
    "claim_price_protection.claimed": (
        "The difference of {amount} for order {number} is claimed under {case_number}. You hear from us {day} at the latest."
    ),
    "claim_price_protection.already_claimed": (
        "The price difference for order {number} is claimed already, under {case_number}. Nothing more is needed."
    ),
    "claim_price_protection.not_cheaper": (
        "The goods of order {number}, {goods}, don't cost less now than you paid. The price is protected until {day}."
    ),
    "claim_price_protection.too_late": "I'm sorry, the price of order {number} was protected until {day} only.",
    "claim_price_protection.not_covered": "Order {number} has no price protection, since it was not kept or not paid.",
    "request_invoice.confirm": "I will send the invoice for order {number}, {kind}, {title}, to {email}. Shall I?",
    "request_invoice.confirm_company": (
        "I will send the invoice for order {number}, {kind}, {title}, tax number {tax_number}, to {email}. Shall I?"
    ),
    "request_invoice.issued": "The invoice for order {number}, {kind}, {title}, is on its way to {email}.",
    "request_invoice.requested": "The invoice for order {number}, {kind}, {title}, is being made and comes to {email}.",
    "request_invoice.sent_again": "The invoice for order {number}, {title}, was sent again to {email}.",
    "request_invoice.corrected": (
        "The invoice for order {number} is made anew: {kind}, {title}. It comes to {email}; the old one is void."
    ),
    "invoice_address.none": "An invoice bears no postal address: the name, the goods and the sum stand on it.",
    "invoice_address.later": (
        "An invoice bears no postal address. I keep the new one for the delivery, to change it afterwards. First the invoice:"
    ),
    "invoice_address.stays": (
        "An invoice bears no postal address, and where order {number} goes can't be changed any more. The invoice itself:"
    ),
    "invoice_address.which": (
        "An invoice bears no postal address. If you mean the e-mail address it goes to, please tell me the new one. The delivery"
        " address is changed on its own, afterwards."
    ),
    "request_invoice.not_there": (
        "I'm sorry it didn't reach you. It may lie in your spam folder; I can also send it to another address."
    ),
    "request_invoice.placed": "Order {number} has not been paid yet; the invoice comes after the payment.",
    "request_invoice.cancelled": "Order {number} was cancelled, so there is no invoice for it.",
    "request_invoice.not_paid": "There is no invoice for order {number} yet.",
    "request_invoice.title_needed": "For a company's invoice I need the company's name.",
    "request_invoice.bad_tax_number": (
        "For a company's invoice I need its tax number, and this one can't be right. Please check it."
    ),
    "request_invoice.no_email": "I need an e-mail address to send the invoice to.",
    "invoice_kind.personal": "personal invoice",
    "invoice_kind.company": "to the company",
    "invoice_kind.vat_special": "special VAT invoice",
    "account_help.link_sent": (
        "I had a link sent to {address}, the address of your account. It is good for an hour. "
        "We never ask for your password or a code."
    ),
    "account_help.told": (
        "You can change your account's data, and get a new password, on our sign-in page. "
        "Please never send a password or a code here."
    ),
    "account_help.password": (
        'On our sign-in page, choose "Forgot password": a link comes to the address of your account. '
        "Please never send a password or a code here."
    ),
    "account_help.profile": (
        'Sign in and open "My account" to change name, phone, e-mail or addresses. What you can\'t change there, a colleague can.'
    ),
    "account_help.stolen": (
        'Please set a new password at once, by "Forgot password" on the sign-in page. A colleague has to look into the rest.'
    ),
    "account_help.create": 'You don\'t need an account to order. To have one, choose "Create account" on our sign-in page.',
    "account_help.blocked": "I can't see why an account was blocked, nor open it again; a colleague can.",
    "account_help.close": "Closing an account can't be undone, so a colleague does that with you.",
    "account_help.address": (
        "The link for a new password goes only to the address on the account, so please type that one in at "
        "“Forgot password” on the sign-in page. I can't look into an account by an address that is sent here."
    ),
    "account_help.kept": "I keep {address} for a colleague, who can look into why you can't sign in.",
    "account_help.shop_down": (
        "I'm sorry, I can't reach our system right now, so no link was sent. "
        'On our sign-in page, "Forgot password" works without me.'
    ),
    "report_fraud.taken": (
        "I'm sorry, that needs to be looked into at once. I have taken down what you said, under number {case_number}. "
        "If it was your card, please have your bank block it, too; if it was your account, please set a new password."
    ),
    "report_fraud.shop_down": (
        "I'm sorry, that needs to be looked into at once. If it was your card, please have your bank block it, too; "
        "if it was your account, please set a new password."
    ),
    "report_fraud.needs_person": (
        "I'm sorry, that needs to be looked into at once. If it was your card, please have your bank block it, too; "
        "if it was your account, please set a new password."
    ),
    "case_status.identity_needed": "Before I tell you about a case, I need to check that it is yours.",
    "case_status.of_order": (
        "Case {case_number} is about {kind}, order {number}. It was opened {day}, and a colleague looks into it. "
        "What came of it is not in my records."
    ),
    "case_status.of_none": (
        "Case {case_number} is about {kind}. It was opened {day}, and a colleague looks into it. "
        "What came of it is not in my records."
    ),
    "case_status.not_found": "I'm sorry, I find no case {case_number} of yours.",
    "case_status.which": "I need the number of the case for that: a C and some digits, as I told you when it was opened.",
    "case_status.shop_down": "I'm sorry, I can't reach our records right now, so I can't say how your case stands.",
    "case_kind.late": "a late delivery",
    "case_kind.lost": "a lost parcel",
    "case_kind.not_received": "a parcel that didn't reach you",
    "case_kind.wrong_item": "the wrong goods",
    "case_kind.damaged": "damaged goods",
    "case_kind.incomplete": "goods that are missing",
    "case_kind.not_sent": "when the warehouse sends it",
    "case_kind.other": "the delivery",
    "case_kind.delivery_note": "a note for the delivery",
    "case_kind.fraud": "a charge, an order or an account in strange hands",
    "case_kind.change_items": "a change of items",
    "case_kind.payment": "a payment",
    "case_kind.price_protection": "the price difference",
    "case_kind.complaint": "your complaint",
    "request_refund.postage": (
        "Sending goods back costs you nothing with us. Whether the delivery charge itself is paid back is for a colleague to "
        "look at."
    ),
    "file_complaint.added": "I'm sorry. I have added that to what you said before, under number {case_number}.",
    "report_fraud.added": "I have added that to what you said before, under number {case_number}.",
    "file_complaint.taken": "I'm sorry it came to this. I have taken down what you said, under number {case_number}.",
    "file_complaint.shop_down": "I'm sorry it came to this. I have taken down what you said, and a colleague gets it now.",
    "file_complaint.needs_person": "I'm sorry it came to this. I have taken down what you said, and a colleague gets it now.",
    "answer_question.which": "Which item do you mean? Tell me its name and I look up its price and whether we have it.",
    "answer_question.unknown": "I'm sorry, I don't know that, and I don't want to guess. A colleague can tell you.",
    "answer_question.unknown_of": (
        "I'm sorry, I don't know that about {goods}, and I don't want to guess. Colours, sizes and measures stand on its page; "
        "a colleague can find out."
    ),
    "answer_question.looks": "Which colours and sizes there are stands on its page.",
    "answer_question.product": "We sell {goods} for {amount}, and it is in stock.",
    "answer_question.product_out": "We sell {goods} for {amount}, but it is sold out at the moment.",
    "answer_question.product_unknown_stock": "We sell {goods} for {amount}.",
    "answer_question.shop_down": (
        "I'm sorry, I can't look up our goods right now, and I won't guess. A colleague can tell you."
    ),
}
