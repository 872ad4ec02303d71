"""Where the pages of a site keep their article, as learned, every version."""

import sqlalchemy as sa
from alembic import op

from storage.columns import Json, Moment, Words

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Take the schema one step on."""
    op.create_table(
        "templates",
        sa.Column("site", Words(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("data", Json(), nullable=False),
        sa.Column("learned_at", Moment(), nullable=False),
        sa.Column("given_up_at", Moment(), nullable=True),
        sa.PrimaryKeyConstraint("site", "version", name=op.f("pk_templates")),
    )
