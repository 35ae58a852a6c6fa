"""Agents' comings and goings may be deleted when they have lived their time; nobody may change one."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

REFUSED = "The log is only ever added to."


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER staff_log_no_delete")
        return
    _guard("UPDATE OR TRUNCATE")


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            f"CREATE TRIGGER staff_log_no_delete BEFORE DELETE ON staff_log BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
        )
        return
    _guard("UPDATE OR DELETE OR TRUNCATE")


def _guard(deeds: str) -> None:
    op.execute("DROP TRIGGER staff_log_kept ON staff_log")
    op.execute(
        f"CREATE TRIGGER staff_log_kept BEFORE {deeds} ON staff_log FOR EACH STATEMENT EXECUTE FUNCTION staff_log_kept()"
    )
