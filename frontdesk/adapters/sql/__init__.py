"""The SQL forms of the storage ports, on SQLite and PostgreSQL alike. The only rooms that import SQLAlchemy."""
