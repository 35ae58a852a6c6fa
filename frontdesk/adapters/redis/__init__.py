"""Bus and lock across processes by Redis. Redis never holds the truth: empty it and only milliseconds are lost."""
