"""The bot as the front desk asks it: over Rasa's REST channel. Imports neither rasa nor rasa_sdk."""
