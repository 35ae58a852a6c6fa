"""Web chat by Rasa's Socket.IO and REST channel protocols, with additions that Rasa's own widgets ignore."""
