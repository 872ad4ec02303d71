"""Run the migrations on the connection that ``open_database`` hands over, inside its transaction."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from storage import columns
from storage.crawls import tables as crawl_tables
from storage.crawls import templates
from storage.duplicates import tables as duplicate_tables
from storage.models import Base


def short_names(kind: str, item: object, _context: AutogenContext) -> str | Literal[False]:
    """Write our own column types into a new revision by their names."""
    if kind != "type":
        return False
    if item is columns.BigId:
        return "BigId"
    return f"{type(item).__name__}()" if isinstance(item, columns.Words | columns.Moment | columns.Json) else False


_TABLES = (Base, crawl_tables, duplicate_tables, templates)
"""Every module that declares tables, so that all of them are in ``Base.metadata``."""

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=short_names,
    transactional_ddl=True,
)
context.run_migrations()
