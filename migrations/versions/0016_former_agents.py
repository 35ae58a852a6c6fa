"""Who worked here can be erased: in logs that are only added to a name may become an alias, and nothing else may change."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ALIAS = "LIKE 'erased-%'"
KEPT = {"audit": "The audit log is only added to.", "staff_log": "The log is only ever added to."}
AUDIT = (
    "NEW.position = OLD.position AND NEW.at = OLD.at AND NEW.deed = OLD.deed "
    f"AND (NEW.who = OLD.who OR NEW.who {ALIAS}) AND (NEW.about = OLD.about OR NEW.about {ALIAS}) "
    "AND (NEW.address = OLD.address OR NEW.address = '') AND (NEW.note = OLD.note OR NEW.note = '[erased]')"
)
STAFF = f"NEW.position = OLD.position AND NEW.at = OLD.at AND NEW.schema = OLD.schema AND NEW.agent {ALIAS} AND "
SAME_EVENT = {
    "sqlite": "json_set(OLD.event, '$.agent', NEW.agent) = json(NEW.event)",
    "postgresql": "OLD.event::jsonb || jsonb_build_object('agent', NEW.agent) = NEW.event::jsonb",
}


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("agent", name="pk_erasures"),
    )
    dialect = op.get_bind().dialect.name
    allowed = {"audit": AUDIT, "staff_log": STAFF + SAME_EVENT[dialect]}
    for table, change in allowed.items():
        if dialect == "sqlite":
            op.execute(f"DROP TRIGGER {table}_no_update")
            _sqlite(table, f"WHEN NOT ({change}) ")
            continue
        _postgres(table, "TRUNCATE" if table == "staff_log" else "DELETE OR TRUNCATE")
        op.execute(
            f"CREATE TRIGGER {table}_aliased BEFORE UPDATE ON {table} FOR EACH ROW WHEN (NOT ({change})) "
            f"EXECUTE FUNCTION {table}_kept()"
        )


def downgrade() -> None:
    for table in KEPT:
        if op.get_bind().dialect.name == "sqlite":
            op.execute(f"DROP TRIGGER {table}_no_update")
            _sqlite(table, "")
            continue
        op.execute(f"DROP TRIGGER {table}_aliased ON {table}")
        _postgres(table, "UPDATE OR TRUNCATE" if table == "staff_log" else "UPDATE OR DELETE OR TRUNCATE")
    op.drop_table("erasures")


def _sqlite(table: str, when: str) -> None:
    op.execute(
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{KEPT[table]}'); END"
    )


def _postgres(table: str, deeds: str) -> None:
    op.execute(f"DROP TRIGGER {table}_kept ON {table}")
    op.execute(
        f"CREATE TRIGGER {table}_kept BEFORE {deeds} ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_kept()"
    )
