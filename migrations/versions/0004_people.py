"""Accounts, where log-ins come from, tries that are counted, and the audit log, which the database keeps from change."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

REFUSED = "The audit log is only added to."


def upgrade() -> None:
    op.create_table(
        "accounts",
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("email", sa.Text()),
        sa.Column("company_id", sa.Text()),
        sa.ForeignKeyConstraint(["agent"], ["agents.id"], name="fk_accounts_agent"),
        sa.PrimaryKeyConstraint("agent", name="pk_accounts"),
        sa.UniqueConstraint("email", name="uq_accounts_email"),
        sa.UniqueConstraint("company_id", name="uq_accounts_company_id"),
    )
    op.add_column("logins", sa.Column("address", sa.Text(), nullable=False, server_default=""))
    op.add_column("logins", sa.Column("browser", sa.Text(), nullable=False, server_default=""))
    op.create_index("ix_logins_agent", "logins", ["agent"])
    op.create_table(
        "tries",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("until", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_tries"),
    )
    op.create_index("ix_tries_at", "tries", ["at"])
    op.create_table(
        "audit",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("at", sa.Double(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("deed", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_audit"),
    )
    _keep()


def _keep() -> None:
    """Neither a fault of ours nor a person with the program's own rights changes what is written there."""
    if op.get_bind().dialect.name == "sqlite":
        for deed in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER audit_no_{deed.lower()} BEFORE {deed} ON audit BEGIN SELECT RAISE(ABORT, '{REFUSED}'); END"
            )
        return
    op.execute(
        f"CREATE FUNCTION audit_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{REFUSED}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_kept()"
    )


def downgrade() -> None:
    op.drop_table("audit")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_kept()")
    op.drop_table("tries")
    op.drop_index("ix_logins_agent", "logins")
    op.drop_column("logins", "browser")
    op.drop_column("logins", "address")
    op.drop_table("accounts")
