"""Prompts as sound: recordings and speech engines to 8 kHz µ-law files, told apart by their content. Knows no carrier."""
