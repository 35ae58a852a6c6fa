"""The bot's actions and its one form, around the same tasks that the menus run. Only here is rasa_sdk known."""
