"""What the crawl knew beside a page, and the rules that decided what became of it."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Words

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    with op.batch_alter_table("pages", schema=None) as batch_op:
        batch_op.add_column(sa.Column("hints", Json(), nullable=True))
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("rules", Words(), server_default="", nullable=False))
