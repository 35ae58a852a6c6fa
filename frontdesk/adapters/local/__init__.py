"""Bus and lock within one process: the small default."""
