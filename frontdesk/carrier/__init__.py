"""A telephone exchange inside the program: it follows TwiML and answers REST as the telephone company would.

It speaks to the front desk only by HTTP, signed, and imports nothing of Frontdesk outside this folder.
Read but not carried out: recording by attributes of verbs (REST starts it), conference callbacks, answering-machine detection,
partial results of speech, connection overrides in an address's fragment.
"""
