"""Where the log ends, and the next positions of it. Knows how turns take theirs, not what is in them.

PostgreSQL: `log_head` says it, and whoever appends holds that row. SQLite has one writer, so a turn takes the position after the
newest there is and leaves the row alone; who appends anything else moves the row there, too.
"""

from sqlalchemy import bindparam, case, func, select, update
from sqlalchemy.dialects import sqlite

from frontdesk.adapters.sql.tables import log_head, turns

_newest = select(func.coalesce(func.max(turns.c.position), 0)).scalar_subquery()
HEAD = case((_newest > log_head.c.position, _newest), else_=log_head.c.position).label("position")
# Takes `count` positions, and gives the last one.
TAKE = update(log_head).values(position=HEAD + bindparam("count")).returning(log_head.c.position)
TAKE_BY_ROW = update(log_head).values(position=log_head.c.position + bindparam("count")).returning(log_head.c.position)
# A turn with `count` events, on SQLite; nothing where one with its number is there.
APPEND = (
    sqlite.insert(turns)
    .values(position=func.max(select(log_head.c.position).scalar_subquery(), _newest) + bindparam("count"))
    .on_conflict_do_nothing()
)
