"""Alembic's entry: runs the migrations on the connection handed in by `frontdesk.adapters.sql.migrate`."""

from alembic import context

from frontdesk.adapters.sql.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=context.config.attributes["connection"].dialect.name == "sqlite",
)
with context.begin_transaction():
    context.run_migrations()
