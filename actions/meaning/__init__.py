"""What words want: a yes, a wait, something undone, other goods, a note, a complaint. Pure; knows no task and no bot."""
