"""`python -m frontdesk.app`: the command line."""

from frontdesk.app.cli import main

main()
