"""Tables for other programs: CSV, and Parquet where its package is installed."""
