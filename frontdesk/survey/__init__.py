"""The effort question, as a room. Asked after every session that can still answer, escalated ones too."""
