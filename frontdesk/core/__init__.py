"""The words of the house: inputs, events, waits, rooms. Standard library only; knows no channel, store or machine."""
