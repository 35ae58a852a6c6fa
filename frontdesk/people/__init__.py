"""Who may come in and do what: roles, accounts, log-ins, the slowing of guessers, the audit log. Words and ports; pure."""
