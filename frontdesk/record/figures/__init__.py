"""The figures of the board, each by a formula with an id, computed from counters. Pure."""
