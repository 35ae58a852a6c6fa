"""The Rasa worker: a process of its own that loads the bot and answers the front desk. The only code that imports rasa."""
