"""Our own errors: each message is a whole sentence that says what to do. The customer's and the world's faults are not here."""


class FrontdeskError(Exception):
    """Something Frontdesk cannot go on with; the message says what to do."""


class StaleSession(FrontdeskError):
    """Another process changed the session first: load it again and repeat the turn."""


class UnknownSession(FrontdeskError):
    """There is no session of that id; start a new contact."""


class StoreDown(FrontdeskError):
    """What is kept could not be read or written just now; nothing of it changed, so try it again."""


class NotAllowed(FrontdeskError):
    """The input does not fit the session's present state; the message says which state it is in."""
